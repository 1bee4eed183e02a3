import { z } from "zod"
import { isPlausibleOpening, platforms } from "../../rules/account.ts"
import { readers } from "../../rules/ledger/cells.ts"
import { ledgerLimits } from "../../rules/ledger.ts"
import { readDay } from "../../rules/moment.ts"
import { type Day, dayOf } from "../../rules/time.ts"
import { shorten, tidyName } from "../../rules/words.ts"
import * as people from "../../services/people.ts"
import { Refusal } from "../../services/refusal.ts"
import { type Answers, type Choice, type Field, Reconsider, type Scene } from "./command.ts"
import { personChoices } from "./choices.ts"
import { field, link as anyLink, oneOf } from "./fields.ts"

/** The texts that describe an account; how long they may be, and what says that there is none, the ledger decides. */
type Described = "name" | "link" | "verification" | "operator" | "custodian"

const typed = z.string().transform(tidyName).pipe(z.string().min(1))

/** A text as the ledger reads it: too long a one is refused with an example, `无` is none. */
const read = (scene: Scene, key: Described, text: string): string | null => {
  const reading = readers[key](text)
  if ("fault" in reading) throw new Refusal(scene.text.account.tooLong(key, ledgerLimits[key] ?? 0))
  return reading.value
}

export const platformField = () => oneOf(platforms, (words) => words.platform)

export const nameField = (): Field<string> =>
  field(
    typed,
    (scene, text) => {
      if (/^https?:/i.test(text)) throw new Refusal(scene.text.account.notAName(shorten(text, 40)))
      read(scene, "name", text)
      return Promise.resolve(text)
    },
    { free: true },
  )

export const linkField = (): Field<string> => {
  const inner = anyLink()
  return {
    ...inner,
    find: async (scene, text) => {
      if (/^https?:/i.test(text)) read(scene, "link", text)
      return inner.find(scene, text)
    },
  }
}

export const verificationField = (): Field<string | null> =>
  field(typed, (scene, text) => Promise.resolve(read(scene, "verification", text)), { free: true })

/** Who runs an account for the office: `无` is no such name. */
export const operatorField = (): Field<string> =>
  field(
    typed,
    (scene, text) => {
      const name = read(scene, "operator", text)
      if (name === null) throw new Reconsider(scene.text.account.notAnOperator(text), ["running", "operator"])
      return Promise.resolve(name)
    },
    { free: true },
  )

const answers = ["yes", "no"] as const
export const mainField = () => oneOf(answers, (words) => words.account.yesOrNo)

const runnings = ["own", "outsourced"] as const
export const runningField = () => oneOf(runnings, (words) => words.account.runnings)

/** The day on which an account was opened. */
export const openedField = (): Field<Day | null> =>
  field(
    z
      .string()
      .transform(tidyName)
      .pipe(
        z
          .string()
          .max(40)
          .regex(/\d{4}|今天|昨天|前天|today|yesterday|无|\d月/i),
      ),
    (scene, text) => {
      const reading = readers.openedOn(text)
      const day = "value" in reading ? reading.value : readDay(text, scene.now, scene.text.post)
      if (day === null && !("value" in reading)) throw new Refusal(scene.text.account.notADay(text))
      if (day !== null && !isPlausibleOpening(day, dayOf(scene.now)))
        throw new Refusal(scene.text.account.dayOutOfRange(day))
      return Promise.resolve(day)
    },
  )

type UnitOf = (scene: Scene, answers: Answers) => Promise<string | null>

const colleagues =
  (unitOf: UnitOf) =>
  async (scene: Scene, known: Answers): Promise<readonly Choice[]> => {
    const unitId = await unitOf(scene, known)
    const found = unitId === null ? [] : await people.inUnit(scene, unitId)
    return personChoices(scene, found)
  }

export type Custodian = { readonly name: string; readonly personId: string | null } | null

/** Who keeps the password: a person of the unit by button, or anybody by name. */
export const custodianField = (unitOf: UnitOf): Field<Custodian> =>
  field(
    typed,
    async (scene, text) => {
      const pressed = await scene.tables.persons.get(text)
      if (pressed) return { name: pressed.name, personId: pressed.id }
      const name = read(scene, "custodian", text)
      return name === null ? null : { name, personId: null }
    },
    { choices: colleagues(unitOf), free: true },
  )

/** Somebody who edits, by name. */
export const editorField = (unitOf: UnitOf): Field<string> =>
  field(
    typed,
    async (scene, text) => {
      const pressed = await scene.tables.persons.get(text)
      return pressed?.name ?? read(scene, "custodian", text) ?? ""
    },
    { choices: colleagues(unitOf), free: true },
  )

/** All editors together, as one cell of the ledger holds them. */
export const editorsOf = (scene: Scene, names: readonly string[]): readonly string[] => {
  const editors = [...new Set(names.filter((name) => name !== ""))]
  const most = ledgerLimits.editors ?? 0
  if (Array.from(editors.join("、")).length > most)
    throw new Refusal(scene.text.account.tooLong("editors", most))
  return editors
}
