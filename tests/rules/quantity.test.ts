import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  EXPECTED_QUANTITY,
  formatQuantity,
  formatQuantityInChinese,
  QuantityText,
  readQuantity,
  type Unit,
} from "../../rules/quantity.ts"

const written: [text: string, amount: number, unit: Unit][] = [
  ["5 working days", 5, "working day"],
  ["1 working day", 1, "working day"],
  ["30 days", 30, "day"],
  ["30 calendar days", 30, "day"],
  ["1 day", 1, "day"],
  ["48 hours", 48, "hour"],
  ["1 hour", 1, "hour"],
  ["60 minutes", 60, "minute"],
  ["1 minute", 1, "minute"],
  ["2 weeks", 2, "week"],
  ["2 months", 2, "month"],
  ["1 month", 1, "month"],
  ["1 year", 1, "year"],
  ["3 years", 3, "year"],
  ["5个工作日", 5, "working day"],
  ["20 工作日", 20, "working day"],
  ["30天", 30, "day"],
  ["30日", 30, "day"],
  ["30个自然日", 30, "day"],
  ["48小时", 48, "hour"],
  ["24个小时", 24, "hour"],
  ["60分钟", 60, "minute"],
  ["2周", 2, "week"],
  ["2个月", 2, "month"],
  ["1年", 1, "year"],
  ["  5  Working   Days ", 5, "working day"],
  ["５个工作日", 5, "working day"],
  ["the same day", 0, "day"],
  ["当天", 0, "day"],
]

describe("a quantity", () => {
  test.each(written)("%s is read", (text, amount, unit) => {
    expect(readQuantity(text)).toEqual({ ok: { amount, unit } })
  })

  test.each([
    "",
    "5",
    "days",
    "5 wroking days",
    "five working days",
    "0 days",
    "-5 days",
    "1.5 days",
    "05 days",
    "1e3 days",
    "5 working days!",
    "within 5 days",
    "5 days ago",
    "2 per week",
    "个工作日",
    "9".repeat(5_000) + " days",
    "5" + " ".repeat(5_000) + "days",
    "٣ days",
  ])("%j is refused with an example that works", (text) => {
    expect(readQuantity(text)).toEqual({ wrong: EXPECTED_QUANTITY })
  })

  test("the refusal names the form that people write", () => {
    expect(EXPECTED_QUANTITY).toMatch(/^expected something like `5 working days`/)
  })

  test.each([
    ["10000 working days", "10001 working days", "at most 10000 working days"],
    ["36500 days", "36501 days", "at most 36500 days"],
    ["87600 hours", "87601 hours", "at most 87600 hours"],
    ["525600 minutes", "525601 minutes", "at most 525600 minutes"],
    ["5200 weeks", "5201 weeks", "at most 5200 weeks"],
    ["1200 months", "1201 months", "at most 1200 months"],
    ["100 years", "101 years", "at most 100 years"],
  ])("%s is the most, %s is too much", (most, tooMuch, limit) => {
    expect(readQuantity(most)).toHaveProperty("ok")
    expect(readQuantity(tooMuch)).toEqual({ wrong: `${tooMuch} is too much: ${limit} can be counted` })
  })

  test("it is written as people write it", () => {
    expect(formatQuantity({ amount: 5, unit: "working day" })).toBe("5 working days")
    expect(formatQuantity({ amount: 1, unit: "working day" })).toBe("1 working day")
    expect(formatQuantity({ amount: 48, unit: "hour" })).toBe("48 hours")
    expect(formatQuantityInChinese({ amount: 5, unit: "working day" })).toBe("5个工作日")
    expect(formatQuantityInChinese({ amount: 2, unit: "month" })).toBe("2个月")
  })

  test("writing and reading again changes nothing, in either language", () => {
    const units = fc.constantFrom<Unit[]>("working day", "day", "hour", "minute", "week", "month", "year")
    const quantities = fc.oneof(
      fc.record({ amount: fc.integer({ min: 1, max: 100 }), unit: units }),
      fc.constant({ amount: 0, unit: "day" as const }),
    )
    fc.assert(
      fc.property(quantities, (quantity) => {
        expect(readQuantity(formatQuantity(quantity))).toEqual({ ok: quantity })
        expect(readQuantity(formatQuantityInChinese(quantity))).toEqual({ ok: quantity })
      }),
    )
  })

  test("no text makes the reader fail", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(Object.keys(readQuantity(text))).toHaveLength(1)
      }),
    )
  })

  test("in a rulebook the text is parsed where it stands, and anything else is told what was expected", () => {
    expect(QuantityText.parse("5个工作日")).toEqual({ amount: 5, unit: "working day" })
    for (const value of ["soon", 5, null, ["5 days"]]) {
      expect(QuantityText.safeParse(value).error?.issues.map((issue) => issue.message)).toEqual([
        EXPECTED_QUANTITY,
      ])
    }
  })
})
