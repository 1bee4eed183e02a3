import { items, type ShownHandover } from "../../rules/handover.ts"
import type { Duty } from "../../rules/duty.ts"
import { firstLines, MOST_LINES } from "../list.ts"
import type { handover as chinese, kinds as chineseKinds } from "../zh/handover.ts"
import { obligation } from "./obligation.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

type Chinese = typeof chinese

export const kinds: typeof chineseKinds = {
  resign: "resigns",
  transfer: "moves to another post",
  leave: "long leave",
}

const things: Record<(typeof items)[number], string> = {
  password: "the password was changed, and the former custodian does not know it",
  phone: "the administrator's phone number was changed",
  email: "the e-mail address was changed",
  devices: "devices were handed over or logged out",
  duties: "the open duties are known",
}

const short: Record<(typeof items)[number], string> = {
  password: "password",
  phone: "phone",
  email: "e-mail",
  devices: "devices",
  duties: "open duties",
}

const handoverField = { label: "Hand-over", ask: "Which hand-over?", example: "Douyin “Example County”" }

const who = ({ leaver, kind, lastOn }: ShownHandover): string =>
  `${leaver} (${kinds[kind]}, last day ${when.day(lastOn)})`

export const account = (it: ShownHandover): string =>
  `· ${quota.named(it.account)}${it.duties.length === 0 ? "" : ` (${it.duties.length} open)`}`

const accounts = (all: readonly ShownHandover[]): readonly string[] =>
  firstLines(all.map(account), MOST_LINES, (count) => `and ${count} more accounts`)

export const open = (duties: readonly Duty[]): readonly string[] =>
  firstLines(duties.map(obligation.line), MOST_LINES, (count) => `and ${count} more`)

const single = (it: ShownHandover): readonly string[] => [
  `${quota.named(it.account)} (${it.unit})`,
  ...items.map((item) => `${it.ticked.includes(item) ? "☑" : "☐"} ${things[item]}`),
  ...(it.duties.length === 0 ? ["Nothing is open."] : ["Open:", ...open(it.duties)]),
]

export const handover: Chinese = {
  commands: {
    handover: {
      title: "Receive or confirm a hand-over",
      aliases: [],
      fields: {
        of: handoverField,
        say: { label: "Step", ask: "What is to be done?", example: "" },
        reason: {
          label: "Reason",
          ask: "What is wrong? The receiver will read it.",
          example: "the phone number was not changed yet",
        },
      },
    },
    reassign: {
      title: "Name another receiver",
      aliases: [],
      fields: {
        of: handoverField,
        person: { label: "Receiver", ask: "Who receives it instead?", example: "Li Guoqiang" },
      },
    },
  },
  buttons: {
    receive: "All in order, I receive",
    confirm: "Confirm",
    sendBack: "Give back",
  },
  actions: { ...short, receive: "receive", confirm: "confirm", back: "give back" },
  tick: (item, ticked) => `${ticked ? "☑" : "☐"} ${short[item]}`,
  single: (it) => `Look at ${quota.named(it.account)}`,
  card: (all) => {
    const [first] = all
    if (first === undefined) return ""
    const lines = all.length === 1 ? single(first) : accounts(all)
    if (first.state === "receiving")
      return [
        `[Please receive] From ${who(first)} to ${first.receiver}:`,
        ...lines,
        all.length === 1
          ? "Tick what is in order; when all is, one press receives it."
          : "Look at each account, or receive all with one press when everything is in order.",
        "Please pass the password face to face, never in a chat.",
      ].join("\n")
    if (first.state === "confirming")
      return [
        `[Please confirm the hand-over] From ${who(first)}; ${first.receiver} found in order:`,
        ...lines,
      ].join("\n")
    return [`[Hand-over] From ${who(first)} to ${first.receiver}:`, ...lines].join("\n")
  },
  received: (all, leaders) =>
    [
      `☑ Received, accounts: ${all.length}`,
      ...accounts(all),
      leaders.length === 0
        ? "Nobody can confirm it now; whoever entered the departure was told."
        : `${leaders.join(", ")} was asked to confirm.`,
    ].join("\n"),
  confirmed: (all, by) =>
    [
      `✅ ${by} confirmed the hand-over from ${all[0]?.leaver ?? ""} to ${all[0]?.receiver ?? ""}, accounts: ${all.length}`,
      ...accounts(all),
    ].join("\n"),
  sentBack: (by, reason) => `${by} gave the hand-over back: ${reason}`,
  returned: (receiver) => `Given back; ${receiver} will read why.`,
  reassigned: (it) => `Done: ${it.receiver} now receives ${quota.named(it.account)}, and looks at it anew.`,
  nobodyConfirms: (it, names) =>
    names.length === 0
      ? `[Hand-over] ${it.receiver} received the accounts of ${it.leaver}, but nobody leads “${it.unit}” or a unit above. Please name a leader in charge with /appoint, who then confirms with /handover.`
      : `[Hand-over] ${it.receiver} received the accounts of ${it.leaver}, but ${names.join(", ")} cannot be reached. Please pass on that they confirm with /handover.`,
  nothingWaits: "No hand-over waits for you.",
  nothingToHandOver: "There is nothing to hand over.",
  stands: (it, by) => {
    const named = quota.named(it.account)
    switch (it.state) {
      case "receiving":
        return `The hand-over of ${named} waits for ${it.receiver} to receive it.`
      case "confirming":
        return `The hand-over of ${named} was received by ${it.receiver} and waits for the leader.`
      case "done":
        return `The hand-over of ${named} was confirmed already${by === null ? "" : ` by ${by}`}.`
      case "void":
        return `The hand-over of ${named} was taken back.`
    }
  },
  notYours: (it) =>
    it.state === "receiving"
      ? `${it.receiver} receives ${quota.named(it.account)}, in person.`
      : `A leader confirms the hand-over of ${quota.named(it.account)}, never one of the two.`,
}
