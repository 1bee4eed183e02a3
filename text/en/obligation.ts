import type { Duty } from "../../rules/duty.ts"
import { dayOf, endOf, timeOf } from "../../rules/time.ts"
import type { obligation as chinese } from "../zh/obligation.ts"
import { change } from "./change.ts"
import { cited } from "./cited.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

type Chinese = typeof chinese

const acts: Chinese["acts"] = {
  "account.go-live": "Take the account live",
  "announcement.remove": "Take down the announcement",
  "explanation.submit": "Explain in writing",
  "system.enter": "Enter it in the national system",
  "account.return": "Back online",
  "filing.shutdown": "Report the shutdown in writing",
  "shutdown.report": "Report how the shutdown goes",
  "change.report": "Report the change",
  "account.update-details": "Change the account's details and announce it",
  "account.close-or-move": "Close or give another sponsor",
  "account.start-cancelling": "Start cancelling",
  "account.cancel": "Cancel on the platform",
  "account.confirm-cancelled": "See that it is gone",
  "filing.open": "File the opening",
  "filing.change": "File the change",
  "filing.close": "File the closing",
  "filing.catch-up": "File late what was never filed",
  "system.update": "Update the reporting system",
  "filing.outsourcing": "File the outsourcing",
  "certification.renew": "Renew the certification",
  "contract.renew": "Renew the contract",
  "leader.name": "Name a leader in charge",
  "handover.finish": "Hand over",
  "password.change": "Change the password",
  "statement.give": "Give the monthly statement",
  "training.hold": "Hold a training",
  "drill.hold": "Hold a drill",
  "budget.confirm": "Confirm that it is in the budget",
  "plan.confirm": "Confirm that it is in the work plan",
  "website.repost": "Keep step with the website",
  "upstream.repost": "Repost what came from above",
  "interpretation.publish": "Publish the article that explains the policy",
  "goal.reach": "Reach the goal",
  "account.open": "Open an account",
  "catalogue.update": "Publish and go through the list of services",
  "review-system.set-up": "Set up the system of review",
}

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

const until = ({ due, left, freeOn, phase }: Duty): string => {
  if (phase === "scheduled" && freeOn !== null) return `may be done from ${when.day(freeOn)} on`
  if (due === null || left === null) return "no date is given, please do it soon"
  const time = due.at === endOf(due.day) ? "24:00" : timeOf(due.at)
  const last = `by ${time} on ${when.day(due.day)}${due.provisional ? " (provisional)" : ""}`
  if (phase === "missed") return `aim ${last}, not reached`
  if (left < 0) return `was due on ${when.day(due.day)}, ${-left} days overdue`
  return left === 0
    ? `due today, ${last}`
    : left === 1
      ? `due tomorrow, ${last}`
      : `${left} days left, ${last}`
}

const rests: Chinese["rests"] = ({ sources, house }) =>
  `${[...new Set(sources.map(cited.cite))].join(", ")}${house ? " (the time is a house rule)" : ""}`

const line: Chinese["line"] = (it) => `${marks[it.phase]} ${named(it)}; ${until(it)}`

const rules: Chinese["rules"] = (its) => [...new Set(its.map(rests))].map((each) => `By ${each}`)

const obligationField = { label: "Duty", ask: "Which one?", example: "File the opening" }

const isPast = ({ phase, left }: Pick<Duty, "phase" | "left">): boolean =>
  (left ?? 0) < 0 || phase === "overdue" || phase === "escalated"

export const obligation: Chinese = {
  acts,
  phases,
  marks,
  proofs,
  named,
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
      ...(it.due.length === 0 ? ["Nothing is open."] : []),
      ...it.due.map(line),
      ...(it.hidden > 0 ? [`${it.hidden} more are due later.`] : []),
      ...rules(it.due),
    ].join("\n"),
  finish: (it) => `Done: ${acts[it.act]}${it.account === null ? "" : ` ${it.account.name}`}`,
  brought: (due, hidden) => [
    ...due.map(line),
    ...(hidden > 0 ? [`${hidden} more have a date: send /due to see them.`] : []),
    ...rules(due),
  ],
  finished: (it) =>
    [
      `${marks[it.phase]} ${named(it)}; ${it.phase === "late" ? "done late" : "done in time"}`,
      `Day: ${it.settled === null ? "" : when.day(it.settled.on)}${it.settled?.proof ? `; shown by ${it.settled.proof}` : ""}`,
      ...(it.settled?.note ? [`Note: ${it.settled.note}`] : []),
      `By ${rests(it)}`,
    ].join("\n"),
  waived: (it, by) => `➖ ${named(it)}; waived by ${by}. Reason: ${it.settled?.note ?? ""}`,
  escalated: (it) =>
    [
      `${isPast(it) ? "[Overdue]" : "[Due soon]"} ${it.unit}: ${named(it)}`,
      `The day is ${it.due === null ? "" : when.day(it.due.day)}, and it is not done.`,
      `By ${rests(it)}. Please see to it; you are told only once.`,
    ].join("\n"),
  bornLate: (it) =>
    [
      `[Overdue when it was entered] ${named(it)}`,
      `It was due on ${it.due === null ? "" : when.fullDay(it.due.day)}. Please do it soon and then send /done.`,
      `By ${rests(it)}`,
    ].join("\n"),
  reason: (it) =>
    [
      `${marks[it.phase]} ${named(it)} (${it.unit})`,
      `Now: ${phases[it.phase]}; ${until(it)}`,
      `Counted from ${typeof it.since === "number" ? when.instant(it.since) : when.fullDay(it.since)}, which is not counted itself.`,
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
  future: (on) => `${when.fullDay(on)} is still to come; nothing can have been done after today.`,
  beforeStart: (on, began) =>
    `${when.fullDay(on)} is before ${when.fullDay(began)}, from which it counts. Please check the day.`,
  tooEarly: (free) => `It may not be done yet, only from ${when.fullDay(free)} on.`,
  byCommand: (act, command) => `“${acts[act]}” is done with /${command}, not here.`,
  endedAlready: (it) =>
    `${it.by === null ? "It was settled" : `${it.by} settled it`} already: ${phases[it.phase]}${it.on === null ? "" : ` (${when.day(it.on)})`}. Nothing more to do.`,
  receiptUsed: (proof, it) => `“${proof}” was given for “${named(it)}” already. Please check.`,
}
