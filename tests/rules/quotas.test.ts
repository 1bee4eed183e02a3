import { expect, test } from "vitest"
import { type BindingQuota, quotasFor } from "../../rules/binding.ts"
import { ahead, isLastCall, isWarned, lapse, running } from "../../rules/running.ts"
import { stackFor } from "../../rules/stack.ts"
import { addDays, type Day, endOf, instantOf } from "../../rules/time.ts"
import type { UnitKind } from "../../rules/unit.ts"
import { shipped } from "./books.ts"
import { china } from "./china.ts"

/** The quotas of an account that is older than the example, as its rulebook and everybody's floor have them. */
const quotas = (book: string, kind: UnitKind) =>
  quotasFor(stackFor({ rulebooks: [book] }, [], shipped), kind, "weibo")

const quotaOf = (key: string, book: string, kind: UnitKind): BindingQuota => {
  const found = quotas(book, kind).find((each) => each.key === key)
  if (found === undefined) throw new Error(`${key} does not bind`)
  return found
}

const clockOn = (rule: BindingQuota, today: Day, ...posts: Day[]) =>
  running(
    china,
    rule,
    {
      accountId: "a",
      start: "2025-01-01",
      posts: posts.map((day) => ({ at: instantOf(day), original: true })),
    },
    today,
  )

/** The working days from a day on on which somebody who owes is reminded. */
const reminded = (rule: BindingQuota, from: Day, ...posts: Day[]): readonly Day[] => {
  const clock = clockOn(rule, from, ...posts)
  return Array.from({ length: 31 }, (_, index) => addDays(from, index)).filter(
    (day) => china.isWorkingDay(day) && isWarned(china, rule, clock, day),
  )
}

const missOf = (rule: BindingQuota, today: Day, ...posts: Day[]) => {
  const clock = clockOn(rule, today, ...posts)
  return { over: clock.dueAt, miss: lapse(china, rule, clock, clock.dueAt).miss !== null }
}

test("“in time” means the national fourteen days: after 10 February by the 24th, red from the 25th on (WB-29)", () => {
  const rule = quotaOf("national:N-14", "wubu", "township")
  expect(quotas("wubu", "township")).toHaveLength(1)
  expect(clockOn(rule, "2026-02-12", "2026-02-10").until).toBe("2026-02-24")
  expect(reminded(rule, "2026-02-11", "2026-02-10")).toEqual(["2026-02-14", "2026-02-24"])
  expect(missOf(rule, "2026-02-12", "2026-02-10")).toEqual({ over: instantOf("2026-02-25"), miss: true })
})

test("a city government posts on every working day, make-up Saturdays too, and owes nothing in the holiday (JX-37)", () => {
  const rule = quotaOf("jiangxi:JX-37", "jiangxi", "city-government")
  const saturday = clockOn(rule, "2026-02-14", "2026-02-13")
  expect([saturday.until, isLastCall(china, saturday, "2026-02-14")]).toEqual(["2026-02-14", true])
  expect(missOf(rule, "2026-02-14", "2026-02-13")).toEqual({ over: endOf("2026-02-14"), miss: true })
  expect(missOf(rule, "2026-02-14", "2026-02-14").miss).toBe(false)
  expect(clockOn(rule, "2026-02-16", "2026-02-14").from).toBe("2026-02-24")
})

test("twice a week: one post by Thursday is brought up on Thursday and Friday, and a week of holidays counts too (JX-38)", () => {
  const rule = quotaOf("jiangxi:JX-38", "jiangxi", "county-government")
  expect(reminded(rule, "2026-03-02", "2026-03-02")).toEqual(["2026-03-05", "2026-03-06"])
  expect(missOf(rule, "2026-03-05", "2026-03-02")).toEqual({ over: endOf("2026-03-08"), miss: true })
  expect(missOf(rule, "2026-03-05", "2026-03-02", "2026-03-03").miss).toBe(false)

  const before = clockOn(rule, "2026-02-14", "2026-02-09", "2026-02-10")
  expect(ahead(china, rule, before, "2026-02-14")).toMatchObject({ from: "2026-02-16", until: "2026-02-22" })
  expect(missOf(rule, "2026-02-17", "2026-02-17")).toEqual({ over: endOf("2026-02-22"), miss: true })
})

test("once a month: October without a post is brought up a week before its end and on its last working day, beside the national floor (SJ-17)", () => {
  const rule = quotaOf("sxjt:SJ-17", "sxjt", "direct-unit")
  expect(quotas("sxjt", "direct-unit").map(({ key }) => key)).toEqual(["sxjt:SJ-17", "national:N-14"])
  expect(reminded(rule, "2026-10-01", "2026-09-28")).toEqual(["2026-10-23", "2026-10-30"])
  expect(isLastCall(china, clockOn(rule, "2026-10-30", "2026-09-28"), "2026-10-30")).toBe(true)
  expect(missOf(rule, "2026-10-30", "2026-09-28")).toEqual({ over: endOf("2026-10-31"), miss: true })
})
