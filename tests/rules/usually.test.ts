import { describe, expect, test } from "vitest"
import { dutiesFor } from "../../rules/binding.ts"
import { Occasion } from "../../rules/occasion.ts"
import { startedBy } from "../../rules/planning.ts"
import { stackFor } from "../../rules/stack.ts"
import { dayOf, instantOf } from "../../rules/time.ts"
import { bookFrom, shipped } from "./books.ts"
import { china } from "./china.ts"

const county = (...more: readonly string[]) =>
  bookFrom(
    [
      "id: own",
      "title: 某县细则",
      "issuer: 某县人民政府办公室",
      "status: in-force",
      "rules:",
      "  - { id: X-1, article: 第一条, kind: deadline, starts: unit.dissolved, do: explanation.submit, within: 2 working days, says: 说明 }",
      "  - { id: X-2, article: 第二条, kind: deadline, starts: unit.dissolved, do: goal.reach, within: 2 working days, late: [{ after: 5 days, tell: leader }], says: 目标 }",
      "  - { id: X-3, article: 第三条, kind: deadline, starts: unit.dissolved, do: app.reinstall, within: 2 working days, says: 重装 }",
      ...more,
    ].join("\n"),
  )

/** Who hears of something due on Wednesday 4 March that is still not done, and on which day. */
const told = (book: ReturnType<typeof county>) => {
  const stack = stackFor({ rulebooks: ["own"] }, [], [...shipped, book])
  const occasion = Occasion.parse({
    ...{
      id: "it",
      kind: "unit.dissolved",
      on: "2026-03-02",
      unitId: "unit",
      accountId: null,
      personId: null,
    },
    ...{ book: "own", dueOn: null, note: null, by: "somebody", at: 0 },
  })
  const now = instantOf("2026-03-02")
  return startedBy(china, dutiesFor(stack, "county-department", null), null, occasion, {
    now,
    noted: () => now,
  }).map(({ act, late }) => [act, ...late.map(({ at, tell }) => `${tell} ${dayOf(at)}`)])
}

describe("who hears of what is overdue", () => {
  test("where no rule says who: the leader in charge, on the next day, which the house says", () => {
    expect(told(county())).toEqual([
      ["explanation.submit", "leader 2026-03-05"],
      ["goal.reach", "leader 2026-03-09"],
      ["app.reinstall", "leader 2026-03-05"],
    ])
  })

  test("a county says otherwise for everything of which nothing is said by itself", () => {
    const own = county(
      "figures:",
      "  - { id: X-9, for: any-duty, late: [{ after: 2 days, tell: chief }], says: 逾期2天告知主要负责人 }",
    )
    expect(told(own).at(-1)).toEqual(["app.reinstall", "chief 2026-03-06"])
  })

  test("what is said of one thing goes before what is said of all, and a rule before both", () => {
    const own = county(
      "figures:",
      "  - { id: X-9, for: any-duty, late: [{ after: 2 days, tell: chief }], says: 逾期2天告知主要负责人 }",
      "  - { id: X-8, for: app.reinstall, late: [{ after: 3 days, tell: supervising-unit }], says: 逾期3天告知主管单位 }",
    )
    expect(told(own)).toEqual([
      // What the house says of this very thing goes before what is said of anything.
      ["explanation.submit", "leader 2026-03-05"],
      ["goal.reach", "leader 2026-03-09"],
      ["app.reinstall", "supervising-unit 2026-03-07"],
    ])
  })
})
