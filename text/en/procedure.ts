import type { ShownLevel, ShownProcedure } from "../../rules/progress.ts"
import type { Source } from "../../rules/owed.ts"
import type { procedure as chinese } from "../zh/procedure.ts"
import { cited } from "./cited.ts"
import { offline } from "./offline.ts"
import { people } from "./people.ts"
import { quota } from "./quota.ts"
import { dayOf } from "../../rules/time.ts"
import * as when from "./when.ts"

const steps: typeof chinese.steps = {
  ...people.roles,
  deputy: "deputy",
  "drafting-department": "drafting department",
  "supervising-unit": "supervising unit",
  "openness-office": "openness office",
  "county-office": "county government office",
  "city-office": "city government office",
  "provincial-office": "provincial general office",
  "state-council-office": "State Council General Office",
}
const kinds: typeof chinese.kinds = {
  "account.open": "opening",
  "account.go-offline": "going offline:",
  "account.close": "closing",
  "account.exit": "leaving supervision:",
}
const verdicts: typeof chinese.verdicts = {
  approved: "agreed",
  refused: "refused",
  returned: "gave back for changes",
}
const marks: Record<ShownLevel["state"], string> = {
  approved: "✅",
  refused: "❎",
  returned: "↩️",
  waiting: "⏳",
  later: "·",
}

const titled: typeof chinese.titled = (it) => `${kinds[it.kind]} ${quota.named(it.account)}`

const cites = (sources: readonly Source[]): string =>
  [...new Set(sources.map(cited.cite))].join(", ") || "agreed by this office"

const level = (it: ShownLevel): string => {
  const day = it.on === null ? "" : ` on ${when.short(it.on)}`
  switch (it.state) {
    case "waiting":
      return `${marks.waiting} ${steps[it.step]} (waited for)`
    case "later":
      return `${marks.later} ${steps[it.step]}`
    default: {
      const who = it.paper === null ? (it.by ?? "") : `recorded from paper ${it.paper}`
      const stands = it.standsFor === null ? "" : `, for ${it.standsFor}`
      const note = it.note === null ? "" : `: ${it.note}`
      return `${marks[it.state]} ${steps[it.step]} ${verdicts[it.state]}${day} (${who}${stands})${note}`
    }
  }
}

/** What only going offline has: why, and from when until when. */
const planned = ({ details: { cause, from, until } }: ShownProcedure): readonly string[] => [
  ...(cause === undefined
    ? []
    : [`Cause: ${(offline.causes as Readonly<Record<string, string>>)[cause] ?? cause}`]),
  ...(from === undefined || until === undefined
    ? []
    : [`From ${when.fullDay(from)} to ${when.fullDay(until)}`]),
]

const details = (it: ShownProcedure): readonly string[] => [
  ...(it.kind === "account.go-offline" ? planned(it) : []),
  ...(it.reason === null ? [] : [`Reason: ${it.reason}`]),
  ...it.attachments.map(({ what, paper }) => `Attached: ${what} (${paper})`),
]
/** A second time it says who gave it back the first time, and why. */
const before = (it: ShownProcedure): readonly string[] =>
  it.returned === null ? [] : [`Sent in before: ${level(it.returned)}`]

const progress = (it: ShownProcedure): readonly string[] => it.levels.map(level)
const basis = (it: ShownProcedure): string => `Under: ${cites(it.levels.flatMap(({ sources }) => sources))}`
const next = (it: ShownProcedure): string => (it.next === null ? "" : steps[it.next])

const ends: Record<ShownProcedure["state"], (it: ShownProcedure) => string> = {
  waiting: (it) => `${marks.waiting} ${titled(it)}: next ${next(it)}`,
  returned: (it) => `${marks.returned} ${titled(it)}: given back for changes; please send it in again`,
  approved: (it) => `${marks.approved} ${titled(it)}: every level has agreed`,
  refused: (it) => `${marks.refused} ${titled(it)}: refused; the account has not changed`,
  withdrawn: (it) => `${titled(it)}: withdrawn`,
  done: (it) => `${marks.approved} ${titled(it)}: carried out`,
}
const settled = (it: ShownProcedure): string => [ends[it.state](it), ...progress(it)].join("\n")

