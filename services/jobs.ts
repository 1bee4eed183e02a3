import * as approvals from "./approvals.ts"
import * as checkins from "./checkins/clock.ts"
import * as handshakes from "./checkins/handshakes.ts"
import * as musters from "./checkins/planning.ts"
import * as canaries from "./canaries.ts"
import * as consequences from "./consequences.ts"
import * as findings from "./findings/clock.ts"
import * as incidents from "./incidents/clock.ts"
import type { Job } from "./job.ts"
import * as ending from "./leaving/ending.ts"
import * as leads from "./leads.ts"
import * as lapses from "./lapses.ts"
import * as moved from "./moved.ts"
import { forget } from "./outbox.ts"
import * as offline from "./offline/clock.ts"
import * as reminders from "./reminders.ts"
import * as reviews from "./reviews/clock.ts"
import * as lookout from "./shifts/lookout.ts"
import * as swaps from "./shifts/swaps.ts"
import * as tokens from "./tokens.ts"
import * as watch from "./watch.ts"

/** Everything the clock does; of what is due at the same moment, what stands higher goes first. */
export const jobs: readonly Job[] = [
  { name: "incident", table: "incidents", run: (act, incident) => incidents.run(act, incident) },
  // What is counted by other rules now is counted before anybody is told of it.
  { name: "recount", table: "recounts", run: (act, unit) => watch.run(act, unit) },
  { name: "moved", table: "moved", run: (act, row) => moved.tell(act, row) },
  { name: "checkin", table: "checkins", run: (act, checkin) => checkins.run(act, checkin) },
  { name: "handshake", table: "handshakes", run: (act, handshake) => handshakes.run(act, handshake) },
  { name: "muster", table: "musters", run: (act, muster) => musters.muster(act, muster) },
  { name: "quota", table: "clocks", run: (act, clock) => lapses.end(act, clock) },
  { name: "obligation", table: "obligations", run: (act, obligation) => consequences.run(act, obligation) },
  { name: "offline", table: "offlineWindows", run: (act, window) => offline.run(act, window) },
  { name: "leaving", table: "departures", run: (act, departure) => ending.run(act, departure) },
  { name: "swap", table: "swaps", run: (act, swap) => swaps.lapse(act, swap) },
  { name: "lookout", table: "lookouts", run: (act, row) => lookout.run(act, row) },
  { name: "review", table: "items", run: (act, item) => reviews.run(act, item) },
  { name: "finding", table: "findings", run: (act, finding) => findings.run(act, finding) },
  { name: "lead", table: "leadDays", run: (act, day) => leads.run(act, day) },
  { name: "round", table: "rounds", run: (act, round) => reminders.round(act, round) },
  { name: "canary", table: "canaries", run: (act, canary) => canaries.run(act, canary) },
  { name: "forget-dialog", table: "dialogs", run: (act, dialog) => act.tables.dialogs.remove(dialog.id) },
  { name: "forget-sheet", table: "sheets", run: (act, sheet) => act.tables.sheets.remove(sheet.id) },
  { name: "forget-repeat", table: "repeats", run: (act, repeat) => act.tables.repeats.remove(repeat.id) },
  tokens.forget,
  { name: "forget-upload", table: "uploads", run: (act, upload) => act.tables.uploads.remove(upload.id) },
  { name: "forget-request", table: "requests", run: (act, request) => approvals.lapse(act, request) },
  forget,
]
