import type { Account } from "../../rules/account.ts"
import type { CheckLine, CheckSheet, Sampled } from "../../rules/check.ts"
import type { Source } from "../../rules/owed.ts"
import { type Day, dayOf, type Month } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

interface ShownSheet {
  readonly sheet: CheckSheet
  readonly account: Account
}

interface Shown {
  readonly unit: string
  readonly month: Month
  readonly kind: CheckSheet["kind"]
  readonly sheets: readonly ShownSheet[]
  readonly sources: readonly Source[]
  readonly proposed: Day
  readonly signed: { readonly by: string; readonly at: number } | null
}

const monthly = (month: Month): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`
const titles: Record<CheckSheet["kind"], string> = { check: "月检查", self: "自查" }

const named = ({ account }: ShownSheet): string =>
  `${quota.named(account)}${account.operator === null ? "" : `（外包：${account.operator}）`}`

const post = ({ at, link }: Sampled): string => `${when.short(dayOf(at))} ${link ?? "（没有链接）"}`

const lineOf = (mark: string, lines: readonly CheckLine[]): readonly string[] =>
  lines.length === 0 ? [] : [`　${mark} ${lines.map(cited.says).join("、")}`]

const of = (sheet: CheckSheet, answer: CheckLine["answer"]): readonly CheckLine[] =>
  sheet.lines.filter((line) => line.answer === answer)

const lines = (shown: ShownSheet): readonly string[] => {
  const { sheet } = shown
  const missing = sheet.sample.filter(({ found }) => found === false)
  const looked = sheet.sample.filter(({ found }) => found !== false)
  return [
    named(shown),
    ...of(sheet, "wrong").map(
      (line) => `　❌ ${cited.says(line)}${line.note === null ? "" : `：${line.note}`}`,
    ),
    ...missing.map((each) => `　❌ 找不到这条发布：${post(each)}`),
    ...lineOf("❓", of(sheet, "unknown")),
    ...looked.map((each) => `　🔎 ${each.found === true ? "已核对" : "抽查"} ${post(each)}`),
    ...lineOf("✅", of(sheet, "fine")),
  ]
}

const wrongOn = ({ sheet }: ShownSheet): number =>
  of(sheet, "wrong").length + sheet.sample.filter(({ found }) => found === false).length
const leftOn = ({ sheet }: ShownSheet): number => of(sheet, "unknown").length

const sum = (sheets: readonly ShownSheet[], count: (each: ShownSheet) => number): number =>
  sheets.reduce((all, each) => all + count(each), 0)

const rests = (sources: readonly Source[]): readonly string[] =>
  sources.length === 0 ? [] : [`依据 ${[...new Set(sources.map(cited.cite))].join("、")}`]

const hint = ({ kind, proposed, sheets }: Shown): readonly string[] => {
  const wrong = sum(sheets, wrongOn)
  const rest = "❓ 记为没有问题，🔎 记为能找到"
  if (kind === "self") return [`按“按所示登记”：${rest}，❌ 记入自查记录。`]
  const problems =
    wrong === 0 ? "" : `，❌ 登记为问题，${when.day(proposed)}前整改（本单位约定），并通知该单位`
  return [`按“按所示登记”：${rest}${problems}。`]
}

const state = (shown: Shown): string => {
  if (shown.signed !== null) return `☑️ 已由${shown.signed.by}登记`
  const wrong = sum(shown.sheets, wrongOn)
  const left = sum(shown.sheets, leftOn)
  return `${wrong > 0 ? `❌ ${wrong} 项有问题` : "✅ 没有发现问题"}${left > 0 ? `，❓ ${left} 项待看` : ""}`
}

/** The monthly check, and a unit's look at itself. */
export const check = {
  commands: {
    check: {
      title: "月检查、自查",
      aliases: ["检查", "月检查", "自查"],
      fields: {
        unit: { label: "单位", ask: "检查哪个单位？", example: "示例县教育局" },
        month: { label: "月份", ask: "哪个月？", example: "2026-03" },
        by: { label: "期限", ask: "问题最晚哪天整改好？", example: "2026-03-20" },
      },
    },
    sheet: {
      title: "填写检查表",
      aliases: [],
      fields: {
        of: { label: "检查表", ask: "哪一张？", example: "" },
        say: { label: "做法", ask: "做什么？", example: "" },
        n: { label: "第几项", ask: "哪一项？", example: "" },
        by: { label: "期限", ask: "整改期限？", example: "" },
      },
    },
  },
  kinds: titles,
  says: {
    show: "查看",
    sign: "按所示登记",
    all: "没有问题的一并登记",
    open: "有出入",
    line: "逐项",
    post: "抽查",
    undo: "撤回",
  },
  buttons: {
    sign: (wrong: number) => (wrong === 0 ? "按所示登记：没有问题" : `按所示登记：${wrong} 个问题`),
    exception: (shown: ShownSheet) => `有出入：${quota.named(shown.account)}`,
    all: (units: number) => `没有问题的 ${units} 个单位，一并登记`,
    unit: (shown: Shown) => `${shown.unit}${sum(shown.sheets, wrongOn) > 0 ? " ❌" : ""}`,
    back: "返回",
    undo: "撤回这次登记",
    line: (line: CheckLine) =>
      `${line.answer === "wrong" ? "❌" : line.answer === "fine" ? "✅" : "❓"} ${cited.says(line)}`,
    post: (each: Sampled) => `${each.found === false ? "❌ 找不到" : "🔎"} ${post(each)}`,
  },
  /** One unit, account by account. */
  card: (shown: Shown) =>
    [
      `【${titles[shown.kind]}】${monthly(shown.month)}　${shown.unit}`,
      ...shown.sheets.flatMap(lines),
      ...(shown.signed === null
        ? hint(shown)
        : [`☑️ ${when.instant(shown.signed.at)} ${shown.signed.by}登记`]),
      ...rests(shown.sources),
    ].join("\n"),
  /** One account, line by line: a press says that it is otherwise. */
  exceptions: (shown: ShownSheet) =>
    [
      `【有出入】${monthly(shown.sheet.month)}　${named(shown)}`,
      ...of(shown.sheet, "fine").map(
        (line) => `✅ ${cited.says(line)}${line.note === null ? "" : `：${line.note}`}`,
      ),
      ...of(shown.sheet, "wrong").map(
        (line) => `❌ ${cited.says(line)}${line.note === null ? "" : `：${line.note}`}`,
      ),
      "按一项，改成有问题；再按一次，改回没有问题。",
    ].join("\n"),
  overview: (it: { month: Month; checks: readonly Shown[]; more: number }, kind: CheckSheet["kind"]) =>
    [
      `【${titles[kind]}】${monthly(it.month)}：${it.checks.length} 个单位，${it.checks.reduce((all, { sheets }) => all + sheets.length, 0)} 个账号`,
      ...it.checks.map((each) => `· ${each.unit}（${each.sheets.length} 个账号）：${state(each)}`),
      ...(it.more > 0 ? [`另有 ${it.more} 个单位，发“/check 单位名称”查看。`] : []),
    ].join("\n"),
  signed: (shown: Shown, findings: number, own: number) =>
    [
      `☑️ 已登记：${monthly(shown.month)}${titles[shown.kind]}，${shown.unit}，${shown.sheets.length} 个账号`,
      findings === 0
        ? shown.kind === "self" && sum(shown.sheets, wrongOn) > 0
          ? `自查发现 ${sum(shown.sheets, wrongOn)} 项问题，已记入自查记录，请自行整改。`
          : "没有发现问题。"
        : `发现 ${findings} 个问题，已通知该单位整改。发 /findings 查看。`,
      ...(own > 0 ? [`有 ${own} 条抽查的发布是您本人登记的，不能由本人核对，没有计入。`] : []),
    ].join("\n"),
  signedAll: (units: readonly string[]) => `☑️ 已登记 ${units.length} 个单位：${units.join("、")}`,
  /** What is kept with the duty. */
  held: (accounts: number, looked: number) => `检查 ${accounts} 个账号，核对发布 ${looked} 条`,
  found: (line: CheckLine) => `${cited.says(line)}：${line.note ?? "检查不符合"}`,
  notFound: (missing: readonly Sampled[]) => `登记的发布找不到：${missing.map(post).join("；")}`,
  knows: {
    missed: (count: number) => `缺更 ${count} 次`,
    silent: (count: number) => `已 ${count} 天没有更新`,
    lastPost: (on: Day) => `最近更新 ${when.short(on)}`,
    passwordLate: "密码更换已逾期",
    changed: (on: Day) => `${when.short(on)}更换`,
    holes: "值班表有空岗",
    noRoster: "没有值班要求",
    removedEarly: "公告提前撤下",
    keptStill: "公告在保留期内",
    unnamed: (unit: string) => `认证信息没有写明“${unit}”`,
    overdue: (names: readonly string[]) => `逾期：${names.join("；")}`,
    messages: (count: number) => `${count} 条留言按期办理`,
    messagesLate: (late: number, count: number) => `${count} 条留言中 ${late} 条超期`,
  },
  nothing: (unit: string) => `${unit}这个月没有检查表。`,
  none: (month: Month) => `${monthly(month)}没有要检查的单位。`,
  gone: "这张检查表已经不在了。发 /check 查看现在的。",
  signedMeanwhile: "这张检查表已经登记，不能再改。",
  signedAlready: (shown: Shown) =>
    `${shown.unit}${monthly(shown.month)}的${titles[shown.kind]}已由${shown.signed?.by ?? "—"}登记，不用再登记一次。`,
  ownPost: "这条发布是您本人登记的，请由另一人核对。",
  notBegun: (month: Month, on: Day) => `${monthly(month)}的检查还没有开始，${when.fullDay(on)}起可以检查。`,
  notYours: (hours: number) => `只有登记人在 ${hours} 小时内可以撤回，而且问题还没有人回复。`,
  undone: (unit: string) => `已撤回${unit}的检查登记，可以重新检查。`,
}
