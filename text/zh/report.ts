import type { ReportKind } from "../../rules/report.ts"
import type { OverdueLine, ReportSheet } from "../../rules/reportsheet.ts"
import type { Score } from "../../rules/score.ts"
import { share, unkept } from "../../rules/tally.ts"
import type { Term, TermWords } from "../../rules/term.ts"
import type { Day } from "../../rules/time.ts"
import { reportpaper } from "./reportpaper.ts"
import * as when from "./when.ts"

const { term, percent, draft } = reportpaper

/** The words for terms near today. */
const terms: TermWords = {
  near: {
    本月: ["month", 0],
    这个月: ["month", 0],
    上月: ["month", 1],
    上个月: ["month", 1],
    本季度: ["quarter", 0],
    上季度: ["quarter", 1],
    上个季度: ["quarter", 1],
    今年: ["year", 0],
    本年: ["year", 0],
    去年: ["year", 1],
    上年: ["year", 1],
  },
  digits: { 一: 1, 二: 2, 三: 3, 四: 4 },
}

interface Named {
  readonly unit: string
  readonly kind: ReportKind
  readonly term: Pick<Term, "kind" | "from">
}

const called = ({ unit, kind, term: of }: Named): string => `${unit}${term(of)}${reportpaper.kinds[kind]}`

const overdueLine = (it: OverdueLine): string => `· ${it.unit}：${it.what}，${when.short(it.due)}到期`

/** What is said about notices and reports in a chat. */
export const report = {
  terms,
  called,
  sheets: { assessment: "考核表", bundle: "材料汇总" },
  gradings: reportpaper.gradings,
  choice: (of: Term, running: boolean) => `${term(of)}${running ? `（${draft}）` : ""}`,
  commands: {
    report: {
      title: "制作月通报、季度通报、年度报告",
      aliases: ["报告", "通报", "年报", "季报", "月报"],
      fields: {
        unit: { label: "单位", ask: "哪个单位的报告？", example: "示例县人民政府办公室" },
        term: { label: "时段", ask: "哪个时段的？", example: "2026年第一季度" },
        sheet: { label: "材料", ask: "要哪种材料？", example: "考核表" },
      },
    },
    issue: {
      title: "登记通报或报告已印发",
      aliases: ["发文", "登记发文"],
      fields: {
        report: { label: "报告", ask: "哪一份？", example: "2026年第一季度季度通报" },
        on: { label: "印发日期", ask: "哪天印发的？", example: "今天" },
        number: { label: "文号", ask: "文号是多少？没有就跳过。", example: "示政办〔2026〕8号" },
      },
    },
    score: {
      title: "填写账号的关注、转发、评论数",
      aliases: ["填指标", "五项指标"],
      fields: {
        account: { label: "账号", ask: "哪个账号？", example: "微博示例县发布" },
        term: { label: "季度", ask: "哪个季度的？", example: "2026年第一季度" },
        followers: { label: "关注量", ask: "季末有多少人关注？", example: "12000" },
        reposts: { label: "转发量", ask: "这一季度被转发多少次？", example: "340" },
        comments: { label: "评论量", ask: "这一季度有多少条评论？", example: "88" },
        content: { label: "发布内容", ask: "内容评价如何？没有就跳过。", example: "好" },
      },
    },
  },
  made: (it: ReportSheet) =>
    [
      `【${reportpaper.kinds[it.kind]}】${it.unit} ${term(it.term)}${it.draft ? `（${draft}）` : ""}`,
      ...(it.draft ? [`${term(it.term)}还没有结束，数字截至${when.fullDay(it.madeOn)}。`] : []),
      `发布 ${it.total.posts} 条，原创率 ${percent(share(it.total, "original"))}，首发率 ${percent(share(it.total, "first"))}`,
      `未按时更新 ${unkept(it.total)} 次；逾期未办 ${it.total.dutiesOverdue} 项`,
    ].join("\n"),
  overdue: (its: readonly OverdueLine[], more: number) =>
    [
      ...(its.length === 0 ? [] : ["逾期未办："]),
      ...its.map(overdueLine),
      ...(more === 0 ? [] : [`另有 ${more} 项，见附件或发 /due 查看。`]),
    ].join("\n"),
  inGroup: (names: readonly string[]) =>
    names.length === 0
      ? "群里只发合计数；各单位情况、逾期清单和文件请私聊我，发 /report 取。"
      : `群里只发合计数；各单位情况、逾期清单和文件已私下发给：${names.join("、")}。`,
  fromGroup: "这是工作群里要的材料。各单位情况和逾期清单只发给您，请勿转到群里。",
  files: {
    docx: "Word 文件：发文字号、签发人、盖章和日期留空，可改后印发。",
    xlsx: "Excel 文件：数字可以继续计算。",
  },
  issueHint: "印发以后，请点“登记发文”写上日期和文号。",
  buttons: { issue: "登记发文" },
  future: (of: Term) => `${term(of)}还没有开始，没有可以报告的内容。`,
  notATerm: (typed: string) => `看不懂“${typed}”。请写成 2026年3月、2026年第一季度 或 2026年。`,
  ancient: "这个时段太早，请核对年份。",
  onlyQuarters: "这几项按季度填写，请选一个季度。",
  assessedSeldom: "考核表按季度或按年制作，请选季度或年。",
  scored: (account: string, of: Term, it: Pick<Score, "followers" | "reposts" | "comments">) =>
    `✅ ${account} ${term(of)}：关注 ${it.followers}，转发 ${it.reposts}，评论 ${it.comments}。\n这些数字由您填写，机器人不从平台读取；再填一次就会改过来。`,
  noneToIssue: "没有等待登记印发的报告。请先用 /report 制作；草稿不能印发。",
  issuedAlready: (on: Day, number: string | null) =>
    `这一份已登记印发：${when.fullDay(on)}${number === null ? "" : `，${number}`}。`,
  issuedTooEarly: (of: Pick<Term, "kind" | "from">) => `${term(of)}结束以前不能印发，请核对日期。`,
  issued: (it: Named & { readonly on: Day; readonly number: string | null }) =>
    `✅ 已登记印发：${called(it)}\n印发日期：${when.fullDay(it.on)}${it.number === null ? "" : `；文号：${it.number}`}`,
}
