import type { SheetMistake } from "../../rules/rostersheet.ts"
import { weekdayOf } from "../../rules/time.ts"
import { firstLines } from "../list.ts"
import type { rostersheet as chinese } from "../zh/rostersheet.ts"
import { roster } from "./roster.ts"
import { span } from "./span.ts"
import * as when from "./when.ts"

const SHOWN = 20
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

const mistakes: Record<SheetMistake["code"], (says: string) => string> = {
  day: (says) => `“${says}” is no day; please write it like 2026-03-05`,
  far: (says) => `“${says}” is too far ahead; please check`,
  order: (says) => `“${says}” does not follow the days before it; please check`,
  month: () => "has the number of a day but no month; please put it into the title, like “2026年3月”",
  undated: (says) =>
    `has days of the week only (“${says}”), so nobody knows which week it is; please put the dates beside them, like “3月9日（周一）”, or set up what is the same every week with /rota`,
  weekday: (says) => `weekday and date do not agree (${says}); please check year and month`,
  code: (says) =>
    `“${says}” is no word for a shift; please write 白, 夜, 副, 带 or 休, or its hours below the table`,
  stranger: (says) => `${says} belongs to another unit and cannot stand here`,
  away: (says) => `${says} is on leave that day; please arrange something else`,
  hours: (says) => `“${says}” has no hours; please write it like “Day (08:00-20:00)”`,
  unknown: (says) => `nobody is called “${says}”; please use the enrolled name, or /invite them first`,
  namesakes: (says) => `several people are called “${says}”; please use /shift for them`,
  double: (says) => `${says} has two shifts at once`,
  long: (says) => `and below: too much at once; please send at most ${says} rows`,
  unreadable: () => "cannot be read (a formula without a value, or an error); please write text",
}

export const rostersheet: typeof chinese = {
  sheet: "Roster",
  headings: ["No.", "Date", "Weekday", "Shift", "On duty", "Deputy", "Leader on duty"],
  weekday: (day) => WEEKDAYS[weekdayOf(day) - 1] ?? "",
  commands: {
    importroster: {
      title: "Take in a duty roster",
      aliases: [],
      fields: {
        sheet: { label: "Roster", ask: "Which roster?", example: "" },
        step: { label: "Step", ask: "What is to be done?", example: "" },
      },
    },
    exportroster: {
      title: "Give out the duty roster",
      aliases: [],
      fields: {
        from: { label: "Day", ask: "From which day?", example: "2026-03-02" },
        format: { label: "Format", ask: "In which format?", example: "csv" },
        unit: { label: "Unit", ask: "Which unit's roster?", example: "County office" },
      },
    },
  },
  steps: { apply: "Take in", cancel: "Cancel", undo: "Take back" },
  buttons: { apply: (count) => `Take in ${count} shifts`, cancel: "Cancel", undo: "Take back" },
  howTo: [
    "Just send me your roster as Excel (.xlsx) or CSV, in the shape you keep it in:",
    "· one row a shift: Date, Shift (with its hours, like 08:00-20:00), On duty;",
    "· one row a day: Date, Day duty (08:00-20:00), Night duty (20:00-08:00), Leader, with names;",
    "· one row a person: the name, then a column a day with 白, 夜, 副, 带 or 休; year and month in the title, the hours of each word below; or",
    "· one row a layer: On duty, Deputy, Leader on duty, then a column a day with names.",
    "I first show what it would look like; nothing changes until you press, and it can be taken back. Please send it in private.",
  ].join("\n"),
  mistakes: (all) =>
    [
      `${all.length} cells of the roster have to be put right; nothing was taken in:`,
      ...firstLines(
        all.map(({ cell, code, says }) => `• ${cell} ${mistakes[code](says)}`),
        SHOWN,
        (count) => `and ${count} more`,
      ),
    ].join("\n"),
  nothing: (over) =>
    over > 0
      ? "Every shift of this roster is over; there is nothing to take in."
      : "No shifts were found. Please check the columns of dates and of people.",
  preview: (it) =>
    [
      `What the roster says (${it.unit}): ${it.count} shifts, ${when.instant(it.from)} to ${when.instant(it.to)}.`,
      ...it.first.map(
        (each) =>
          `  ${span(each)} ${each.who}${each.layer === "duty" ? "" : ` (${roster.layers[each.layer]})`}`,
      ),
      ...(it.count > it.first.length ? [`  and ${it.count - it.first.length} more`] : []),
      `Shifts each: ${it.people.map(({ name, count }) => `${name} ${count}`).join(", ")}`,
      ...(it.over > 0 ? [`${it.over} shifts are over and not taken in.`] : []),
      "It takes the place of what stands for that time.",
      ...it.warnings,
      "",
      `Nothing has changed yet; please confirm within ${it.hours} hours.`,
    ].join("\n"),
  done: (count, hours, warnings) =>
    [`✅ ${count} shifts taken in. They can be taken back for ${hours} hours.`, ...warnings].join("\n"),
  undone: (warnings) => ["↩️ Taken back; all is as before.", ...warnings].join("\n"),
  cancelled: (name) => `“${name}” was not taken in; nothing has changed.`,
  gone: (hours) => `This roster is no longer kept (${hours} hours); please send it again.`,
  already: {
    previewed: "This roster has not been taken in yet.",
    applied: "This roster was taken in already.",
    undone: "This roster was taken back already.",
    dropped: "This roster was cancelled; please send it again.",
  },
  exported: (it) =>
    `The roster of ${it.unit}, ${when.fullDay(it.from)} to ${when.fullDay(it.to)}, ${it.count} rows. Change it and send it back to take it in.`,
  fileName: (unit, day) => `${unit}-roster-${day}`,
  formats: { xlsx: "Excel (.xlsx)", csv: "CSV (.csv)" },
}
