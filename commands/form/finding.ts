import { z } from "zod"
import type { Account } from "../../rules/account.ts"
import { checkpointsOf, type Checkpoint } from "../../rules/checkpoints.ts"
import type { Finding } from "../../rules/finding.ts"
import type { Right } from "../../rules/rights.ts"
import type { Day } from "../../rules/time.ts"
import type { Unit } from "../../rules/unit.ts"
import { tidyName } from "../../rules/words.ts"
import { proposedDay } from "../../services/findings/opening.ts"
import { openIn } from "../../services/findings/reading.ts"
import { known } from "../../services/findings/showing.ts"
import { Refusal } from "../../services/refusal.ts"
import { stackOf } from "../../services/rulebooks.ts"
import * as units from "../../services/units.ts"
import { accountField } from "./account.ts"
import { unitField, unitsHere } from "./choices.ts"
import { Ambiguous, type Answers, type Choice, type Field, type Scene } from "./command.ts"
import { nearDayField } from "./day.ts"
import { field } from "./fields.ts"

type About = Account | Unit

/** How many are offered as buttons. */
const OFFERED = 40

/** An account or a unit over which the person has a right: pressed, or typed by name. */
export const aboutField = (right: Right): Field<About> => {
  const account = accountField(right)
  const unit = unitField(right)
  return {
    ...account,
    find: async (scene, typed): Promise<About | Ambiguous> => {
      try {
        return await account.find(scene, typed)
      } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault
        return unit.find(scene, typed).catch(() => {
          throw fault
        })
      }
    },
    choices: async (scene, answers) => [
      ...((await account.choices?.(scene, answers)) ?? []).slice(0, OFFERED),
      ...((await unit.choices?.(scene, answers)) ?? []).slice(0, OFFERED),
    ],
    calls: (scene: Scene, it: About) =>
      Promise.resolve("platform" in it ? scene.text.quota.named(it) : it.name),
  }
}

export const unitOf = (about: About): string => ("platform" in about ? about.unitId : about.id)
export const accountOf = (about: About): Account | null => ("platform" in about ? about : null)

/** What a check of it looks at. */
export const pointsAbout = async (scene: Scene, about: About): Promise<readonly Checkpoint[]> => {
  const unit = await units.unit(scene, unitOf(about))
  return checkpointsOf(await stackOf(scene, unit), unit.kind, accountOf(about))
}

/** The mark of what no point of a check speaks of. */
const OTHER = "-"

const meant = async (scene: Scene, right: Right, name: string, answers: Answers): Promise<About | null> => {
  const found = answers[name] === undefined ? null : await aboutField(right).find(scene, answers[name])
  return found instanceof Ambiguous ? null : found
}

/** Which point of a check something fails; what was answered under `about` says which there are. */
export const pointField = (right: Right): Field<string> =>
  field(
    z.string().transform(tidyName).pipe(z.string().min(1).max(80)),
    (_scene, typed) => Promise.resolve(typed),
    {
      free: true,
      choices: async (scene, answers) => {
        const about = await meant(scene, right, "about", answers)
        const points = about === null ? [] : await pointsAbout(scene, about)
        return [
          ...points.map(({ id, ...said }): Choice => ({ value: id, label: scene.text.cited.says(said) })),
          { value: OTHER, label: scene.text.finding.other },
        ]
      },
    },
  )

/** The last day, with the one that the house proposes a press away. */
export const dueField = (right: Right, about: string): Field<Day> => ({
  ...nearDayField(),
  choices: async (scene, answers) => {
    const found = await meant(scene, right, about, answers)
    if (found === null) return []
    const value = await proposedDay(scene, unitOf(found))
    return [{ value, label: scene.text.finding.proposed(value) }]
  },
})

/** Those that are open in the units one may see here. */
const openHere = async (scene: Scene): Promise<readonly Finding[]> => {
  const found: Finding[] = []
  for (const { id } of await unitsHere(scene, "see")) found.push(...(await openIn(scene, id)))
  return found
}

/** A finding: pressed, or typed by its number. */
export const findingField = (): Field<Finding> =>
  field(
    z.string().transform(tidyName).pipe(z.string().min(1).max(60)),
    async (scene, typed) => {
      if (await scene.tables.findings.get(typed)) return known(scene, scene.me, typed)
      for (const { id } of await unitsHere(scene, "see")) {
        const found = (await scene.tables.findings.where("unit", id)).find(({ number }) => number === typed)
        if (found) return found
      }
      throw new Refusal(scene.text.finding.unknown(typed))
    },
    {
      takes: (word) => /^\d{4}-\d{1,6}$/.test(word),
      choices: async (scene) =>
        (await openHere(scene))
          .filter(({ state }) => state === "open")
          .slice(0, OFFERED)
          .map(({ id, number, what }) => ({ value: id, label: `${number} ${what}` })),
      nothing: (text) => text.finding.none,
    },
  )
