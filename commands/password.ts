import type { Account } from "../rules/account.ts"
import { changeReasons, LONGEST, type Makeup } from "../rules/attestation.ts"
import * as passwords from "../services/passwords.ts"
import { command, type Early, Reconsider, say, type Scene } from "./form/command.ts"
import { pastDayField } from "./form/day.ts"
import { oneOf } from "./form/fields.ts"
import { checkedField, keptField, kindsField, lengthField, witnessField } from "./form/password.ts"

type Kinds = "both" | "letters" | "digits"

const madeOf = (length: number, kinds: Kinds): Makeup => ({
  length,
  letters: kinds !== "digits",
  digits: kinds !== "letters",
})

/** What a rule has against an answer is said before anything else is asked. */
const weakness = async (
  scene: Scene,
  account: Account | undefined,
  makeup: Makeup | null,
): Promise<Early | null> => {
  try {
    if (account && makeup) await passwords.demandStrong(scene, account, makeup)
    return null
  } catch (fault) {
    if (fault instanceof passwords.Weak) return { problem: fault.message, field: fault.what }
    throw fault
  }
}

const reconsidered = (fault: unknown): never => {
  if (fault instanceof passwords.Weak) throw new Reconsider(fault.message, [fault.what])
  throw fault
}

/** The custodian attests that a password was changed: when, how long, of what, and why. Never the password itself. */
export const password = command({
  name: "password",
  right: "see",
  careful: "passwords",
  words: (text) => text.password.commands.password,
  fields: {
    account: keptField,
    on: pastDayField(),
    length: lengthField(),
    kinds: kindsField(),
    checked: checkedField(),
    reason: oneOf(changeReasons, (text) => text.password.reasons),
    witness: witnessField(),
  },
  early: {
    length: (scene, { account, length }) => weakness(scene, account, length ? madeOf(length, "both") : null),
    kinds: (scene, { account, kinds }) => weakness(scene, account, kinds ? madeOf(LONGEST, kinds) : null),
    checked: (scene, { checked }) =>
      Promise.resolve(
        checked === "no" ? { problem: scene.text.password.uncheckedYet, field: "checked" } : null,
      ),
  },
  run: async (scene, { account, on, length, kinds, checked, reason, witness }) => {
    const words = scene.text.password
    if (checked === "no") throw new Reconsider(words.uncheckedYet, ["checked"])
    const makeup = length === null || kinds === null ? null : madeOf(length, kinds)
    const said = { on, password: makeup, reason, witness }
    const { attestation, open } = await passwords.attest(scene, scene.me, account, said).catch(reconsidered)
    const next = open.filter(({ occasionId }) => occasionId === null).flatMap(({ due }) => due?.day ?? [])
    return say(
      words.attested({
        account,
        attestation,
        next: next.sort().at(0) ?? null,
        still: attestation.state === "waiting" ? 0 : open.length - next.length,
        witness: attestation.state === "waiting" ? (witness?.name ?? null) : null,
      }),
    )
  },
})
