import { type Day, dayOf, endOf, type Instant } from "../../rules/time.ts"
import type { Account } from "../../rules/account.ts"
import type { Level, Verdict } from "../../rules/verdict/index.ts"
import { platform } from "./platform.ts"
import { type Grounded, reasoned } from "./verdict.ts"
import * as when from "./when.ts"

const levels: Record<Level, string> = {
  red: "不合格",
  soon: "将不合格",
  green: "合格",
  none: "不在检查之列",
}
const marks: Record<Level, string> = { red: "🔴", soon: "🟡", green: "🟢", none: "⚪" }

const named = (it: Pick<Account, "platform" | "name">): string => `${platform[it.platform]}“${it.name}”`

type Shown = Omit<Verdict, "reasons"> & { readonly unit: string; readonly reasons: readonly Grounded[] }

const absences: Record<NonNullable<Verdict["absent"]>, string> = {
  unknown: "当时还没有登记",
  coming: "还没有开通",
  offline: "经批准临时下线",
  ended: "已停用",
}

const later = (count: number): readonly string[] =>
  count === 0 ? [] : [`　（有 ${count} 次更新是事后补报的，按发布时间计入）`]

/** An instant as one of a day: its end where it is the last moment. */
const moment = (at: Instant): string => {
  const day = dayOf(at)
  return at === endOf(day) - 1
    ? `${when.fullDay(day)}24:00`
    : `${when.fullDay(day)}${when.instant(at).slice(-5)}`
}

const title = (at: Instant, now: Instant): string =>
  at === now ? "【现在来检查】" : at < now ? `【按${moment(at)}的情况检查】` : `【照此下去，到${moment(at)}】`

const caution = (at: Instant, now: Instant): readonly string[] =>
  at === now
    ? []
    : at < now
      ? ["按当时的规章和账号状态；更新按发布时间计，后来撤回的不计。"]
      : ["假定今后不再更新，事项也不再办理。"]

interface Asked {
  readonly at: Instant
  readonly now: Instant
}
type Counts = Readonly<Record<Level, number>>

const counted = (counts: Counts): string =>
  (Object.keys(levels) as Level[])
    .filter((level) => level !== "none" || counts.none > 0)
    .map((level) => `${marks[level]} ${levels[level]} ${counts[level]} 个`)
    .join("，")

export const inspect = {
  levels,
  marks,
  commands: {
    inspect: {
      title: "看看来检查能不能过关",
      aliases: ["能过吗", "模拟检查", "迎检"],
      fields: {
        at: { label: "时间", ask: "看哪一天？", example: "2026-12-01" },
        of: { label: "范围", ask: "看哪个单位或账号？", example: "示例县教育局" },
        page: { label: "页", ask: "第几页？", example: "" },
        picture: { label: "图", ask: "第几张图？", example: "" },
      },
    },
  },
  buttons: { picture: "近期走势图", nextPicture: "下一张", earlier: "上一页", later: "下一页" },
  list: (
    it: Asked & {
      of: string
      counts: Counts
      shown: readonly Shown[]
      page: number
      pages: number
    },
  ) => {
    const { line, bases } = reasoned(it.shown.flatMap(({ reasons }) => reasons))
    return [
      `${title(it.at, it.now)}${it.of}${it.pages > 1 ? `（第 ${it.page}/${it.pages} 页）` : ""}`,
      counted(it.counts),
      ...caution(it.at, it.now),
      ...(it.shown.length === 0 ? ["没有要担心的账号。"] : []),
      ...it.shown.flatMap((each) => [
        `${marks[each.level]} ${named(each.account)}（${each.unit}）`,
        ...each.reasons.map(line),
        ...later(each.reportedLater),
      ]),
      ...bases,
    ].join("\n")
  },
  /** In a group: how many, and nobody by name. */
  counts: (it: Asked & { of: string; counts: Counts }) =>
    [
      `${title(it.at, it.now)}${it.of}`,
      counted(it.counts),
      ...caution(it.at, it.now),
      "具体账号请私聊发 /inspect 查看。",
    ].join("\n"),
  one: (
    it: Asked & {
      shown: Shown
      /** From which day on it would fail when nothing more happens, and by what; null where not soon. */
      next: { readonly day: Day; readonly reason: Grounded } | null
    },
  ) => {
    const { level, account, unit, absent, reasons, reportedLater } = it.shown
    const { line, bases } = reasoned([...reasons, ...(it.next === null ? [] : [it.next.reason])])
    return [
      `${title(it.at, it.now)}${named(account)}（${unit}）`,
      `${marks[level]} ${level === "none" && absent !== null ? absences[absent] : levels[level]}`,
      ...caution(it.at, it.now),
      ...reasons.map(line),
      ...later(reportedLater),
      ...(it.next === null ? [] : [`照此下去，${when.day(it.next.day)}起不合格：`, line(it.next.reason)]),
      ...bases,
    ].join("\n")
  },
  empty: "这里还没有账号。用 /register 登记，或用 /import 导入台账。",
  tooEarly: (day: Day) => `最早的账号是${when.fullDay(day)}登记的，更早的情况没有记录。`,
  tooFar: (days: number) => `只能往后推算 ${days} 天，请写近一些的日期。`,
  /** Above the picture of all accounts. */
  picture: (it: { of: string; span: string; page: number; pages: number }) =>
    `${it.of} 账号检查情况（${it.span}）${it.pages > 1 ? `，第 ${it.page}/${it.pages} 张` : ""}`,
}
