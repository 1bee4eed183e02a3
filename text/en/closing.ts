import type { closing as chinese } from "../zh/closing.ts"
import { cited } from "./cited.ts"
import { obligation } from "./obligation.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

type Chinese = typeof chinese

const steps: Chinese["steps"] = {
  announced: "announcement of the closing and the move",
  migrated: "content moved",
  destination: "announcement of where the content went",
  submitted: "cancellation asked of the platform",
  cancelled: "gone from the platform",
}

const first: Record<Exclude<keyof Chinese["steps"], "cancelled">, string> = {
  announced: "Please announce the closing on the account first, and record the link",
  migrated: "Please record first on which day the content had been moved",
  destination: "Please announce first where the content went, and record the link",
  submitted: "Please record first on which day the platform was asked to cancel it",
}

type Shown = Parameters<Chinese["status"]>[0]
const marks: Record<Shown["steps"][number]["state"], string> = {
  done: "✅",
  now: "⏳",
  held: "🔒",
  later: "·",
}

const line = (it: Shown, { step, state, on }: Shown["steps"][number]): string => {
  const done = on === null ? "" : ` ${when.short(on)}`
  const more =
    step === "announced" && state === "done" && it.freeOn !== null
      ? ` (has to stand; it may be cancelled from ${when.fullDay(it.freeOn)} on)`
      : step === "submitted" && state === "done" && it.goneOn !== null
        ? ` (the platform lets it go from ${when.fullDay(it.goneOn)} on)`
        : state !== "held"
          ? ""
          : step === "cancelled" && it.goneOn !== null
            ? ` (from ${when.fullDay(it.goneOn)} on)`
            : it.freeOn === null
              ? ""
              : ` (from ${when.fullDay(it.freeOn)} on)`
  return `${marks[state]} ${steps[step]}${done}${more}`
}

const filings = (due: Parameters<Chinese["cancelled"]>[2]): readonly string[] =>
  due.length === 0
    ? []
    : ["Still to do:", ...due.map(obligation.line), ...obligation.rules(due), "Say so with /done afterwards."]

const accountField = { label: "account", ask: "Which account?", example: "Example County" }

