import { expect, test } from "vitest"
import { parse } from "yaml"
import { dutiesFor } from "../../rules/binding.ts"
import { Occasion } from "../../rules/occasion.ts"
import { startedBy } from "../../rules/planning.ts"
import { inPeriods, together } from "../../rules/recurrence.ts"
import { Rulebook } from "../../rules/rulebook.ts"
import { stackFor } from "../../rules/stack.ts"
import { instantOf } from "../../rules/time.ts"
import { china } from "./china.ts"

const MONDAY = "2026-03-02"
const at = { now: instantOf(MONDAY), noted: () => instantOf(MONDAY) }

const dutiesOf = (...rules: readonly string[]) => {
  const book = Rulebook.parse({
    id: "county",
    title: "示例",
    issuer: "示例",
    status: "in-force",
    rules: rules.map(
      (rule, index) => parse(`{ id: C-${index + 1}, article: 第一条, says: 示例, ${rule} }`) as unknown,
    ),
  })
  return dutiesFor(stackFor({ rulebooks: ["county"] }, [], [book]), "county-department", "weibo")
}

const occasion = Occasion.parse({
  id: "it",
  kind: "website.published",
  on: instantOf(MONDAY, "10:00"),
  unitId: "unit",
  accountId: "account",
  personId: null,
  book: null,
  dueOn: null,
  note: null,
  by: "somebody",
  at: 0,
})
const repost = "kind: deadline, starts: website.published, do: website.repost"

test.each([
  ["an aim", "aim"],
  ["a note", "note"],
] as const)(
  "%s that is shorter is cited beside what has to be done, and never stands in its place",
  (_, strength) => {
    const duties = dutiesOf(
      `${repost}, within: 1 hour, strength: ${strength}`,
      `${repost}, within: 1 working day, late: [{ after: 1 day, tell: leader }]`,
    )
    const account = { main: true, operator: null }
    expect(startedBy(china, duties, account, occasion, at)).toMatchObject([
      {
        rules: ["county:C-2", "county:C-1"],
        aim: false,
        due: { day: "2026-03-03" },
        late: [{ tell: "leader" }],
      },
    ])
    const alone = dutiesOf(`${repost}, within: 1 hour, strength: ${strength}`)
    expect(startedBy(china, alone, account, occasion, at)).toMatchObject([{ aim: strength === "aim" }])
  },
)

test("an aim in the same rhythm as a must is cited beside it, and never stands in its place", () => {
  const hold = "kind: periodic, do: training.hold"
  const duties = dutiesOf(`${hold}, atLeast: 2 per year, strength: aim`, `${hold}, atLeast: 1 per year`)
  const asked = { unitId: "unit", accountId: null, personId: null }
  const planned = duties.again.flatMap((rule) =>
    typeof rule.rule.atLeast === "object" && "kind" in rule.rule.atLeast
      ? inPeriods(
          china,
          { act: "training.hold", rule, atLeast: rule.rule.atLeast },
          asked,
          { first: MONDAY, percentLeft: 25 },
          at,
        )
      : [],
  )
  const rows = together(
    [...planned, ...planned.toReversed()].map((each) => ({ planned: each, house: false })),
  )
  expect(rows.map(({ rules, aim }) => [rules, aim])).toEqual([
    [["county:C-2", "county:C-1"], false],
    [["county:C-1"], true],
  ])
})
