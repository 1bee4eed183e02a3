import type { StepName } from "../../rules/procedure.ts"
import type { Account } from "../../rules/account.ts"
import type { Item } from "../../rules/item.ts"
import type { Source } from "../../rules/owed.ts"
import type { ShownItem } from "../../rules/shownitem.ts"
import { dayOf, type Instant } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import { procedure } from "./procedure.ts"
import { quota } from "./quota.ts"
import { cites, reviewcard } from "./reviewcard.ts"
import * as when from "./when.ts"

type Named = Pick<Account, "platform" | "name">

/** A post that nobody had let out. */
interface Breached {
  readonly account: Named
  readonly unit: string
  readonly by: string
  readonly at: Instant
  readonly title: string | null
  readonly sources: readonly Source[]
}

interface Listed {
  readonly all: readonly { readonly it: ShownItem; readonly since: Instant }[]
  readonly hidden: number
}

const { titled } = reviewcard
const itemField = { label: "内容", ask: "哪一条？", example: "《停水通知》" }
const turn = { label: "次序", ask: "卡片上的第几次？", example: "1" }

const breachLine = (it: Breached): string =>
  `${when.instant(it.at)} ${quota.named(it.account)}（${it.unit}，${it.by}登记）`

const section = (title: string, { all, hidden }: Listed): readonly string[] =>
  all.length === 0
    ? []
    : [
        title,
        ...all.map(({ it, since }) => `${reviewcard.state(it)}（自${when.short(dayOf(since))}）`),
        ...(hidden > 0 ? [`（还有 ${hidden} 条没有列出）`] : []),
      ]

