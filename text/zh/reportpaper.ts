import type { MeasureName } from "../../rules/measures/index.ts"
import type { ReportKind } from "../../rules/report.ts"
import type { AccountGroup, ReportSheet } from "../../rules/reportsheet.ts"
import type { Grading } from "../../rules/score.ts"
import { minutesOnAverage, type RatioName, share } from "../../rules/tally.ts"
import type { Term } from "../../rules/term.ts"
import type { Day } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import { platform } from "./platform.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const QUARTERS = "一二三四"
const DRAFT = "草稿"

const measures: Record<MeasureName, string> = {
  posts: "发布条数",
  originals: "原创条数",
  firsts: "首发条数",
  kept: "更新达标周期",
  missed: "更新未达标周期",
  silences: "超期未更新",
  dutiesDone: "按时办结事项",
  dutiesLate: "逾期办结事项",
  dutiesOverdue: "逾期未办事项",
  dutiesWaived: "经批准免办事项",
  cases: "群众留言",
  casesClosed: "留言已办结",
  casesInTime: "留言按时办结",
  casesLate: "留言逾期",
  checks: "检查账号次数",
  findings: "发现问题",
  findingsClosed: "问题已整改",
  incidents: "突发情况",
  taken: "突发情况已有人接手",
  minutesToTake: "接手用时合计（分钟）",
  drills: "应急演练",
  breaches: "未审先发",
  changes: "密码保管人变动",
  topics: "热点问题",
}

const ratios: Record<RatioName, string> = {
  original: "原创率",
  first: "首发率",
  kept: "更新达标率",
  answered: "留言按时办结率",
  inTime: "按时办结率",
}

const groups: Record<AccountGroup, string> = { up: "在用", offline: "停用", coming: "筹备", ended: "已退出" }

const kinds: Record<ReportKind, string> = {
  "monthly-notice": "月通报",
  "quarterly-notice": "季度通报",
  "yearly-report": "年度报告",
  assessment: "考核情况表",
}

const term = ({ kind, from }: Pick<Term, "kind" | "from">): string => {
  const year = `${from.slice(0, 4)}年`
  if (kind === "year") return year
  const month = Number(from.slice(5, 7))
  return kind === "month" ? `${year}${month}月` : `${year}第${QUARTERS[(month - 1) / 3] ?? ""}季度`
}

const percent = (value: number | null): string => (value === null ? "—" : `${(value * 100).toFixed(1)}%`)

const titles: Record<ReportKind, (unit: string, of: string) => string> = {
  "monthly-notice": (unit, of) => `${unit}关于${of}政务新媒体运行情况的通报`,
  "quarterly-notice": (unit, of) => `${unit}关于${of}政务新媒体运行情况的通报`,
  "yearly-report": (unit, of) => `${unit}${of}度政务新媒体工作报告`,
  assessment: (unit, of) => `${unit}${of}政务新媒体考核情况表`,
}

/** A ratio with that of the term before: `原创率 30.0%（2026年2月 20.0%）`. */
const compared = (it: ReportSheet, name: RatioName): string =>
  `${ratios[name]} ${percent(share(it.total, name))}（${term(it.before.term)} ${percent(share(it.before.figures, name))}）`

const named = (it: Pick<ReportSheet, "unit" | "kind" | "term" | "draft">): string =>
  `${it.unit}${term(it.term)}${kinds[it.kind]}${it.draft ? `（${DRAFT}）` : ""}`

