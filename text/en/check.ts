import type { CheckLine, CheckSheet, Sampled } from "../../rules/check.ts"
import type { Source } from "../../rules/owed.ts"
import { dayOf } from "../../rules/time.ts"
import type { check as chinese } from "../zh/check.ts"
import { cited } from "./cited.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

type Shown = Parameters<typeof chinese.card>[0]
type ShownSheet = Parameters<typeof chinese.exceptions>[0]

const titles: typeof chinese.kinds = { check: "Monthly check", self: "Look at oneself" }

const named = ({ account }: ShownSheet): string =>
  `${quota.named(account)}${account.operator === null ? "" : ` (run by ${account.operator})`}`

const post = ({ at, link }: Sampled): string => `${when.short(dayOf(at))} ${link ?? "(no link)"}`

const lineOf = (mark: string, lines: readonly CheckLine[]): readonly string[] =>
  lines.length === 0 ? [] : [`  ${mark} ${lines.map(cited.says).join(", ")}`]

const of = (sheet: CheckSheet, answer: CheckLine["answer"]): readonly CheckLine[] =>
  sheet.lines.filter((line) => line.answer === answer)

const lines = (shown: ShownSheet): readonly string[] => {
  const { sheet } = shown
  const missing = sheet.sample.filter(({ found }) => found === false)
  const looked = sheet.sample.filter(({ found }) => found !== false)
  return [
    named(shown),
    ...of(sheet, "wrong").map(
      (line) => `  ❌ ${cited.says(line)}${line.note === null ? "" : `: ${line.note}`}`,
    ),
    ...missing.map((each) => `  ❌ post not to be found: ${post(each)}`),
    ...lineOf("❓", of(sheet, "unknown")),
    ...looked.map((each) => `  🔎 ${each.found === true ? "looked up" : "sampled"} ${post(each)}`),
    ...lineOf("✅", of(sheet, "fine")),
  ]
}

const wrongOn = ({ sheet }: ShownSheet): number =>
  of(sheet, "wrong").length + sheet.sample.filter(({ found }) => found === false).length
const leftOn = ({ sheet }: ShownSheet): number => of(sheet, "unknown").length

const sum = (sheets: readonly ShownSheet[], count: (each: ShownSheet) => number): number =>
  sheets.reduce((all, each) => all + count(each), 0)

const rests = (sources: readonly Source[]): readonly string[] =>
  sources.length === 0 ? [] : [`Rests on ${[...new Set(sources.map(cited.cite))].join("; ")}`]

const hint = ({ kind, proposed, sheets }: Shown): readonly string[] => {
  const rest = "❓ counts as fine, 🔎 as found"
  if (kind === "self") return [`“As shown”: ${rest}, ❌ is kept among what you found yourselves.`]
  const problems =
    sum(sheets, wrongOn) === 0
      ? ""
      : `, ❌ is to be put right by ${when.day(proposed)} (house rule), and the unit is told`
  return [`“As shown”: ${rest}${problems}.`]
}

const state = (shown: Shown): string => {
  if (shown.signed !== null) return `☑️ signed by ${shown.signed.by}`
  const wrong = sum(shown.sheets, wrongOn)
  const left = sum(shown.sheets, leftOn)
  return `${wrong > 0 ? `❌ ${wrong} wrong` : "✅ nothing wrong"}${left > 0 ? `, ❓ ${left} to look at` : ""}`
}

