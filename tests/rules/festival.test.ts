import { expect, test } from "vitest"
import { festive } from "../../rules/festival.ts"
import { shippedYears } from "./china.ts"

const named = [
  { on: "05-01", says: "劳动节" },
  { on: "05-04", says: "青年节" },
  { on: "05-12", says: "防灾减灾日" },
  { on: "2027-02-06", says: "春节" },
]
const said = (from: string, until: string) =>
  festive(shippedYears, named, from, until).map(({ on, off, named: those }) => [
    on,
    off,
    those.map(({ says }) => says).join(),
  ])

test("days off stand together with every day that has a name in them, and a theme day by itself", () => {
  expect(said("2026-04-20", "2026-05-31")).toEqual([
    ["2026-05-01", true, "劳动节,青年节"],
    ["2026-05-12", false, "防灾减灾日"],
  ])
})

test("days off are named in full when the stretch that is looked at ends among them", () => {
  expect(said("2026-04-20", "2026-05-01")).toEqual([["2026-05-01", true, "劳动节,青年节"]])
})

test("what has begun is not brought up any more, and a day of one year is none of another", () => {
  expect(said("2026-05-02", "2026-05-05")).toEqual([])
  expect(said("2026-02-05", "2026-02-07")).toEqual([])
})