/** The end of an account, and of a unit. */
export const closing: Chinese = {
  steps,
  buttons: {
    close: "Closing",
    announced: "Record the announcement",
    migrated: "Content has been moved",
    destination: "Record where it went",
    submitted: "Platform has been asked",
    cancelled: "It is gone",
  },
  commands: {
    close: {
      title: "Ask to close an account",
      aliases: ["closeaccount"],
      fields: {
        account: { ...accountField, ask: "Which account is to be closed?" },
        reason: { label: "reason", ask: "Why is it closed?", example: "cannot be maintained" },
      },
    },
    closing: {
      title: "Record a step of a closing",
      aliases: ["closingstep"],
      fields: {
        account: accountField,
        step: { label: "step", ask: "Which step?", example: "content moved" },
        link: {
          label: "link",
          ask: "What is the link to the announcement?",
          example: "https://weibo.com/1234567890/abc",
        },
        on: { label: "day", ask: "On which day?", example: "today" },
        followers: {
          label: "followers",
          ask: "How many followers has the account? How long the platform keeps it hangs on that.",
          example: "8600",
        },
      },
    },
    cancelled: {
      title: "Record that an account is gone",
      aliases: ["gone"],
      fields: {
        account: { ...accountField, ask: "Which account is gone?" },
        on: { label: "day", ask: "Since which day does the platform show it gone?", example: "today" },
      },
    },
    exit: {
      title: "Ask to leave supervision",
      aliases: ["leavesupervision"],
      fields: {
        account: { ...accountField, ask: "Which account's sponsor has lost its administrative functions?" },
        papers: {
          label: "attachments",
          ask: "What is the number of the staffing office's approval?",
          example: "Staffing [2026] 3",
        },
      },
    },
    dissolve: {
      title: "Record that a unit was merged or abolished",
      aliases: ["merge"],
      fields: {
        unit: {
          label: "unit",
          ask: "Which unit was merged or abolished?",
          example: "Example Education Bureau",
        },
        how: { label: "how", ask: "Was it merged or abolished?", example: "merged" },
        into: { label: "into", ask: "Into which unit?", example: "Example Culture Bureau" },
        on: { label: "day", ask: "Since which day?", example: "today" },
        reason: {
          label: "basis",
          ask: "By which decision? Skip it if there is none.",
          example: "Staffing [2026] 3",
        },
      },
    },
    closeorder: {
      title: "Record an ordered closure",
      aliases: ["orderclosure"],
      fields: {
        account: { ...accountField, ask: "Which account was ordered closed?" },
        authority: { label: "decided by", ask: "Who decided?", example: "Transport Department office" },
        paper: { label: "paper", ask: "What is the number of the decision?", example: "Office [2026] 8" },
        on: { label: "day", ask: "Of which day is the decision?", example: "2026-05-20" },
        reason: { label: "reason", ask: "Why? The unit will read it.", example: "nobody looks after it" },
      },
    },
  },
  status: (it) =>
    [
      `[Closing] ${quota.named(it.account)}`,
      `Unit: ${it.unit}`,
      `✅ closing agreed to ${when.short(it.approvedOn)}`,
      ...it.steps.map((each) => line(it, each)),
      "It is updated as usual until it is gone.",
      ...(it.sources.length === 0 ? [] : [`Under: ${[...new Set(it.sources.map(cited.cite))].join(", ")}`]),
    ].join("\n"),
  notAgreed: (it) =>
    `Nobody has agreed to closing ${quota.named(it)} yet. Please ask with /close; once you have, wait until every level has agreed.`,
  notUp: (it) => `${quota.named(it)} is not up now, so its closing cannot be asked for.`,
  notWatched: (it) => `${quota.named(it)} is not supervised, so it need not leave.`,
  noExit: (it) =>
    `No rulebook of ${quota.named(it)} knows of leaving supervision; nothing was sent in. What is no longer used is closed with /close.`,
  takenAlready: (it, step, on) =>
    `${quota.named(it)}: “${steps[step]}” is recorded for ${when.fullDay(on)} already.`,
  outOfOrder: (it, step, missing) =>
    `${quota.named(it)}: “${steps[step]}” cannot be recorded yet. ${first[missing]}.`,
  beforeConsent: (on, agreed) =>
    `${when.fullDay(on)} lies before the consent of ${when.fullDay(agreed)}. Please check.`,
  beforeMigration: (on, migrated) =>
    `${when.fullDay(on)} lies before ${when.fullDay(migrated)}, when the content had been moved. Please check.`,
  beforeSubmission: (on, submitted) =>
    `${when.fullDay(on)} lies before ${when.fullDay(submitted)}, when the platform was asked. Please check.`,
  standsStill: (it, free, rule) =>
    `The announcement of ${quota.named(it)} still has to stand: it may be cancelled from ${when.fullDay(free)} on (${rule}). Nothing has changed.`,
  frozenStill: (it, gone) =>
    `The platform still keeps ${quota.named(it)}: it counts as gone from ${when.fullDay(gone)} on, by the platform's rules as this office keeps them. Nothing has changed.`,
  noStepLeft: "Every step is recorded. Once the platform shows that the account is gone, use /cancelled.",
  closedFor: (reason) => `closed${reason === null ? "" : `: ${reason}`}`,
  cancelled: (it, on, due) =>
    [
      `⏹ ${quota.named(it)} is gone since ${when.fullDay(on)}; nobody is reminded of updates any more.`,
      ...filings(due),
    ].join("\n"),
  exitedFor: "left supervision",
  exited: (it, on) =>
    `${quota.named(it)} left supervision on ${when.fullDay(on)}; nobody is reminded of it any more.`,
  orderedFor: (authority, paper, reason) => `ordered closed by ${authority} (${paper}): ${reason}`,
  ordered: (it) =>
    [
      `[Ordered closed] ${quota.named(it.account)} of ${it.unit}`,
      `${when.fullDay(it.on)}: ${it.reason}`,
      "Nobody is reminded of updates any more. Please cancel it on its platform soon.",
      ...filings(it.due),
    ].join("\n"),
  how: { merged: "merged", abolished: "abolished", mistaken: "a mistake: it is still there" },
  dissolved: (it) =>
    [
      `Recorded: “${it.unit}” was ${it.how === "merged" ? `merged into “${it.into ?? ""}”` : "abolished"} on ${when.fullDay(it.on)}. It gets no more people and accounts.`,
      ...(it.accounts.length === 0
        ? []
        : [
            `Its accounts (${it.accounts.length}) have to be closed (/close) or get another sponsor (/edit):`,
            ...it.accounts.map((each) => `· ${quota.named(each)}`),
            ...it.due.slice(0, 1).map(obligation.line),
            ...obligation.rules(it.due),
          ]),
    ].join("\n"),
  revived: (unit) => `Put right: “${unit}” is still there, and everything is as before.`,
  notDissolved: (unit) => `“${unit}” is not recorded as merged or abolished; there is nothing to put right.`,
  dissolvedAlready: (unit) =>
    `“${unit}” is recorded as merged or abolished already. If that was a mistake, choose “a mistake: it is still there”.`,
  root: "The topmost unit can be neither merged nor abolished.",
  intoItself: "A unit cannot be merged into itself. Please choose another.",
  intoDissolved: (unit) => `“${unit}” is gone itself. Please choose one that is still there.`,
  nothingNew: (unit) => `“${unit}” was merged or abolished: it gets no more people and accounts.`,
  gone: (how, on, into) =>
    how === "merged"
      ? `merged into ${into ?? ""} on ${when.fullDay(on)}`
      : `abolished on ${when.fullDay(on)}`,
  retiring: (it, rule) =>
    `Under ${rule}, closing an account has to be agreed to first (/close). /retire is for what should never have been in the register. Retire ${quota.named(it)} all the same?`,
}