/** What stands in notices and reports, on paper and in their picture. */
export const reportpaper = {
  measures,
  ratios,
  groups,
  kinds,
  term,
  percent,
  date: (day: Day): string => when.fullDay(day),
  month: (month: string) => `${Number(month.slice(5, 7))}月`,
  draft: DRAFT,
  title: (it: Pick<ReportSheet, "unit" | "kind" | "term" | "supervises" | "draft">) =>
    (it.supervises || it.kind === "assessment"
      ? titles[it.kind](it.unit, term(it.term))
      : `${it.unit}${term(it.term)}政务新媒体运行情况`) + (it.draft ? `（${DRAFT}）` : ""),
  number: "〔　　　〕　　号",
  addressee: "各有关单位：",
  itself: (unit: string) => `${unit}（本级）`,
  heading: (at: number, title: string) => `${"一二三四五六七八九十"[at] ?? ""}、${title}`,
  headings: {
    overall: "总体情况",
    accounts: "账号分布",
    units: "各单位情况",
    duties: "有期限事项办理情况",
    checks: "检查与群众留言办理情况",
    incidents: "应急处置情况",
    attention: "需要关注的情况",
    topics: "热点问题",
    months: "各月情况",
    scores: "五项指标",
    judged: "考核结果（由考核单位填写）",
  },
  of: (what: string) => `（${what}）`,
  opening: (it: ReportSheet) =>
    `${it.sources.length === 0 ? "" : `根据${[...new Set(it.sources.map(cited.cite))].join("、")}，`}现将${term(it.term)}政务新媒体运行情况${it.supervises && it.kind !== "yearly-report" ? "通报" : "报告"}如下。`,
  draftNote: (it: Pick<ReportSheet, "term" | "madeOn">) =>
    `${DRAFT}：${term(it.term)}尚未结束，数字截至${when.fullDay(it.madeOn)}，不作正式文件使用。`,
  registered: ({ counts, madeOn }: Pick<ReportSheet, "counts" | "madeOn">) =>
    `截至${when.fullDay(madeOn)}，登记账号 ${counts.up + counts.offline + counts.coming + counts.ended} 个，其中在用 ${counts.up} 个、停用 ${counts.offline} 个、筹备 ${counts.coming} 个、已退出 ${counts.ended} 个。`,
  published: (it: ReportSheet) =>
    `共发布 ${it.total.posts} 条，其中原创 ${it.total.originals} 条，${compared(it, "original")}；首发 ${it.total.firsts} 条，${compared(it, "first")}。`,
  updated: ({ total }: Pick<ReportSheet, "total">) =>
    `按周期计的更新要求，达标 ${total.kept} 个周期，未达标 ${total.missed} 个周期，达标率 ${percent(share(total, "kept"))}；超过规定天数未更新 ${total.silences} 次；未审先发 ${total.breaches} 条。`,
  fulfilled: ({ total }: Pick<ReportSheet, "total">) =>
    `按时办结 ${total.dutiesDone} 项，逾期办结 ${total.dutiesLate} 项，逾期未办 ${total.dutiesOverdue} 项，经批准免办 ${total.dutiesWaived} 项，按时办结率 ${percent(share(total, "inTime"))}。`,
  handled: ({ total }: Pick<ReportSheet, "total">) => {
    const average = minutesOnAverage(total)
    return `突发情况 ${total.incidents} 起，已有人接手 ${total.taken} 起${average === null ? "" : `，平均接手用时 ${average.toFixed(1)} 分钟`}；应急演练 ${total.drills} 次。`
  },
  checked: ({ total }: Pick<ReportSheet, "total">) =>
    `检查账号 ${total.checks} 次，发现问题 ${total.findings} 个，已整改销号 ${total.findingsClosed} 个；收到群众留言 ${total.cases} 件，办结 ${total.casesClosed} 件，其中到期应办结的按时办结率 ${percent(share(total, "answered"))}。`,
  noneOverdue: "没有逾期未办的事项。",
  overdue: "逾期未办事项如下：",
  more: (count: number) => `另有 ${count} 项未列出，可发 /due 查看。`,
  severalNote: "以下单位有多个账号，请研究将功能尽量归并到一个账号：",
  overlappingNote: "以下单位在同一平台有多个账号，功能可能重叠，请研究整合：",
  fewestNote: "以下账号发布较少（按单位先后排列），请研究清理或整合：",
  changesNote: (count: number) =>
    `密码保管人近12个月共变动 ${count} 次，各单位次数见上表，请保持人员相对稳定。`,
  topicsNote: (count: number) => `共登记热点问题 ${count} 个：`,
  notes: (it: Pick<ReportSheet, "supervises">) =>
    `注：数字由登记的记录逐条加总，比例由合计数算出；有期限的事项计入到期日所在时段${it.supervises ? "；各单位按名称先后排列，不作排名" : ""}。`,
  columns: {
    unkept: "未按时更新",
    measure: "指标",
    total: "合计",
    unit: "单位",
    accounts: "账号数",
    platform: "平台",
    account: "账号",
    what: "事项",
    due: "到期日",
    on: "登记日期",
    count: "账号数",
    posts: "发布条数",
    changes: "近12个月保管人变动",
    content: "发布内容",
    followers: "关注量",
    reposts: "转发量",
    comments: "评论量",
    performance: "绩效考核",
    thirdParty: "第三方评估",
    verdict: "考核意见",
    late: "逾期事项",
  },
  named: quota.named,
  names: (of: { readonly platform: keyof typeof platform; readonly names: readonly string[] }) =>
    of.names.map((each) => `${platform[of.platform]}“${each}”`).join("、"),
  platform,
  gradings: { good: "好", fair: "一般", poor: "差" } satisfies Record<Grading, string>,
  sign: (unit: string, draft: boolean) => [
    ...(draft ? [`（${DRAFT}，不得印发）`] : []),
    "签发人：　　　　　　",
    `${unit}（盖章）`,
    "　　　　年　　月　　日",
  ],
  sheetName: (draft: boolean): string => (draft ? `通报（${DRAFT}）` : "通报"),
  called: named,
  bundleName: (it: Pick<ReportSheet, "unit" | "term" | "draft">) =>
    `${it.unit}${term(it.term)}材料汇总${it.draft ? `（${DRAFT}）` : ""}`,
  pictureTitle: (it: Pick<ReportSheet, "unit" | "kind">) => `${it.unit} ${kinds[it.kind]}`,
  pictureDraft: (it: Pick<ReportSheet, "madeOn">) => `${DRAFT}：数字截至${when.fullDay(it.madeOn)}`,
  pictureBefore: (of: Pick<Term, "kind" | "from">, value: string) =>
    `${of.kind === "year" ? term(of) : term(of).slice(5)} ${value}`,
  pictureUp: "在用账号",
  pictureUnits: "各单位：发布、未按时更新、逾期未办",
  pictureMore: (count: number) => `另有 ${count} 个单位，见附件`,
  pictureNote: "各单位按名称先后排列，不作排名；数字由登记的记录加总",
}
