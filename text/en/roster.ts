import type { RotaDays } from "../../rules/roster.ts"
import type { RosterDay, ShownShift } from "../../rules/shownroster.ts"
import { addDays } from "../../rules/time.ts"
import { firstLines, MOST_LINES } from "../list.ts"
import type { roster as chinese } from "../zh/roster.ts"
import { coverage } from "./coverage.ts"
import { layers } from "./layers.ts"
import { hours, span } from "./span.ts"
import * as when from "./when.ts"

type ShownRota = Parameters<typeof chinese.setUp>[0]["rota"]
type Hours = Parameters<typeof chinese.period>[0]

const days: Record<RotaDays, string> = {
  "every day": "Every day",
  "working days": "Working days",
  "rest days": "Days off and holidays",
}

const period = ({ start, end }: Hours): string => `${start}–${end}${end > start ? "" : " the next day"}`
const turns = (count: number): string => {
  if (count === 1) return "day by day"
  if (count === 7) return "week by week"
  return count % 7 === 0 ? `every ${count / 7} weeks` : `every ${count} days`
}

const rota = (it: ShownRota): string =>
  [
    `${layers[it.layer]} · ${days[it.days]} (changing ${turns(it.turn)}, from ${when.short(it.from)}${it.until === null ? "" : ` to ${when.short(it.until)}`})`,
    ...it.shifts.map((each) => `  ${period(each.hours)}: ${each.people.join(" → ")}`),
  ].join("\n")

const unitField = { label: "Unit", ask: "Which unit's roster?", example: "County office" }
const layerField = { label: "Kind", ask: "Which kind of duty?", example: "On duty" }

const day = (it: RosterDay): string =>
  [
    `${when.day(it.day)}${it.works ? "" : " (off)"}${it.provisional ? " (provisional)" : ""}`,
    ...(it.shifts.length === 0
      ? ["  (nobody)"]
      : it.shifts.map((each) => `  ${layers[each.layer]} ${hours(each)} ${each.who}`)),
  ].join("\n")

