import { dayOf, endOf, type Instant } from "../../rules/time.ts"
import type { inspect as chinese } from "../zh/inspect.ts"
import { platform } from "./platform.ts"
import { counting, reasoned } from "./verdict.ts"
import * as when from "./when.ts"

type Chinese = typeof chinese

const levels: Chinese["levels"] = {
  red: "failing",
  soon: "failing soon",
  green: "passing",
  none: "not inspected",
}
const marks: Chinese["marks"] = { red: "🔴", soon: "🟡", green: "🟢", none: "⚪" }

const absences = {
  unknown: "not registered then",
  coming: "not open yet",
  offline: "offline by leave",
  ended: "over",
}

const later = (count: number): readonly string[] =>
  count === 0
    ? []
    : [
        `  (${counting(count, "post")} reported only afterwards, counted from when ${count === 1 ? "it" : "they"} came out)`,
      ]

const moment = (at: Instant): string => {
  const day = dayOf(at)
  return at === endOf(day) - 1
    ? `${when.fullDay(day)}, 24:00`
    : `${when.fullDay(day)}, ${when.instant(at).slice(-5)}`
}

const title = (at: Instant, now: Instant): string =>
  at === now
    ? "[If the inspector came now] "
    : at < now
      ? `[Inspected as of ${moment(at)}] `
      : `[Going on like this until ${moment(at)}] `

const caution = (at: Instant, now: Instant): readonly string[] =>
  at === now
    ? []
    : at < now
      ? ["By the rules and states of that time; posts count from when they came out, those taken back never."]
      : ["As if nothing more were posted and nothing more done."]

const counted = (counts: Parameters<Chinese["list"]>[0]["counts"]): string =>
  (Object.keys(levels) as (keyof typeof levels)[])
    .filter((level) => level !== "none" || counts.none > 0)
    .map((level) => `${marks[level]} ${counts[level]} ${levels[level]}`)
    .join(", ")

const named = (it: { platform: keyof typeof platform; name: string }): string =>
  `${platform[it.platform]} “${it.name}”`

export const inspect: Chinese = {
  levels,
  marks,
  commands: {
    inspect: {
      title: "would we pass an inspection?",
      aliases: ["pass"],
      fields: {
        at: { label: "When", ask: "Which day?", example: "2026-12-01" },
        of: { label: "Of", ask: "Which unit or account?", example: "示例县教育局" },
        page: { label: "Page", ask: "Which page?", example: "" },
        picture: { label: "Picture", ask: "Which picture?", example: "" },
      },
    },
  },
  buttons: { picture: "The last weeks", nextPicture: "Next picture", earlier: "Back", later: "More" },
  list: (it) => {
    const { line, bases } = reasoned(it.shown.flatMap(({ reasons }) => reasons))
    return [
      `${title(it.at, it.now)}${it.of}${it.pages > 1 ? ` (page ${it.page}/${it.pages})` : ""}`,
      counted(it.counts),
      ...caution(it.at, it.now),
      ...(it.shown.length === 0 ? ["No account to worry about."] : []),
      ...it.shown.flatMap((each) => [
        `${marks[each.level]} ${named(each.account)} (${each.unit})`,
        ...each.reasons.map(line),
        ...later(each.reportedLater),
      ]),
      ...bases,
    ].join("\n")
  },
  counts: (it) =>
    [
      `${title(it.at, it.now)}${it.of}`,
      counted(it.counts),
      ...caution(it.at, it.now),
      "Send /inspect in private to see which.",
    ].join("\n"),
  one: (it) => {
    const { level, account, unit, absent, reasons, reportedLater } = it.shown
    const { line, bases } = reasoned([...reasons, ...(it.next === null ? [] : [it.next.reason])])
    return [
      `${title(it.at, it.now)}${named(account)} (${unit})`,
      `${marks[level]} ${level === "none" && absent !== null ? absences[absent] : levels[level]}`,
      ...caution(it.at, it.now),
      ...reasons.map(line),
      ...later(reportedLater),
      ...(it.next === null
        ? []
        : [`Going on like this it fails from ${when.day(it.next.day)}:`, line(it.next.reason)]),
      ...bases,
    ].join("\n")
  },
  empty: "There is no account here yet. Use /register, or /import for a ledger.",
  tooEarly: (day) =>
    `The first account was registered on ${when.fullDay(day)}; nothing is known of the time before.`,
  tooFar: (days) => `No more than ${days} days can be looked ahead. Please give a nearer day.`,
  picture: (it) => `${it.of}: accounts, ${it.span}${it.pages > 1 ? `, picture ${it.page}/${it.pages}` : ""}`,
}
