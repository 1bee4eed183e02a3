import type { Instant } from "../../rules/time.ts"
import { dayOf } from "../../rules/time.ts"
import type { review as chinese } from "../zh/review.ts"
import { cited } from "./cited.ts"
import { procedure } from "./procedure.ts"
import { quota } from "./quota.ts"
import { cites, reviewcard } from "./reviewcard.ts"
import * as when from "./when.ts"

const { titled } = reviewcard
const itemField = { label: "Item", ask: "Which one?", example: "“Water supply”" }
const turn = { label: "Turn", ask: "Which turn of the card?", example: "1" }

type Breached = Parameters<typeof chinese.breach>[0]
type Listed = Parameters<typeof chinese.list>[0]["waiting"]

const breachLine = (it: Breached): string =>
  `${when.instant(it.at)} ${quota.named(it.account)} (${it.unit}, reported by ${it.by})`

const section = (title: string, { all, hidden }: Listed): readonly string[] =>
  all.length === 0
    ? []
    : [
        title,
        ...all.map(({ it, since }) => `${reviewcard.state(it)} (since ${when.short(dayOf(since))})`),
        ...(hidden > 0 ? [`(${hidden} more)`] : []),
      ]

export const review: typeof chinese = {
  commands: {
    submit: {
      title: "Send something in for review",
      aliases: [],
      fields: {
        title: { label: "Title", ask: "What is the title?", example: "Water supply in the town" },
        account: { label: "Account", ask: "For which accounts?", example: "Example County News" },
        category: { label: "Kind", ask: "What kind of content is it?", example: "政务信息" },
        provider: { label: "Provider", ask: "Which office does it come from?", example: "宣传部门" },
        special: {
          label: "Special",
          ask: "Is it one of these? Several can be typed; press “Nothing special” otherwise.",
          example: "Repost",
        },
        source: {
          label: "Source",
          ask: "Where is it reposted from? A name, best with a link.",
          example: "新华社 https://www.news.cn/1.html",
        },
        others: {
          label: "Units concerned",
          ask: "Which units does it concern, and how have they agreed? One a line: “unit: when and how”.",
          example: "Police: by phone on 2 March",
        },
        answers: {
          label: "More",
          ask: "Please add, line by line.",
          example: "Policy: https://www.gov.cn/1.html",
        },
        link: {
          label: "Draft",
          ask: "Where can the draft be read? A link, or skip it.",
          example: "https://doc.example.cn/1",
        },
      },
    },
    reviews: { title: "See what is under review", aliases: [], fields: { item: itemField } },
    revise: {
      title: "Send a changed draft in again",
      aliases: [],
      fields: {
        item: itemField,
        title: { label: "New title", ask: "The new title? Skip if it is the same.", example: "Water supply" },
        link: {
          label: "New draft",
          ask: "The new draft? Skip if it is the same.",
          example: "https://doc.example.cn/2",
        },
      },
    },
    retract: { title: "Take an item back", aliases: [], fields: { item: itemField } },
    gate: {
      title: "Review",
      aliases: [],
      fields: {
        item: itemField,
        n: turn,
        say: { label: "Verdict", ask: "What do you say?", example: "pass" },
        t: turn,
        reason: {
          label: "Reason",
          ask: "Please write why; the author and all levels can read it.",
          example: "The date is wrong",
        },
        paper: { label: "Paper", ask: "The number or date of the paper?", example: "公开办〔2026〕3号" },
      },
    },
    published: {
      title: "A reviewed item is out",
      aliases: [],
      fields: {
        item: itemField,
        link: { label: "Link", ask: "The link? Skip if there is none.", example: "https://weibo.com/1/a" },
      },
    },
    match: {
      title: "Say which reviewed item it was",
      aliases: [],
      fields: { batch: { label: "Report", ask: "Which report?", example: "" }, item: itemField },
    },
  },
  none: "Nothing special",
  otherProvider: "Another office",
  says: {
    yes: "Pass",
    why: "Pass with a reason",
    no: "Give back",
    back: "Give back",
    each: "Gate by gate",
    tick: "Tick",
    paper: "Record the paper",
  },
  buttons: {
    pass: (gates) => (gates === 0 ? "Pass" : `Pass (all ${gates} gates)`),
    passWithReason: "Pass with a reason",
    singly: "Gate by gate",
    sendBack: "Give back",
    paper: "Record the paper",
    show: "Open",
    why: "Why",
    revise: "Changed: send in again",
    retract: "Take back",
    published: "It is out: report it",
    notThis: "Not a reviewed item",
    itIs: (title) => `It is “${title}”`,
  },
  facts: {
    "item.policy-link": "Policy",
    "item.interpretation-link": "Interpretation",
  },
  unknownSources: [
    "unknown",
    "internet",
    "the internet",
    "不明",
    "不详",
    "来源不明",
    "网络",
    "网上",
    "互联网",
  ],
  lines: (lines) =>
    `Please write, one a line: ${lines.join("; ")}. For example “${lines[0] ?? ""}: a link or a few words”. `,
  canSkip: "What there is not can be skipped.",
  gone: "There is no such item, or it is settled.",
  noAccount: "Please choose an account.",
  severalUnits: "These accounts belong to several units; please send the item in for each apart.",
  notAsked: (unit) => `No rulebook of “${unit}” asks for a review; just publish it and report it with /post.`,
  tooFew: (unit, step, levels, sources) =>
    `“${unit}” needs ${levels} levels of review, each by another person and none by the author, and has no ${procedure.steps[step]} left for one; nothing was sent in. Please use /appoint first${sources.length === 0 ? "" : ` (${cites(sources)})`}.`,
  against: (what, sources) => `It cannot be sent in yet: ${what} (${cites(sources)}).`,
  noSource: "a repost names its source, and what comes from nowhere is not used",
  unlisted: (source) => `the source “${source}” is not on the list`,
  notAgreed: (units) =>
    units.length === 0
      ? "the units concerned and their agreement are missing"
      : `no agreement is recorded of ${units.join(", ")}`,
  unanswered: (line) => `missing: ${line}`,
  unlicensed: (account, sources) =>
    `${quota.named(account)} does news or shows films, and no licence is recorded: it cannot be sent in (${cites(sources)}).`,
  wrongProvider: (kind, providers, sources) =>
    `“${kind}” comes from ${providers.join(", ")} alone; please let them provide or confirm it (${cites(sources)}). Nothing was sent in.`,
  notAuthor: "Only the author can change it or take it back.",
  out: "It is out already and cannot be changed; please send a correction in apart.",
  over: { withdrawn: "It was taken back; please /submit it again." },
  settledAlready: (settled) => `This level is settled, or the author has changed it.\n${settled}`,
  notYours: (step, level) =>
    `It is at level ${level}, which is the ${procedure.steps[step]}'s; it is not your turn.`,
  hindrances: {
    own: "Nobody reviews what they sent in themselves.",
    twice: (level) => `You have passed level ${level}; nobody takes two, so this one is another's.`,
    gates: (missing) => `These gates are not passed: ${missing.join(", ")}. Nothing was changed.`,
    over: "There is nothing to review now.",
    "out-of-turn": "It is not the turn of this level.",
    "no-reason": "Please write a reason.",
    "no-paper": "Please write the number of the paper.",
  },
  ticked: (open) => (open.length === 0 ? "Every gate is ticked." : `Still open: ${open.join(", ")}`),
  mayComeOut: (it) =>
    it.state === "approved"
      ? `It may come out on ${reviewcard.named(it)}. Press the button below when it is, or use /post as always.`
      : `It may come out on ${reviewcard.named(it)}; the other levels follow.`,
  outAndReturned: (it) =>
    `⚠️ ${titled(it)} came out in an emergency, and a later level did not agree. Please look at once; /correct puts it right.\n${reviewcard.settled(it)}`,
  restMissing: (it) =>
    `⚠️ ${titled(it)} came out in an emergency, and the ${it.next === null ? "" : procedure.steps[it.next.step]} has not seen it in time (${cites(it.sources)}).`,
  reminder: (it, since) =>
    `${titled(it)} has been waiting for you since ${when.instant(since)}; for ${reviewcard.named(it)}.`,
  lying: (it, since) =>
    `${titled(it)} (${it.unit}) has been waiting for the ${it.next === null ? "" : procedure.steps[it.next.step]} since ${when.instant(since)}.`,
  waitingSince: (it, since: Instant) =>
    `Review ${titled(it)} (${it.unit}), since ${when.short(dayOf(since))}`,
  breach: (it) =>
    [
      "⚠️ Published without a review",
      breachLine(it),
      ...(it.title === null ? [] : [`“${it.title}” is still under review.`]),
      `Under ${cites(it.sources)} it is reviewed first. This is recorded.`,
    ].join("\n"),
  notBreached: (it) => `${breachLine(it)}: the report was corrected or taken back, and no longer counts.`,
  matched: (it) =>
    [
      `It is the reviewed “${it.title}”.`,
      ...(it.open.length === 0 ? [] : [`Not out yet on: ${it.open.map(quota.named).join(", ")}`]),
    ].join("\n"),
  unreviewed: (it) =>
    `⚠️ No reviewed item belongs to it${it.title === null ? "" : ` (“${it.title}” is still under review)`}: under ${cites(it.sources)} it is reviewed first. Recorded${it.told.length === 0 ? "" : `, and ${it.told.join(", ")} told`}. Next time please /submit it first.`,
  rematched: (title) =>
    title === null ? "Changed: it is none of the reviewed items." : `Changed: it is “${title}”.`,
  nothing: "Nothing is under review. Please /submit what is to be published.",
  list: (it) =>
    [
      ...section("Waiting for you", it.waiting),
      ...section("Sent in by you", it.mine),
      ...section("Under review here", it.others),
      ...(it.breaches.length === 0
        ? []
        : ["Published without a review in the last 30 days", ...it.breaches.map(breachLine)]),
    ].join("\n"),
  reason: (it, rules) =>
    [
      reviewcard.state(it),
      ...rules.map(({ source, says }) => `· ${cited.cite(source)}: ${cited.says(says)}`),
    ].join("\n"),
  revised: (it) => ["Sent in again, from level 1 on.", reviewcard.settled(it)].join("\n"),
  retracted: (it) => `“${it.title}” was taken back.`,
}
