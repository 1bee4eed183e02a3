import { expect, test } from "vitest"
import { readQuantity } from "../../rules/quantity.ts"
import { reckoned } from "../../rules/reckoning.ts"
import type { Day } from "../../rules/time.ts"
import { china } from "./china.ts"

const within = (text: string) => {
  const read = readQuantity(text)
  if (!("ok" in read)) throw new Error(read.wrong)
  return read.ok
}
const days = (since: Day, until: Day, ...lengths: readonly string[]) =>
  reckoned(china, since, until, lengths.map(within))?.days

test("a last day is explained by the working days that lead to it, make-up Saturdays among them and holidays not", () => {
  expect(days("2026-02-13", "2026-02-24", "2 working days")).toEqual(["2026-02-14", "2026-02-24"])
  expect(days("2026-04-30", "2026-05-11", "5 working days")).toEqual([
    "2026-05-06",
    "2026-05-07",
    "2026-05-08",
    "2026-05-09",
    "2026-05-11",
  ])
})

test("of several lengths the one that leads there is named; where none does, nothing is", () => {
  expect(
    reckoned(china, "2026-03-02", "2026-03-09", ["10 working days", "5 working days"].map(within))?.within,
  ).toEqual({
    amount: 5,
    unit: "working day",
  })
  expect(days("2026-03-02", "2026-03-10", "5 working days")).toBeUndefined()
})

test("days of the calendar, and more working days than hands have fingers, are not listed", () => {
  expect(days("2026-03-10", "2026-04-09", "30 days")).toEqual([])
  expect(days("2026-01-26", "2026-02-28", "20 working days")).toEqual([])
})
