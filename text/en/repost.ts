import type { repost as chinese } from "../zh/repost.ts"
import { endOf, timeOf } from "../../rules/time.ts"
import { obligation } from "./obligation.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const sources: typeof chinese.sources = {
  account: "an official account above",
  website: "a government website",
}
const urgencies: typeof chinese.urgencies = { routine: "routine", urgent: "an emergency, also by night" }

type Asked = Parameters<typeof chinese.card>[1][number]

const until = ({ due }: Pick<Asked["duty"], "due">): string =>
  due === null
    ? "as soon as possible"
    : due.at === endOf(due.day)
      ? `by the end of ${when.day(due.day)}${due.provisional ? " (provisional)" : ""}`
      : `by ${when.day(due.day)}, ${timeOf(due.at)}`

const state = ({ duty, done }: Asked): string => {
  const missed = duty.phase === "missed"
  if (done !== null)
    return `reposted, ${done.by}, ${when.instant(done.at)}${missed ? " (after the aim)" : duty.phase === "late" ? " (late)" : ""}`
  if (duty.phase === "waived") return "waived"
  if (missed) return `the aim was ${until(duty)}; please repost it all the same`
  if (duty.phase === "overdue" || duty.phase === "escalated")
    return `${until(duty)}: overdue, please repost it now`
  return `${duty.aim ? "if possible " : ""}${until(duty)}`
}

const mark = ({ duty, done }: Asked): string => (done === null && duty.phase !== "waived" ? "⬜" : "✅")

const line = (it: Asked): string => `${mark(it)} ${quota.named(it.account)}: ${state(it)}`

const MOST = 40

export const repost: typeof chinese = {
  sources,
  urgencies,
  commands: {
    upstream: {
      title: "Announce an item from above to be reposted",
      aliases: [],
      fields: {
        unit: {
          label: "Unit",
          ask: "Whose accounts are to repost it, with those below?",
          example: "Example County Office",
        },
        source: {
          label: "Source",
          ask: "Where did it come out? Only official items are reposted.",
          example: "an official account above",
        },
        from: {
          label: "Published by",
          ask: "Which account or website published it?",
          example: "Example City",
        },
        title: { label: "Title", ask: "What is it called?", example: "Notice on flood control" },
        link: { label: "Link", ask: "What is its link?", example: "https://weibo.com/1/Ab" },
        at: {
          label: "Published",
          ask: "When did it come out there? The time runs from then.",
          example: "today 9:30",
        },
        platforms: { label: "Platforms", ask: "Only on which platforms? Skip it for all.", example: "Weibo" },
        urgency: { label: "Urgency", ask: "Is it about an emergency?", example: "routine" },
      },
    },
    reposted: {
      title: "Reposted an item from above",
      aliases: [],
      fields: { obligation: { label: "Duty", ask: "Which one?", example: "" } },
    },
  },
  card: (it, asked) =>
    [
      `${it.urgent ? "[Urgent: repost] " : "[Repost] "}${it.title}`,
      `${sources[it.source]}: “${it.from}”, ${when.instant(it.at)}`,
      it.link,
      ...[...asked]
        .sort((a, b) => (a.duty.due?.at ?? Infinity) - (b.duty.due?.at ?? Infinity))
        .slice(0, MOST)
        .map(line),
      ...(asked.length > MOST ? [`And ${asked.length - MOST} more accounts.`] : []),
      `Reposted ${asked.filter(({ done }) => done !== null).length} of ${asked.length}`,
      ...obligation.rules(asked.map(({ duty }) => duty)),
    ].join("\n"),
  reposted: (account) => `Reposted ${quota.named(account)}`,
  noted: (account) => `Noted: ${quota.named(account)} has reposted it.`,
  announcedHere: (count) => `Noted; the time of ${count} accounts is running.`,
  announced: (by, at) => `${by} announced this item on ${when.instant(at)} already.`,
  nobody: (unit) =>
    `No rulebook asks the accounts of “${unit}” and below to repost items from above; nothing was opened.`,
  likes:
    "Only reposts of official items are noted here, never likes, votes or followers. Nothing was opened.",
  unknownSource: (from) =>
    `“${from}” is no known official source: neither an account that this unit or one above it runs, nor named in a rulebook's list of sources. Nothing was opened; please check the name, or register the account first.`,
  notOfficial:
    "This is not the address of a government website (it should end in gov.cn); nothing was opened. For an official account choose “an official account above”.",
}
