import { describe, expect, test } from "vitest"
import { readMoment } from "../../rules/moment.ts"
import { instantOf } from "../../rules/time.ts"
import { languages } from "../../text/index.ts"

const now = instantOf("2026-03-06", "15:20")
const read = (typed: string) => readMoment(typed, now, languages.zh.post)

describe("a moment as people type it", () => {
  test.each([
    ["刚刚", "2026-03-06", "15:20"],
    ["今天 09:30", "2026-03-06", "09:30"],
    ["今天T09:30", "2026-03-06", "09:30"],
    ["昨天16:00", "2026-03-05", "16:00"],
    ["前天 8点", "2026-03-04", "08:00"],
    ["9:05", "2026-03-06", "09:05"],
    ["９：０５", "2026-03-06", "09:05"],
    ["3-1 10:00", "2026-03-01", "10:00"],
    ["3月1日 10点30分", "2026-03-01", "10:30"],
    ["12月31日 10:00", "2025-12-31", "10:00"],
    ["2026年2月12日 9:30", "2026-02-12", "09:30"],
    ["2026/2/12", "2026-02-12", "12:00"],
    ["今天", "2026-03-06", "15:20"],
  ])("%s", (typed, day, time) => {
    expect(read(typed)).toBe(instantOf(day, time))
  })

  test.each(["", "明天", "2026-02-30 10:00", "25:00", "10:61", "下周一", "http://a.b", "2026"])(
    "not: %s",
    (typed) => {
      expect(read(typed)).toBeNull()
    },
  )

  test("a time of today that is still to come is given as it is, to be refused by whoever asked", () => {
    expect(read("23:00")).toBe(instantOf("2026-03-06", "23:00"))
  })

  test("English words in English", () => {
    expect(readMoment("yesterday 16:00", now, languages.en.post)).toBe(instantOf("2026-03-05", "16:00"))
  })
})
