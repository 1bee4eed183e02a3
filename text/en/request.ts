import type { request as chinese } from "../zh/request.ts"
import { plain } from "./details.ts"
import { quota } from "./quota.ts"

const doings = { register: "register", edit: "change", open: "open" }
const dones = { register: "registered", edit: "changed", open: "planned" }

const to = (what: string | null): string => (what === null ? "" : ` to ${what}`)

export const request: typeof chinese = {
  buttons: { agree: "Agree with a reason", disagree: "Disagree" },
  asked: (it) =>
    [
      "In principle the rules do not allow it; the leader in charge has to give a written reason:",
      ...it.raised.map(plain),
      `I have asked ${it.leaders.join(", ")} in private. What you filled in is kept for ${it.days} days, and you will hear at once.`,
    ].join("\n"),
  askedMyself: (raised) =>
    [
      "In principle the rules do not allow it; you can pass it with a written reason:",
      ...raised.map(plain),
    ].join("\n"),
  asksLeader: (it) =>
    [
      `[Your decision] ${it.by} wants to ${doings[it.kind]} ${quota.named(it.account)} of ${it.unit}`,
      "In principle the rules do not allow it:",
      ...it.raised.map(plain),
    ].join("\n"),
  howToDecide: (days) =>
    `Where it is needed, agree with a written reason, which is kept with the account. Without an answer in ${days} days the request lapses.`,
  agreed: (it) => `✅ ${it.by} agreed: ${quota.named(it.account)} is ${dones[it.kind]}. Reason: ${it.reason}`,
  about: (kind, account) => `${doings[kind]} ${quota.named(account)}`,
  importing: (file) => `import the ledger “${file}”`,
  disagreed: (it) => `❎ ${it.by} did not agree${to(it.what)}; nothing has changed.`,
  askerLeft: (who, what) =>
    `${who}, who asked${to(what)}, has left or has the right no longer: the request is closed, nothing has changed. Please have an administrator ask again.`,
  expired: (it) =>
    `⌛ No answer in ${it.days} days: the request${to(it.what)} has lapsed, nothing has changed. Please ask again if need be.`,
  noLeader: (unit, says) =>
    `${says}\n“${unit}” has no leader in charge who could decide; nothing was saved. Please use /invite or /appoint first.`,
  decidedAlready: "This request has been decided.",
  cameUpSince: (raised) =>
    ["Since the request was made this has come up; please have it made again:", ...raised.map(plain)].join(
      "\n",
    ),
}
