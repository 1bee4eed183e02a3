import type { lead as chinese } from "../zh/lead.ts"
import { timeOf } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import * as when from "./when.ts"

type Row = Parameters<typeof chinese.noneNoted>[1]

const state = (row: Row): string => {
  switch (row?.state) {
    case "in":
      return row.none ? "in time: nothing" : "in time"
    case "in-late":
      return `${row.cameAt === null ? "" : timeOf(row.cameAt)}${row.none ? ": nothing" : ""} (due by ${timeOf(row.by)})`
    case "late":
      return `nothing yet, due by ${timeOf(row.by)}`
    case "missed":
      return "not sent"
    case "off":
      return "Zhishou was off, not counted"
    default:
      return ""
  }
}

export const lead: typeof chinese = {
  days: { "every-day": "every day", "working-days": "on working days only" },
  buttons: { lead: "Send a lead", none: "Nothing today" },
  stated: { yes: "I answer for it, send", no: "Not yet" },
  commands: {
    lead: {
      title: "Send a lead",
      aliases: [],
      fields: {
        unit: { label: "Unit", ask: "Which unit's lead?", example: "Example Education Bureau" },
        say: { label: "Today", ask: "Is there a lead today?", example: "Nothing today" },
        title: { label: "Title", ask: "What is its title?", example: "A new school opens tomorrow" },
        what: { label: "Content", ask: "What is it about? Skip it if that is all.", example: "320 pupils" },
        stated: { label: "Statement", ask: "Send it?", example: "I answer for it, send" },
      },
    },
    leads: {
      title: "The leads of the last days",
      aliases: [],
      fields: { unit: { label: "Unit", ask: "Which unit?", example: "Example Education Bureau" } },
    },
  },
  asksStatement: (lines) =>
    lines.length === 0 ? "Send it?" : `Do you answer for its being ${lines.map(cited.says).join(", ")}?`,
  notStated: "Without the statement the lead was not sent.",
  reminder: (it) =>
    [
      `[Leads] Please send today's lead of ${it.unit} by ${timeOf(it.by)}, or press “Nothing today”.`,
      `Based on ${cited.cite(it.source)}`,
    ].join("\n"),
  noneNoted: (unit, row) =>
    `✅ Noted: nothing today from ${unit}${row?.state === "in-late" ? " (after its time)" : ""}.`,
  sent: (it) =>
    `✅ Sent: “${it.title}”, ${it.unit}${it.row?.state === "in-late" ? " (after its time)" : ""}.`,
  arrived: (unit, leads) =>
    `📰 New leads, ${unit}: ${leads.map(({ title }) => `“${title}”`).join(", ")}; see /leads`,
  missed: (unit, row) => `🔴 ${unit}: no lead on ${when.day(row.day)}`,
  late: (unit, row) => `🟡 ${unit}, lead of ${when.day(row.day)}: ${state(row)}`,
  list: (unit, shown) =>
    [
      `[Leads] ${unit}, the last 7 days`,
      ...(shown.length === 0 ? ["No leads."] : []),
      ...shown.flatMap((it) => [
        `▪ ${when.day(it.day)}${state(it.row) === "" ? "" : `: ${state(it.row)}`}`,
        ...it.leads.map(
          (each) => `· ${each.title} (${each.by})${each.what === null ? "" : `\n  ${each.what}`}`,
        ),
      ]),
    ].join("\n"),
}
