import { describe, expect, test } from "vitest"
import { isRosterSheet, type Known, readRosterSheet, type SheetReading } from "../../rules/rostersheet.ts"
import { dayOf, instantOf, timeOf } from "../../rules/time.ts"

const people = [
  { id: "z", name: "张敏" },
  { id: "l", name: "李国强" },
  { id: "w", name: "王芳" },
]
const known: Known = { now: instantOf("2026-03-02", "10:00"), people, hours: [] }
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

  test.each([
    ["a ledger", "序号 | 账号名称 | 平台 | 主办单位 | 开通日期 | 编辑人员", false],
    ["a roster", "日期 | 值班人员", true],
    ["an empty sheet", "", false],
  ])("is told from other sheets: %s", (_name, text, expected) => {
    expect(isRosterSheet(table(text))).toBe(expected)
  })
})
