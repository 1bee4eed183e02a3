import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { quotasFor } from "../../rules/binding.ts"
import { formatFrequency } from "../../rules/frequency.ts"
import type { Rulebook } from "../../rules/rulebook.ts"
import { type Stack, stackFor } from "../../rules/stack.ts"
import type { UnitKind } from "../../rules/unit.ts"
import { bookOf, shipped } from "./books.ts"

const unit = (...rulebooks: string[]) => ({ rulebooks })
const stackOf = (...rulebooks: string[]): Stack => stackFor(unit(...rulebooks), [], shipped)
const quotas = (stack: Stack, kind: UnitKind) =>
  quotasFor(stack, kind, "weibo").map(({ key, atLeast, warn }) => [key, formatFrequency(atLeast), ...warn])

describe("the rulebooks of a unit", () => {
  test("are those that bind everywhere, those of the units above from the top down, and its own", () => {
    const county = unit("jiangxi")
    const town = unit("wubu", "jiangxi")
    const office = unit("sxjt")
    expect(stackFor(office, [town, county], shipped).books.map((book) => book.id)).toEqual([
      "house",
      "national",
      "jiangxi",
      "wubu",
      "sxjt",
    ])
  })

  test("leave out a draft and a replaced one, and name the one that nobody has", () => {
    const books: Rulebook[] = [
      { ...bookOf("county"), status: "draft" },
      { ...bookOf("town"), status: "replaced" },
      bookOf("office"),
    ]
    const stack = stackFor(unit("county", "town", "office", "village"), [], books)
    expect(stack.books.map((book) => book.id)).toEqual(["office"])
    expect(stack.missing).toEqual(["village"])
  })
})

