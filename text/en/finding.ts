import type { finding as chinese } from "../zh/finding.ts"
import { cited } from "./cited.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

type Shown = Parameters<typeof chinese.card>[0]

const kinds: typeof chinese.kinds = { finding: "Finding", order: "Order" }
const states: typeof chinese.states = {
  open: "to be put right",
  rectified: "put right, to be closed",
  closed: "closed",
  withdrawn: "withdrawn",
}

const whose = ({ account, unit }: Shown): string => (account === null ? unit : quota.named(account))
const named = (shown: Shown): string =>
  `${kinds[shown.it.kind]} ${shown.it.number}, ${whose(shown)}: ${shown.it.what}`

const until = ({ it, left }: Shown): string =>
  left < 0
    ? `was due on ${when.day(it.dueOn)}, ${-left} days late`
    : left === 0
      ? `today (${when.day(it.dueOn)}) by 24:00`
      : `by 24:00 on ${when.day(it.dueOn)}, ${left} days left`

const rests = ({ sources }: Shown): string =>
  sources.length === 0 ? cited.house : [...new Set(sources.map(cited.cite))].join("; ")

const line = (shown: Shown): string =>
  `${shown.it.state === "rectified" ? "☑️" : shown.left < 0 ? "🔴" : "🟡"} ${named(shown)} (${
    shown.it.state === "open" ? until(shown) : states[shown.it.state]
  })`

const rectification = (shown: Shown): readonly string[] =>
  shown.it.rectified === null
    ? []
    : [
        `Put right: ${when.fullDay(shown.it.rectified.on)} by ${shown.rectifiedBy ?? "—"}, ${shown.it.rectified.evidence}${shown.it.rectified.note === null ? "" : `, ${shown.it.rectified.note}`}`,
      ]

const findingField = { label: "Finding", ask: "Which finding?", example: "2026-3" }
const byField = { label: "By", ask: "By which day is it to be put right?", example: "2026-03-20" }
const aboutField = { label: "About", ask: "Which account (or unit) is it about?", example: "Weibo Example" }

