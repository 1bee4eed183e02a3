import { accountParts, unitParts } from "../../rules/change.ts"
import type { Expectation } from "../../rules/expected.ts"
import { openInChinese } from "../../rules/figure.ts"
import { type Expected, isOfWhole, type Mistake } from "../../rules/mistake.ts"

const LENGTHS = "5 working days、30 days、48 hours、1 year（也可以写 5个工作日、30天）"
const OFTEN =
  "2 per week、1 per working day、1 per month、every 14 days、every 3 months（也可以写 每周2次、每14天1次）"
const OPEN = `原文没有写数字的，照写原文的词：${Object.entries(openInChinese)
  .map(([word, chinese]) => `${word}（${chinese}）`)
  .join("、")}`

const expectations: Record<Expectation, string> = {
  "rule-id": "应为规则编号：大写字母、连字符、数字，例如 AB-07",
  "book-id": "应为规章编号：小写字母、数字、连字符，例如 county",
  "tick-id": "应为小写英文短词，例如 secrecy（true、false 等词不能用）",
  article: "应写明条款，例如 第六条",
  sentence: "应为一句话，用自己的话说明要做什么，不超过 120 字",
  words: "应为文字",
  length: `应为一段时间，例如 ${LENGTHS}`,
  "time-limit": `应为一段时间，例如 ${LENGTHS}；${OPEN}`,
  frequency: `应为次数，例如 ${OFTEN}`,
  "how-often": `应为次数，例如 ${OFTEN}；${OPEN}`,
  amount: `应为数字，或一段时间，例如 1、30 days；${OPEN}`,
  levels: `应为 1 到 10 的级数；${OPEN}`,
  count: "应为数字",
  "days-to-years": "这里只能用天、周、月或年，例如 30 days、3 months、1 year",
  "days-or-weeks": "这里只能用天或周，例如 30 days、2 weeks",
  "time-of-day": '应为时间，例如 "16:00"；由各单位自定的写 unit',
  day: "应为真实存在的日期，例如 2026-06-30",
  late: "逾期多久之后（after）或到期多久之前（before），应写且只写一项",
  "one-time-limit": "within（多久之内）、wait（满多久之后）、by（哪天之前）三项中应写且只写一项",
  "steps-or-levels": "应写 steps（由谁审批）或 levels（几级）",
  "some-figure":
    "应至少写一项数值：within、then、atLeast、atMost、levels、checkIn、checksIn、warn、late、inPerson、percentLeft、sample、sampleOutsourced 或 of",
  "change-starts-it": "of 说明哪些变更算数，只与 starts: account.changed 或 unit.changed 一起写",
  "part-of-account": `应为账号的一项：${[...accountParts, "others"].join("、")}（others 即原文的“等”）`,
  "part-of-unit": `应为单位的一项：${[...unitParts, "others"].join("、")}（others 即原文的“等”）`,
  "silence-needs-mark": "limit 为 silence 时要写 mark（red、dormant 或 zombie），其他情形不写",
}

const guess = (nearest: string | null): string => (nearest === null ? "。" : `，是不是想写 ${nearest}？`)
const sizes = { characters: "个字", entries: "项", number: "" } as const

const should = (expected: Expected): string => {
  switch (expected.is) {
    case "one-of":
      return `应为其中之一：${expected.words.join("、")}${guess(expected.nearest)}`
    case "known-key":
      return `这里没有这一项${guess(expected.nearest)}可以写：${expected.words.join("、")}。`
    case "text":
      return "应为文字。"
    case "number":
      return "应为数字。"
    case "list":
      return "应为列表，每项以“- ”开头。"
    case "mapping":
      return "应为“名称: 内容”的形式。"
    case "yes-or-no":
      return "应为 true 或 false。"
    case "something-else":
      return "写法不对。"
    case "at-most":
      return `最多 ${expected.bound}${sizes[expected.of]}。`
    case "at-least":
      return `至少 ${expected.bound}${sizes[expected.of]}。`
    case "new-id":
      return `编号与第 ${expected.line} 行的重复，请换一个。`
    case "yaml":
      return `不符合 YAML 格式（${expected.reason}）。`
    case "plain-values":
      return "请直接写内容，不要用锚点（&）、引用（*）和标签（!）。"
    case "small-file":
      return `文件太大，最多 ${expected.most} 字节。`
    default:
      return `${expectations[expected.is]}。`
  }
}

/** `第 12 行第 14 列（rules.C-7.within）：写的是“5 workday”，应为……。` */
export const mistake = ({ line, column, path, found, expected }: Mistake): string => {
  const at = `第 ${line} 行第 ${column} 列${path === "" ? "" : `（${path}）`}`
  const said = found === null ? (path === "" ? "" : "没有写，") : `写的是“${found}”，`
  return `${at}：${isOfWhole(expected) ? "" : said}${should(expected)}`
}