describe("quotas", () => {
  test("a township without a rule of its own runs under the national 14 days", () => {
    expect(quotas(stackOf("wubu"), "township")).toEqual([["national:N-14", "every 14 days", 4, 2, 1]])
  })

  test.each<[UnitKind, string]>([
    ["provincial-department", "2 per week"],
    ["direct-body", "2 per week"],
    ["county-government", "2 per week"],
    ["city-government", "1 per working day"],
  ])("in Jiangxi a %s also owes %s", (kind, frequency) => {
    expect(quotas(stackOf("jiangxi"), kind).map(([, asked]) => asked)).toEqual([frequency, "every 14 days"])
  })

  test("in Jiangxi a township or a county department owes no more than the national floor", () => {
    for (const kind of ["township", "county-department"] as const) {
      expect(quotas(stackOf("jiangxi"), kind).map(([key]) => key)).toEqual(["national:N-14"])
    }
  })

  test("a monthly rule and the national 14 days run side by side", () => {
    expect(quotas(stackOf("sxjt"), "direct-unit")).toEqual([
      ["sxjt:SJ-17", "1 per month", 7, 1],
      ["national:N-14", "every 14 days", 4, 2, 1],
    ])
  })

  test("of one rhythm the strictest counts, and says what it goes before", () => {
    const books = [...shipped, bookOf("xunwu", "kind: quota, atLeast: every 7 days")]
    const [quota, ...others] = quotasFor(stackFor(unit("xunwu"), [], books), "township", "weibo")
    expect(others).toEqual([])
    expect(quota?.key).toBe("xunwu:T-1")
    expect(quota?.cited.over.map(({ cited, asks }) => [cited.key, asks])).toEqual([["national:N-14", "less"]])
  })

  test("a laxer rule of the unit's own changes nothing, and is named (LZ-62)", () => {
    const books = [...shipped, bookOf("lazy", "kind: quota, atLeast: every 30 days")]
    const [quota, ...others] = quotasFor(stackFor(unit("lazy"), [], books), "township", "weibo")
    expect(others).toEqual([])
    expect(quota?.key).toBe("national:N-14")
    expect(quota?.cited.over.map(({ cited, asks }) => [cited.key, asks])).toEqual([["lazy:T-1", "less"]])
  })

  test("three levels: the strictest of each rhythm, wherever it stands", () => {
    const books = [
      ...shipped,
      bookOf("province", "kind: quota, atLeast: 3 per week"),
      bookOf("county", "kind: quota, atLeast: 1 per week", "kind: quota, atLeast: 2 per month"),
      bookOf("office", "kind: quota, atLeast: 1 per month", "kind: quota, atLeast: every 10 days"),
    ]
    const stack = stackFor(unit("office"), [unit("county"), unit("province")], books)
    expect(quotas(stack, "other").map(([key, asked]) => [key, asked])).toEqual([
      ["office:T-2", "every 10 days"],
      ["county:T-2", "2 per month"],
      ["province:T-1", "3 per week"],
    ])
  })

  test("a rule for one platform counts there, and there alone", () => {
    const books = [
      ...shipped,
      bookOf("county", "kind: quota, atLeast: every 3 days, applies: { platforms: [weibo] }"),
    ]
    const stack = stackFor(unit("county"), [], books)
    expect(quotasFor(stack, "other", "weibo").map(({ key }) => key)).toEqual(["county:T-1"])
    expect(quotasFor(stack, "other", "douyin").map(({ key }) => key)).toEqual(["national:N-14"])
  })

  test("original posts are counted apart", () => {
    const books = [...shipped, bookOf("yangling", "kind: quota, atLeast: 1 per month, counts: originals")]
    const stack = stackFor(unit("yangling", "sxjt"), [], books)
    expect(quotasFor(stack, "other", "weibo").map(({ key, counts }) => [key, counts])).toEqual([
      ["sxjt:SJ-17", "posts"],
      ["yangling:T-1", "originals"],
      ["national:N-14", "posts"],
    ])
  })

  test("a rule that is 原则上 does not replace a harder one that asks for less", () => {
    const books = [
      bookOf("hard", "kind: quota, atLeast: 1 per week"),
      bookOf("soft", "kind: quota, atLeast: 2 per week, strength: soft"),
    ]
    const stack = stackFor(unit("hard", "soft"), [], books)
    expect(quotas(stack, "other").map(([key]) => key)).toEqual(["soft:T-1", "hard:T-1"])
  })

  const frequency = fc.oneof(
    fc.integer({ min: 1, max: 60 }).map((days) => `every ${String(days)} days`),
    fc.integer({ min: 1, max: 14 }).map((months) => `every ${String(months)} months`),
    fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom("working day", "week", "month", "year"))
      .map(([count, span]) => `${String(count)} per ${span}`),
  )
  const books = fc.array(fc.array(frequency, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })

  const asked = (stack: Stack) =>
    quotasFor(stack, "other", "weibo")
      .map(({ atLeast }) => formatFrequency(atLeast))
      .sort()

  test("adding a laxer or equal rule anywhere never changes the figures", () => {
    fc.assert(
      fc.property(books, fc.nat(4), fc.nat(), (lists, place, pick) => {
        const made = lists.map((list, index) =>
          bookOf(`book-${String(index)}`, ...list.map((each) => `kind: quota, atLeast: ${each}`)),
        )
        const before = stackFor(unit(...made.map(({ id }) => id)), [], made)
        const figures = quotasFor(before, "other", "weibo")
        const chosen = figures[pick % figures.length]?.atLeast
        const laxer =
          chosen?.kind === "every"
            ? formatFrequency("days" in chosen ? { ...chosen, days: chosen.days + 1 } : chosen)
            : `1 per ${chosen?.span ?? ""}`
        const added = bookOf("added", `kind: quota, atLeast: ${laxer}`)
        const ids = made.map(({ id }) => id)
        ids.splice(place % (ids.length + 1), 0, "added")
        expect(asked(stackFor(unit(...ids), [], [...made, added]))).toEqual(asked(before))
      }),
    )
  })

  test("the order of the rulebooks never changes the figures", () => {
    fc.assert(
      fc.property(books, (lists) => {
        const made = lists.map((list, index) =>
          bookOf(`book-${String(index)}`, ...list.map((each) => `kind: quota, atLeast: ${each}`)),
        )
        const ids = made.map(({ id }) => id)
        const there = stackFor(unit(...ids), [], made)
        const back = stackFor(unit(...ids.reverse()), [], made)
        expect(asked(there)).toEqual(asked(back))
      }),
    )
  })
})
