import { z } from "zod"
import {
  formatTerm,
  isRunning,
  parseTerm,
  readTerm,
  type Term,
  type TermKind,
  termsNear,
} from "../../rules/term.ts"
import { type Day, dayOf } from "../../rules/time.ts"
import { Refusal } from "../../services/refusal.ts"
import { languages } from "../../text/index.ts"
import type { Field, Scene } from "./command.ts"
import { field } from "./fields.ts"

/** Nothing is reported from before there were such accounts. */
const EARLIEST: Day = "2009-01-01"

const KEPT = /^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/

const read = (typed: string, today: Day): Term | null => {
  if (KEPT.test(typed)) return parseTerm(typed)
  for (const { report } of Object.values(languages)) {
    const term = readTerm(typed, today, report.terms)
    if (term !== null) return term
  }
  return null
}

/** A month, quarter or year, pressed or typed; what is still running is marked as a draft. */
export const termField = (kinds: readonly TermKind[] = ["month", "quarter", "year"]): Field<Term> =>
  field(
    z.string().trim().min(1).max(40),
    (scene: Scene, typed) => {
      const words = scene.text.report
      const term = read(typed, dayOf(scene.now))
      if (term === null) throw new Refusal(words.notATerm(typed))
      if (term.from < EARLIEST) throw new Refusal(words.ancient)
      return Promise.resolve(term)
    },
    {
      takes: (word) => read(word, EARLIEST) !== null,
      choices: (scene) => {
        const today = dayOf(scene.now)
        return Promise.resolve(
          termsNear(today)
            .filter(({ kind }) => kinds.includes(kind))
            .map((term) => ({
              value: formatTerm(term),
              label: scene.text.report.choice(term, isRunning(term, today)),
            })),
        )
      },
    },
  )
