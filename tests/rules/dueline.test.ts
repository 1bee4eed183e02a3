import { describe, expect, test } from "vitest"
import { dueLine } from "../../rules/dueline.ts"
import { china } from "./china.ts"

const answer = (from: string, within: string) => dueLine(china, from, within)
const lineOf = (from: string, within: string) => {
  const read = answer(from, within)
  return "ok" in read ? read.ok.line : read
}
const remarkOf = (from: string, within: string) => {
  const read = answer(from, within)
  return "ok" in read ? read.ok.remark : read
}

describe("zhishou due", () => {
  test.each([
    ["2026-02-12", "5 working days", "2026-02-26"],
    ["2026-12-30", "5 working days", "2027-01-06 (provisional)"],
    ["2026-02-12", "5个工作日", "2026-02-26"],
    ["2026-02-12 17:45", "5 working days", "2026-02-26"],
    ["2026-03-10", "30 days", "2026-04-09"],
    ["2026-12-20", "30 days", "2027-01-19"],
    ["2026-02-16T23:30", "24 hours", "2026-02-17 23:30"],
    ["2026-02-16 23:30", "24 hours", "2026-02-17 23:30"],
    ["2026-02-16 23:30", "48小时", "2026-02-18 23:30"],
    ["2026-02-16 23:30", "60 minutes", "2026-02-17 00:30"],
    ["2026-02-16", "48 hours", "2026-02-18 00:00"],
    ["2026-01-31", "1 month", "2026-02-28"],
    ["2026-05-20", "1 year", "2027-05-20"],
    ["2024-02-29", "1 year", "2025-02-28"],
    [" 2026-02-12 ", " 5 working days ", "2026-02-26"],
  ])("%s and %s: %s", (from, within, line) => {
    expect(lineOf(from, within)).toBe(line)
  })

  test("says nothing more where the date speaks for itself", () => {
    expect(remarkOf("2026-02-12", "5 working days")).toBeNull()
    expect(remarkOf("2026-03-10", "30 days")).toBeNull()
    expect(remarkOf("2026-02-16 23:30", "24 hours")).toBeNull()
  })

  test.each([
    [
      "2026-12-30",
      "5 working days",
      "the count runs through a year whose holiday notice is not loaded: the date may still move",
    ],
    [
      "2026-01-20",
      "30 days",
      "2026-02-19 is a rest day and the deadline does not move: the last working day before it is 2026-02-14",
    ],
    [
      "2026-12-17",
      "30 days",
      "2027-01-16 is a rest day and the deadline does not move: the last working day before it is 2027-01-15 (provisional)",
    ],
    ["2026-02-16", "48 hours", "no time was given: counted from 00:00"],
  ])("remarks on %s and %s", (from, within, remark) => {
    expect(remarkOf(from, within)).toBe(remark)
  })

  test.each([
    "",
    "tomorrow",
    "2026-02-30",
    "2026/02/12",
    "1989-12-31",
    "2101-01-01",
    "2026-02-16 24:30",
    "2026-02-16 23:30 +08:00",
    "2026-02-16 23:30:00",
    "2026-02-16T23:30+08:00",
    "2026-02-16  23:30",
    "x".repeat(100_000),
  ])("a trigger such as %j is refused with one that works", (from) => {
    expect(answer(from, "5 working days")).toEqual({
      wrong:
        "expected a day from 1990 to 2100 such as `2026-02-12`, or a day and a time such as `2026-02-16 23:30`",
    })
  })

  test("a quantity that cannot be read is refused with one that works", () => {
    expect(answer("2026-02-12", "5 wroking days")).toEqual({
      wrong: "expected something like `5 working days`, `30 days`, `48 hours`, `2 months` or `1 year`",
    })
    expect(answer("2026-02-12", "10001 working days")).toEqual({
      wrong: "10001 working days is too much: at most 10000 working days can be counted",
    })
  })

  test.each([
    ["2099-12-31", "5 years"],
    ["2100-12-31", "1 day"],
    ["2100-12-31 23:59", "1 minute"],
    ["2100-12-31", "1 working day"],
    ["2090-01-01", "10000 working days"],
  ])("%s and %s end beyond the calendar, which is said", (from, within) => {
    expect(answer(from, within)).toEqual({ wrong: expect.stringContaining("from 1990 to 2100") as string })
  })
})
