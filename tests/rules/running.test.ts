import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { ahead, isLastCall, isNear, isWarned, lapse, type QuotaRule, running } from "../../rules/running.ts"
import { addDays, dayOf, daysBetween, type Day, endOf, instantOf } from "../../rules/time.ts"
import { china } from "./china.ts"

const calendar = china

const fortnight: QuotaRule = {
  key: "national:N-14",
  atLeast: { kind: "every", days: 14 },
  counts: "posts",
  warn: [4, 2, 1],
}
const twiceAWeek: QuotaRule = {
  key: "b:W",
  atLeast: { kind: "per", count: 2, span: "week" },
  counts: "posts",
  warn: [3, 2],
}
const monthly: QuotaRule = {
  key: "b:M",
  atLeast: { kind: "per", count: 1, span: "month" },
  counts: "posts",
  warn: [7, 1],
}
const daily: QuotaRule = {
  key: "b:D",
  atLeast: { kind: "per", count: 1, span: "working day" },
  counts: "posts",
  warn: [],
}

const posted = (...days: Day[]) => days.map((day) => ({ at: instantOf(day, "10:00"), original: true }))
const known = (start: Day, ...days: Day[]) => ({ accountId: "a", start, posts: posted(...days) })
const clockOn = (rule: QuotaRule, today: Day, start: Day, ...days: Day[]) =>
  running(calendar, rule, known(start, ...days), today)

