import { formatFrequency } from "../../rules/frequency.ts"
import type { Owed } from "../../rules/owed.ts"
import { formatQuantity } from "../../rules/quantity.ts"
import { quantityOf } from "../../rules/stretch.ts"
import type { quota as chinese } from "../zh/quota.ts"
import { cited } from "./cited.ts"
import { platform } from "./platform.ts"
import * as when from "./when.ts"

type Chinese = typeof chinese

const conditions: Chinese["conditions"] = {
  green: "fine",
  amber: "due soon",
  red: "overdue",
  dormant: "dormant",
  zombie: "zombie",
}
const marks: Chinese["marks"] = { green: "🟢", amber: "🟡", red: "🔴", dormant: "💤", zombie: "⚫" }

const named: Chinese["named"] = (account) => `${platform[account.platform]} “${account.name}”`

const last = (it: Pick<Owed, "lastPost">): string =>
  it.lastPost === null ? "no post on record" : `last post ${when.short(it.lastPost)}`

const short = (it: Pick<Owed, "needed" | "count">): string =>
  it.needed > 1 ? `${it.count} posted, ${it.needed - it.count} to go` : ""

const deadline = (it: Owed): string => {
  const left =
    it.left === 0
      ? "today is the last day"
      : it.left === 1
        ? "tomorrow is the last day"
        : `${it.left} days left`
  return `${left}, by 24:00 on ${when.day(it.until)}${it.provisional ? " (provisional)" : ""}${it.ahead ? " (all of it days off: please schedule posts beforehand)" : ""}`
}

const pending = (it: Owed): string =>
  [deadline(it), short(it), last(it)].filter((part) => part !== "").join("; ")

const silent = (it: Owed): string => `${it.silent} days without a post, please update soon (${last(it)})`

const line: Chinese["line"] = (it) => `${marks[it.condition]} ${named(it.account)}: ${pending(it)}`

const overdue: Chinese["overdue"] = (it) => `${marks[it.condition]} ${named(it.account)}: ${silent(it)}`

/** How the last day comes about: `28 Feb + 14 days`. */
const sum = (it: Owed): string =>
  it.frequency.kind === "every" && it.lastPost !== null && !it.ahead && it.left >= 0
    ? ` (${when.short(it.lastPost)} + ${formatQuantity(quantityOf(it.frequency))})`
    : ""

const rule = (it: Owed): string =>
  `${cited.cite(it.source)}: ${formatFrequency(it.frequency)}${it.counts === "originals" ? ", originals" : ""}`

const missingYear = (year: string): string =>
  `📅 The holiday notice for ${year} is not loaded, so its dates are provisional. Once it is out, please have whoever installed the bot load it (zhishou calendar import).`

/** The rules that a message rests on, each once. */
const rules = (its: readonly Owed[]): readonly string[] =>
  [...new Set(its.map(rule))].map((each) => `Rule: ${each}`)

