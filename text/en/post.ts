import { kindOf } from "../../rules/post.ts"
import { dayOf, timeOf } from "../../rules/time.ts"
import type { post as chinese } from "../zh/post.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const kinds: (typeof chinese)["kinds"] = { original: "original", first: "first", repost: "repost" }
const accountField = {
  label: "Account",
  ask: "Which accounts were updated? You may choose several.",
  example: "Example County News",
}
const linkField = {
  label: "Link",
  ask: "Please send the link of the post.",
  example: "https://weibo.com/1234567890/AbCdEf",
}
const whenField = {
  label: "Time",
  ask: "When was it published?",
  example: "today 09:30, yesterday 16:00, 2026-02-12 09:30",
}
const kindField = { label: "Kind", ask: "Original, first published here, or repost?", example: "repost" }
const batchField = { label: "Report", ask: "Which report?", example: "Weibo “Example County News”" }

type Receipt = Parameters<(typeof chinese)["reported"]>[0]

const said = (it: Receipt): readonly string[] => [
  `${when.instant(it.at)}, ${kinds[it.kind]}${it.link === null ? ", without a link" : ""}`,
  ...it.next.map((each) =>
    it.next.length === 1
      ? `Next post by ${when.day(each.until)}${each.provisional ? " (provisional)" : ""} (${each.left} days)`
      : `${quota.named(each.account)}: next by ${when.day(each.until)}${each.provisional ? " (provisional)" : ""}`,
  ),
]

export const post: typeof chinese = {
  kinds,
  now: "just now",
  days: { today: 0, yesterday: 1 },
  nows: ["now", "just now"],
  commands: {
    post: {
      title: "Report a post",
      aliases: [],
      fields: {
        account: accountField,
        link: {
          ...linkField,
          ask: "Please send the link of the post; skip if there is none, and it counts as published just now.",
        },
        at: whenField,
        kind: kindField,
      },
    },
    undo: { title: "Take a report or a registration back", aliases: [], fields: { batch: batchField } },
    amend: {
      title: "Correct a report",
      aliases: [],
      fields: {
        batch: batchField,
        what: { label: "What", ask: "What is to be corrected?", example: "time" },
        at: whenField,
        link: linkField,
        kind: kindField,
      },
    },
  },
  parts: { at: "time", link: "link", kind: "kind" },
  reported: (it) => [`✅ Reported: ${it.accounts.map(quota.named).join(", ")}`, ...said(it)].join("\n"),
  amended: (it, before) =>
    [
      `✏️ Corrected: ${it.accounts.map(quota.named).join(", ")}`,
      ...[
        ["Time", when.instant(before.at), when.instant(it.at)],
        ["Kind", kinds[kindOf(before)], kinds[it.kind]],
        ["Link", before.link ?? "(none)", it.link ?? "(none)"],
      ].flatMap(([what = "", from = "", to = ""]) => (from === to ? [] : [`${what}: ${from} → ${to}`])),
      ...said(it),
    ].join("\n"),
  buttons: {
    undo: "Undo",
    repost: "It was a repost",
    original: "It was original",
    first: "It was here first",
    amend: "Correct time or link",
  },
  undone: (accounts) =>
    `↩️ Taken back: the report for ${accounts.map(quota.named).join(", ")}. The deadlines are as before.`,
  future: (at, now) =>
    `The time ${when.fullDay(dayOf(at))}, ${timeOf(at)} has not come yet (it is ${when.instant(now)}). Please give a time that has passed, for example: today 09:30`,
  ancient: (day) =>
    `${when.fullDay(day)} is too long ago; please check the year. For example: yesterday 16:00`,
  retired: (account) => `${quota.named(account)} has been retired; posts can no longer be reported.`,
  twice: (account, at) =>
    `This link was reported for ${quota.named(account)} before (${when.instant(at)}); no need to do it again.`,
  gone: "This report was taken back, or does not exist.",
  notYours: (hours) =>
    `Only the person who reported it can take it back or correct it, within ${hours} hours. Please ask the unit's administrator.`,
  noneYet: "You have not reported any post lately.",
  nothingToUndo:
    "You have not reported a post or registered an account lately; there is nothing to take back.",
  batch: (it) => {
    const [first] = it.accounts
    const more = it.accounts.length > 1 ? ` and ${it.accounts.length - 1} more` : ""
    return `${when.instant(it.at)} ${first ? quota.named(first) : ""}${more}`
  },
  noAccount: (typed) =>
    `There is no account “${typed}”. Please give its name, for example: Example County News; /accounts lists them all.`,
  unfit: (typed, states) =>
    `The account “${typed}” is ${[...new Set(states)].join(", ")}; this cannot be done with it now. /accounts lists them all.`,
  notATime: (typed) =>
    `The time “${typed}” was not understood. For example: today 09:30, yesterday 16:00, 2026-02-12 09:30`,
}