describe("the fourteen days of the national floor", () => {
  test("a post on 10 February 2026 has to be followed by one on 24 February at the latest", () => {
    expect(clockOn(fortnight, "2026-02-12", "2025-01-01", "2026-02-10")).toEqual({
      id: "a/national:N-14",
      accountId: "a",
      rule: "national:N-14",
      from: "2026-02-11",
      until: "2026-02-24",
      needed: 1,
      count: 0,
      dueAt: endOf("2026-02-24"),
    })
  })

  test("before the first post the days run from going live", () => {
    expect(clockOn(fortnight, "2026-03-02", "2026-03-02")).toMatchObject({
      from: "2026-03-03",
      until: "2026-03-16",
    })
  })

  test("when nothing is posted the next fourteen days follow at once", () => {
    expect(clockOn(fortnight, "2026-02-24", "2025-01-01", "2026-02-10").until).toBe("2026-02-24")
    expect(clockOn(fortnight, "2026-02-25", "2025-01-01", "2026-02-10")).toMatchObject({
      from: "2026-02-25",
      until: "2026-03-10",
    })
  })

  test("the reminders that would fall into the Spring Festival come on the working day before it", () => {
    const clock = clockOn(fortnight, "2026-02-12", "2025-01-01", "2026-02-10")
    const on = (day: Day) => isWarned(calendar, fortnight, clock, day)
    expect(["2026-02-12", "2026-02-13", "2026-02-14", "2026-02-24"].map(on)).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  test("on ordinary days they come four, two and one days before, and on the day itself", () => {
    const clock = clockOn(fortnight, "2026-03-09", "2025-01-01", "2026-03-06")
    expect(clock.until).toBe("2026-03-20")
    const days = Array.from({ length: 12 }, (_, index) => addDays("2026-03-09", index))
    expect(
      days.filter((day) => calendar.isWorkingDay(day) && isWarned(calendar, fortnight, clock, day)),
    ).toEqual(["2026-03-16", "2026-03-18", "2026-03-19", "2026-03-20"])
  })

  test("the last call comes on the last working day, even when the last day is a day off", () => {
    const sunday = clockOn(fortnight, "2026-03-09", "2025-01-01", "2026-03-08")
    expect(sunday.until).toBe("2026-03-22")
    expect(
      ["2026-03-19", "2026-03-20", "2026-03-23"].map((day) => isLastCall(calendar, sunday, day)),
    ).toEqual([false, true, false])
  })

  test("amber begins with the first warning", () => {
    const clock = clockOn(fortnight, "2026-03-09", "2025-01-01", "2026-03-06")
    expect([isNear(fortnight, clock, "2026-03-15"), isNear(fortnight, clock, "2026-03-16")]).toEqual([
      false,
      true,
    ])
  })
})

describe("periods of the calendar", () => {
  test("a new account owes from the first full period on", () => {
    expect(clockOn(monthly, "2026-03-30", "2026-03-30")).toMatchObject({
      from: "2026-04-01",
      until: "2026-04-30",
    })
    expect(clockOn(twiceAWeek, "2026-03-04", "2026-03-04")).toMatchObject({
      from: "2026-03-09",
      until: "2026-03-15",
    })
  })

  test("a week without a working day is not excused", () => {
    const clock = clockOn(twiceAWeek, "2026-02-17", "2025-01-01", "2026-02-14", "2026-02-17")
    expect(clock).toMatchObject({ from: "2026-02-16", until: "2026-02-22", needed: 2, count: 1 })
  })

  test("a week without a working day is brought up on the last working day before it, and only then", () => {
    const clock = clockOn(twiceAWeek, "2026-02-13", "2025-01-01")
    expect(ahead(calendar, twiceAWeek, clock, "2026-02-13")).toBeNull()
    expect(ahead(calendar, twiceAWeek, clock, "2026-02-14")).toEqual({
      ...clock,
      from: "2026-02-16",
      until: "2026-02-22",
      count: 0,
      dueAt: endOf("2026-02-22"),
    })
  })

  test("every working day means make-up Saturdays too, and no holiday", () => {
    expect(clockOn(daily, "2026-02-14", "2025-01-01")).toMatchObject({
      from: "2026-02-14",
      until: "2026-02-14",
    })
    expect(clockOn(daily, "2026-02-16", "2025-01-01")).toMatchObject({
      from: "2026-02-24",
      until: "2026-02-24",
    })
  })

  test("only originals count where the rule says so", () => {
    const originals: QuotaRule = { ...monthly, counts: "originals" }
    const posts = [{ at: instantOf("2026-03-05"), original: false }, ...posted("2026-03-06")]
    expect(
      running(calendar, originals, { accountId: "a", start: "2025-01-01", posts }, "2026-03-07").count,
    ).toBe(1)
  })
})

describe("the end of a period", () => {
  test("a quota that was not met is kept as a miss, and the next period begins", () => {
    const clock = clockOn(twiceAWeek, "2026-03-08", "2025-01-01", "2026-03-03")
    const now = endOf("2026-03-08")
    expect(lapse(calendar, twiceAWeek, clock, now)).toEqual({
      miss: {
        accountId: "a",
        rule: "b:W",
        from: "2026-03-02",
        until: "2026-03-08",
        needed: 2,
        count: 1,
        at: now,
      },
      next: { ...clock, from: "2026-03-09", until: "2026-03-15", count: 0, dueAt: endOf("2026-03-15") },
    })
  })

  test("a quota that was met leaves no miss", () => {
    const clock = clockOn(twiceAWeek, "2026-03-08", "2025-01-01", "2026-03-03", "2026-03-04")
    expect(lapse(calendar, twiceAWeek, clock, endOf("2026-03-08")).miss).toBeNull()
  })

  test("a quota that was met reminds nobody", () => {
    const clock = clockOn(twiceAWeek, "2026-03-06", "2025-01-01", "2026-03-03", "2026-03-04")
    expect([
      isWarned(calendar, twiceAWeek, clock, "2026-03-06"),
      isLastCall(calendar, clock, "2026-03-06"),
      isNear(twiceAWeek, clock, "2026-03-06"),
    ]).toEqual([false, false, false])
  })
})

test("whatever was posted, the running window of a rolling quota holds today and begins where the last sign of life leads", () => {
  const days = fc.integer({ min: 0, max: 400 }).map((count) => addDays("2025-06-01", count))
  fc.assert(
    fc.property(
      days,
      fc.array(days, { maxLength: 8 }),
      fc.integer({ min: 1, max: 40 }),
      (today, all, length) => {
        const rule: QuotaRule = { ...fortnight, atLeast: { kind: "every", days: length } }
        const posts = all.filter((day) => day <= today)
        const clock = running(calendar, rule, known("2025-05-31", ...posts), today)
        const anchor = posts.reduce((latest, day) => (day > latest ? day : latest), "2025-05-31")
        expect(daysBetween(clock.from, clock.until)).toBe(length - 1)
        expect(daysBetween(addDays(anchor, 1), clock.from) % length).toBe(0)
        expect(clock.until >= today && (clock.from <= today || anchor === today)).toBe(true)
        expect(dayOf(clock.dueAt - 1)).toBe(clock.until)
      },
    ),
  )
})
