import { describe, expect, test } from "vitest"
import { inForce } from "../../rules/force.ts"
import type { Rulebook } from "../../rules/rulebook.ts"
import { type Stack, stackFor } from "../../rules/stack.ts"
import { bookOf, shipped } from "./books.ts"

const unit = (...rulebooks: string[]) => ({ rulebooks })
const stackOf = (...rulebooks: string[]): Stack => stackFor(unit(...rulebooks), [], shipped)

describe("what a text leaves open", () => {
  test("when an absence is noticed is filled too, but nothing that a rule may leave out", () => {
    const stack = stackOf("longzihu")
    const [duty] = inForce(stack, "roster", { unitKind: "township", platform: null })
    expect(duty?.rule.checkIn).toEqual({ amount: 15, unit: "minute" })
    const [gate] = inForce(stack, "approval", { unitKind: "township", platform: null })
    expect([gate?.rule.levels, gate?.filled.levels?.key]).toEqual([2, "house:H-55"])
    const steps = inForce(stackOf("sxjt"), "approval", { unitKind: "township", platform: null })
    expect(steps.map(({ rule }) => [rule.for, rule.levels])).toEqual([
      ["account.open", undefined],
      ["account.close", undefined],
      ["item.public-safety", 1],
      ["item.publish", 3],
      ["incident.kinds", undefined],
      ["item.emergency", undefined],
    ])
  })

  const filing = (stack: Stack) =>
    inForce(stack, "deadline", { unitKind: "township", platform: null })
      .filter(({ rule }) => rule.do === "filing.open")
      .map(({ key, rule, filled }) => [key, rule.within, filled.within?.key ?? "text"])

  test("is filled by the house, and says so", () => {
    expect(filing(stackOf("wubu"))).toEqual([
      ["wubu:WB-11", { amount: 5, unit: "working day" }, "house:H-30"],
    ])
  })

  test("is not filled where the text gives a figure", () => {
    expect(filing(stackOf("sxjt"))).toEqual([["sxjt:SJ-05", { amount: 5, unit: "working day" }, "text"]])
  })

  test("stays open where nobody gives a figure", () => {
    const stack = stackFor(
      unit("wubu"),
      [],
      shipped.filter((book) => book.id !== "house"),
    )
    expect(filing(stack)).toEqual([["wubu:WB-11", { open: "promptly" }, "text"]])
  })

  test("asks for nothing where no rulebook asks, whatever figure the house has ready", () => {
    expect(filing(stackOf("xuancheng"))).toEqual([])
  })

  test("is not filled where somebody sets the date each time", () => {
    const requests = inForce(stackOf("longzihu"), "deadline", { unitKind: "township", platform: null })
      .filter(({ rule }) => rule.do === "request.finish")
      .map(({ key, rule }) => [key, rule.within])
    expect(requests).toEqual([
      ["longzihu:LZ-24", { amount: 5, unit: "working day" }],
      ["longzihu:LZ-26", { open: "per case" }],
    ])
  })

  test("who is told of what is late comes from the house too, each duty with its own figures", () => {
    const within = (starts: string) =>
      inForce(stackOf("sxjt"), "deadline", { unitKind: "direct-unit", platform: null })
        .filter(({ rule }) => rule.do === "password.change" && rule.starts === starts)
        .map(({ key, rule }) => [key, rule.within, rule.late])
    const late = (amount: number, unit: "day" | "minute") => [{ after: { amount, unit }, tell: "leader" }]
    expect(within("person.leaving")).toEqual([["sxjt:SJ-36b", { amount: 0, unit: "day" }, late(3, "day")]])
    expect(within("device.lost")).toEqual([
      ["house:H-10", { amount: 60, unit: "minute" }, late(10, "minute")],
    ])
  })

  test("takes the figure of the unit's own book before the house's", () => {
    const own: Rulebook = {
      ...bookOf("own"),
      figures: [{ id: "O-1", for: "filing.open", says: "三天", within: { amount: 3, unit: "working day" } }],
    }
    expect(filing(stackFor(unit("wubu", "own"), [], [...shipped, own]))).toEqual([
      ["wubu:WB-11", { amount: 3, unit: "working day" }, "own:O-1"],
    ])
  })

  test("two filings stand side by side when two offices receive them", () => {
    expect(filing(stackOf("wubu", "sxjt")).map(([key]) => key)).toEqual(["sxjt:SJ-05", "wubu:WB-11"])
  })
})
