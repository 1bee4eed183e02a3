import { expect, test } from "vitest"
import { parse } from "yaml"
import { dutiesFor } from "../../rules/binding.ts"
import { inPeriods } from "../../rules/recurrence.ts"
import { Rulebook } from "../../rules/rulebook.ts"
import { stackFor } from "../../rules/stack.ts"
import { type Day, instantOf } from "../../rules/time.ts"
import { china } from "./china.ts"

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
const broughtUp = (on: Day) => {
  const now = instantOf(on, "10:00")
  const [rule] = dutiesFor(
    stackFor({ rulebooks: ["county"] }, [], [book]),
    "county-department",
    "weibo",
  ).again
  const asked = { unitId: "unit", accountId: null, personId: null }
  if (rule === undefined || typeof rule.rule.atLeast !== "object") throw new Error("no rule")
  const recurring = { act: "budget.confirm", rule, atLeast: rule.rule.atLeast } as never
  const planned = inPeriods(china, recurring, asked, { first: on }, { now, noted: () => now })
  return planned.map(({ since, warnOn }) => [since, ...warnOn])
}

test("what is asked for by the year is brought up on the same days, whether the year was waited for or has begun", () => {
  const year = ["2026-01-01", "2026-09-01", "2026-12-31"]
  expect(broughtUp("2025-11-22")).toEqual([year])
  expect(broughtUp("2026-01-01")).toEqual([year])
})
