import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  EXPECTED_FREQUENCY,
  type Frequency,
  formatFrequency,
  formatFrequencyInChinese,
  FrequencyText,
  readFrequency,
  type Span,
} from "../../rules/frequency.ts"

const per = (count: number, span: Span): Frequency => ({ kind: "per", count, span })
const every = (days: number): Frequency => ({ kind: "every", days })
const months = (count: number): Frequency => ({ kind: "every", months: count })

describe("a frequency", () => {
  test.each<[string, Frequency]>([
    ["2 per week", per(2, "week")],
    ["1 per working day", per(1, "working day")],
    ["1 per day", per(1, "day")],
    ["1 per month", per(1, "month")],
    ["1 per quarter", per(1, "quarter")],
    ["1 per year", per(1, "year")],
    ["every 14 days", every(14)],
    ["every 1 day", every(1)],
    [" Every  7 DAYS ", every(7)],
    ["every 2 weeks", every(14)],
    ["every 1 month", months(1)],
    ["every 3 months", months(3)],
    ["every 1 year", months(12)],
    ["每3个月1次", months(3)],
    ["每2周 1 次", every(14)],
    ["每2年", months(24)],
    ["每周2次", per(2, "week")],
    ["每星期 2 次", per(2, "week")],
    ["每个工作日1次", per(1, "working day")],
    ["每工作日1次", per(1, "working day")],
    ["每天1次", per(1, "day")],
    ["每月１次", per(1, "month")],
    ["每季度1次", per(1, "quarter")],
    ["每年1次", per(1, "year")],
    ["每14天1次", every(14)],
    ["每7天", every(7)],
  ])("%s is read", (text, frequency) => {
    expect(readFrequency(text)).toEqual({ ok: frequency })
  })

  test.each([
    "",
    "weekly",
    "2 per wek",
    "2 per weeks",
    "0 per week",
    "two per week",
    "every week",
    "every 0 days",
    "every 14",
    "14 days",
    "每周",
    "每14天2次",
    "每3个月2次",
    "every 5 working days",
    "every 48 hours",
    "每5个工作日1次",
    "every 1 quarter",
    "2 per week per account",
    "1 per ".repeat(2_000),
  ])("%j is refused with an example that works", (text) => {
    expect(readFrequency(text)).toEqual({ wrong: EXPECTED_FREQUENCY })
  })

  test("absurd counts are refused with the limit", () => {
    expect(readFrequency("1000 per week")).toHaveProperty("ok")
    expect(readFrequency("1001 per week")).toEqual({ wrong: "1001 per week is too much: at most 1000" })
    expect(readFrequency("every 3660 days")).toHaveProperty("ok")
    expect(readFrequency("every 3661 days")).toEqual({
      wrong: "every 3661 days is too rare: at most every 3660 days",
    })
    expect(readFrequency("every 10 years")).toEqual({ ok: months(120) })
    expect(readFrequency("every 121 months")).toEqual({
      wrong: "every 121 months is too rare: at most every 10 years",
    })
  })

  test("writing and reading again changes nothing, in either language", () => {
    const spans = fc.constantFrom<Span[]>("working day", "day", "week", "month", "quarter", "year")
    const frequencies = fc.oneof(
      fc.tuple(fc.integer({ min: 1, max: 1_000 }), spans).map(([count, span]) => per(count, span)),
      fc.integer({ min: 1, max: 3_660 }).map(every),
      fc.integer({ min: 1, max: 120 }).map(months),
    )
    fc.assert(
      fc.property(frequencies, (frequency) => {
        expect(readFrequency(formatFrequency(frequency))).toEqual({ ok: frequency })
        expect(readFrequency(formatFrequencyInChinese(frequency))).toEqual({ ok: frequency })
      }),
    )
  })

  test("it is written as people write it", () => {
    expect(formatFrequency(per(1, "working day"))).toBe("1 per working day")
    expect(formatFrequency(every(14))).toBe("every 14 days")
    expect(formatFrequency(every(1))).toBe("every 1 day")
    expect(formatFrequency(months(3))).toBe("every 3 months")
    expect(formatFrequency(months(24))).toBe("every 2 years")
    expect(formatFrequencyInChinese(months(3))).toBe("每3个月1次")
    expect(formatFrequencyInChinese(per(2, "week"))).toBe("每周2次")
    expect(formatFrequencyInChinese(every(14))).toBe("每14天1次")
  })

  test("in a rulebook the text is parsed where it stands, and anything else is told what was expected", () => {
    expect(FrequencyText.parse("2 per week")).toEqual(per(2, "week"))
    for (const value of ["often", 2, null]) {
      expect(FrequencyText.safeParse(value).error?.issues.map((issue) => issue.message)).toEqual([
        EXPECTED_FREQUENCY,
      ])
    }
  })
})
