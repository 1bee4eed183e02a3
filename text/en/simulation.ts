import type { simulation as chinese } from "../zh/simulation.ts"
import * as when from "./when.ts"

const jobs: Readonly<Record<string, string>> = {
  quota: "end of an update period",
  obligation: "past its date",
  round: "working-day reminder",
  offline: "end of a time offline",
  leaving: "somebody leaves",
  incident: "emergency",
  moved: "dates that moved",
  checkin: "check-in for a shift",
  handshake: "first shift of somebody",
  muster: "test of who can be reached",
  lookout: "hole in a roster",
  swap: "swap lapsed",
  lead: "leads",
  review: "review before publishing",
  finding: "findings to be closed",
  "forget-request": "request lapsed",
}

const job = (name: string): string => jobs[name] ?? name

export const simulation: typeof chinese = {
  columns: ["Time", "To", "Unit", "Occasion", "Rules", "First line", "Text"],
  job,
  line: (it) =>
    `${when.instant(it.at)} → ${it.to} | ${job(it.job)} | ${it.first}${it.grounds.length === 0 ? "" : ` (by ${it.grounds.join(", ")})`}`,
  total: (from, until, count) =>
    count === 0
      ? `From ${when.fullDay(from)} to ${when.fullDay(until)} no reminder would be sent if nothing changed.`
      : `From ${when.fullDay(from)} to ${when.fullDay(until)}, if nobody did anything, these ${count} messages would be sent:`,
  gone: "(no longer enrolled)",
}
