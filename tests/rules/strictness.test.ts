import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { inForce } from "../../rules/force.ts"
import { type KindName, kinds } from "../../rules/kinds/index.ts"
import { formatQuantity, type Quantity } from "../../rules/quantity.ts"
import { type Stack, stackFor } from "../../rules/stack.ts"
import { earlier, oftener, shorter, shorterLimit, together, wider } from "../../rules/strictness.ts"
import { addDays, addMonths, daysBetween } from "../../rules/time.ts"
import { unitKinds } from "../../rules/unit.ts"
import { asWritten } from "../../rules/written.ts"
import { bookFrom, shipped } from "./books.ts"

const days = (amount: number): Quantity => ({ amount, unit: "day" })
const quantity: fc.Arbitrary<Quantity> = fc.record({
  amount: fc.integer({ min: 1, max: 500 }),
  unit: fc.constantFrom("minute", "hour", "day", "working day", "week", "month", "year"),
})

describe("which of two lengths is shorter", () => {
  test.each<[Quantity, Quantity, "shorter" | "longer" | "the same" | "open"]>([
    [days(5), days(6), "shorter"],
    [days(7), { amount: 1, unit: "week" }, "the same"],
    [{ amount: 48, unit: "hour" }, days(2), "the same"],
    [{ amount: 90, unit: "minute" }, { amount: 1, unit: "hour" }, "longer"],
    [{ amount: 5, unit: "working day" }, { amount: 6, unit: "working day" }, "shorter"],
    [days(5), { amount: 5, unit: "working day" }, "shorter"],
    [days(10), { amount: 5, unit: "working day" }, "open"],
    [days(61), { amount: 5, unit: "working day" }, "longer"],
    [days(27), { amount: 1, unit: "month" }, "shorter"],
    [days(30), { amount: 1, unit: "month" }, "open"],
    [days(31), { amount: 1, unit: "month" }, "longer"],
    [{ amount: 12, unit: "month" }, { amount: 1, unit: "year" }, "the same"],
    [{ amount: 13, unit: "month" }, { amount: 1, unit: "year" }, "longer"],
    [days(89), { amount: 3, unit: "month" }, "shorter"],
    [days(90), { amount: 3, unit: "month" }, "open"],
    [days(92), { amount: 3, unit: "month" }, "longer"],
    [days(366), { amount: 1, unit: "year" }, "longer"],
  ])("%o against %o: %s", (a, b, expected) => {
    const found = shorter(a, b)
    expect(found === null ? "open" : found > 0 ? "shorter" : found < 0 ? "longer" : "the same").toBe(expected)
  })

  test("the answer turns round with the question", () => {
    fc.assert(
      fc.property(quantity, quantity, (a, b) => {
        const [there, back] = [shorter(a, b), shorter(b, a)]
        expect(there === null ? null : Math.sign(there) + 0).toBe(back === null ? null : -Math.sign(back) + 0)
      }),
    )
  })

  test("what is shorter than the shorter is shorter", () => {
    fc.assert(
      fc.property(quantity, quantity, quantity, (a, b, c) => {
        fc.pre((shorter(a, b) ?? 0) > 0 && (shorter(b, c) ?? 0) > 0)
        expect([formatQuantity(a), formatQuantity(c), (shorter(a, c) ?? 0) > 0]).toEqual([
          formatQuantity(a),
          formatQuantity(c),
          true,
        ])
      }),
    )
  })
})

test("so many months are never shorter or longer than what is said of them", () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays("2000-01-01", count))
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 40 }), (from, amount) => {
      const lasting = daysBetween(from, addMonths(from, amount))
      expect(shorter(days(lasting - 1), { amount, unit: "month" }) ?? 0).toBeGreaterThanOrEqual(0)
      expect(shorter(days(lasting + 1), { amount, unit: "month" }) ?? 0).toBeLessThanOrEqual(0)
    }),
  )
})

test("a figure is stricter than a word that leaves it open", () => {
  expect(shorterLimit(days(5), { open: "promptly" })).toBeGreaterThan(0)
  expect(shorterLimit({ open: "promptly" }, days(5))).toBeLessThan(0)
  expect(shorterLimit({ open: "promptly" }, { open: "at once" })).toBe(0)
})

test("frequencies over different spans cannot be compared", () => {
  const weekly = { kind: "per", count: 2, span: "week" } as const
  expect(oftener(weekly, { kind: "per", count: 1, span: "week" })).toBeGreaterThan(0)
  expect(oftener(weekly, { kind: "per", count: 2, span: "month" })).toBeNull()
  expect(oftener(weekly, { kind: "every", days: 3 })).toBeNull()
  expect(oftener({ kind: "every", days: 3 }, weekly)).toBeNull()
  expect(oftener({ kind: "every", days: 28 }, { kind: "every", months: 1 })).toBeGreaterThan(0)
  expect(oftener({ kind: "every", months: 3 }, { kind: "every", days: 90 })).toBeNull()
})

test("a list that holds another is stricter, lists that differ both count", () => {
  expect(wider(["a", "b"], ["a"])).toBeGreaterThan(0)
  expect(wider(["a"], ["b", "a"])).toBeLessThan(0)
  expect(wider(["a", "b"], ["b", "a"])).toBe(0)
  expect(wider(["a"], ["b"])).toBeNull()
})

test("stricter in one respect and laxer in another is neither", () => {
  expect(together(1, 0)).toBeGreaterThan(0)
  expect(together(0, -1)).toBeLessThan(0)
  expect(together(0, 0)).toBe(0)
  expect(together(1, -1)).toBeNull()
  expect(together(1, null)).toBeNull()
})

test("an earlier day is stricter", () => {
  expect(earlier("2026-01-01", "2026-01-02")).toBeGreaterThan(0)
  expect(earlier("2026-01-02", "2026-01-02")).toBe(0)
})

describe("a rulebook that repeats what others ask", () => {
  const names = Object.keys(kinds) as KindName[]
  const everyRule = shipped.flatMap((book) => book.rules)

  const askedIn = (stack: Stack, unitKind: (typeof unitKinds)[number]): string[] =>
    names
      .flatMap((kind) => inForce(stack, kind, { unitKind, platform: "weibo" }))
      .map(({ rule }) => {
        const {
          id: _id,
          article: _article,
          says: _says,
          saysEn: _en,
          origin: _origin,
          who: _who,
          ...asked
        } = rule
        return JSON.stringify(asWritten(asked))
      })
      .sort()

  test("changes nothing, whatever it repeats and wherever it stands", () => {
    const ids = shipped.map(({ id }) => id)
    fc.assert(
      fc.property(
        fc.subarray(ids),
        fc.nat(everyRule.length - 1),
        fc.constantFrom(...unitKinds),
        fc.boolean(),
        (chosen, pick, unitKind, first) => {
          const before = stackFor({ rulebooks: chosen }, [], shipped)
          const own = before.rules[pick % Math.max(1, before.rules.length)]?.rule
          fc.pre(own !== undefined && own.kind !== "outside")
          const echo = {
            ...bookFrom("id: echo\ntitle: 重申\nissuer: 示例县政府\nstatus: in-force"),
            rules: [{ ...own, origin: "text" as const }],
          }
          const after = stackFor(
            { rulebooks: first ? ["echo", ...chosen] : [...chosen, "echo"] },
            [],
            [...shipped, echo],
          )
          expect(askedIn(after, unitKind)).toEqual(askedIn(before, unitKind))
        },
      ),
    )
  })
})
