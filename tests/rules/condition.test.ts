import { describe, expect, test } from "vitest"
import type { Account } from "../../rules/account.ts"
import { conditionOf } from "../../rules/condition.ts"
import { type QuotaRule, running } from "../../rules/running.ts"
import { addDays, type Day, instantOf } from "../../rules/time.ts"
import { china } from "./china.ts"

const rule: QuotaRule = {
  key: "national:N-14",
  atLeast: { kind: "every", days: 14 },
  counts: "posts",
  warn: [4, 2, 1],
}
const silences = { dormant: [{ days: 30 }], zombie: [{ days: 90 }] }
const LAST = "2026-03-01"

const account: Account = {
  id: "a",
  unitId: "u",
  platform: "weibo",
  name: "示例县发布",
  link: null,
  verification: null,
  operator: null,
  custodian: null,
  editors: [],
  openedOn: null,
  main: true,
  state: "live",
  retired: null,
  exceptions: [],
  registeredAt: instantOf("2025-01-01"),
  lastPostAt: instantOf(LAST, "18:00"),
}

const after = (days: number, limits: Parameters<typeof conditionOf>[2] = silences) => {
  const today = addDays(LAST, days)
  const posts = [{ at: instantOf(LAST, "18:00"), original: true }]
  const clock = running(china, rule, { accountId: "a", start: "2025-01-01", posts }, today)
  return conditionOf(account, [{ rule, clock }], limits, today)
}

describe("an account that falls silent", () => {
  test.each([
    [0, "green"],
    [9, "green"],
    [10, "amber"],
    [14, "amber"],
    [15, "red"],
    [30, "red"],
    [31, "dormant"],
    [90, "dormant"],
    [91, "zombie"],
  ])("is after %i days %s", (days, condition) => {
    expect(after(days)).toBe(condition)
  })

  test.each([
    ["2026-02-28", "2026-05-28", "dormant"],
    ["2026-02-28", "2026-05-29", "zombie"],
    ["2026-03-31", "2026-06-30", "dormant"],
    ["2026-03-31", "2026-07-01", "zombie"],
  ])("after %s three months are counted on the calendar: on %s %s", (last, today, condition) => {
    const limits = { dormant: [{ days: 30 }], zombie: [{ months: 3 }] }
    expect(conditionOf({ ...account, lastPostAt: instantOf(last) }, [], limits, today)).toBe(condition)
  })

  test("of two silences that cannot be compared the one that passes first counts", () => {
    const limits = { dormant: [], zombie: [{ days: 90 }, { months: 3 }] }
    const silent = (last: Day, today: Day) =>
      conditionOf({ ...account, lastPostAt: instantOf(last) }, [], limits, today)
    // From 1 February three months are 89 days, from 1 July they are 92.
    expect([silent("2026-02-01", "2026-05-01"), silent("2026-02-01", "2026-05-02")]).toEqual([
      "green",
      "zombie",
    ])
    expect([silent("2026-07-01", "2026-09-29"), silent("2026-07-01", "2026-09-30")]).toEqual([
      "green",
      "zombie",
    ])
  })

  test("stays red for ever where no rulebook names longer silences", () => {
    expect(after(400, { dormant: [], zombie: [] })).toBe("red")
  })
})
