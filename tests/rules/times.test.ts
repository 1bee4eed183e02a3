import { describe, expect, test } from "vitest"
import { instantOf } from "../../rules/time.ts"
import { atWork, nextWorkingTime, outsideQuiet, timesOf, usualTimes } from "../../rules/times.ts"
import { china } from "./china.ts"

describe("the times of a unit", () => {
  test("are its own, else those of the nearest unit above", () => {
    const path = [{ times: { digest: "08:30" } }, { times: { digest: "10:00", lastCall: "17:00" } }]
    expect(timesOf(path)).toEqual({ ...usualTimes, digest: "08:30", lastCall: "17:00" })
  })
})

describe("the next round", () => {
  const at = (day: string, time: string) => nextWorkingTime(china, "09:00", instantOf(day, time))

  test("is today while it is still to come", () => {
    expect(at("2026-03-06", "08:59")).toBe(instantOf("2026-03-06", "09:00"))
  })

  test("is the next working day from the minute on", () => {
    expect(at("2026-03-06", "09:00")).toBe(instantOf("2026-03-09", "09:00"))
  })

  test("skips the Spring Festival, and takes the make-up Saturday", () => {
    expect(at("2026-02-13", "12:00")).toBe(instantOf("2026-02-14", "09:00"))
    expect(at("2026-02-14", "12:00")).toBe(instantOf("2026-02-24", "09:00"))
  })
})

describe("quiet hours", () => {
  test.each([
    ["in the evening a routine message waits for the morning", "2026-03-06", "21:00", "2026-03-07", "08:00"],
    ["after midnight it waits for the same morning", "2026-03-07", "00:00", "2026-03-07", "08:00"],
    ["a minute before the evening it leaves", "2026-03-06", "20:59", "2026-03-06", "20:59"],
    ["in the morning it leaves on the minute", "2026-03-06", "08:00", "2026-03-06", "08:00"],
  ])("%s", (_name, day, time, thenDay, thenTime) => {
    expect(outsideQuiet(usualTimes, instantOf(day, time))).toBe(instantOf(thenDay, thenTime))
  })

  test("may lie within one day", () => {
    const siesta = { quietFrom: "12:00", quietUntil: "14:00" }
    expect(outsideQuiet(siesta, instantOf("2026-03-06", "13:00"))).toBe(instantOf("2026-03-06", "14:00"))
    expect(outsideQuiet(siesta, instantOf("2026-03-06", "23:00"))).toBe(instantOf("2026-03-06", "23:00"))
  })
})

describe("news for somebody who only works on working days", () => {
  const at = (day: string, time: string, times = usualTimes) => atWork(china, times, instantOf(day, time))

  test("comes at once in working hours, else the next morning", () => {
    expect(at("2026-03-06", "10:00")).toBe(instantOf("2026-03-06", "10:00"))
    expect(at("2026-03-06", "00:00")).toBe(instantOf("2026-03-06", "08:00"))
    expect(at("2026-03-05", "22:00")).toBe(instantOf("2026-03-06", "08:00"))
  })

  test("waits over a weekend and a holiday, and comes on a make-up day", () => {
    expect(at("2026-03-07", "10:00")).toBe(instantOf("2026-03-09", "08:00"))
    expect(at("2026-03-06", "22:00")).toBe(instantOf("2026-03-09", "08:00"))
    expect(at("2026-02-14", "10:00")).toBe(instantOf("2026-02-14", "10:00"))
    expect(at("2026-02-15", "10:00")).toBe(instantOf("2026-02-24", "08:00"))
  })

  test("comes in the morning too where the quiet hours are those of noon", () => {
    const noon = { ...usualTimes, quietFrom: "12:00", quietUntil: "14:00" }
    expect(at("2026-03-07", "13:00", noon)).toBe(instantOf("2026-03-09", "08:00"))
  })
})
