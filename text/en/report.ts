import type { OverdueLine } from "../../rules/reportsheet.ts"
import { share, unkept } from "../../rules/tally.ts"
import type { report as chinese } from "../zh/report.ts"
import { reportpaper } from "./reportpaper.ts"
import * as when from "./when.ts"

const { term, percent, draft } = reportpaper

const terms: typeof chinese.terms = {
  near: {
    thismonth: ["month", 0],
    lastmonth: ["month", 1],
    thisquarter: ["quarter", 0],
    lastquarter: ["quarter", 1],
    thisyear: ["year", 0],
    lastyear: ["year", 1],
  },
  digits: { 一: 1, 二: 2, 三: 3, 四: 4 },
}

const called: typeof chinese.called = ({ unit, kind, term: of }) =>
  `${unit}, ${reportpaper.kinds[kind]} ${term(of)}`

const overdueLine = (it: OverdueLine): string => `· ${it.unit}: ${it.what}, due ${when.short(it.due)}`

export const report: typeof chinese = {
  terms,
  called,
  sheets: { assessment: "assessment", bundle: "bundle" },
  gradings: reportpaper.gradings,
  choice: (of, running) => `${term(of)}${running ? ` (${draft})` : ""}`,
  commands: {
    report: {
      title: "make a monthly, quarterly or yearly report",
      aliases: ["notice"],
      fields: {
        unit: { label: "unit", ask: "Of which unit?", example: "示例县人民政府办公室" },
        term: { label: "term", ask: "Of which month, quarter or year?", example: "2026-Q1" },
        sheet: { label: "paper", ask: "Which paper?", example: "assessment" },
      },
    },
    issue: {
      title: "record that a report was given out",
      aliases: ["issued"],
      fields: {
        report: { label: "report", ask: "Which one?", example: "quarterly notice Q1 2026" },
        on: { label: "day", ask: "On which day was it given out?", example: "today" },
        number: { label: "number", ask: "Under which number? Skip it if there is none.", example: "2026/8" },
      },
    },
    score: {
      title: "enter followers, reposts and comments of an account",
      aliases: ["measures"],
      fields: {
        account: { label: "account", ask: "Which account?", example: "微博示例县发布" },
        term: { label: "quarter", ask: "Of which quarter?", example: "2026-Q1" },
        followers: { label: "followers", ask: "How many follow it at its end?", example: "12000" },
        reposts: { label: "reposts", ask: "How often was it reposted in the quarter?", example: "340" },
        comments: { label: "comments", ask: "How many comments in the quarter?", example: "88" },
        content: {
          label: "content",
          ask: "How good was the content? Skip it if nobody says.",
          example: "good",
        },
      },
    },
  },
  made: (it) =>
    [
      `[${reportpaper.kinds[it.kind]}] ${it.unit}, ${term(it.term)}${it.draft ? ` (${draft})` : ""}`,
      ...(it.draft ? [`${term(it.term)} is not over; figures as of ${when.fullDay(it.madeOn)}.`] : []),
      `${it.total.posts} posts, ${percent(share(it.total, "original"))} original, ${percent(share(it.total, "first"))} first here`,
      `Not updated in time: ${unkept(it.total)}; overdue: ${it.total.dutiesOverdue}`,
    ].join("\n"),
  overdue: (its, more) =>
    [
      ...(its.length === 0 ? [] : ["Overdue:"]),
      ...its.map(overdueLine),
      ...(more === 0 ? [] : [`${more} more are in the file, or send /due.`]),
    ].join("\n"),
  inGroup: (names) =>
    names.length === 0
      ? "The group gets the sums alone; for the units, what is overdue and the files send /report to me in private."
      : `The group gets the sums alone; the units, what is overdue and the files went in private to: ${names.join(", ")}.`,
  fromGroup:
    "This was asked for in the group. What it says of single units is for you alone; please do not pass it on.",
  files: {
    docx: "The Word file: number, signature, seal and date are left blank.",
    xlsx: "The Excel file: go on counting with its figures.",
  },
  issueHint: "Once it is given out, press “given out” and enter the day and the number.",
  buttons: { issue: "given out" },
  future: (of) => `${term(of)} has not begun: there is nothing to report.`,
  notATerm: (typed) => `“${typed}” is not understood. Write 2026-03, 2026-Q1 or 2026.`,
  ancient: "That is too long ago; please look at the year again.",
  onlyQuarters: "These are entered by the quarter; please choose a quarter.",
  assessedSeldom: "An assessment is of a quarter or a year; please choose one.",
  scored: (account, of, it) =>
    `✅ ${account}, ${term(of)}: followers ${it.followers}, reposts ${it.reposts}, comments ${it.comments}.\nYou entered them; the bot reads nothing from the platforms. Enter them again to put them right.`,
  noneToIssue: "No report waits to be given out. Make one with /report first; a draft is never given out.",
  issuedAlready: (on, number) =>
    `It was given out already: ${when.fullDay(on)}${number === null ? "" : `, ${number}`}.`,
  issuedTooEarly: (of) =>
    `It cannot have been given out before ${term(of)} was over; please look at the day again.`,
  issued: (it) =>
    `✅ Given out: ${called(it)}\non ${when.fullDay(it.on)}${it.number === null ? "" : `, number ${it.number}`}`,
}
