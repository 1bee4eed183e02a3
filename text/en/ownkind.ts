import type { KindColumn, KindMistake, KindWords } from "../../rules/kindsheet.ts"
import type { KindTable, OwnKind } from "../../rules/ownkind.ts"
import { formatQuantity } from "../../rules/quantity.ts"
import { dayOf } from "../../rules/time.ts"
import { nameKey } from "../../rules/words.ts"
import { firstLines } from "../list.ts"
import type { ownkind as chinese } from "../zh/ownkind.ts"
import { cited } from "./cited.ts"
import { kinds, severities, steps } from "./incidentcard.ts"
import * as when from "./when.ts"

const SHOWN = 20

const headings: Record<KindColumn, string> = {
  name: "Event",
  kind: "Counts as",
  severity: "Level",
  within: "Within",
  flow: "Flow",
  way: "Way",
  saying: "Line to take",
  call: "Told at once",
}

/** Turns labels around: what is written to what is meant. */
const meant = <V extends string>(labels: Readonly<Record<V, string>>): ReadonlyMap<string, V> =>
  new Map((Object.entries(labels) as [V, string][]).map(([value, label]) => [nameKey(label), value]))

const words: KindWords = {
  headings: {
    name: [headings.name],
    kind: [headings.kind],
    severity: [headings.severity],
    within: [headings.within],
    flow: [headings.flow],
    way: [headings.way],
    saying: [headings.saying],
    call: [headings.call],
  },
  kinds: meant(kinds),
  severities: meant(severities),
  steps: meant(steps),
}

const mistakes: Record<KindMistake["code"], (it: KindMistake) => string> = {
  missing: ({ column }) => `“${column === null ? "" : headings[column]}” is empty`,
  long: ({ column, says }) =>
    `“${column === null ? "" : headings[column]}” is longer than ${says} characters`,
  kind: ({ says }) =>
    `“${says}” is no kind that is known. Choose one of these, or leave it empty: ${Object.values(kinds).join(", ")}`,
  severity: ({ says }) =>
    `“${says}” is no level. Write ${Object.values(severities).join(", ")}, or leave it to whoever reports`,
  within: ({ says }) =>
    `“${says}” is no length of time. Write it like “2 hours”, “30 minutes”, “1 working day”`,
  call: ({ says }) => `“${says}” is no role. Write roles, not names`,
  double: ({ says }) => `“${says}” stands twice at the same level`,
  unreadable: () => "cannot be read (a formula without a value, or an error); please write text",
  many: ({ says }) => `at most ${says} rows`,
}

const named: typeof chinese.named = ({ name, severity }) =>
  severity === null || severity === "unsure" ? name : `${name} (${severities[severity]})`

const line = (it: OwnKind): string =>
  [
    `${it.n}. ${named(it)}: within ${formatQuantity(it.within)}`,
    `   counts as ${kinds[it.kind]}${it.call.length === 0 ? "" : `, at once told: ${it.call.map((step) => steps[step]).join(", ")}`}`,
    `   flow: ${it.flow}; way: ${it.way}; line to take: ${it.saying}`,
  ].join("\n")

const listed = ({ kinds: all }: Pick<KindTable, "kinds">): string =>
  firstLines(all.map(line), SHOWN, (count) => `${count} more`).join("\n")

