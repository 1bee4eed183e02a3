import { describe, expect, test } from "vitest"
import { dueOf, freeFrom, type Trigger } from "../../rules/due.ts"
import { readFrequency } from "../../rules/frequency.ts"
import { periodOf } from "../../rules/period.ts"
import { type Quantity, readQuantity } from "../../rules/quantity.ts"
import { addDays, dayOf, instantOf, timeOf } from "../../rules/time.ts"
import { china } from "./china.ts"

const quantity = (text: string): Quantity => {
  const read = readQuantity(text)
  if ("wrong" in read) throw new Error(read.wrong)
  return read.ok
}
const due = (trigger: Trigger, within: string) => dueOf(china, trigger, quantity(within))

const vectors: [name: string, within: string, trigger: string, expected: string][] = [
  ["DV01 a make-up Saturday is day 1", "2 working days", "2026-02-13", "2026-02-24"],
  ["DV02 a trigger on a make-up Saturday", "2 working days", "2026-02-14", "2026-02-25"],
  ["DV03 over Tomb-sweeping", "2 working days", "2026-04-03", "2026-04-08"],
  ["DV04 over National Day", "2 working days", "2026-09-30", "2026-10-09"],
  ["DV05 a trigger on a holiday", "2 working days", "2026-01-03", "2026-01-05"],
  ["DV06 a make-up Saturday after Labour Day", "2 working days", "2026-05-08", "2026-05-11"],
  ["DV07 a plain week", "5 working days", "2026-03-02", "2026-03-09"],
  ["DV08 over Spring Festival", "5 working days", "2026-02-12", "2026-02-26"],
  ["DV09 over National Day", "5 working days", "2026-09-29", "2026-10-12"],
  ["DV10 over Labour Day", "5 working days", "2026-04-30", "2026-05-11"],
  ["DV11 over Dragon Boat", "5 working days", "2026-06-17", "2026-06-25"],
  ["DV12 the catch-up filing of 2021", "20 working days", "2021-05-10", "2021-06-07"],
  ["DV13 ends on a make-up Saturday", "20 working days", "2026-01-26", "2026-02-28"],
  ["DV14 over Mid-autumn and National Day", "20 working days", "2026-09-10", "2026-10-14"],
  ["DV15 a repost on a make-up Saturday", "1 working day", "2026-02-13", "2026-02-14"],
  ["DV15 a repost after a make-up Saturday", "1 working day", "2026-02-14", "2026-02-24"],
  ["DV15 a repost from within the holiday", "1 working day", "2026-02-17", "2026-02-24"],
  ["DV15 a repost over New Year 2017", "1 working day", "2016-12-30", "2017-01-03"],
  ["DV16 offline at most 30 days", "30 days", "2026-03-10", "2026-04-09"],
  ["DV16 offline over New Year", "30 days", "2026-12-20", "2027-01-19"],
  ["DV18 a post within 14 days", "14 days", "2026-02-10", "2026-02-24"],
  ["DV19 a password within 90 days", "90 days", "2026-01-15", "2026-04-15"],
  ["the same day ends with the day itself", "the same day", "2026-03-31", "2026-03-31"],
  ["DV20 one year", "1 year", "2026-05-20", "2027-05-20"],
  ["DV20 one year from a leap day", "1 year", "2024-02-29", "2025-02-28"],
]

describe("the date vectors", () => {
  test.each(vectors)("%s: %s from %s is %s", (_name, within, trigger, expected) => {
    const { day, provisional, at } = due(trigger, within)
    expect({ day, provisional }).toEqual({ day: expected, provisional: false })
    expect(at).toBe(instantOf(addDays(expected, 1)))
  })

  test.each([
    ["2026-03-02", "2026-04-02"],
    ["2026-01-20", "2026-02-20"],
  ])("DV17 a notice of 30 days that went up on %s may come down from %s", (published, free) => {
    expect(freeFrom(china, published, quantity("30 days"))).toEqual({
      day: free,
      at: instantOf(free),
      provisional: false,
    })
  })

  test("DV17 day 30 in the Spring Festival does not move", () => {
    expect(due("2026-01-20", "30 days").day).toBe("2026-02-19")
    expect(china.isWorkingDay("2026-02-19")).toBe(false)
  })

  test("DV18 after a post on 10 February the gap turns red when 25 February begins", () => {
    expect(due("2026-02-10", "14 days").at).toBe(instantOf("2026-02-25"))
  })

  test.each([
    ["2026-02", "2026-02-28"],
    ["2026-10", "2026-10-30"],
  ])("DV21 the last working day of %s is %s", (month, day) => {
    expect(china.lastWorkingDayOf(month)).toBe(day)
  })

  test("DV22 the week of the Spring Festival has no working day, the one before has six", () => {
    const weekly = readFrequency("2 per week")
    if ("wrong" in weekly) throw new Error(weekly.wrong)
    const week = periodOf(china, weekly.ok, "2026-02-18")
    expect(week).toEqual({ from: "2026-02-16", until: "2026-02-22", provisional: false })
    expect(china.workingDaysIn(week.from, week.until)).toBe(0)
    expect(china.workingDaysIn("2026-02-09", "2026-02-15")).toBe(6)
    expect(china.workingDayOnOrBefore(week.until)).toBe("2026-02-14")
  })

  test.each([
    ["24 hours", "2026-02-17"],
    ["48 hours", "2026-02-18"],
  ])("DV23 %s from 23:30 run out at 23:30 on %s", (within, day) => {
    const found = due(instantOf("2026-02-16", "23:30"), within)
    expect(found).toMatchObject({ day, provisional: false, safe: null })
    expect([dayOf(found.at), timeOf(found.at)]).toEqual([day, "23:30"])
  })

  test("DV24 without the notice of 2027 the answer is provisional", () => {
    expect(due("2026-12-30", "5 working days")).toMatchObject({ day: "2027-01-06", provisional: true })
  })
})
