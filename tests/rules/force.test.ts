import { expect, test } from "vitest"
import { inForce } from "../../rules/force.ts"
import { stackFor } from "../../rules/stack.ts"
import { bookOf } from "./books.ts"
import { staying } from "./staying.ts"

const offline = "kind: deadline, starts: account.went-offline, do: account.return"
const limit = "kind: limit, limit: offline-windows"

test.each([
  [
    "a harder rule that asks for less stays beside a softer one",
    `${limit}, atMost: 2`,
    `${limit}, atMost: 1, strength: soft`,
    "first and second",
  ],
  [
    "a harder rule that asks the same stands for the softer one",
    `${limit}, atMost: 1`,
    `${limit}, atMost: 1, strength: soft`,
    "first",
  ],
  [
    "an aim is weaker than a must",
    `${offline}, within: 3 days, strength: aim`,
    `${offline}, within: 3 days`,
    "second",
  ],
  [
    "a rule for some accounts does not stand for all",
    `${offline}, within: 3 days, applies: { accounts: main }`,
    `${offline}, within: 5 days`,
    "first and second",
  ],
  [
    "a rule for all stands for some",
    `${offline}, within: 3 days`,
    `${offline}, within: 5 days, applies: { accounts: main }`,
    "first",
  ],
  [
    "where both ask the same, the one nearest to the unit",
    `${offline}, within: 3 days`,
    `${offline}, within: 3 days`,
    "second",
  ],
  [
    "a regulation before the house",
    `${offline}, within: 3 days`,
    `${offline}, within: 3 days, origin: house`,
    "first",
  ],
  [
    "a rule for another kind of unit says nothing here",
    `${offline}, within: 3 days`,
    `${offline}, within: 1 day, applies: { units: [county-government] }`,
    "first",
  ],
])("%s", (_, first, second, expected) => {
  expect(staying(first, second)).toBe(expected)
})

test("a rule for several platforms stands for one of them, not the other way round", () => {
  const several = `${offline}, within: 3 days, applies: { platforms: [weibo, douyin] }`
  const one = `${offline}, within: 5 days, applies: { platforms: [weibo] }`
  const two = `${offline}, within: 5 days, applies: { platforms: [weibo, app] }`
  const kept = (...rules: string[]) =>
    inForce(stackFor({ rulebooks: ["first"] }, [], [bookOf("first", ...rules)]), "deadline", {
      unitKind: "other",
      platform: null,
    }).length
  expect(kept(several, one)).toBe(1)
  expect(kept(several, two)).toBe(2)
  expect(
    kept(`${offline}, within: 3 days, applies: { platforms: [weibo] }`, `${offline}, within: 5 days`),
  ).toBe(2)
  expect(kept(`${offline}, within: 3 days`, one)).toBe(1)
})

test("a rule for one platform is kept beside the general one when no platform is asked for", () => {
  const books = [
    bookOf(
      "first",
      `${offline}, within: 3 days, applies: { platforms: [weibo] }`,
      `${offline}, within: 5 days`,
    ),
  ]
  const stack = stackFor({ rulebooks: ["first"] }, [], books)
  const within = (platform: "weibo" | "douyin" | null) =>
    inForce(stack, "deadline", { unitKind: "other", platform }).map(({ rule }) => rule.within)
  const [three, five] = [
    { amount: 3, unit: "day" },
    { amount: 5, unit: "day" },
  ]
  expect(within("weibo")).toEqual([three])
  expect(within("douyin")).toEqual([five])
  expect(within(null)).toEqual([three, five])
})
