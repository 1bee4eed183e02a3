import type { Fact } from "../../rules/facts.ts"
import type { opening as chinese } from "../zh/opening.ts"
import { cited } from "./cited.ts"
import { fields, listed } from "./details.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const accountField = { label: "account", ask: "Which account?", example: "Example County" }
const applicationField = {
  label: "application",
  ask: "Which application?",
  example: "opening Weibo “Example”",
}

const unmet: Partial<Record<Fact, (unit: string) => string>> = {
  "account.verification-names-sponsor": (unit) => `the verification text does not name the sponsor “${unit}”`,
  "account.licence": () => "a news or film service, and no licence number yet",
  "account.opening-announcement": () => "no link to the opening announcement yet",
  "app.security-report": () => "no security test report of the app yet",
  "app.ipv6": () => "the app has no IPv6 yet",
  "app.https": () => "the app does not use HTTPS yet",
  "app.html5": () => "the app has no HTML5 yet",
  "app.every-terminal": () => "the app does not run on every device yet",
}
const line = ({ fact, source }: Parameters<typeof chinese.notReady>[2][number], unit: string): string =>
  `· ${unmet[fact]?.(unit) ?? fact} (${cited.cite(source)})`

export const opening: typeof chinese = {
  purposes: { standing: "daily work", special: "one campaign or event" },
  has: { ipv6: "IPv6", https: "HTTPS", html5: "HTML5", everyTerminal: "runs on every device" },
  none: "none of them",
  unneeded: "not needed",
  noneYet: "none yet",
  buttons: { apply: "Send in", goLive: "Go live", removed: "Record the removal" },
  commands: {
    open: {
      title: "Apply to open an account",
      aliases: [],
      fields: {
        unit: fields.unit,
        platform: { ...fields.platform, ask: "On which platform will it be?" },
        name: { ...fields.name, ask: "What will it be called?" },
        special: { label: "purpose", ask: "What is the account for?", example: "daily work" },
        news: { label: "news or film service", ask: "Does it do a news or film service?", example: "no" },
        main: fields.main,
        running: fields.running,
        operator: fields.operator,
        custodian: fields.custodian,
        editors: fields.editors,
      },
    },
    apply: {
      title: "Send in an opening",
      aliases: [],
      fields: {
        account: { ...accountField, ask: "Which planned account?" },
        ticks: { label: "plan", ask: "Which parts of the plan are ready? Press each.", example: "funding" },
        papers: {
          label: "attachments",
          ask: "The number or link of each attachment, one a line, such as “plan: 2026/3”.",
          example: "plan: 2026/3",
        },
      },
    },
    golive: {
      title: "Take an account live",
      aliases: [],
      fields: {
        account: { ...accountField, ask: "Which account goes live?" },
        on: { label: "live on", ask: "On which day does it go live?", example: "today" },
        registeredOn: {
          label: "registered on",
          ask: "When did the platform register it? Filing is counted from the earliest day that can be shown; skip if it is the same day.",
          example: "2026-02-12",
        },
        link: { ...fields.link, label: "home page" },
        verification: {
          ...fields.verification,
          ask: "What does the public verification text say? It has to name the sponsor.",
        },
        announcement: {
          label: "announcement",
          ask: "The link to the opening announcement?",
          example: "https://weibo.com/1234567890/abc",
        },
        licence: { label: "licence", ask: "The number of the news or film licence?", example: "1234567" },
        report: {
          label: "security report",
          ask: "The day of the security test report?",
          example: "2026-02-12",
        },
        has: { label: "app", ask: "What has the app got? Press each.", example: "IPv6" },
      },
    },
    approval: {
      title: "Record an earlier approval",
      aliases: [],
      fields: {
        account: { ...accountField, ask: "Whose opening was approved?" },
        paper: { label: "paper", ask: "The number of the paper?", example: "2026/8" },
        on: { label: "dated", ask: "The day of the paper?", example: "2026-05-20" },
      },
    },
    removed: {
      title: "Record that an announcement was taken down",
      aliases: [],
      fields: {
        account: { ...accountField, ask: "Whose announcement was taken down?" },
        on: { label: "removed on", ask: "On which day?", example: "today" },
      },
    },
    decide: {
      title: "Decide an application",
      aliases: [],
      fields: {
        application: applicationField,
        n: { label: "turn", ask: "Which turn?", example: "1" },
        say: { label: "decision", ask: "Your decision?", example: "Agree" },
        reason: {
          label: "reason",
          ask: "One sentence why; whoever asked will read it.",
          example: "please add the funding",
        },
      },
    },
    record: {
      title: "Record the decision of an office above",
      aliases: [],
      fields: {
        application: { ...applicationField, ask: "Whose decision is recorded?" },
        step: { label: "office", ask: "Which level decided?", example: "county government office" },
        say: { label: "result", ask: "What was decided?", example: "agreed" },
        paper: { label: "paper", ask: "The number of the paper?", example: "2026/8" },
        on: { label: "dated", ask: "The day of the paper?", example: "2026-05-20" },
        reason: {
          label: "remark",
          ask: "What does the paper say? Whoever asked will read it.",
          example: "please add the funding",
        },
      },
    },
    withdraw: {
      title: "Withdraw an application",
      aliases: [],
      fields: {
        application: { ...applicationField, ask: "Which application is withdrawn?" },
        reason: { label: "reason", ask: "Why?", example: "an existing account will do" },
      },
    },
    applications: { title: "Show applications", aliases: [], fields: { application: applicationField } },
    standin: {
      title: "Record a stand-in",
      aliases: [],
      fields: {
        unit: { label: "unit", ask: "In which unit?", example: "Example County" },
        role: { label: "role", ask: "For which role?", example: "leader in charge" },
        who: { label: "for", ask: "Who is away?", example: "Li" },
        by: { label: "stand-in", ask: "Who stands in?", example: "Wang" },
        from: { label: "from", ask: "From which day?", example: "2026-03-02" },
        to: { label: "until", ask: "Until which day, included?", example: "2026-03-06" },
        paper: {
          label: "paper",
          ask: "The number of the paper that says so? Skip if there is none.",
          example: "2026/5",
        },
      },
    },
  },
  notPlanned: (it) => `${quota.named(it)} is not being planned; there is no need to apply for it.`,
  planned: (it) =>
    [`Planned: ${quota.named(it.account)}. Next it is sent in.`, ...listed(it.notes)].join("\n"),
  approved: (it, on) =>
    `The opening of ${quota.named(it)} was agreed to on ${when.day(on)}. Please register and verify it, then take it live with /golive.`,
  notApproved: (it) =>
    `${quota.named(it)} has not been agreed to and cannot go live. Please send it in with /apply first.`,
  notReady: (account, unit, raised) =>
    [
      `${quota.named(account)} cannot go live yet:`,
      ...raised.map((each) => line(each, unit)),
      "Please mend this and try again; nothing has changed.",
    ].join("\n"),
  verifying: (account, unit, raised) =>
    [
      `${quota.named(account)} cannot go live yet and stays “being verified”:`,
      ...raised.map((each) => line(each, unit)),
      "Please mend the verification text and try again.",
    ].join("\n"),
  misnamed: (unit, raised) =>
    [
      ...raised.map((each) => line(each, unit)),
      "Please give it again, or skip it while the platform has not changed it: the account waits as being verified.",
    ].join("\n"),
  beforeApproval: (on, approved) =>
    `It cannot go live on ${when.fullDay(on)}, before it was approved on ${when.fullDay(approved)}. Please check.`,
  registeredLater: (registered, on) =>
    `The platform cannot have registered it on ${when.fullDay(registered)}, after it went live on ${when.fullDay(on)}. Please check.`,
  nothingAnnounced: (it) => `${quota.named(it)} has no announcement that still stands.`,
  tooEarly: (on) => `announcement taken down too early (${when.fullDay(on)})`,
  removed: (it, tooEarly) =>
    tooEarly === null
      ? `Recorded: the announcement of ${quota.named(it)} was taken down after it had stood long enough.`
      : `Recorded: the announcement of ${quota.named(it)} was taken down. It had to stand until ${when.fullDay(tooEarly)}; that it came down too early is kept, and the leader in charge has been told.`,
  removedEarly: (it) =>
    `[Announcement taken down too early] ${quota.named(it.account)} of ${it.unit}, on ${when.day(it.on)}; it could have been taken down from ${when.day(it.free)} on. This is kept, and told once.`,
  unapproved: (it) =>
    `[Account without approval] ${it.unit} registered ${quota.named(it.account)}, and no approval of its opening is known (${cited.cite(it.source)}). Please look into it; where there is a paper, record it with /approval. You are told once.`,
  approvalRecorded: (it, paper) => `The approval of ${quota.named(it)} is recorded, paper ${paper}.`,
  isApproved: (it) => `${quota.named(it)} does not lack an approval.`,
  live: (it) =>
    [
      `✅ ${quota.named(it.account)} is live (${when.fullDay(it.on)}).`,
      ...(it.announcementUntil === null
        ? []
        : [
            `Please keep the opening announcement; it may be taken down from ${when.fullDay(it.announcementUntil)} on. Record that with /removed.`,
          ]),
      "Filing and the other dates are reminded of from now on; /due shows them.",
    ].join("\n"),
  standIn: {
    done: (it) =>
      `Recorded: from ${when.fullDay(it.from)} to ${when.fullDay(it.to)} ${it.by} stands in for ${it.who} (${it.role}). An opening or closing is still decided by the chief in person.`,
    notHolding: (who, role) => `${who} is not ${role} now; nothing was recorded.`,
    himself: "Nobody stands in for themselves.",
    backwards: (from, to) =>
      `The end ${when.fullDay(to)} lies before the start ${when.fullDay(from)}. Please check.`,
  },
}
