import { describe, expect, test } from "vitest"
import { dutiesFor } from "../../rules/binding.ts"
import { accountParts, type Part } from "../../rules/change.ts"
import { countedIn } from "../../rules/reportable.ts"
import { stackFor } from "../../rules/stack.ts"
import { bookOf, shipped } from "./books.ts"

const SYSTEM = "kind: deadline, starts: account.changed, do: system.update, to: 省级系统"

/** What a unit under these books reports, with what only the house counts in brackets. */
const counted = (
  names: readonly string[],
  kind: "account.changed" | "unit.changed",
  books = shipped,
): readonly string[] => {
  const stack = stackFor({ rulebooks: names }, [], books)
  const duties = dutiesFor(stack, "county-department", kind === "unit.changed" ? null : "weibo")
  return [...countedIn(duties, kind)].map(([part, by]) => (by === "house" ? `(${part})` : part)).sort()
}
const sorted = (parts: readonly Part[]): readonly string[] => [...parts].sort()

describe("which changes the five documents count", () => {
  const usual = ["(custodian)", "(name)", "(operator)", "(sponsor)", "(verification)"]
  test.each([
    ["wubu", "account.changed", ["(custodian)", "(name)", "(operator)", "(verification)", "sponsor"]],
    ["wubu", "unit.changed", ["(unit-kind)", "(unit-name)", "unit-chief", "unit-leader", "unit-office"]],
    ["longzihu", "account.changed", usual],
    ["jiangxi", "account.changed", usual],
    ["xuancheng", "unit.changed", ["(unit-kind)", "(unit-name)"]],
    ["xuancheng", "account.changed", []],
    ["sxjt", "account.changed", []],
    ["sxjt", "unit.changed", []],
  ] as const)("%s, %s", (book, kind, expected) => {
    expect(counted([book], kind)).toEqual([...expected].sort())
  })
})

describe("which changes a stack counts", () => {
  const own = bookOf("own", `${SYSTEM}, within: 3 working days, of: [link]`)
  const wide = bookOf("wide", `${SYSTEM}, within: 2 working days, of: [link, name]`)
  const other = bookOf("other", `${SYSTEM}, within: 9 working days, of: [editors]`)

  test("a rule that names them counts those and no others", () => {
    expect(counted(["own"], "account.changed", [own])).toEqual(["link"])
  })

  test("of several rulebooks all that any of them names", () => {
    expect(counted(["own", "wide", "other"], "account.changed", [own, wide, other])).toEqual([
      "editors",
      "link",
      "name",
    ])
  })

  test("without a word about it, by a rule or the house, every change counts", () => {
    const silent = bookOf("silent", `${SYSTEM}, within: 3 working days`)
    expect(counted(["silent"], "account.changed", [silent])).toEqual(sorted(accountParts))
  })
})
