import { describe, expect, test } from "vitest"
import {
  formatTerm,
  isRunning,
  monthsOf,
  parseTerm,
  partsOf,
  readTerm,
  termBefore,
  termOf,
  termsNear,
} from "../../rules/term.ts"
import { languages } from "../../text/index.ts"

const TODAY = "2026-03-31"

describe("a term", () => {
  test.each([
    ["2026年3月", "2026-03"],
    ["2026-3", "2026-03"],
    ["3月", "2026-03"],
    ["3月份", "2026-03"],
    ["12月", "2025-12"],
    ["2026年第一季度", "2026-Q1"],
    ["2026年1季度", "2026-Q1"],
    ["第四季度", "2025-Q4"],
    ["2026Q2", "2026-Q2"],
    ["2026-q3", "2026-Q3"],
    ["2026", "2026"],
    ["2026 年度", "2026"],
    ["上月", "2026-02"],
    ["上季度", "2025-Q4"],
    ["今年", "2026"],
  ])("%s is %s", (typed, kept) => {
    const term = readTerm(typed, TODAY, languages.zh.report.terms)
    expect(term === null ? null : formatTerm(term)).toBe(kept)
    expect(parseTerm(kept)).toEqual(term)
  })

  test.each(["", "3", "13月", "2026年13月", "五季度", "2026Q5", "微博", "示例县", "明年后"])(
    "%s is none",
    (typed) => {
      expect(readTerm(typed, TODAY, languages.zh.report.terms)).toBe(null)
    },
  )

  test("is typed in English too", () => {
    const words = languages.en.report.terms
    expect(readTerm("Last Quarter", TODAY, words)).toEqual(parseTerm("2025-Q4"))
    expect(readTerm("Q1 2026".split(" ").reverse().join(" "), TODAY, words)).toEqual(parseTerm("2026-Q1"))
  })

  test("runs until its last day is over, and only then is a report of it final", () => {
    const quarter = termOf("quarter", "2026-02-15")
    expect(quarter).toEqual({ kind: "quarter", from: "2026-01-01", until: "2026-03-31" })
    expect([isRunning(quarter, "2026-03-31"), isRunning(quarter, "2026-04-01")]).toEqual([true, false])
  })

  test("of a year has four quarters of three months each, and one before it", () => {
    const year = termOf("year", "2026-05-05")
    expect(partsOf(year).map(formatTerm)).toEqual(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"])
    expect(partsOf(year).flatMap(partsOf).map(formatTerm)).toEqual(monthsOf(year))
    expect(formatTerm(termBefore(termOf("quarter", "2026-01-01")))).toBe("2025-Q4")
  })

  test("is offered when it has just ended, and while it runs", () => {
    expect(termsNear("2026-04-02").map(formatTerm)).toEqual([
      "2026-03",
      "2026-Q1",
      "2025",
      "2026-04",
      "2026-Q2",
      "2026",
    ])
  })
})