/** Review before publishing: sending in, looking, and what came out without it. */
export const review = {
  commands: {
    submit: {
      title: "发布前送审",
      aliases: ["送审"],
      fields: {
        title: { label: "标题", ask: "要发布的内容，标题是什么？", example: "关于城区停水的通知" },
        account: { label: "账号", ask: "准备发在哪个账号？可多选。", example: "示例县发布" },
        category: { label: "类别", ask: "属于哪一类？", example: "政务信息" },
        provider: { label: "提供单位", ask: "这类内容由哪个单位提供？", example: "宣传部门" },
        special: {
          label: "特别情况",
          ask: "有没有下面这些情况？可多选；没有就点“都没有”。",
          example: "转载",
        },
        source: {
          label: "来源",
          ask: "转载自哪里？写明来源，最好附链接。",
          example: "新华社 https://www.news.cn/1.html",
        },
        others: {
          label: "涉及单位",
          ask: "涉及哪些单位，对方怎么同意的？一行一个，写“单位：什么时候怎样同意”。",
          example: "县公安局：3月2日电话同意",
        },
        answers: { label: "补充", ask: "请逐行补充。", example: "政策原文：https://www.gov.cn/1.html" },
        link: {
          label: "草稿",
          ask: "草稿在哪里看？发一个链接，没有就跳过。",
          example: "https://doc.example.cn/1",
        },
      },
    },
    reviews: {
      title: "查看送审和待审",
      aliases: ["审核"],
      fields: { item: itemField },
    },
    revise: {
      title: "改过以后重新送审",
      aliases: ["重新送审"],
      fields: {
        item: itemField,
        title: { label: "新标题", ask: "标题改成什么？没改就跳过。", example: "关于城区停水的通知" },
        link: { label: "新草稿", ask: "新的草稿链接？没变就跳过。", example: "https://doc.example.cn/2" },
      },
    },
    retract: { title: "撤回送审", aliases: [], fields: { item: itemField } },
    gate: {
      title: "审核",
      aliases: [],
      fields: {
        item: itemField,
        n: turn,
        say: { label: "意见", ask: "怎么处理？", example: "通过" },
        t: turn,
        reason: { label: "理由", ask: "请写明理由，送审人和各级都能看到。", example: "第二段日期有误" },
        paper: { label: "文号", ask: "书面意见的文号或日期？", example: "公开办〔2026〕3号" },
      },
    },
    published: {
      title: "已审核的内容已发布",
      aliases: [],
      fields: {
        item: itemField,
        link: { label: "链接", ask: "发布后的链接？没有就跳过。", example: "https://weibo.com/1/a" },
      },
    },
    match: {
      title: "对应已审核的内容",
      aliases: [],
      fields: { batch: { label: "登记", ask: "哪一次登记？", example: "" }, item: itemField },
    },
  },
  none: "都没有",
  otherProvider: "其他单位",
  says: {
    yes: "通过",
    why: "写明理由并通过",
    no: "退回",
    back: "退回",
    each: "逐关看",
    tick: "勾选",
    paper: "登记意见",
  },
  buttons: {
    pass: (gates: number) => (gates === 0 ? "通过" : `通过（${gates} 关都把过）`),
    passWithReason: "写明理由并通过",
    singly: "逐关看",
    sendBack: "退回",
    paper: "登记书面意见",
    show: "打开",
    why: "依据",
    revise: "改好了，重新送审",
    retract: "撤回",
    published: "已发布，登记更新",
    notThis: "不是已审核的内容",
    itIs: (title: string) => `是《${title}》`,
  },
  facts: {
    "item.policy-link": "政策原文",
    "item.interpretation-link": "解读链接",
  } as Readonly<Record<string, string>>,
  unknownSources: ["不明", "不详", "不清楚", "来源不明", "网络", "来自网络", "网上", "互联网"],
  lines: (lines: readonly string[]) =>
    `请逐行写明：${lines.join("；")}。例如“${lines[0] ?? ""}：链接或说明”。`,
  canSkip: "没有的可以跳过。",
  gone: "没有这条内容，或者已经处理完。",
  noAccount: "请选一个账号。",
  severalUnits: "这些账号属于不同单位，请分开送审，各走各的审核。",
  notAsked: (unit: string) => `“${unit}”的规定没有要求发布前审核，直接发布、用 /post 登记就行。`,
  tooFew: (unit: string, step: StepName, levels: number, sources: readonly Source[]) =>
    `“${unit}”要经 ${levels} 级审核，一人只能审一级，本人送审的不能自己审，现在还缺${procedure.steps[step]}，没有送出。请先用 /appoint 指定人员${sources.length === 0 ? "" : `（${cites(sources)}）`}。`,
  against: (what: string, sources: readonly Source[]) => `还不能送审：${what}（${cites(sources)}）。`,
  noSource: "转载要注明来源，来源不明的不能用",
  unlisted: (source: string) => `来源“${source}”不在稿源名单上`,
  notAgreed: (units: readonly string[]) =>
    units.length === 0 ? "没有写明涉及的单位和对方的意见" : `还没有${units.join("、")}的同意记录`,
  unanswered: (line: string) => `没有${line}`,
  unlicensed: (account: Named, sources: readonly Source[]) =>
    `${quota.named(account)}提供新闻或视听服务，还没有登记许可，不能送审（${cites(sources)}）。`,
  wrongProvider: (kind: string, providers: readonly string[], sources: readonly Source[]) =>
    `“${kind}”只能由${providers.join("、")}提供，请请他们提供或确认（${cites(sources)}）。没有送出。`,
  notAuthor: "只有送审人能修改或撤回。",
  out: "这条内容已经发布，不能再改；要更正请另行送审。",
  over: { withdrawn: "这条内容已撤回，请重新 /submit。" },
  settledAlready: (settled: string) => `这一级已经处理过了，或者送审人改过内容。\n${settled}`,
  notYours: (step: StepName, level: number) =>
    `现在是第 ${level} 级，由${procedure.steps[step]}审核，还没有轮到您。`,
  hindrances: {
    own: "自己送审的内容不能自己审。",
    twice: (level: number) => `您已经审过第 ${level} 级，一人只能审一级，这一级请由别人审。`,
    gates: (missing: readonly string[]) => `还有没把过的关：${missing.join("、")}，没有通过。`,
    over: "这条内容现在不用审。",
    "out-of-turn": "还没有轮到这一级。",
    "no-reason": "请写明理由。",
    "no-paper": "请写明书面意见的文号。",
  },
  ticked: (open: readonly string[]) => (open.length === 0 ? "各关都已勾选。" : `还差：${open.join("、")}`),
  mayComeOut: (it: ShownItem) =>
    it.state === "approved"
      ? `可以发布了：${reviewcard.named(it)}。发布后点下面的按钮，或照常用 /post 登记。`
      : `可以先发：${reviewcard.named(it)}。其余各级会在发布后补审。`,
  outAndReturned: (it: ShownItem) =>
    `⚠️ ${titled(it)}是紧急先发的，补审没有通过，请马上核对，需要更正或撤下时用 /correct。\n${reviewcard.settled(it)}`,
  restMissing: (it: ShownItem) =>
    `⚠️ ${titled(it)}紧急先发后，${it.next === null ? "" : procedure.steps[it.next.step]}还没有补审，时间已到（${cites(it.sources)}）。`,
  reminder: (it: ShownItem, since: Instant) =>
    `${titled(it)}从${when.instant(since)}起等您审核，账号：${reviewcard.named(it)}。`,
  lying: (it: ShownItem, since: Instant) =>
    `${titled(it)}（${it.unit}）从${when.instant(since)}起等${it.next === null ? "" : procedure.steps[it.next.step]}审核，还没有答复。`,
  waitingSince: (it: ShownItem, since: Instant) =>
    `审核${titled(it)}（${it.unit}），自${when.short(dayOf(since))}`,
  breach: (it: Breached) =>
    [
      "⚠️ 未经审核发布",
      breachLine(it),
      ...(it.title === null ? [] : [`《${it.title}》还在审核。`]),
      `按${cites(it.sources)}，先审后发。已记录。`,
    ].join("\n"),
  notBreached: (it: Breached) => `${breachLine(it)}：登记已更正或撤回，不再算未经审核。`,
  matched: (it: { readonly title: string; readonly open: readonly Named[] }) =>
    [
      `对应已审核的《${it.title}》。`,
      ...(it.open.length === 0 ? [] : [`还没有发：${it.open.map(quota.named).join("、")}`]),
    ].join("\n"),
  unreviewed: (it: {
    readonly sources: readonly Source[]
    readonly title: string | null
    readonly told: readonly string[]
  }) =>
    `⚠️ 没有对应的已审核内容${it.title === null ? "" : `（《${it.title}》还在审核）`}：按${cites(it.sources)}要先审后发。已记录${it.told.length === 0 ? "" : `，已告知${it.told.join("、")}`}。以后请先 /submit。`,
  rematched: (title: string | null) =>
    title === null ? "已改为：不是已审核的内容。" : `已改为对应《${title}》。`,
  nothing: "现在没有在审的内容。要发布请先 /submit。",
  list: (it: {
    readonly waiting: Listed
    readonly mine: Listed
    readonly others: Listed
    readonly breaches: readonly Breached[]
  }) =>
    [
      ...section("等您审核", it.waiting),
      ...section("您送审的", it.mine),
      ...section("本单位在审的", it.others),
      ...(it.breaches.length === 0 ? [] : ["近30天未经审核发布", ...it.breaches.map(breachLine)]),
    ].join("\n"),
  reason: (
    it: ShownItem,
    rules: readonly { readonly source: Source; readonly says: Parameters<typeof cited.says>[0] }[],
  ) =>
    [
      reviewcard.state(it),
      ...rules.map(({ source, says }) => `· ${cited.cite(source)}：${cited.says(says)}`),
    ].join("\n"),
  revised: (it: ShownItem) => ["已重新送审，从第 1 级开始。", reviewcard.settled(it)].join("\n"),
  retracted: (it: Pick<Item, "title">) => `已撤回《${it.title}》。`,
}
