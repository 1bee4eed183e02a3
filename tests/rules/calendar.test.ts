import { describe, expect, test } from "vitest"
import { BeyondCalendar, calendarOf, isCountable } from "../../rules/calendar.ts"
import { china, shippedYears } from "./china.ts"

const without = (...years: string[]) => calendarOf(shippedYears.filter(({ id }) => !years.includes(id)))

describe("a working day", () => {
  test.each([
    ["a make-up Saturday", "2026-02-14", true],
    ["a make-up Sunday", "2026-01-04", true],
    ["a plain Friday", "2026-03-06", true],
    ["a plain Saturday", "2026-03-07", false],
    ["a plain Sunday", "2026-03-08", false],
    ["a holiday on a Friday", "2026-10-02", false],
    ["a holiday on a Sunday", "2026-02-15", false],
    ["a leap day on a Thursday", "2024-02-29", true],
    ["the last day of a leap year", "2024-12-31", true],
    ["the last day of a common year", "2025-12-31", true],
    ["New Year's Day", "2026-01-01", false],
    ["a Friday in 2100, which is no leap year", "2100-03-05", true],
  ])("%s: %s, %s", (_name, day, works) => {
    expect(china.isWorkingDay(day)).toBe(works)
  })

  test("in a year without a notice Monday to Friday are taken for working days", () => {
    expect(china.isWorkingDay("2027-01-01")).toBe(true)
    expect(china.isWorkingDay("2027-01-02")).toBe(false)
  })
})

describe("the neighbouring working days", () => {
  test.each([
    ["2026-02-13", "2026-02-14"],
    ["2026-02-14", "2026-02-24"],
    ["2026-02-18", "2026-02-24"],
    ["2025-12-31", "2026-01-04"],
  ])("after %s comes %s", (day, next) => {
    expect(china.nextWorkingDay(day)).toBe(next)
  })

  test.each([
    ["2026-02-14", "2026-02-14", "2026-02-14"],
    ["2026-02-15", "2026-02-14", "2026-02-24"],
    ["2026-02-23", "2026-02-14", "2026-02-24"],
    ["2026-02-24", "2026-02-24", "2026-02-24"],
    ["2026-01-01", "2025-12-31", "2026-01-04"],
  ])("on or before %s is %s, on or after it %s", (day, before, after) => {
    expect(china.workingDayOnOrBefore(day)).toBe(before)
    expect(china.workingDayOnOrAfter(day)).toBe(after)
  })

  test.each([
    ["2024-02", "2024-02-29"],
    ["2025-02", "2025-02-28"],
    ["2026-05", "2026-05-29"],
    ["2026-12", "2026-12-31"],
  ])("the last working day of %s is %s", (month, day) => {
    expect(china.lastWorkingDayOf(month)).toBe(day)
  })
})

describe("counting working days", () => {
  test.each([
    ["2026-02-24", -1, "2026-02-14"],
    ["2026-02-20", -2, "2026-02-13"],
    ["2026-01-04", -1, "2025-12-31"],
    ["2026-03-04", 0, "2026-03-04"],
    ["2026-02-18", 0, "2026-02-18"],
    ["2024-12-31", 1, "2025-01-02"],
    ["2026-01-01", 248, "2026-12-31"],
  ])("from %s by %i is %s", (day, count, found) => {
    expect(china.addWorkingDays(day, count)).toEqual({ day: found, provisional: false })
  })

  test.each([
    ["2026-02-13", "2026-02-24", 2],
    ["2026-02-13", "2026-02-23", 1],
    ["2026-02-13", "2026-02-13", 0],
    ["2026-02-24", "2026-02-13", -2],
    ["2025-12-31", "2026-01-04", 1],
    ["2026-01-04", "2025-12-31", -1],
    ["2025-01-01", "2027-01-01", 248 + 248 + 1],
  ])("from %s to %s it takes %i", (from, to, count) => {
    expect(china.workingDaysBetween(from, to)).toBe(count)
  })

  test.each([
    ["2026-02-14", "2026-02-24", 2],
    ["2026-02-15", "2026-02-23", 0],
    ["2025-12-31", "2026-01-04", 2],
    ["2026-01-01", "2026-12-31", 248],
  ])("both ends included, %s to %s holds %i", (from, until, count) => {
    expect(china.workingDaysIn(from, until)).toBe(count)
  })
})

