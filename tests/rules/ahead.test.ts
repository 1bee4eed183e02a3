import { expect, test } from "vitest"
import { parse } from "yaml"
import { dutiesFor } from "../../rules/binding.ts"
import { inPeriods, percentLeft } from "../../rules/recurrence.ts"
import { Rulebook } from "../../rules/rulebook.ts"
import { stackFor } from "../../rules/stack.ts"
import { type Day, instantOf } from "../../rules/time.ts"
import { bookFrom, shipped } from "./books.ts"
import { china } from "./china.ts"

const house = stackFor({ rulebooks: [] }, [], shipped)

const book = Rulebook.parse({
  id: "county",
  title: "示例",
  issuer: "示例",
  status: "in-force",
  rules: [
    parse(
      '{ id: C-1, article: 第一条, says: 示例, kind: periodic, do: budget.confirm, atLeast: 1 per year, warn: ["121 days"] }',
    ) as unknown,
  ],
})

/** The days on which the budget of a unit that is there since a day is brought up, counted on that day. */
const broughtUp = (on: Day, left = percentLeft(house)) => {
  const now = instantOf(on, "10:00")
  const [rule] = dutiesFor(
    stackFor({ rulebooks: ["county"] }, [], [book]),
    "county-department",
    "weibo",
  ).again
  const asked = { unitId: "unit", accountId: null, personId: null }
  if (rule === undefined || typeof rule.rule.atLeast !== "object") throw new Error("no rule")
  const recurring = { act: "budget.confirm", rule, atLeast: rule.rule.atLeast } as never
  const planned = inPeriods(
    china,
    recurring,
    asked,
    { first: on, percentLeft: left },
    { now, noted: () => now },
  )
  return planned.map(({ since, warnOn }) => [since, ...warnOn])
}

test("what is asked for by the year is brought up on the same days, whether the year was waited for or has begun", () => {
  const year = ["2026-01-01", "2026-09-01", "2026-12-31"]
  expect(broughtUp("2025-11-22")).toEqual([year])
  expect(broughtUp("2026-01-01")).toEqual([year])
})

test("a year of which less than a quarter is left asks for nothing of who begins in it, by a house figure that an office can replace (H-162)", () => {
  // 1 October leaves 91 days of 365, 30 September 92; a quarter is 91.25.
  expect(broughtUp("2025-10-01").map(([since]) => since)).toEqual(["2026-01-01"])
  expect(broughtUp("2025-09-30").map(([since]) => since)).toEqual(["2025-01-01"])
  const own = bookFrom(
    [
      "id: own",
      "title: 某县约定",
      "issuer: 某县人民政府办公室",
      "status: in-force",
      "figures: [{ id: X-1, for: first-period, percentLeft: 50, says: 不足半期的不计 }]",
    ].join("\n"),
  )
  const theirs = percentLeft(stackFor({ rulebooks: ["own"] }, [], [...shipped, own]))
  expect(broughtUp("2025-09-30", theirs).map(([since]) => since)).toEqual(["2026-01-01"])
  expect(broughtUp("2025-12-30", percentLeft({ figures: [] })).map(([since]) => since)).toEqual([
    "2025-01-01",
  ])
})
