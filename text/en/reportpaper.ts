import { minutesOnAverage, type RatioName, share } from "../../rules/tally.ts"
import type { ReportSheet } from "../../rules/reportsheet.ts"
import type { Term } from "../../rules/term.ts"
import type { reportpaper as chinese } from "../zh/reportpaper.ts"
import { cited } from "./cited.ts"
import { platform } from "./platform.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const DRAFT = "DRAFT"

const measures: typeof chinese.measures = {
  posts: "Posts",
  originals: "Original posts",
  firsts: "First publications",
  kept: "Quota periods kept",
  missed: "Quota periods missed",
  silences: "Silent too long",
  dutiesDone: "Duties in time",
  dutiesLate: "Duties late",
  dutiesOverdue: "Duties overdue",
  dutiesWaived: "Duties waived",
  cases: "Messages of the public",
  casesClosed: "Messages finished",
  casesInTime: "Messages in time",
  casesLate: "Messages late",
  checks: "Checks",
  findings: "Findings",
  findingsClosed: "Findings closed",
  incidents: "Incidents",
  taken: "Incidents taken on",
  minutesToTake: "Minutes to take on, in all",
  drills: "Drills",
  breaches: "Published unreviewed",
  changes: "Changes of custodian",
  topics: "Hot topics",
}

const ratios: typeof chinese.ratios = {
  original: "Originals",
  first: "First here",
  kept: "Quotas kept",
  answered: "Messages in time",
  inTime: "In time",
}

const groups: typeof chinese.groups = { up: "In use", offline: "Offline", coming: "Planned", ended: "Ended" }