export const check: typeof chinese = {
  commands: {
    check: {
      title: "The monthly check, or a look at oneself",
      aliases: [],
      fields: {
        unit: { label: "Unit", ask: "Which unit?", example: "Example Education Bureau" },
        month: { label: "Month", ask: "Which month?", example: "2026-03" },
        by: { label: "By", ask: "By which day are problems put right?", example: "2026-03-20" },
      },
    },
    sheet: {
      title: "Fill in a check sheet",
      aliases: [],
      fields: {
        of: { label: "Sheet", ask: "Which sheet?", example: "" },
        say: { label: "Doing", ask: "What is to be done?", example: "" },
        n: { label: "Line", ask: "Which line?", example: "" },
        by: { label: "By", ask: "By which day?", example: "" },
      },
    },
  },
  kinds: titles,
  says: {
    show: "show",
    sign: "as shown",
    all: "all that are clean",
    open: "otherwise",
    line: "line",
    post: "post",
    undo: "take back",
  },
  buttons: {
    sign: (wrong) => (wrong === 0 ? "As shown: nothing wrong" : `As shown: ${wrong} wrong`),
    exception: (shown) => `Otherwise: ${quota.named(shown.account)}`,
    all: (units) => `${units} units with nothing wrong, all at once`,
    unit: (shown) => `${shown.unit}${sum(shown.sheets, wrongOn) > 0 ? " ❌" : ""}`,
    back: "Back",
    undo: "Take this back",
    line: (line) =>
      `${line.answer === "wrong" ? "❌" : line.answer === "fine" ? "✅" : "❓"} ${cited.says(line)}`,
    post: (each) => `${each.found === false ? "❌ not found" : "🔎"} ${post(each)}`,
  },
  card: (shown) =>
    [
      `[${titles[shown.kind]}] ${shown.month}  ${shown.unit}`,
      ...shown.sheets.flatMap(lines),
      ...(shown.signed === null
        ? hint(shown)
        : [`☑️ signed ${when.instant(shown.signed.at)} by ${shown.signed.by}`]),
      ...rests(shown.sources),
    ].join("\n"),
  exceptions: (shown) =>
    [
      `[Otherwise] ${shown.sheet.month}  ${named(shown)}`,
      ...of(shown.sheet, "fine").map(
        (line) => `✅ ${cited.says(line)}${line.note === null ? "" : `: ${line.note}`}`,
      ),
      ...of(shown.sheet, "wrong").map(
        (line) => `❌ ${cited.says(line)}${line.note === null ? "" : `: ${line.note}`}`,
      ),
      "Press a line to say that it is wrong; press again, and it is fine.",
    ].join("\n"),
  overview: (it, kind) =>
    [
      `[${titles[kind]}] ${it.month}: ${it.checks.length} units, ${it.checks.reduce((all, { sheets }) => all + sheets.length, 0)} accounts`,
      ...it.checks.map((each) => `· ${each.unit} (${each.sheets.length} accounts): ${state(each)}`),
      ...(it.more > 0 ? [`${it.more} more units: /check with the unit's name shows them.`] : []),
    ].join("\n"),
  signed: (shown, findings, own) =>
    [
      `☑️ ${titles[shown.kind]} of ${shown.month} signed: ${shown.unit}, ${shown.sheets.length} accounts`,
      findings === 0
        ? shown.kind === "self" && sum(shown.sheets, wrongOn) > 0
          ? `${sum(shown.sheets, wrongOn)} things were wrong; please put them right yourselves.`
          : "Nothing was wrong."
        : `${findings} findings; the unit was told. /findings shows them.`,
      ...(own > 0
        ? [`${own} of the sampled posts were reported by yourself, and somebody else has to look them up.`]
        : []),
    ].join("\n"),
  signedAll: (units) => `☑️ Signed ${units.length} units: ${units.join(", ")}`,
  held: (accounts, looked) => `${accounts} accounts checked, ${looked} posts looked up`,
  found: (line) => `${cited.says(line)}: ${line.note ?? "not so"}`,
  notFound: (missing) => `reported posts are not to be found: ${missing.map(post).join("; ")}`,
  knows: {
    missed: (count) => `${count} quotas missed`,
    silent: (count) => `silent for ${count} days`,
    lastPost: (on) => `last post ${when.short(on)}`,
    passwordLate: "the password is overdue",
    changed: (on) => `changed ${when.short(on)}`,
    holes: "the roster has gaps",
    noRoster: "no roster is asked for",
    removedEarly: "an announcement was removed early",
    keptStill: "the announcement is still to be kept",
    unnamed: (unit) => `the verification does not name “${unit}”`,
    overdue: (names) => `overdue: ${names.join("; ")}`,
    messages: (count) => `${count} messages in time`,
    messagesLate: (late, count) => `${late} of ${count} messages late`,
  },
  nothing: (unit) => `${unit} has no check sheet this month.`,
  none: (month) => `No unit is to be checked in ${month}.`,
  gone: "This check sheet is no longer there. /check shows those that are.",
  signedMeanwhile: "This check sheet is signed and changes no more.",
  signedAlready: (shown) =>
    `${titles[shown.kind]} of ${shown.month}, ${shown.unit}: ${shown.signed?.by ?? "—"} has signed it already.`,
  ownPost: "You reported this post yourself; somebody else has to look it up.",
  notBegun: (month, on) => `The check of ${month} begins on ${when.fullDay(on)}.`,
  notYours: (hours) => `Only whoever signed can take it back, within ${hours} hours.`,
  undone: (unit) => `The check of ${unit} is open again.`,
}