export const procedure: typeof chinese = {
  steps,
  kinds,
  titled,
  buttons: {
    agree: "Agree",
    refuse: "Refuse",
    sendBack: "Give back",
    record: "Record the paper",
    show: "Show progress",
    withdraw: "Withdraw",
  },
  verdicts,
  gone: "There is no such application.",
  none: "No application is under way.",
  card: (it) =>
    [
      it.next !== null && it.next in people.roles
        ? `[Please decide] ${it.asker} applies for ${titled(it)}`
        : `[Please follow up] ${titled(it)}, waiting for ${next(it)}`,
      `Unit: ${it.unit}`,
      ...before(it),
      ...details(it),
      ...progress(it),
      basis(it),
      ...(it.next !== null && !(it.next in people.roles)
        ? [
            `Please hand it to ${steps[it.next]}, and record the number and date of the paper that comes back. This bot records, it grants nothing.`,
          ]
        : []),
    ].join("\n"),
  show: (it) =>
    [ends[it.state](it), `Unit: ${it.unit}`, ...before(it), ...details(it), ...progress(it), basis(it)].join(
      "\n",
    ),
  settled,
  ends,
  sent: (it) =>
    [
      `Sent in: ${titled(it)}`,
      ...progress(it),
      basis(it),
      "You will be told as soon as there is an answer.",
    ].join("\n"),
  settledAlready: (it) => `This step has been dealt with. ${settled(it)}`,
  withdrawn: (it, by, reason) => `${by} withdrew the application for ${titled(it)}: ${reason}`,
  over: (it, ended) =>
    `${quota.named(it)} ${ended === null ? "is over" : `was retired on ${when.short(ended.on)} (${ended.reason})`}: there is nothing left to decide, and nothing has changed.`,
  abandoned: (it) => `${titled(it)}: the account was retired, so the application was taken back.`,
  underWayAlready: (it) =>
    `${titled(it)} is under way already; there is no need to send it in again.\n${progress(it).join("\n")}`,
  lacking: (it) =>
    [
      "It cannot be sent in yet. Please provide:",
      ...(it.reason ? [`· a reason, one of: ${it.reasons.join(", ")}`] : []),
      ...(it.ticks.length > 0
        ? [`· missing in the plan: ${it.ticks.map(({ says, saysEn }) => saysEn ?? says).join(", ")}`]
        : []),
      ...it.attachments.map(({ what }) => `· attached: ${what} (its number or link)`),
    ].join("\n"),
  nobodyDecides: (step, unit) =>
    `“${unit}” has no ${steps[step]}, so nobody could decide this step; nothing was sent in. Please use /invite or /appoint first.`,
  notYours: (step, inPerson) =>
    `This step is decided by the ${steps[step]}${inPerson ? " in person; nobody can stand in" : ""}.`,
  recordedOnly: (step) =>
    `What the ${steps[step]} decides is on paper: an administrator records its number and date with /record.`,
  notRecorded: (step) =>
    `The ${steps[step]} is one of this unit and decides on the card; a paper number does not replace that.`,
  paperFromFuture: (on) => `${when.fullDay(on)} has not come yet; a paper cannot be dated later than today.`,
  paperTooOld: (on, step, before) =>
    `The paper of ${when.fullDay(on)} is older than the step before it (${steps[step]}, ${when.fullDay(before)}). Please check the date.`,
  hindrances: {
    over: (it) =>
      ({
        waiting: "This application is under way.",
        returned: "This application was given back; please send it in again first.",
        approved: "Every level has agreed; there is nothing left to record.",
        refused: "This application was refused and is over.",
        withdrawn: "This application was withdrawn.",
        done: "This application has been carried out.",
      })[it.state],
    "no-such-step": (it) => `This application does not need the ${steps[it.step]}.`,
    "out-of-order": (it) =>
      it.first in people.roles
        ? `It is not the turn of the ${steps[it.step]}: the unit's ${steps[it.first]} agrees first.`
        : `It is not the turn of the ${steps[it.step]}: please record the paper of the ${steps[it.first]} first.`,
    "same-person": (it) => `You have agreed as ${steps[it.step]}; this step is decided by somebody else.`,
    decided: (it) =>
      `The step of the ${steps[it.step]} was dealt with by ${it.by ?? "somebody else"} on ${when.short(it.on)} (${verdicts[it.verdict]}); nothing was repeated.`,
  },
  waitingSince: (it, since) =>
    `${titled(it)} (${it.unit}): waiting for ${next(it)} since ${when.short(dayOf(since))}`,
}
