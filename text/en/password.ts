import type { Account } from "../../rules/account.ts"
import type { Attestation } from "../../rules/attestation.ts"
import type { password as chinese } from "../zh/password.ts"
import { cited } from "./cited.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

type Chinese = typeof chinese
type Named = Pick<Account, "platform" | "name">

const reasons: Chinese["reasons"] = {
  routine: "routine",
  handover: "hand-over",
  incident: "something went wrong",
  first: "first entry",
}

const kinds: Chinese["kinds"] = { both: "Letters and digits", letters: "Letters only", digits: "Digits only" }

const made = ({ password }: Pick<Attestation, "password">): string =>
  password === null
    ? "administrator, phone and e-mail checked"
    : `${password.length} characters, ${(password.letters && password.digits ? kinds.both : password.letters ? kinds.letters : kinds.digits).toLowerCase()}`

const changed = ({ on, password }: Pick<Attestation, "on" | "password">): string =>
  `${password === null ? "checked" : "changed"} ${when.day(on)}`

const accountField = { label: "account", ask: "Which account?", example: "County News" }

/** What is said of changed passwords, and never asks for one. */
export const password: Chinese = {
  reasons,
  kinds,
  commands: {
    password: {
      title: "Say that a password was changed",
      aliases: [],
      fields: {
        account: {
          ...accountField,
          ask: "Of which account was the password changed? Please never send the password itself.",
        },
        on: { label: "changed on", ask: "On which day?", example: "today" },
        length: {
          label: "length",
          ask: "How many characters has it? Press a button or write a number; never send the password itself.",
          example: "12",
        },
        kinds: { label: "made of", ask: "What is it made of?", example: "Letters and digits" },
        checked: {
          label: "checked",
          ask: "An administrator logs in here, without a password. Were the administrator, phone and e-mail that are bound all checked?",
          example: "All checked",
        },
        reason: { label: "reason", ask: "Why was it changed?", example: "routine" },
        witness: { label: "witness", ask: "Who is to witness it?", example: "Li Guoqiang" },
      },
    },
    witness: {
      title: "Witness a changed password",
      aliases: [],
      fields: {
        attestation: { label: "entry", ask: "Which entry?", example: "" },
        say: { label: "answer", ask: "Is it so?", example: "" },
      },
    },
  },
  buttons: { witnessed: "I witness it", notWitnessed: "It is not so", attest: "Say that it was changed" },
  lengths: (length, more) => (more ? `more than ${length}` : String(length)),
  checked: { yes: "All checked", no: "Not yet" },
  unneeded: "Not needed",
  tooShort: (length, atLeast, source) =>
    `${length} characters are too few, there have to be at least ${atLeast}. Please choose a longer one, then say so again (${cited.cite(source)}).`,
  tooPlain: (source) =>
    `It has to have letters and digits. Please change it, then say so again (${cited.cite(source)}).`,
  lengthMissing: "Please say how many characters the new password has.",
  lengthOdd: "Please write only how many, such as 12. Never send the password itself.",
  uncheckedYet: "Please check the administrator, phone and e-mail first, then say so.",
  notWatched: (it: Named) => `${quota.named(it)} is not open yet, or is over. There is nothing to enter.`,
  notKeeper: (it: Named, keeper) =>
    `${keeper} keeps the password of ${quota.named(it)} and has to say so. If somebody else keeps it now, change that with /edit first.`,
  attested: (it) =>
    [
      `✅ Noted: ${quota.named(it.account)}, ${changed(it.attestation)}`,
      `${made(it.attestation)}; reason: ${reasons[it.attestation.reason]}`,
      ...(it.witness === null
        ? []
        : [`Waiting for a witness: ${it.witness} was asked; it counts from then on.`]),
      ...(it.still > 0 ? ["What happened after that day is still open: please change it once more."] : []),
      ...(it.next === null || it.witness !== null ? [] : [`The next time by ${when.fullDay(it.next)}.`]),
    ].join("\n"),
  asksWitness: (it) =>
    [
      `[Please witness] ${it.by} says: ${quota.named(it.account)}, ${changed(it.attestation)}`,
      `${made(it.attestation)}; reason: ${reasons[it.attestation.reason]}`,
      "Please make sure in person before you press, and do not ask for the password.",
    ].join("\n"),
  witnessed: (it) =>
    it.yes
      ? `✅ Witnessed: ${quota.named(it.account)}, ${changed(it.attestation)}`
      : `Noted: what was said of ${quota.named(it.account)} is not so, and does not count.`,
  answered: (it) =>
    it.attestation.state === "standing"
      ? `✅ ${it.by} witnessed: ${quota.named(it.account)}, ${changed(it.attestation)}`
      : `${it.by} did not witness: ${quota.named(it.account)}, ${changed(it.attestation)}. Please look into it and say it again with /password.`,
  noWitness: "The unit wants a witness, but nobody else is enrolled. Please /invite somebody first.",
  witnessMissing: "Please choose a witness among the people of the unit, not yourself.",
  witnessedAlready: "This no longer needs a witness.",
  notWitness: "You are not the witness of this; whoever said it needs another person.",
  standing: (it) =>
    [
      `password: ${it.last === null ? "no change noted yet" : `${changed(it.last)}, ${made(it.last)}`}`,
      ...(it.due === null ? [] : [`to be changed by ${when.fullDay(it.due)}`]),
      ...(it.waiting === null ? [] : [`${changed(it.waiting)} waits for a witness`]),
    ].join("; "),
  noKeeper: "🔴 nobody keeps the password; name somebody with /edit",
}
