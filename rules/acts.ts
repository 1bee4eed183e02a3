import type { ReportKind } from "./report.ts"
import type { acts } from "./vocabulary.ts"

/** What is done by a date: what a rulebook calls an act, and the reports that are written up. */
export type ActName = (typeof acts)[number] | ReportKind

/** How something that is asked for by a date is done. */
export interface Doing {
  /** Whom a rule that comes round again asks: each account, the unit once, everybody who keeps a password of it, whoever it was given to, or the office that watches over the unit. */
  readonly of: "account" | "unit" | "keeper" | "person" | "office"
  /** What shows that it was done: a receipt number, a link, the number of a paper, or some words. */
  readonly proof: "receipt" | "link" | "paper" | "note" | null
  /** The command that does it, where saying so is not enough. */
  readonly command?: string
  /** Whether it has no sense any more once the account is over. */
  readonly ends?: true
  /** Whether letting it go would only draw out what may not last any longer. */
  readonly firm?: true
  /** What is attested says when it was done last. */
  readonly attested?: true
  /** What its being done starts in turn. */
  readonly leadsTo?: "change.reported" | "change.approved"
  /** What its not being done in time starts. */
  readonly missed?: "account.go-live-missed"
  /** The receipt is the number under which the national system knows the account. */
  readonly numbers?: true
  /** Asked for only as long as this lasts, from its first day on. */
  readonly during?: "shut-down"
  /** Brought up on the first working day of its period, and not to be done before. */
  readonly opens?: true
  /** Its command is told which duty is meant: there may be several. */
  readonly several?: true
  /** An account that is rightly offline cannot do it: it is counted from the return. */
  readonly pauses?: true
  /** Asked for on a card of the day itself, and by no reminder before that is over. */
  readonly daily?: true
  /** Shown with what its occasion is about: an account may have several of them open. */
  readonly about?: true
}

/** Everything with a date that is carried; what a rulebook asks beyond it is asked of nobody yet. */
export const doings = {
  "account.go-live": {
    of: "account",
    proof: null,
    command: "golive",
    missed: "account.go-live-missed",
    ends: true,
  },
  "announcement.remove": { of: "account", proof: null, command: "removed", ends: true },
  "explanation.submit": { of: "account", proof: "paper" },
  "system.enter": { of: "account", proof: "receipt", numbers: true },
  "account.return": { of: "account", proof: null, command: "online", ends: true, firm: true },
  "filing.shutdown": { of: "account", proof: "paper" },
  "shutdown.report": { of: "account", proof: "note", during: "shut-down" },
  "change.report": { of: "account", proof: "note", leadsTo: "change.reported" },
  "change.approve": { of: "account", proof: "paper", leadsTo: "change.approved" },
  "account.update-details": { of: "account", proof: "link" },
  "account.close-or-move": { of: "account", proof: null, command: "close", ends: true },
  "account.propose-closing": { of: "account", proof: null, command: "close", ends: true },
  "account.start-cancelling": { of: "account", proof: null, command: "close", ends: true },
  "account.cancel": { of: "account", proof: null, command: "close", ends: true },
  "account.confirm-cancelled": { of: "account", proof: null, command: "cancelled", ends: true },
  "filing.open": { of: "account", proof: "receipt" },
  "filing.change": { of: "account", proof: "receipt" },
  "filing.close": { of: "account", proof: "receipt" },
  "filing.catch-up": { of: "account", proof: "receipt" },
  "system.update": { of: "account", proof: "receipt" },
  "filing.outsourcing": { of: "account", proof: "receipt" },
  "certification.renew": { of: "account", proof: null, command: "certify", ends: true },
  "contract.renew": { of: "account", proof: null, command: "outsource", ends: true },
  "leader.name": { of: "unit", proof: null, command: "appoint" },
  "handover.finish": { of: "account", proof: null, command: "handover" },
  "password.change": { of: "account", proof: null, command: "password", attested: true, ends: true },
  "statement.give": { of: "keeper", proof: null, command: "statement" },
  "patrol.walk": { of: "unit", proof: null, command: "patrol", daily: true },
  "reachability.test": { of: "unit", proof: "note" },
  "training.hold": { of: "unit", proof: "note" },
  "drill.hold": { of: "unit", proof: "note" },
  "activity.plan": { of: "unit", proof: "note" },
  "budget.confirm": { of: "unit", proof: "note" },
  "plan.confirm": { of: "unit", proof: "note" },
  "hot-topics.pass-on": { of: "unit", proof: "note" },
  "website.repost": { of: "account", proof: "link", about: true, pauses: true },
  "upstream.repost": { of: "account", proof: "link", about: true, pauses: true },
  "interpretation.publish": { of: "account", proof: "link", about: true, pauses: true },
  "goal.reach": { of: "unit", proof: "note" },
  "account.open": { of: "unit", proof: "link" },
  "request.first-reply": { of: "account", proof: null, command: "firstreply", about: true, pauses: true },
  "request.finish": { of: "account", proof: null, command: "settled", about: true, pauses: true },
  "messages.sort": { of: "unit", proof: "note" },
  "task.finish": { of: "person", proof: "note", about: true },
  "result.publish": { of: "person", proof: "link", about: true },
  "app.reinstall": { of: "person", proof: "note" },
  "catalogue.update": { of: "unit", proof: "link" },
  "review-system.set-up": { of: "unit", proof: "paper" },
  "check.hold": { of: "office", proof: null, command: "check", opens: true },
  "check.self": { of: "unit", proof: null, command: "check" },
  "sample.take": { of: "office", proof: null, command: "check" },
  "meeting.hold": { of: "office", proof: "note" },
  "rectification.finish": { of: "account", proof: null, command: "rectified", about: true, several: true },
  "monthly-notice": { of: "unit", proof: "paper", command: "report" },
  "quarterly-notice": { of: "unit", proof: "paper", command: "report" },
  "yearly-report": { of: "unit", proof: "paper", command: "report" },
  assessment: { of: "unit", proof: "paper", command: "report" },
} as const satisfies Partial<Readonly<Record<ActName, Doing>>>

export type Carried = keyof typeof doings

export const isCarried = (act: ActName): act is Carried => act in doings

export const doingOf = (act: Carried): Doing => doings[act]