export const finding: typeof chinese = {
  kinds,
  states,
  commands: {
    finding: {
      title: "Enter what a check has found",
      aliases: [],
      fields: {
        about: aboutField,
        what: {
          label: "What",
          ask: "What is wrong? No names or numbers of citizens, please.",
          example: "The notice on the front page is out of date",
        },
        point: { label: "Point", ask: "Which point does it fail?", example: "updated in time" },
        by: byField,
        evidence: {
          label: "Evidence",
          ask: "Is there a link to a page or picture? Skip it if not.",
          example: "https://example.org/a",
        },
      },
    },
    order: {
      title: "Order a slow account to be put right by a day",
      aliases: [],
      fields: { account: { ...aboutField, label: "Account", ask: "Which account?" }, by: byField },
    },
    findings: {
      title: "What is still to be put right",
      aliases: [],
      fields: { finding: { ...findingField, example: "" } },
    },
    rectified: {
      title: "Say that a finding was put right",
      aliases: [],
      fields: {
        obligation: { label: "Duty", ask: "Which duty?", example: "" },
        finding: findingField,
        evidence: {
          label: "Evidence",
          ask: "Send a link (page or picture) that shows it.",
          example: "https://example.org/a",
        },
        note: { label: "Note", ask: "Anything to add? Skip it if not.", example: "Twice a week again" },
      },
    },
    verify: {
      title: "Close, send back or withdraw a finding",
      aliases: [],
      fields: {
        finding: findingField,
        say: { label: "Decision", ask: "Close it or send it back?", example: "close" },
        reason: { label: "Reason", ask: "Why is it sent back?", example: "The link does not open" },
        by: { ...byField, ask: "By which day now?" },
      },
    },
  },
  says: { close: "close", back: "send back", withdraw: "withdraw" },
  other: "something else",
  slow: "not updated in time",
  proposed: (on) => `${when.short(on)} (house rule)`,
  buttons: {
    rectified: (number) => (number === null ? "Put right, with a link" : `Put right ${number}`),
    close: "Close",
    back: "Send back",
    withdraw: "Entered by mistake",
    list: "Findings",
  },
  opened: (shown, told) =>
    [
      `✅ Entered: ${named(shown)}`,
      `To be put right: ${until(shown)}`,
      `Rests on ${rests(shown)}`,
      told === 0
        ? "⚠️ Nobody of the unit can be told; please tell them yourself."
        : `${told} people were told. Somebody else closes it afterwards.`,
    ].join("\n"),
  notice: (its) =>
    [
      `[To be put right] ${its[0]?.unit ?? ""}`,
      ...its.flatMap((shown) => [
        `· ${named(shown)}`,
        `  ${until(shown)}; rests on ${rests(shown)}`,
        ...(shown.it.evidence === null ? [] : [`  ${shown.it.evidence}`]),
      ]),
      `Entered by ${its[0]?.by ?? ""}. Press a button below with a link once it is put right; somebody else closes it.`,
    ].join("\n"),
  answered: (shown) =>
    [`☑️ Answered: ${named(shown)}`, ...rectification(shown), "Waits to be closed."].join("\n"),
  toClose: (shown) =>
    [
      `[To be closed] ${shown.unit}`,
      named(shown),
      ...rectification(shown),
      "Please look and close it; send it back with a reason if it does not do.",
    ].join("\n"),
  stillWaiting: (shown) =>
    [`[Reminder] waits for you to close it: ${shown.unit}`, named(shown), ...rectification(shown)].join("\n"),
  closed: (shown) => `✅ ${named(shown)}: closed by ${shown.closedBy ?? "—"}`,
  closedFor: (shown) => `✅ ${named(shown)}: ${shown.closedBy ?? "—"} has closed it.`,
  sentBack: (shown, reason) =>
    [`[Sent back] ${named(shown)}`, `Reason: ${reason}`, `Now: ${until(shown)}`].join("\n"),
  withdrawn: (shown) =>
    `➖ ${named(shown)}: entered by mistake, withdrawn by ${shown.by}. Nothing is to be done.`,
  card: (shown) =>
    [
      `${states[shown.it.state]}: ${named(shown)} (${shown.unit})`,
      `Found on ${when.fullDay(shown.it.foundOn)} by ${shown.by}; ${until(shown)}`,
      `Rests on ${rests(shown)}`,
      ...(shown.it.evidence === null ? [] : [`Evidence: ${shown.it.evidence}`]),
      ...rectification(shown),
      ...shown.it.sentBack.map(({ reason, at }) => `Sent back ${when.instant(at)}: ${reason}`),
      ...(shown.it.closed === null
        ? []
        : [`Closed ${when.instant(shown.it.closed.at)} by ${shown.closedBy ?? "—"}`]),
    ].join("\n"),
  list: (its, more) =>
    [
      "[Findings]",
      ...its.map((shown) => `${line(shown)}  ${shown.unit}`),
      ...(more > 0 ? [`${more} more, due later.`] : []),
    ].join("\n"),
  none: "Nothing waits to be put right or closed.",
  gone: "This finding is no longer there. /findings shows those that are.",
  unknown: (typed) => `There is no finding “${typed}”. /findings shows them.`,
  past: (on) => `${when.fullDay(on)} has passed; the day cannot lie before today.`,
  notOpen: (shown) => `${named(shown)} is ${states[shown.it.state]}; it needs no answer.`,
  notRectified: (shown) =>
    shown.it.state === "open"
      ? `${named(shown)} has not been answered yet and cannot be closed.`
      : `${named(shown)} is ${states[shown.it.state]}; there is nothing more to do.`,
  ownWork: "You said yourself that it was put right; somebody else has to close it.",
  orderedAlready: (shown) => `${named(shown)} is not settled yet; one order is enough.`,
  tooFar: "Somebody has dealt with it already: close it or send it back.",
  notYours: (hours) => `Only whoever entered it can withdraw it, within ${hours} hours.`,
}