export const quota: Chinese = {
  conditions,
  marks,
  named,
  line,
  overdue,
  commands: {
    today: { title: "See what has to be updated", aliases: [], fields: {} },
    why: {
      title: "See why there was a reminder",
      aliases: [],
      fields: {
        case: { label: "incident", ask: "Which one?", example: "2026-3" },
        obligation: { label: "Duty", ask: "Which one?", example: "File the opening" },
        item: { label: "Item", ask: "Which item?", example: "" },
        account: { label: "Account", ask: "Which account?", example: "Example County News" },
      },
    },
    preview: {
      title: "See the reminders to come",
      aliases: [],
      fields: { days: { label: "Days", ask: "How many days ahead?", example: "30" } },
    },
  },
  today: (it) =>
    [
      `[To update] ${when.day(it.day)}`,
      ...(it.overdue.length + it.due.length === 0 ? ["Nothing has to be updated right now."] : []),
      ...it.overdue.map(overdue),
      ...it.due.map((each) => `${line(each)}${sum(each)}`),
      ...(it.hidden > 0 ? [`${it.hidden} more fall due later.`] : []),
      ...(it.clear > 0 ? [`${it.clear} accounts owe nothing in this period.`] : []),
      ...(it.elsewhere > 0
        ? [`${it.elsewhere} more are looked after by the group or by colleagues: send /accounts.`]
        : []),
      ...rules([...it.overdue, ...it.due]),
      ...it.duties,
    ].join("\n"),
  digest: (it) =>
    [
      `[Daily digest] ${when.day(it.day)}`,
      ...it.overdue.map(overdue),
      ...it.due.map(line),
      ...(it.hidden > 0 ? [`${it.hidden} more: send /today to see them.`] : []),
      ...rules([...it.overdue, ...it.due]),
      ...it.duties,
      ...(it.missedBelow.length > 0
        ? ["New misses below you:", ...it.missedBelow.map((each) => `· ${each}`)]
        : []),
      ...(it.waiting.length > 0
        ? ["Applications that wait for you (see /applications):", ...it.waiting.map((each) => `· ${each}`)]
        : []),
      ...(it.vacant.length > 0
        ? [
            "Places that nobody fills, please see to it (/papers shows them):",
            ...it.vacant.map((each) => `· ${each}`),
          ]
        : []),
      ...it.shifts,
      ...it.leads,
      ...it.festivals,
      ...(it.missingYear === null ? [] : [missingYear(it.missingYear)]),
    ].join("\n"),
  lastCall: (it) =>
    [
      `[Last call] ${when.day(it.day)}`,
      ...it.due.map(line),
      ...(it.hidden > 0 ? [`${it.hidden} more: send /today to see them.`] : []),
      ...(it.due.length === 0
        ? []
        : [
            it.due.some(({ left }) => left > 0)
              ? "Days off follow: please update before you leave today."
              : "Please update before 24:00 today.",
          ]),
      ...rules(it.due),
      ...it.duties,
    ].join("\n"),
  missed: (it) =>
    [
      `[Quota missed] ${it.unit}, ${named(it.account)}`,
      `From ${when.day(it.miss.from)} to ${when.day(it.miss.until)}: ${it.miss.needed} needed, ${it.miss.count} posted (${last(it)}).`,
      `Rule: ${cited.cite(it.source)}. Please see that it is updated soon; you are told of this only once.`,
    ].join("\n"),
  missedBelow: (it) => `${it.unit}, ${named(it.account)} (fell due ${when.day(it.until)})`,
  moreMissed: (count) => `${count} more: send /accounts to see them`,
  report: (account) => `Posted on ${platform[account.platform]}: ${account.name}`,
  update: (account) => `updating ${named(account)}`,
  whyButton: "Why?",
  why: (it) =>
    [
      `${named(it.account)} (${it.unit})`,
      `Now: ${marks[it.condition]} ${conditions[it.condition]}${["red", "dormant", "zombie"].includes(it.condition) ? ", please update at once" : ""}; ${last(it)}, ${it.silent} days ago; counted from ${when.fullDay(it.start)}.`,
      ...(it.rules.length === 0 ? ["No update quota applies."] : []),
      ...it.rules.map((each) =>
        [
          `\n▪ ${rule(each)}`,
          `  ${cited.says(each)}`,
          `  This period: ${when.day(each.from)} to ${when.day(each.until)}${each.provisional ? " (provisional)" : ""}, ${each.needed} needed, ${each.count} posted; ends ${when.short(each.until)}, 24:00.`,
        ].join("\n"),
      ),
      ...(it.misses.length > 0
        ? [
            "\nMissed before:",
            ...it.misses.map(
              ({ source, miss }) =>
                `· ${when.fullDay(miss.from)} to ${when.fullDay(miss.until)}: ${miss.needed} needed, ${miss.count} posted${(miss.later ?? 0) > 0 ? `, ${miss.later ?? 0} reported afterwards` : ""} (${cited.cite(source)})`,
            ),
          ]
        : []),
    ].join("\n"),
  preview: {
    outOfRange: (days, most) =>
      `${days} days cannot be previewed; please write a number from 1 to ${most}. For example: 30`,
    tooMany: (count, most) =>
      `You can see ${count} accounts, and at most ${most} can be previewed. Please let the administrators of the units below preview their own.`,
    title: (days, count) =>
      count === 0
        ? `If nothing changes, no reminder will be sent in the next ${days} days.`
        : `If nobody did anything, the units you can see would get these ${count} messages in the next ${days} days:`,
    line: (at, to, text) => `\n◆ ${when.instant(at)} → ${to}\n${text}`,
    more: (count) => `\n(${count} more are not listed)`,
  },
}