const kinds: typeof chinese.kinds = {
  "monthly-notice": "monthly notice",
  "quarterly-notice": "quarterly notice",
  "yearly-report": "yearly report",
  assessment: "assessment sheet",
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

const term = ({ kind, from }: Pick<Term, "kind" | "from">): string => {
  const year = from.slice(0, 4)
  const month = Number(from.slice(5, 7))
  if (kind === "year") return year
  return kind === "month" ? `${MONTHS[month - 1] ?? ""} ${year}` : `Q${(month + 2) / 3} ${year}`
}

const percent = (value: number | null): string => (value === null ? "–" : `${(value * 100).toFixed(1)}%`)

const compared = (it: ReportSheet, name: RatioName): string =>
  `${percent(share(it.total, name))} (${term(it.before.term)}: ${percent(share(it.before.figures, name))})`

const named = (it: Pick<ReportSheet, "unit" | "kind" | "term" | "draft">): string =>
  `${it.unit}, ${kinds[it.kind]} ${term(it.term)}${it.draft ? ` (${DRAFT})` : ""}`

/** What stands in notices and reports, on paper and in their picture. */
export const reportpaper: typeof chinese = {
  measures,
  ratios,
  groups,
  kinds,
  term,
  percent,
  date: when.fullDay,
  month: (month) => MONTHS[Number(month.slice(5, 7)) - 1] ?? "",
  draft: DRAFT,
  title: (it) =>
    `${it.unit}: ${it.supervises || it.kind === "assessment" ? kinds[it.kind] : "how the accounts were kept"}, ${term(it.term)}${it.draft ? ` (${DRAFT})` : ""}`,
  number: "No. ________",
  addressee: "To the units concerned",
  itself: (unit) => `${unit} (itself)`,
  heading: (at, title) => `${at + 1}. ${title}`,
  headings: {
    overall: "At a glance",
    accounts: "Accounts",
    units: "The units",
    duties: "Duties with a date",
    checks: "Checks and messages of the public",
    incidents: "Emergencies",
    attention: "To be looked at",
    topics: "Hot topics",
    months: "Month by month",
    scores: "Five measures",
    judged: "Assessment (filled in by those who assess)",
  },
  of: (what) => ` (${what})`,
  opening: (it) =>
    `${it.sources.length === 0 ? "" : `By ${[...new Set(it.sources.map(cited.cite))].join(", ")}: `}how the official accounts were kept in ${term(it.term)}.`,
  draftNote: (it) =>
    `${DRAFT}: ${term(it.term)} is not over; figures as of ${when.fullDay(it.madeOn)}, not for official use.`,
  registered: ({ counts, madeOn }) =>
    `As of ${when.fullDay(madeOn)} ${counts.up + counts.offline + counts.coming + counts.ended} accounts are registered: ${counts.up} in use, ${counts.offline} offline, ${counts.coming} planned, ${counts.ended} ended.`,
  published: (it) =>
    `${it.total.posts} posts, ${it.total.originals} of them original, ${compared(it, "original")}; ${it.total.firsts} published here first, ${compared(it, "first")}.`,
  updated: ({ total }) =>
    `Quota periods kept: ${total.kept}, missed: ${total.missed}, ${percent(share(total, "kept"))} kept; silent for too long: ${total.silences}; published unreviewed: ${total.breaches}.`,
  fulfilled: ({ total }) =>
    `Done in time: ${total.dutiesDone}, late: ${total.dutiesLate}, overdue: ${total.dutiesOverdue}, waived: ${total.dutiesWaived}; ${percent(share(total, "inTime"))} in time.`,
  handled: ({ total }) => {
    const average = minutesOnAverage(total)
    return `Incidents: ${total.incidents}, taken on: ${total.taken}${average === null ? "" : `, after ${average.toFixed(1)} minutes on average`}; drills: ${total.drills}.`
  },
  checked: ({ total }) =>
    `Checks: ${total.checks}, findings: ${total.findings}, closed: ${total.findingsClosed}; messages of the public: ${total.cases}, finished: ${total.casesClosed}; of those that were due, ${percent(share(total, "answered"))} in time.`,
  noneOverdue: "Nothing is overdue.",
  overdue: "Overdue:",
  more: (count) => `${count} more are not listed; send /due to see them.`,
  severalNote: "Units with several accounts, which might be put together into one:",
  overlappingNote: "Units with several accounts on one platform, which may overlap:",
  fewestNote: "Accounts that published least, in the order of their units:",
  changesNote: (count) =>
    `Custodians changed ${count} times in 12 months; the table above has them by unit. Staff should stay as they are.`,
  topicsNote: (count) => `${count} hot topics were noted:`,
  notes: (it) =>
    `Figures are sums of what was recorded, shares are reckoned from the sums; a duty counts when it was due${it.supervises ? "; units stand by name and are not ranked" : ""}.`,
  columns: {
    unkept: "Not updated in time",
    measure: "Measure",
    total: "Total",
    unit: "Unit",
    accounts: "Accounts",
    platform: "Platform",
    account: "Account",
    what: "What",
    due: "Due",
    on: "Noted",
    count: "Accounts",
    posts: "Posts",
    changes: "Changes of custodian in 12 months",
    content: "Content",
    followers: "Followers",
    reposts: "Reposts",
    comments: "Comments",
    performance: "Performance",
    thirdParty: "Third party",
    verdict: "Remarks",
    late: "Late or overdue",
  },
  named: quota.named,
  names: (of) => of.names.map((each) => `${platform[of.platform]} “${each}”`).join(", "),
  platform,
  gradings: { good: "good", fair: "fair", poor: "poor" },
  sign: (unit, draft) => [
    ...(draft ? [`(${DRAFT}, not to be issued)`] : []),
    "Signed: ________________",
    `${unit} (seal)`,
    "Date: ________________",
  ],
  sheetName: (draft) => (draft ? `Report (${DRAFT})` : "Report"),
  called: named,
  bundleName: (it) => `${it.unit}, bundle ${term(it.term)}${it.draft ? ` (${DRAFT})` : ""}`,
  pictureTitle: (it) => `${it.unit}: ${kinds[it.kind]}`,
  pictureDraft: (it) => `${DRAFT}, figures as of ${when.fullDay(it.madeOn)}`,
  pictureBefore: (of, value) => `${term(of)}: ${value}`,
  pictureUp: "Accounts in use",
  pictureUnits: "Units: posts, not updated in time, overdue",
  pictureMore: (count) => `${count} more units are in the file`,
  pictureNote: "Units stand by name and are not ranked; figures are sums of what was recorded",
}
