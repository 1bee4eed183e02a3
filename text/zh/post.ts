import type { Platform } from "../../rules/account.ts"
import { kindOf, type Post, type PostKind } from "../../rules/post.ts"
import { type Day, dayOf, type Instant, timeOf } from "../../rules/time.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

interface Named {
  readonly platform: Platform
  readonly name: string
}

const kinds: Record<PostKind, string> = { original: "原创", first: "首发", repost: "转发" }
const accountField = { label: "账号", ask: "更新了哪个账号？可多选。", example: "示例县发布" }
const linkField = {
  label: "链接",
  ask: "请发这条更新的链接。",
  example: "https://weibo.com/1234567890/AbCdEf",
}
const whenField = {
  label: "时间",
  ask: "什么时候发布的？",
  example: "今天 09:30、昨天 16:00、2026-02-12 09:30",
}
const kindField = { label: "类型", ask: "原创、首发还是转发？", example: "转发" }
const batchField = { label: "登记", ask: "哪一次登记？", example: "微博“示例县发布”" }

/** What a report led to. */
interface Receipt {
  readonly accounts: readonly Named[]
  readonly at: Instant
  readonly link: string | null
  readonly kind: PostKind
  readonly next: readonly {
    readonly account: Named
    readonly until: Day
    readonly left: number
    readonly provisional: boolean
  }[]
}

const said = (it: Receipt): readonly string[] => [
  `${when.instant(it.at)}，${kinds[it.kind]}${it.link === null ? "，未附链接" : ""}`,
  ...it.next.map((each) =>
    it.next.length === 1
      ? `下次更新不晚于 ${when.day(each.until)}${each.provisional ? "（暂定）" : ""}（还有 ${each.left} 天）`
      : `${quota.named(each.account)}下次不晚于 ${when.day(each.until)}${each.provisional ? "（暂定）" : ""}`,
  ),
]

/** Reports of posts. */
export const post = {
  kinds,
  now: "刚刚",
  /** Words for an instant, as people type them; the first group is the day word. */
  days: { 今天: 0, 昨天: 1, 前天: 2 } as Readonly<Record<string, number>>,
  nows: ["刚刚", "刚才", "现在"] as readonly string[],
  commands: {
    post: {
      title: "登记一条更新",
      aliases: ["更新", "报更新", "发布", "登记更新"],
      fields: {
        account: accountField,
        link: { ...linkField, ask: "请发这条更新的链接；没有链接就跳过，按刚刚发布登记。" },
        at: whenField,
        kind: kindField,
      },
    },
    undo: { title: "撤销刚才的登记（更新或账号）", aliases: ["撤销"], fields: { batch: batchField } },
    amend: {
      title: "更正刚才的登记",
      aliases: ["更正"],
      fields: {
        batch: batchField,
        what: { label: "项目", ask: "更正哪一项？", example: "时间" },
        at: whenField,
        link: linkField,
        kind: kindField,
      },
    },
  },
  parts: { at: "时间", link: "链接", kind: "类型" },
  reported: (it: Receipt) =>
    [`✅ 已登记：${it.accounts.map(quota.named).join("、")}`, ...said(it)].join("\n"),
  /** What was put right is named with how it was before. */
  amended: (it: Receipt, before: Pick<Post, "at" | "link" | "original" | "first">) =>
    [
      `✏️ 已更正：${it.accounts.map(quota.named).join("、")}`,
      ...[
        ["时间", when.instant(before.at), when.instant(it.at)],
        ["类型", kinds[kindOf(before)], kinds[it.kind]],
        ["链接", before.link ?? "（无）", it.link ?? "（无）"],
      ].flatMap(([what = "", from = "", to = ""]) => (from === to ? [] : [`${what}：${from} → ${to}`])),
      ...said(it),
    ].join("\n"),
  buttons: {
    undo: "撤销",
    repost: "改为转发",
    original: "改为原创",
    first: "改为首发",
    amend: "更正时间或链接",
  },
  undone: (accounts: readonly Named[]) =>
    `↩️ 已撤销：${accounts.map(quota.named).join("、")}的这次登记，期限已恢复原样。`,
  future: (at: Instant, now: Instant) =>
    `发布时间 ${when.fullDay(dayOf(at))} ${timeOf(at)} 还没有到（现在是 ${when.instant(now)}）。请写已经过去的时间，例如：今天 09:30`,
  ancient: (day: Day) => `发布时间 ${when.fullDay(day)} 太早了，请检查年份。例如：昨天 16:00`,
  retired: (account: Named) => `${quota.named(account)}已经停用，不能再登记更新。`,
  twice: (account: Named, at: Instant) =>
    `${quota.named(account)}的这个链接已经登记过了（${when.instant(at)}），不用重复登记。`,
  gone: "这次登记已经撤销，或者不存在。",
  notYours: (hours: number) => `只有登记人本人在 ${hours} 小时内可以撤销或更正。需要时请联系单位管理员。`,
  noneYet: "您最近没有登记过更新。",
  nothingToUndo: "您最近没有登记过更新或账号，没有可以撤销的。",
  batch: (it: { accounts: readonly Named[]; at: Instant }) => {
    const [first] = it.accounts
    const more = it.accounts.length > 1 ? `等 ${it.accounts.length} 个账号` : ""
    return `${when.instant(it.at)} ${first ? quota.named(first) : ""}${more}`
  },
  noAccount: (typed: string) =>
    `没有找到账号“${typed}”。请写账号名称，例如：示例县发布；/accounts 可以查看全部账号。`,
  unfit: (typed: string, states: readonly string[]) =>
    `账号“${typed}”现在是“${[...new Set(states)].join("、")}”，不能这样办理。/accounts 可以查看全部账号。`,
  notATime: (typed: string) => `时间“${typed}”无法识别。例如：今天 09:30、昨天 16:00、2026-02-12 09:30`,
}
