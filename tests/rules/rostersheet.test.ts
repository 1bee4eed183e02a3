import { describe, expect, test } from "vitest"
import { isRosterSheet, type Known, readRosterSheet, type SheetReading } from "../../rules/rostersheet.ts"
import { dayOf, instantOf, timeOf } from "../../rules/time.ts"

const people = [
  { id: "z", name: "张敏" },
  { id: "l", name: "李国强" },
  { id: "w", name: "王芳" },
]
const known: Known = { now: instantOf("2026-03-02", "10:00"), people, hours: [], absences: [] }
const table = (text: string) => ({
  sheet: "值班表",
  rows: text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim())),
  unreadable: {},
  others: [],
})
const read = (text: string, more: Partial<Known> = {}) => readRosterSheet(table(text), { ...known, ...more })
const shown = ({ shifts }: SheetReading) =>
  shifts.map(
    ({ cell, layer, personId, from, to }) =>
      `${cell} ${layer} ${dayOf(from).slice(5)} ${timeOf(from)}–${timeOf(to)} ${personId}`,
  )

describe("an office's roster", () => {
  test("with one row a shift", () => {
    const found = read(`
      日期 | 星期 | 班次 | 值班人员 | 联系电话
      2026-03-09 | 周一 | 白班（08:00-20:00） | 张敏 | 13800000000
       | | 夜班20:00-次日8:00 | 李国强 |
      3月10日 | 周二 | 08:00-20:00 | 张敏、王芳 |`)
    expect(found.mistakes).toEqual([])
    expect(shown(found)).toEqual([
      "D2 duty 03-09 08:00–20:00 z",
      "D3 duty 03-09 20:00–08:00 l",
      "D4 duty 03-10 08:00–20:00 z",
      "D4 duty 03-10 08:00–20:00 w",
    ])
  })

  test("with one row a day and a column for each shift, below a title", () => {
    const found = read(`
      某某办公室三月值班表
      值班日期 | 星期 | 白班（8:00-20:00） | 夜班（20:00-8:00） | 带班领导 | 备注
      46090 | 一 | 张 敏 | 李国强(13900000000) | 王　芳 |
      2026.3.10 | 二 | 李国强 13900000000 | 张敏 王芳 | 无 | 节日`)
    expect(found.mistakes).toEqual([])
    expect(shown(found)).toEqual([
      "C3 duty 03-09 08:00–20:00 z",
      "D3 duty 03-09 20:00–08:00 l",
      "E3 leader 03-09 00:00–00:00 w",
      "C4 duty 03-10 08:00–20:00 l",
      "D4 duty 03-10 20:00–08:00 z",
      "D4 duty 03-10 20:00–08:00 w",
    ])
  })

  test("whose shifts have no hours means those of the rotas", () => {
    const hours = [
      { start: "08:30", end: "17:30" },
      { start: "17:30", end: "08:30" },
    ]
    expect(shown(read("日期 | 白班 | 夜班\n3月9日 | 张敏 | 李国强", { hours }))).toEqual([
      "B2 duty 03-09 08:30–17:30 z",
      "C2 duty 03-09 17:30–08:30 l",
    ])
    expect(shown(read("日期 | 值班人员\n3月9日 | 张敏"))).toEqual(["B2 duty 03-09 00:00–00:00 z"])
  })

  test("names each cell that has to be put right", () => {
    const found = read(`
      日期 | 班次 | 值班人员
      2026-03-09 | 08:00-20:00 | 张三
      2026-13-09 | 08:00-20:00 | 张敏
      2026-03-10 | 白班 | 张敏
      2029-03-10 | 08:00-20:00 | 张敏
      2026-03-11 | 08:00-20:00 | 李国强
      2026-03-11 | 10:00-12:00 | 李国强`)
    expect(found.mistakes).toEqual([
      { cell: "C2", code: "unknown", says: "张三" },
      { cell: "A3", code: "day", says: "2026-13-09" },
      { cell: "B4", code: "hours", says: "白班" },
      { cell: "A5", code: "far", says: "2029-03-10" },
      { cell: "C7", code: "double", says: "李国强" },
    ])
  })

  test("does not guess between namesakes", () => {
    const found = read("日期 | 值班人员\n3月9日 | 张敏", { people: [...people, { id: "z2", name: "张敏" }] })
    expect(found.mistakes).toEqual([{ cell: "B2", code: "namesakes", says: "张敏" }])
  })

  test("leaves out what is over, and begins what has begun at this minute", () => {
    const found = read(`
      日期 | 班次 | 值班人员
      2026-03-01 | 08:00-20:00 | 张敏
      2026-03-02 | 08:00-20:00 | 李国强`)
    expect(found.over).toBe(1)
    expect(shown(found)).toEqual(["C3 duty 03-02 10:00–20:00 l"])
  })

  test("of a month across, with a row a person, means what its footnote says", () => {
    const found = read(`
      某某办公室2026年3月排班表
      序号 | 姓名 | 部门 | 9 | 10日 | 11 | 12 | 13 | 合计
       |  |  | 一 | 二 | 三 | 四 | 五 |
      1 | 张 敏 | 综合科 | 白 | 夜 | 下夜 | 休 | 白班 | 3
      2 | 李国强 | 综合科 | 夜 | / | 白夜 | 年休 | 副 | 4
      3 | 王芳 | 主任 | 带 | 带班 |  |  | — | 2
      注：白班8:30-17:30，夜班17:30-次日8:30，带班全天`)
    expect(found.mistakes).toEqual([])
    expect(shown(found)).toEqual([
      "D4 duty 03-09 08:30–17:30 z",
      "E4 duty 03-10 17:30–08:30 z",
      "H4 duty 03-13 08:30–17:30 z",
      "D5 duty 03-09 17:30–08:30 l",
      "F5 duty 03-11 08:30–17:30 l",
      "F5 duty 03-11 17:30–08:30 l",
      "H5 deputy 03-13 00:00–00:00 l",
      "D6 leader 03-09 00:00–00:00 w",
      "E6 leader 03-10 00:00–00:00 w",
    ])
  })

  test("of a week across, with a row a layer, names its people", () => {
    const found = read(`
      值班安排表
      类别 | 班次 | 3月9日（周一） | 3.10 周二 | 2026-03-11
      值班员 | 白班 8:00-20:00 | 张敏 | 李国强 | 张敏、王芳
       | 夜班 20:00-8:00 | 李国强 | 张敏 | 无
      副班 |  | 王芳 | 王芳 |
      带班领导 |  |  |  | 李国强
      备注 |  | 电话保持畅通 |  | `)
    expect(found.mistakes).toEqual([])
    expect(shown(found)).toEqual([
      "C3 duty 03-09 08:00–20:00 z",
      "D3 duty 03-10 08:00–20:00 l",
      "E3 duty 03-11 08:00–20:00 z",
      "E3 duty 03-11 08:00–20:00 w",
      "C4 duty 03-09 20:00–08:00 l",
      "D4 duty 03-10 20:00–08:00 z",
      "C5 deputy 03-09 00:00–00:00 w",
      "D5 deputy 03-10 00:00–00:00 w",
      "E6 leader 03-11 00:00–00:00 l",
    ])
  })

  test("of a month in two halves, or from the 26th on, goes on counting", () => {
    const halves = read(`
      2026年3月
      姓名 | 9 | 10 | 11 | 12 | 13
      张敏 | 值 |  |  |  |
      姓名 | 28 | 29 | 30 | 31 | 1
      张敏 |  |  |  | 值 | √`)
    expect(halves.mistakes).toEqual([])
    expect(shown(halves)).toEqual([
      "B3 duty 03-09 00:00–00:00 z",
      "E5 duty 03-31 00:00–00:00 z",
      "F5 duty 04-01 00:00–00:00 z",
    ])
    const months = read("2026年2月\n姓名|26|27|28|29|30|31\n张敏| | |值| | |")
    expect(months.mistakes).toEqual([])
  })

  test("of days across names each cell that has to be put right", () => {
    const found = read(`
      2026年3月
      姓名 | 9 | 10 | 11 | 12 | 13 | 15
      张敏 | 白 | 甲 | 值 | 值夜 | 休 | 值
      张三 | 值 | | | | |
      李国强 | 休 | | | | |`)
    expect(found.mistakes).toEqual([{ cell: "G2", code: "order", says: "15" }])
    const codes = read("2026年3月\n姓名|9|10|11|12|13\n张敏|白|甲| | |\n张三|值| | | |")
    expect(codes.mistakes).toEqual([
      { cell: "B3", code: "hours", says: "白" },
      { cell: "C3", code: "code", says: "甲" },
      { cell: "A4", code: "unknown", says: "张三" },
    ])
    const wrong = read("2026年3月\n姓名|9|10|11|12|13\n|一|二|四|四|五\n张敏|值| | | |")
    expect(wrong.mistakes).toEqual([{ cell: "D3", code: "weekday", says: "四 2026-03-11" }])
    const months = read("姓名|9|10|11|12|13\n张敏|值| | | |")
    expect(months.mistakes).toEqual([{ cell: "B1", code: "month", says: "9" }])
  })

  test("that is nonsense is read in no time, and repeated in a few words", () => {
    const found = read(
      `2026年3月\n姓名|9|10|11|12|13\n张敏|${"白".repeat(2000)}|甲${" 8:00-".repeat(300)}| | |`,
    )
    expect(found.mistakes.map(({ cell, code, says }) => [cell, code, Array.from(says).length])).toEqual([
      ["B3", "code", 30],
      ["C3", "code", 30],
    ])
  })

  test("of more rows than a year has is not read at all", () => {
    const found = read(`日期 | 值班人员${"\n3月9日 | 张敏".repeat(3000)}`)
    expect([found.shifts, found.mistakes]).toEqual([[], [{ cell: "A3001", code: "long", says: "3000" }]])
  })

  test("names the cell of somebody who is on leave", () => {
    const absences = [{ personId: "z", from: "2026-03-09", to: "2026-03-10" }]
    const found = read("日期 | 值班人员\n3月9日 | 张敏\n3月11日 | 张敏", { absences })
    expect(found.mistakes).toEqual([{ cell: "B2", code: "away", says: "张敏" }])
  })

  test.each([
    ["a ledger", "序号 | 账号名称 | 平台 | 主办单位 | 开通日期 | 编辑人员", false],
    ["a roster", "日期 | 值班人员", true],
    ["people down and days across", "2026年3月|||||\n姓名|1|2|3|4|5\n张敏|白|夜|休|休|白", true],
    ["layers down and days across", "|3月9日|3月10日\n值班员|张敏|李国强", true],
    [
      "a form with numbered columns",
      "名称|平台|单位|日期|状态|备注\n1|2|3|4|5|6\n甲|微博|乙|无|正常|无",
      false,
    ],
    ["a ledger with dates beside each other", "名称|开通|核验\n甲|2026-03-01|2026-03-02", false],
    ["an empty sheet", "", false],
  ])("is told from other sheets: %s", (_name, text, expected) => {
    expect(isRosterSheet(table(text))).toBe(expected)
  })
})