export const roster: typeof chinese = {
  layers,
  days,
  layerField,
  sharings: { together: "The same people in turn", apart: "Each shift has its own people" },
  besides: { beside: "beside" },
  nobody: "Nobody",
  commands: {
    roster: {
      title: "See the duty roster",
      aliases: ["rosters"],
      fields: {
        unit: unitField,
        week: { label: "Day", ask: "Which week?", example: "2026-03-02" },
        picture: { label: "Picture", ask: "A picture of the week or of the month?", example: "Picture" },
      },
    },
    onduty: {
      title: "Who is on duty",
      aliases: ["whoisonduty"],
      fields: { at: { label: "Time", ask: "At what time?", example: "tomorrow 20:00" }, unit: unitField },
    },
    rota: {
      title: "Set up a rota",
      aliases: ["rotation"],
      fields: {
        unit: { ...unitField, ask: "For which unit?" },
        layer: layerField,
        days: { label: "Days", ask: "On which days?", example: "Every day" },
        hours: {
          label: "Hours",
          ask: "Which shifts has a day (three at most)? Type their hours, or choose.",
          example: "08:00-20:00, 20:00-08:00",
        },
        sharing: { label: "Sharing", ask: "Who takes these shifts?", example: "The same people in turn" },
        people: {
          label: "People",
          ask: "Choose the people in their turn:",
          example: "Zhang Min, Li Guoqiang",
        },
        second: { label: "Second shift", ask: "Who takes the second shift in turn?", example: "Li Guoqiang" },
        third: { label: "Third shift", ask: "Who takes the third shift in turn?", example: "Wang Fang" },
        turn: { label: "Turn", ask: "After how many days comes the next (7 is a week)?", example: "1" },
        from: { label: "From", ask: "From which day?", example: "2026-03-02" },
        beside: { label: "Beside", ask: "Beside what is arranged?", example: "" },
      },
    },
    endrota: {
      title: "End a rota",
      aliases: ["stoprota"],
      fields: {
        unit: { ...unitField, ask: "Of which unit?" },
        rota: { label: "Rota", ask: "Which one ends?", example: "On duty" },
        last: { label: "Last day", ask: "What is its last day?", example: "2026-03-31" },
      },
    },
    unrota: {
      title: "Undo a rota",
      aliases: [],
      fields: { step: { label: "Undo", ask: "Which step is undone?", example: "" } },
    },
    shift: {
      title: "Change one shift",
      aliases: ["setshift"],
      fields: {
        unit: { ...unitField, ask: "Of which unit?" },
        layer: { ...layerField, ask: "Which kind?" },
        day: { label: "Day", ask: "On which day?", example: "2026-03-05" },
        hours: { label: "Hours", ask: "Which hours?", example: "08:00-20:00" },
        person: { label: "Person", ask: "Who takes it?", example: "Zhang Min" },
        batch: { label: "Undo", ask: "Which change is undone?", example: "" },
      },
    },
  },
  buttons: {
    show: "See the roster",
    earlier: "‹ Week before",
    later: "Week after ›",
    now: "This week",
    undo: "Undo this change",
    undoRota: "Undo this rota",
  },
  period,
  turns,
  hours,
  span,
  shiftOf: (it) => `${span(it)} ${layers[it.layer]} ${it.who}`,
  week: (it) => {
    const first = it.days[0]?.day ?? ""
    return [
      `${it.unit}: duty roster, ${when.short(first)} to ${when.short(addDays(first, 6))}`,
      ...it.days.map(day),
      ...(it.holes.length === 0 ? [] : [`⚠️ ${coverage.list(it.holes)}`]),
      ...(it.rotas.length === 0 ? [] : ["", "Rotas:", ...it.rotas.map(rota)]),
    ].join("\n")
  },
  none: (unit, demand) =>
    [
      `“${unit}” has no duty roster yet.`,
      ...(demand === null ? [] : [demand]),
      "Set up a rota with /rota, or send me your roster as a spreadsheet.",
    ].join("\n"),
  demand: (cover, cite) =>
    `Under ${cite}, ${{ "as arranged": "a roster has to stand", "every day": "somebody has to be on duty every day", "around the clock": "somebody has to be on duty at every hour" }[cover]}.`,
  onDuty: (it) =>
    [
      `${it.unit} · ${it.isNow ? "now" : when.instant(it.at)}`,
      ...(it.shifts.some(({ layer }) => layer === "duty") ? [] : ["⚠️ Nobody is on duty at that time."]),
      ...it.shifts.map((each) => `${layers[each.layer]}: ${each.who} (${hours(each)})`),
      ...(it.next.length === 0
        ? []
        : [`Next: ${it.next.map((each) => `${each.who} (${span(each)})`).join(", ")}`]),
      ...it.others.map(({ role, names }) => `Or call the ${role}: ${names.join(", ")}`),
    ].join("\n"),
  setUp: (it) =>
    [
      `✅ The rota of “${it.unit}” stands:`,
      rota(it.rota),
      ...(it.first.length === 0
        ? []
        : ["The first shifts:", ...it.first.map((each: ShownShift) => `  ${span(each)} ${each.who}`)]),
      ...(it.ended.length === 0
        ? []
        : [
            `What stood so far ends on ${when.short(addDays(it.rota.from, -1))}:`,
            ...firstLines(it.ended.map(rota), MOST_LINES, (count) => `and ${count} more`),
          ]),
      ...(it.voided === 0 ? [] : [`${it.voided} changes and swaps after that are void.`]),
      ...it.warnings,
    ].join("\n"),
  ended: (it) => [`✅ This rota ends on ${when.fullDay(it.last)}:`, rota(it.rota), ...it.warnings].join("\n"),
  nothingToEnd: (unit) => `“${unit}” has no rota now.`,
  rotaLabel: (it) =>
    `${layers[it.layer]} · ${days[it.days]} ${it.shifts.map((each) => period(each.hours)).join(", ")}`,
  changed: (it) =>
    [
      it.who === null
        ? `✅ Changed: nobody has ${span(it)} (${layers[it.layer]}).`
        : `✅ Changed: ${it.who} has ${span(it)} (${layers[it.layer]}).`,
      ...it.warnings,
    ].join("\n"),
  undone: (warnings) => ["✅ Undone; all is as before.", ...warnings].join("\n"),
  past: "That shift is over and cannot be changed. Please choose today or later.",
  tooFar: (on) => `${when.fullDay(on)} is too far ahead; a year is the most.`,
  notHours: (typed) =>
    `“${typed}” are no hours. Please write 08:00-20:00, and commas between several shifts.`,
  tooManyHours: (most) => `A day has ${most} shifts at most.`,
  hoursOverlap: (a, b) => `${period(a)} and ${period(b)} overlap; please change them.`,
  notTurn: (typed) => `“${typed}” is no number of days. Please write 1 to 366; 7 is a week.`,
  stranger: (name, unit) => `${name} does not belong to “${unit}” and cannot stand here.`,
  gone: (name) => `${name} will have left by then; please choose another.`,
  double: (name, a, b) =>
    `${name} would have two shifts at once: ${span(a)} (${layers[a.layer]}) and ${span(b)} (${layers[b.layer]}). Nothing was changed; please arrange it otherwise.`,
  begun: "That shift has begun and cannot be changed any more.",
  changedSince: "It was changed again since. Please undo the later change first.",
  undoneAlready: "It was undone already, or a new rota took its place.",
  outOfRange: "The roster is shown for a year before and after today.",
}
