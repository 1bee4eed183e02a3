import { type Duty, isLastWorkingDay, isReceivedToday, looksLike, safeDay } from "../../rules/duty.ts"
import { doingOf } from "../../rules/acts.ts"
import { isOpen } from "../../rules/obligation.ts"
import { formatQuantity } from "../../rules/quantity.ts"
import type { Reckoning } from "../../rules/reckoning.ts"
import { addDays, dayOf, endOf, timeOf } from "../../rules/time.ts"
import type { obligation as chinese } from "../zh/obligation.ts"
import { acts } from "./acts.ts"
import { change } from "./change.ts"
import { cited } from "./cited.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

type Chinese = typeof chinese

const phases: Chinese["phases"] = {
  scheduled: "not yet",
  open: "open",
  warned: "due soon",
  today: "due today",
  overdue: "overdue",
  escalated: "overdue, the leader was told",
  done: "done in time",
  late: "done late",
  waived: "waived",
  missed: "aim missed",
  free: "may be done",
  void: "no longer needed",
}

const marks: Chinese["marks"] = {
  scheduled: "⚪",
  open: "🟢",
  warned: "🟡",
  today: "🟠",
  overdue: "🔴",
  escalated: "🔴",
  done: "✅",
  late: "☑️",
  waived: "➖",
  missed: "➖",
  free: "⚪",
  void: "➖",
}

const proofs: Chinese["proofs"] = {
  receipt: {
    ask: "What is the number of the receipt, or in the system?",
    missing: "Please give the number of the receipt or in the system; without it, it is not done.",
  },
  link: {
    ask: "Please send the link.",
    missing: "Please give the link; without it, it is not done.",
  },
  paper: {
    ask: "What is the number of the paper?",
    missing: "Please give the number of the paper; without it, it is not done.",
  },
  note: {
    ask: "What was done, in a few words: when, how many people, where the papers are?",
    missing: "Please say in a few words what was done, so that it can be checked later.",
  },
}

/** What it is about: an account, a person, a person's account, or the unit. */
const whose = (it: Parameters<Chinese["named"]>[0]): string => {
  const account = it.account === null ? null : quota.named(it.account)
  return account !== null && it.person !== null
    ? `${account} (${it.person})`
    : (account ?? it.person ?? it.unit)
}

const named: Chinese["named"] = (it) =>
  `${acts[it.act]}${it.to === null ? "" : ` (with ${it.to})`}: ${whose(it)}${it.about === null ? "" : ` (${it.about})`}`

/** What one person entered when it was too late, and nobody has confirmed. */
const alone = "as one person says, unconfirmed: late"

/** With its year when that is not the one in which it is read. */
const dated = ({ due, left }: Duty): string => {
  if (due === null || left === null) return ""
  return addDays(due.day, -left).slice(0, 4) === due.day.slice(0, 4)
    ? when.day(due.day)
    : when.fullDay(due.day)
}

const until = (it: Duty): string => {
  const { due, left, freeOn, phase, settled } = it
  if (settled !== null)
    return `${phase === "waived" ? "waived" : "done"} on ${when.fullDay(settled.on)}${settled.alone ? ` (${alone})` : ""}`
  if (phase === "scheduled" && freeOn !== null) return `may be done from ${when.day(freeOn)} on`
  if (due === null || left === null) return "no date is given, please do it soon"
  const time = due.at === endOf(due.day) ? "24:00" : timeOf(due.at)
  const last = `by ${time} on ${dated(it)}${due.provisional ? " (provisional)" : ""}`
  if (phase === "missed") return `aim ${last}, not reached`
  if (left < 0) return `was due on ${dated(it)}, ${-left} days overdue`
  return left === 0
    ? `due today, ${last}`
    : left === 1
      ? `due tomorrow, ${last}`
      : `${left} days left, ${last}`
}

const rests: Chinese["rests"] = ({ sources, house }) =>
  `${[...new Set(sources.map(cited.cite))].join(", ")}${house ? " (the time is a house rule)" : ""}`

const sum = ({ from, within, until: last, days }: Reckoning): string =>
  `${when.short(from)} + ${formatQuantity(within)} = ${when.day(last)}${days.length === 0 ? "" : `; working days: ${days.map(when.short).join(", ")}`}.`

const line: Chinese["line"] = (it) => `${marks[looksLike(it)]} ${named(it)}; ${until(it)}`

const rules: Chinese["rules"] = (its) => [...new Set(its.map(rests))].map((each) => `By ${each}`)

const obligationField = { label: "Duty", ask: "Which one?", example: "File the opening" }

const isPast = ({ phase, left }: Pick<Duty, "phase" | "left">): boolean =>
  (left ?? 0) < 0 || phase === "overdue" || phase === "escalated"

