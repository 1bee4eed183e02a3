import { z } from "zod"
import type { Account } from "../../rules/account.ts"
import { LONGEST } from "../../rules/attestation.ts"
import { isWatched } from "../../rules/life.ts"
import type { Person } from "../../rules/person.ts"
import * as passwords from "../../services/passwords.ts"
import { Refusal } from "../../services/refusal.ts"
import * as units from "../../services/units.ts"
import * as witnesses from "../../services/witnesses.ts"
import { accountField } from "./account.ts"
import { personChoices } from "./choices.ts"
import { Ambiguous, type Answers, type Choice, type Field, type Scene } from "./command.ts"
import { field, matching } from "./fields.ts"

/** The mark of what need not be said: the only choice is taken without asking. */
const UNNEEDED = "-"
const unneeded = (scene: Scene): readonly Choice[] => [
  { value: UNNEEDED, label: scene.text.password.unneeded },
]

const any = accountField("see", { fits: isWatched })

/** An account: those whose password the person keeps, or else any that may be seen. */
export const keptField: Field<Account> = {
  ...any,
  choices: async (scene, answers) => {
    const own = (await scene.tables.accounts.where("custodian", scene.me.person.id)).filter(isWatched)
    return own.length > 0
      ? own.map((each) => ({ value: each.id, label: scene.text.quota.named(each) }))
      : ((await any.choices?.(scene, answers)) ?? [])
  },
}

const accountOf = async (scene: Scene, { account = "" }: Answers): Promise<Account | null> => {
  const found = await any.find(scene, account)
  return found instanceof Ambiguous ? null : found
}

const isByPassword = async (scene: Scene, answers: Answers): Promise<boolean> => {
  const account = await accountOf(scene, answers)
  return account === null || passwords.isByPassword(scene, account)
}

const LENGTHS = [10, 12, 16, 20]

/** How long the new password is: pressed, or typed as a number. What else is typed is never repeated. */
export const lengthField = (): Field<number | null> =>
  field(
    z.string().max(200),
    (scene, typed) => {
      const [, digits] = /^\s*(\d{1,3})\s*(?:位|个字符|characters?)?\s*$/i.exec(typed) ?? []
      const length = Number(digits ?? "0")
      if (typed !== UNNEEDED && (length < 1 || length > LONGEST))
        throw new Refusal(scene.text.password.lengthOdd)
      return Promise.resolve(typed === UNNEEDED ? null : length)
    },
    {
      takes: (word) => /^\d{1,3}位?$/.test(word),
      choices: async (scene, answers) =>
        (await isByPassword(scene, answers))
          ? LENGTHS.map((length) => ({
              value: String(length),
              label: scene.text.password.lengths(length, length === LENGTHS.at(-1)),
            }))
          : unneeded(scene),
    },
  )

const kinds = ["both", "letters", "digits"] as const
const yesOrNo = ["yes", "no"] as const

/** One of a few words, asked for only where it means something. */
const oneOfWhen = <V extends string>(
  values: readonly V[],
  labels: (scene: Scene) => Readonly<Record<V, string>>,
  isAsked: (scene: Scene, answers: Answers) => Promise<boolean>,
): Field<V | null> =>
  field(
    z.string().trim().max(60),
    (scene, typed) => {
      if (typed === UNNEEDED) return Promise.resolve(null)
      const value = values.find((each) => each === typed || labels(scene)[each] === typed)
      if (value === undefined) throw new Refusal(scene.text.command.unknown(""))
      return Promise.resolve(value)
    },
    {
      takes: (word) => values.some((each) => each === word),
      choices: async (scene, answers) =>
        (await isAsked(scene, answers))
          ? values.map((value) => ({ value, label: labels(scene)[value] }))
          : unneeded(scene),
    },
  )

/** What the new password is made of. */
export const kindsField = () => oneOfWhen(kinds, (scene) => scene.text.password.kinds, isByPassword)

/** Whether who may log in was checked, on a platform without a password. */
export const checkedField = () =>
  oneOfWhen(
    yesOrNo,
    (scene) => scene.text.password.checked,
    async (scene, answers) => !(await isByPassword(scene, answers)),
  )

/** Who witnesses it, where the unit wants somebody to. */
export const witnessField = (): Field<Person | null> => {
  const offered = async (scene: Scene, answers: Answers): Promise<readonly Choice[]> => {
    const account = await accountOf(scene, answers)
    if (account === null || !(await units.wantsWitness(scene, account.unitId))) return unneeded(scene)
    const others = await witnesses.offered(scene, scene.me, account)
    if (others.length === 0) throw new Refusal(scene.text.password.noWitness)
    return personChoices(scene, others)
  }
  return field(
    z.string().trim().min(1).max(60),
    async (scene, typed) => {
      if (typed === UNNEEDED) return null
      const pressed = await scene.tables.persons.get(typed)
      if (pressed) return pressed
      const people = (await scene.tables.persons.all()).filter(({ state }) => state === "active")
      const value = matching(scene, await personChoices(scene, people), typed)
      return value instanceof Ambiguous ? value : scene.tables.persons.get(value)
    },
    { choices: offered, free: true },
  )
}