describe("a year whose notice is not loaded", () => {
  test("is not covered, and a loaded one is", () => {
    expect(["2003-12-31", "2004-01-01", "2026-12-31", "2027-01-01"].map((day) => china.covers(day))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(china.coversAll("2025-12-01", "2026-12-31")).toBe(true)
    expect(china.coversAll("2026-12-31", "2027-01-01")).toBe(false)
    expect(without("2025").coversAll("2024-12-31", "2026-01-01")).toBe(false)
  })

  test.each([
    ["a count that ends on the last covered day is firm", "2026-12-30", 1, "2026-12-31", false],
    ["a count that goes one day further is provisional", "2026-12-30", 2, "2027-01-01", true],
    ["a count that starts with the first uncovered day is provisional", "2026-12-31", 1, "2027-01-01", true],
    [
      "a count back into covered days is provisional when it leaves uncovered ones",
      "2027-01-05",
      -5,
      "2026-12-29",
      true,
    ],
    [
      "a count back from the first uncovered day is firm: that day is not counted",
      "2027-01-01",
      -1,
      "2026-12-31",
      false,
    ],
    [
      "a count out of the last day before coverage is firm: that day is not counted",
      "2003-12-31",
      1,
      "2004-01-02",
      false,
    ],
    ["a count that has an uncovered day before coverage is provisional", "2003-12-30", 2, "2004-01-02", true],
    ["a count back to before coverage is provisional", "2004-01-02", -1, "2003-12-31", true],
    ["a day that nothing was added to is firm", "2027-01-05", 0, "2027-01-05", false],
  ])("%s", (_name, day, count, found, provisional) => {
    expect(china.addWorkingDays(day, count)).toEqual({ day: found, provisional })
  })

  test("in the middle of covered ones makes a count through it provisional", () => {
    expect(without("2025").addWorkingDays("2024-12-30", 300)).toMatchObject({ provisional: true })
    expect(without("2025").addWorkingDays("2024-12-30", 1)).toMatchObject({ provisional: false })
  })

  test("makes a date firm once it is loaded, and may move it", () => {
    const notice = { id: "2027", holidays: ["2027-01-01"], makeUpDays: ["2027-01-02"], source: "example" }
    expect(china.addWorkingDays("2026-12-30", 3)).toEqual({ day: "2027-01-04", provisional: true })
    expect(calendarOf([...shippedYears, notice]).addWorkingDays("2026-12-30", 3)).toEqual({
      day: "2027-01-04",
      provisional: false,
    })
    expect(calendarOf([...shippedYears, notice]).addWorkingDays("2026-12-30", 2).day).toBe("2027-01-02")
  })

  test("of two notices for one year the later one stands", () => {
    const notice = (holidays: string[]) => ({ id: "2027", holidays, makeUpDays: [], source: "example" })
    const calendar = calendarOf([notice(["2027-01-01"]), notice(["2027-01-04"])])
    expect(["2027-01-01", "2027-01-04"].map((day) => calendar.isWorkingDay(day))).toEqual([true, false])
  })
})

describe("absurd questions", () => {
  test.each([10_001, -10_001, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    "%d working days are refused with the limit",
    (count) => {
      expect(() => china.addWorkingDays("2026-01-05", count)).toThrow(BeyondCalendar)
      expect(() => china.addWorkingDays("2026-01-05", count)).toThrow(
        `at most 10000 working days can be counted, not ${count}`,
      )
    },
  )

  test("10,000 working days are counted, either way", () => {
    const { day } = china.addWorkingDays("2026-01-05", 10_000)
    expect(china.workingDaysBetween("2026-01-05", day)).toBe(10_000)
    expect(china.addWorkingDays(day, -10_000).day).toBe("2026-01-05")
  })

  test.each(["1989-12-31", "2101-01-01", "0000-01-01", "soon", ""])("%j lies beyond the calendar", (day) => {
    expect(isCountable(day)).toBe(false)
    expect(() => china.isWorkingDay(day)).toThrow("the calendar runs from 1990 to 2100")
    expect(() => china.addWorkingDays(day, 1)).toThrow(BeyondCalendar)
  })

  test("a count that leaves the calendar is refused", () => {
    expect(() => china.addWorkingDays("2100-12-31", 1)).toThrow(BeyondCalendar)
    expect(() => china.addWorkingDays("1990-01-01", -1)).toThrow(BeyondCalendar)
  })

  test.each([
    ["1990-01-01", true],
    ["2100-12-31", true],
    ["2026-02-30", false],
    ["2026-2-3", false],
  ])("whether %s can be counted from: %s", (day, countable) => {
    expect(isCountable(day)).toBe(countable)
  })
})
