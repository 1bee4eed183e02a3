import type { Cause, OfflineWindow } from "../../rules/offline.ts"
import type { Source } from "../../rules/owed.ts"
import type { offline as chinese } from "../zh/offline.ts"
import { cited } from "./cited.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const causes: Record<Cause, string> = {
  rectification: "putting content right",
  upgrade: "upgrade",
  "force-majeure": "force majeure (a long outage)",
  ordered: "ordered shutdown",
}
const allCauses: Record<OfflineWindow["cause"], string> = { ...causes, unreported: "not applied for" }

const pers = { year: "a year", quarter: "a quarter", month: "a month" }

const span = (it: OfflineWindow): string =>
  `${when.fullDay(it.start)} to ${it.end === null ? "now" : when.fullDay(it.end)} (${allCauses[it.cause]}${it.unreported && it.cause !== "unreported" ? ", not reported in time" : ""})`

const by = (sources: readonly Source[]): string =>
  sources.length === 0 ? "" : `\nUnder ${[...new Set(sources.map(cited.cite))].join(", ")}`

const account = { label: "account", ask: "Which account?", example: "示例县发布" }

/** Going offline for a while, and coming back. */
export const offline: typeof chinese = {
  causes,
  buttons: { down: "It has gone offline", online: "It is back" },
  commands: {
    offline: {
      title: "Apply to go offline for a while",
      aliases: ["go offline"],
      fields: {
        account: { ...account, ask: "Which account goes offline?" },
        cause: { label: "cause", ask: "Why?", example: "upgrade" },
        from: { label: "from", ask: "On which day is it to go offline?", example: "2026-03-10" },
        until: { label: "until", ask: "On which day is it to be back?", example: "2026-03-20" },
        ticks: { label: "content", ask: "What is ready? Please tick.", example: "emergency plan" },
        papers: {
          label: "attachments",
          ask: "What are the numbers or links of the attachments? One a line.",
          example: "整改方案：某政发〔2026〕3号",
        },
        on: { label: "on", ask: "On which day was it shut down?", example: "today" },
        paper: {
          label: "report number",
          ask: "What is the number of the written report? Skip it if there is none yet.",
          example: "某局发〔2026〕5号",
        },
        reportedOn: { label: "reported on", ask: "On which day was it reported?", example: "today" },
      },
    },
    down: {
      title: "Record that an account has gone offline",
      aliases: ["gone offline"],
      fields: {
        account: { ...account, ask: "Which account has gone offline?" },
        on: { label: "on", ask: "On which day?", example: "today" },
        link: {
          label: "announcement",
          ask: "What is the link to the announcement on the account? Skip it if there is none.",
          example: "https://weibo.com/1234567890/abc",
        },
      },
    },
    online: {
      title: "Record that an account is back",
      aliases: ["back online"],
      fields: {
        account: { ...account, ask: "Which account is back?" },
        on: { label: "on", ask: "On which day?", example: "today" },
        link: {
          label: "link",
          ask: "What is the link to the first item since? Skip it if there is none.",
          example: "https://weibo.com/1234567890/abd",
        },
      },
    },
    found: {
      title: "Report an account that went offline without approval",
      aliases: ["found offline"],
      fields: {
        account: { ...account, ask: "Which account is offline although nobody applied?" },
        on: { label: "on", ask: "Since which day?", example: "today" },
        note: {
          label: "note",
          ask: "How was it found? This may be skipped.",
          example: "the page does not open",
        },
      },
    },
  },
  lapsedReason: "approved for one year only, and not used in it",
  offlineAlready: (it) =>
    `${quota.named(it)} is offline or not running, so this cannot be asked. There is no extension: please bring it back in time and send /online.`,
  offlineNow: (it) =>
    [
      `⏸ ${quota.named(it.account)} is offline for a while${it.start === null ? "" : ` since ${when.day(it.start)}`}${it.until === null ? "" : `, and has to be back by ${when.fullDay(it.until)}`}. No updates are due meanwhile, and this cannot be done now.`,
      "If it is back, please record that with /online first.",
    ].join("\n"),
  runningAlready: ({ account, window, by }) =>
    `${quota.named(account)} was recorded as offline by ${by ?? "somebody else"} on ${when.instant(window.at)}: ${span(window)}. It need not be recorded again; once it is back, send /online.`,
  notOffline: (it) => `${quota.named(it)} is not offline; there is nothing to record.`,
  fromPast: (from) =>
    `${when.fullDay(from)} has passed. Going offline is applied for beforehand; report an account that went without with /found.`,
  backwards: (from, until) =>
    `The day of return, ${when.fullDay(until)}, lies before the day of going, ${when.fullDay(from)}. Please check.`,
  tooLong: (from, until, last) =>
    `Offline from ${when.fullDay(from)} it has to be back by ${when.fullDay(last)}, not ${when.fullDay(until)}; there is no extension.`,
  tooMany: (it) =>
    [
      `${quota.named(it.account)} cannot go offline again: at most ${it.atMost}${it.per === null ? "" : ` ${pers[it.per]}`}, used already:`,
      ...it.taken.map((each) => `· ${span(each)}`),
      `Under ${cited.cite(it.source)}`,
    ].join("\n"),
  onlyLater:
    "What comes over the unit is reported all the same; anything else only for a day on which the count begins anew.",
  overlaps: (it, window) =>
    `${quota.named(it)} is recorded as offline on that day already: ${span(window)}. Please check.`,
  beforeOpening: (on, opened) =>
    `${when.fullDay(on)} lies before the account opened on ${when.fullDay(opened)}. Please check.`,
  notApproved: (it) =>
    `${quota.named(it)} has no approved application to go offline. Please apply with /offline; report an account that went without with /found.`,
  beforeApproval: (on, approved) =>
    `It cannot have gone offline on ${when.fullDay(on)}, before it was approved on ${when.fullDay(approved)}. Please check.`,
  approvedLastYear: (it, approved) =>
    `The approval for ${quota.named(it)} is of ${when.fullDay(approved)} and has lapsed with its year. Please apply again.`,
  approvedThough: (it) => `${quota.named(it)} was approved to go offline: please record it with /down.`,
  notAnnounced: (it, sources) =>
    `${quota.named(it)} cannot be recorded as offline yet: the link to the announcement is missing. It is published on the account as it goes.${by(sources)}`,
  approved: (it, from, year) =>
    `${quota.named(it)} may go offline, planned for ${when.day(from)}. Please announce it on the account as it goes, then send /down.${year === null ? "" : ` The approval lapses at the end of ${year} (house rule).`}`,
  down: (it, on, last) =>
    [
      `⏸ ${quota.named(it)} went offline on ${when.day(on)}.`,
      ...(last === null
        ? []
        : [`It has to be back by ${when.fullDay(last)}; there is no extension. Send /online when it is.`]),
      "Only its updates pause; passwords, filings and training go on.",
    ].join("\n"),
  shutDown: (it, on, reportBy) =>
    [
      `⏸ Recorded: ${quota.named(it)} was shut down on ${when.day(on)}.`,
      ...(reportBy === null
        ? []
        : [
            `Please report it in writing and record the number with /done by ${when.fullDay(reportBy)}. Unreported it counts as one time offline.`,
          ]),
      "Its updates pause; send /online when it is back.",
    ].join("\n"),
  found: (it, told) =>
    `Recorded: ${quota.named(it)} is offline without approval; it counts, and its updates do not pause.${told.length === 0 ? "" : ` Told: ${told.join(", ")}.`} Send /online when it is back.`,
  unreported: (it) =>
    [
      `[Offline without approval] ${quota.named(it.account)} of ${it.unit}`,
      `${it.by} reports: not to be seen since ${when.day(it.on)}, and nobody applied. ${it.note ?? ""}`.trim(),
      `Please look into it at once, and send /online when it is back.${by(it.sources)}`,
    ].join("\n"),
  back: (it) =>
    [
      `✅ ${quota.named(it.account)} is back (${when.fullDay(it.window.end ?? it.window.start)}) after ${it.days} days${it.late ? ", later than allowed" : ""}.`,
      ...(it.window.procedureId === null
        ? []
        : ["This time is used up; the days that were left cannot be used."]),
      ...(it.paused ? ["Its updates are counted from the day of return."] : []),
    ].join("\n"),
  acrossNewYear: (it) =>
    [
      `[Please note] ${quota.named(it.account)} of ${it.unit} goes offline twice across the new year:`,
      `· ${span(it.before)}, counted in ${it.before.start.slice(0, 4)}`,
      `· from ${when.fullDay(it.start)}, counted in ${it.start.slice(0, 4)}`,
      "That is within the bound, but close to one long time offline.",
    ].join("\n"),
  lapsed: (it) =>
    `The approval for ${quota.named(it)} to go offline has lapsed with its year, unused and uncounted. Please apply again if it is needed (house rule).`,
  notReported: (it) =>
    `[Not reported in time] ${quota.named(it.account)} of ${it.unit} was shut down on ${when.day(it.start)} and not reported in writing in time; it counts as one time offline now. Please see to the report and to its return.`,
}
