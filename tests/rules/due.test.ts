import { describe, expect, test } from "vitest"
import { calendarOf } from "../../rules/calendar.ts"
import { dueOf, freeFrom } from "../../rules/due.ts"
import { instantOf } from "../../rules/time.ts"
import { china, shippedYears } from "./china.ts"

describe("a due date", () => {
  test("a working day's deadline ends at 24:00 of that day, and needs no safe date", () => {
    expect(dueOf(china, "2026-02-12", { amount: 5, unit: "working day" })).toEqual({
      basis: "working days",
      day: "2026-02-26",
      at: instantOf("2026-02-27"),
      provisional: false,
      safe: null,
    })
  })

  test("a calendar deadline in the Spring Festival stays, with the last working day before as the safe date", () => {
    expect(dueOf(china, "2026-01-20", { amount: 30, unit: "day" })).toEqual({
      basis: "calendar",
      day: "2026-02-19",
      at: instantOf("2026-02-20"),
      provisional: false,
      safe: { day: "2026-02-14", provisional: false },
    })
  })

  test("a calendar deadline on a working day is its own safe date", () => {
    expect(dueOf(china, "2026-02-10", { amount: 14, unit: "day" }).safe?.day).toBe("2026-02-24")
  })

  test("the day of the trigger may be the safe date, a day before it never is", () => {
    expect(dueOf(china, "2026-02-14", { amount: 3, unit: "day" }).safe?.day).toBe("2026-02-14")
    expect(dueOf(china, "2026-02-15", { amount: 3, unit: "day" }).safe).toBeNull()
  })

  test("where the notice is not loaded a calendar deadline is firm and its safe date provisional", () => {
    const { day, provisional, safe } = dueOf(china, "2026-12-20", { amount: 30, unit: "day" })
    expect({ day, provisional }).toEqual({ day: "2027-01-19", provisional: false })
    expect(safe).toEqual({ day: "2027-01-19", provisional: true })
  })

  test("a safe date that was reached back over an uncovered year end is provisional", () => {
    expect(dueOf(china, "2021-12-01", { amount: 32, unit: "day" }).safe?.provisional).toBe(false)
    expect(dueOf(china, "2003-12-01", { amount: 32, unit: "day" }).safe).toEqual({
      day: "2004-01-02",
      provisional: false,
    })
    const without2022 = calendarOf(shippedYears.filter(({ id }) => id !== "2022"))
    expect(dueOf(without2022, "2021-12-01", { amount: 31, unit: "day" }).safe).toEqual({
      day: "2021-12-31",
      provisional: true,
    })
    expect(dueOf(china, "2003-12-01", { amount: 31, unit: "day" }).safe).toEqual({
      day: "2003-12-31",
      provisional: true,
    })
  })

  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-03-31", 1, "2026-04-30"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-05-20", 24, "2028-05-20"],
  ])("a month after %s, %i times, is %s", (from, amount, day) => {
    expect(dueOf(china, from, { amount, unit: "month" }).day).toBe(day)
  })

  test("weeks have seven days and years have twelve months", () => {
    expect(dueOf(china, "2026-03-02", { amount: 2, unit: "week" }).day).toBe("2026-03-16")
    expect(dueOf(china, "2024-02-29", { amount: 4, unit: "year" }).day).toBe("2028-02-29")
  })

  test("hours and minutes run from the very minute, through nights and holidays", () => {
    const found = instantOf("2026-02-16", "23:30")
    expect(dueOf(china, found, { amount: 1, unit: "hour" })).toEqual({
      basis: "clock",
      day: "2026-02-17",
      at: instantOf("2026-02-17", "00:30"),
      provisional: false,
      safe: null,
    })
    expect(dueOf(china, found, { amount: 10, unit: "minute" }).at).toBe(instantOf("2026-02-16", "23:40"))
  })

  test("a day without a time starts its hours at 00:00", () => {
    expect(dueOf(china, "2026-02-16", { amount: 48, unit: "hour" }).at).toBe(instantOf("2026-02-18"))
  })

  test("where days are counted the time of the trigger does not matter, and the day is China's", () => {
    const late = instantOf("2026-02-12", "23:59")
    const early = instantOf("2026-02-12", "00:00")
    for (const trigger of [late, early]) {
      expect(dueOf(china, trigger, { amount: 5, unit: "working day" }).day).toBe("2026-02-26")
      expect(dueOf(china, trigger, { amount: 14, unit: "day" }).day).toBe("2026-02-26")
    }
  })
})

describe("what must last at least so long", () => {
  test("is free on the day after its last day", () => {
    expect(freeFrom(china, "2026-01-31", { amount: 1, unit: "month" })).toEqual({
      day: "2026-03-01",
      at: instantOf("2026-03-01"),
      provisional: false,
    })
  })

  test("is free at the very minute where hours count", () => {
    const up = instantOf("2026-03-02", "10:00")
    expect(freeFrom(china, up, { amount: 24, unit: "hour" })).toEqual({
      day: "2026-03-03",
      at: instantOf("2026-03-03", "10:00"),
      provisional: false,
    })
  })

  test("is provisional where its working days are", () => {
    expect(freeFrom(china, "2026-12-30", { amount: 5, unit: "working day" })).toMatchObject({
      day: "2027-01-07",
      provisional: true,
    })
  })
})