export const obligation: Chinese = {
  acts,
  phases,
  alone,
  marks,
  proofs,
  named,
  until,
  line,
  rests,
  rules,
  commands: {
    due: {
      title: "See what has a date",
      aliases: ["deadlines"],
      fields: { scope: { label: "Scope", ask: "Of whom?", example: "My unit" } },
    },
    done: {
      title: "Say that something is done",
      aliases: ["finished"],
      fields: {
        obligation: obligationField,
        on: { label: "Day", ask: "When was it done?", example: "today" },
        proof: { label: "Proof", ask: "What shows that it was done?", example: "F2026-0315" },
      },
    },
    waive: {
      title: "Let a duty go (leader in charge)",
      aliases: ["excuse"],
      fields: {
        obligation: obligationField,
        reason: {
          label: "Reason",
          ask: "Why need it not be done? The reason is kept.",
          example: "The account was merged into the city's, which files for both",
        },
      },
    },
  },
  scopes: { mine: "Mine", unit: "My unit", all: "Everything below me" },
  days: { today: "Today", yesterday: "Yesterday" },
  buttons: { done: "Done", why: "Why" },
  list: (it) =>
    [
      `[What has a date] ${it.scope}`,
      ...it.incidents,
      ...(it.due.length + it.incidents.length === 0 ? ["Nothing is open."] : []),
      ...it.due.map(line),
      ...(it.hidden > 0 ? [`${it.hidden} more are due later.`] : []),
      ...rules(it.due),
    ].join("\n"),
  finish: (it) => `Done: ${acts[it.act]}${it.account === null ? "" : ` ${it.account.name}`}`,
  brought: (due, hidden) => [
    ...due.map(line),
    ...(hidden > 0 ? [`${hidden} more have a date: send /due to see them.`] : []),
    ...(due.some(isReceivedToday) ? ["The receiving office may close early; please hand it in soon."] : []),
    ...(due.some(isLastWorkingDay)
      ? ["Only days of rest are left, and the date does not move: please do it today."]
      : []),
    ...rules(due),
  ],
  begun: (it) =>
    `⏱ This change asks for: ${named(it)}, ${until(it)}. Under ${rests(it)}. Once it is done, use /done.`,
  finished: (it) =>
    [
      `${marks[it.phase]} ${named(it)}; ${it.phase === "late" ? "done late" : "done in time"}`,
      `Day: ${it.settled === null ? "" : when.fullDay(it.settled.on)}${it.settled?.proof ? `; shown by ${it.settled.proof}` : ""}`,
      ...(it.settled?.note ? [`Note: ${it.settled.note}`] : []),
      `By ${rests(it)}`,
    ].join("\n"),
  waived: (it, by) => `➖ ${named(it)}; waived by ${by}. Reason: ${it.settled?.note ?? ""}`,
  firm: (it) =>
    `${named(it)} cannot be waived: ${dated(it)} is the last day, and letting it go would be an extension. By ${rests(it)}.`,
  escalated: (it) =>
    [
      `${isPast(it) ? "[Overdue]" : "[Due soon]"} ${it.unit}: ${named(it)}`,
      `The day is ${dated(it)}, and it is not done.`,
      `By ${rests(it)}. Please see to it; you are told only once.`,
    ].join("\n"),
  bornLate: (it) =>
    [
      `[Overdue when it was entered] ${named(it)}`,
      `It was due on ${it.due === null ? "" : when.fullDay(it.due.day)}. Please do it soon and then send /${doingOf(it.act).command ?? "done"}.`,
      `By ${rests(it)}`,
    ].join("\n"),
  reason: (it) =>
    [
      `${marks[looksLike(it)]} ${named(it)} (${it.unit})`,
      `Now: ${until(it).startsWith(phases[it.phase]) ? "" : `${phases[it.phase]}; `}${until(it)}`,
      `${it.occasionId === null ? "This period began on" : "Counted from"} ${typeof it.since === "number" ? when.instant(it.since) : when.fullDay(it.since)}${it.occasionId === null ? "" : ", which is not counted itself"}.`,
      ...(it.reckoning === null ? [] : [sum(it.reckoning)]),
      ...(isOpen(it) && safeDay(it) !== null
        ? [`The last day is one of rest and does not move: better do it by ${when.day(safeDay(it) ?? "")}.`]
        : []),
      `By ${rests(it)}`,
      ...(it.happened === null ? [] : [change.happened(it.happened)]),
      ...it.says.map((each) => `  ${cited.says(each)}`),
      `Entered on ${when.fullDay(dayOf(it.noted))}.`,
      ...(it.settled?.note ? [`Note: ${it.settled.note}`] : []),
      ...(it.history.length > 0 ? ["So far:", ...it.history.map((each) => `· ${each}`)] : []),
    ].join("\n"),
  moment: (at, phase, by) => `${when.instant(at)} ${phases[phase]}${by === null ? "" : ` (${by})`}`,
  gone: "That one is no longer there. Send /due to see what is open.",
  none: "Nothing can be done at the moment.",
  tooLong: (most) => `That is too long: at most ${most} characters. Please give only the number.`,
  future: (on) => `${when.fullDay(on)} is still to come; nothing can have been done after today.`,
  beforeStart: (on, began) =>
    `${when.fullDay(on)} is before ${when.fullDay(began)}, from which it counts. Please check the day.`,
  tooEarly: (free) => `It may not be done yet, only from ${when.fullDay(free)} on.`,
  byCommand: (act, command) => `“${acts[act]}” is done with /${command}, not here.`,
  endedAlready: (it) =>
    `${it.by === null ? "It was settled" : `${it.by} settled it`} already: ${phases[it.phase]}${it.on === null ? "" : ` (${when.day(it.on)})`}. Nothing more to do.`,
  receiptUsed: (proof, it) => `“${proof}” was given for “${named(it)}” already. Please check.`,
}
