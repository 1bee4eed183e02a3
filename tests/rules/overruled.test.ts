import { expect, test } from "vitest"
import { idleIn, overruledIn } from "../../rules/overruled.ts"
import { stackFor } from "../../rules/stack.ts"
import { type UnitKind, unitKinds } from "../../rules/unit.ts"
import { en } from "../../text/en/index.ts"
import { zh } from "../../text/zh/index.ts"
import { bookOf, shipped } from "./books.ts"

const SCOPE = { unitKind: "township", platform: "weibo" } as const

const overruled = (...rules: string[]) =>
  overruledIn(stackFor({ rulebooks: ["own"] }, [], [...shipped, bookOf("own", ...rules)]), SCOPE)

test("a unit's laxer rule is named with the one that goes before it", () => {
  const laxer = overruled("kind: quota, atLeast: every 30 days")
  expect(zh.rulebook.idle(laxer).join("\n").split("\n")).toEqual([
    "其中不起作用的规定（同一事项以更严的为准）：",
    "· T-1 《own》第一条（每30天1次）比《国家政务新媒体管理要求》检查指标单项否决（国办秘函〔2019〕19号）（每14天1次）宽",
  ])
  expect(en.rulebook.idle(laxer).join("\n").split("\n")).toEqual([
    "Rules that change nothing here (of two, the stricter counts):",
    "· T-1 “own” 第一条 (every 30 days) asks for less than “The national floor for government new media” 检查指标单项否决（国办秘函〔2019〕19号） (every 14 days)",
  ])
})

test("a stricter rule, an equal one, one beside it and one that leaves the figure open are not", () => {
  expect(overruled("kind: quota, atLeast: every 7 days")).toEqual([])
  expect(overruled("kind: quota, atLeast: every 14 days")).toEqual([])
  expect(overruled("kind: quota, atLeast: 1 per year")).toEqual([])
  expect(overruled("kind: quota, atLeast: promptly")).toEqual([])
})

test("it is noticed in every kind", () => {
  const keys = overruled(
    "kind: limit, limit: accounts-per-platform, atMost: 3, strength: soft",
    "kind: checklist, for: item.publish, ticks: [{ id: law, says: 法律 }]",
    "kind: response, on: opinion, do: incident.answer, within: 3 days",
    "kind: periodic, do: password.change, atLeast: every 180 days",
  ).map(({ laxer }) => laxer.key)
  expect(keys.sort()).toEqual(["own:T-1", "own:T-2", "own:T-3", "own:T-4"])
})

test("a rule is idle only where it is laxer for every kind of unit it speaks of", () => {
  const idle = (units: string, kinds: readonly UnitKind[] = unitKinds) => {
    const strict = bookOf("strict", "kind: quota, atLeast: 2 per week, applies: { units: [township] }")
    const lax = bookOf("own", `kind: quota, atLeast: 1 per week, applies: { units: [${units}] }`)
    const stack = stackFor({ rulebooks: ["own"] }, [{ rulebooks: ["strict"] }], [strict, lax])
    return idleIn(stack, ["own"], kinds).map(({ laxer, by }) => [laxer.key, by.key])
  }
  expect(idle("township")).toEqual([["own:T-1", "strict:T-1"]])
  expect(idle("township, other")).toEqual([])
  expect(idle("township, other", ["township"])).toEqual([["own:T-1", "strict:T-1"]])
  expect(idle("other", ["township"])).toEqual([])
})