/** A unit's own table of events: how each is answered, how soon and in which words. */
export const ownkind: typeof chinese = {
  title: "the unit's own table of events",
  article: (name) => `“${name}”`,
  rule: ({ name, within }) => `“${name}” is answered within ${formatQuantity(within)}`,
  headings,
  words,
  named,
  sheet: "Events",
  example: [
    "Bridge closed",
    kinds["major-event"],
    severities.major,
    "2 hours",
    "Duty person checks, leader in charge approves",
    "Weibo and WeChat at once",
    "Only what is confirmed, no guess at causes",
    steps.chief,
  ],
  commands: {
    kinds: {
      title: "The unit's own table of events",
      aliases: [],
      fields: {
        unit: { label: "unit", ask: "Which unit?", example: "County Transport Bureau" },
        table: { label: "table", ask: "Which table?", example: "" },
        say: { label: "doing", ask: "Do you agree?", example: "" },
        blank: { label: "blank", ask: "A blank table?", example: "blank" },
      },
    },
    importkinds: { title: "Replace the table of events", aliases: [], fields: {} },
    addkind: {
      title: "Add a kind of event",
      aliases: [],
      fields: {
        unit: { label: "unit", ask: "Of which unit?", example: "County Transport Bureau" },
        name: { label: "event", ask: "What is this kind of event called?", example: "Bridge closed" },
        kind: {
          label: "counts as",
          ask: "Which kind is it? What regulations ask of that kind still holds.",
          example: "major event",
        },
        severity: {
          label: "level",
          ask: "Always of which level? Skip it to leave that to whoever reports.",
          example: "major",
        },
        within: { label: "within", ask: "How soon after it was found is it published?", example: "2 hours" },
        flow: {
          label: "flow",
          ask: "By which flow is it published?",
          example: "Duty person checks, leader approves",
        },
        way: { label: "way", ask: "In which way?", example: "Weibo and WeChat at once" },
        saying: {
          label: "line to take",
          ask: "What is the line to take?",
          example: "Only what is confirmed",
        },
        call: { label: "told at once", ask: "Who else is told at once?", example: "chief" },
      },
    },
  },
  says: { yes: "agree", no: "disagree" },
  blanks: { yes: "blank" },
  buttons: { agree: "Agree", disagree: "Disagree", blank: "Blank table", add: "Add one kind" },
  blank:
    "Fill it in and send it to me. One row a kind; “Counts as” is one of the bot's kinds, or empty. Every cell is checked first, then it goes to whoever approves it.",
  notALength: (typed) => `“${typed}” is no length of time. Write it like “2 hours” or “30 minutes”.`,
  show: (it) =>
    [
      `[Table of events] ${it.unit}`,
      ...(it.held === null
        ? [
            it.wanted === null
              ? "There is no table of its own yet."
              : `🔴 There is no table of events yet (${cited.cite(it.wanted)}).`,
          ]
        : [
            `In force since ${when.fullDay(dayOf(it.held.agreed.at(-1)?.at ?? it.held.at))}:`,
            listed(it.held),
          ]),
      ...(it.asked === null ? [] : [`\n⏳ A new one with ${it.asked.kinds.length} kinds waits for consent.`]),
      "\nSend an Excel or CSV sheet to replace it, or add one kind at a time; once approved, /sos offers them.",
    ].join("\n"),
  nobody: (unit, step) =>
    `${unit} has nobody as ${steps[step]} to approve it. Use /invite or /appoint first.`,
  asks: (it) =>
    [
      `[Please decide] ${it.by} hands in the table of events of ${it.unit}, ${it.table.kinds.length} kinds:`,
      listed(it.table),
    ].join("\n"),
  proposed: (it) =>
    [
      `Checked: ${it.count} kinds, handed in for consent. Until then the old one holds.`,
      ...it.laxer.map((name) => `· “${name}” gives longer than a regulation: the stricter time counts.`),
    ].join("\n"),
  decided: (it) =>
    it.table.state === "in-force"
      ? `✅ ${it.by} agreed to the table of events of ${it.unit}: ${it.table.kinds.length} kinds, in force from now on.`
      : `❎ ${it.by} did not agree to the table of events of ${it.unit}; the old one holds.`,
  further: (step) => `Agreed; next is ${steps[step]}.`,
  waitingSince: (it) =>
    `The table of events of ${it.unit} (${it.count} kinds), since ${when.short(dayOf(it.since))}; /kinds shows and decides it`,
  decidedAlready: "This table of events has been dealt with.",
  notYours: (step) => `This table of events is for ${steps[step]} to approve.`,
  full: (most) => `A table of events holds at most ${most} kinds. Please send a sheet to replace it.`,
  noSheet:
    "This is no table of events: it needs the columns Event, Within, Flow, Way and Line to take, and a row. The blank table has them.",
  gone: "This kind no longer stands in the table of events. Please choose again.",
  elsewhere: (unit) => `This kind stands in the table of ${unit} and does not hold for this unit.`,
  mistakes: (all) =>
    [
      `The table of events has ${all.length} ${all.length === 1 ? "place" : "places"} to put right; nothing was changed:`,
      ...firstLines(
        all.map((each) => `• ${each.cell} ${mistakes[each.code](each)}`),
        SHOWN,
        (count) => `${count} more`,
      ),
    ].join("\n"),
  inPapers: (it) => {
    if (it.held !== null) return [`✓ Table of events, ${it.held.kinds.length} kinds`]
    if (it.wanted === null) return []
    const waits = it.asked === null ? "send /kinds to fill it in" : "handed in, waits for consent"
    return [`🔴 No table of events yet: ${waits} (${cited.cite(it.wanted)})`]
  },
}
