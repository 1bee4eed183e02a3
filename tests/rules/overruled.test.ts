import { expect, test } from "vitest"
import { overruledIn } from "../../rules/overruled.ts"
import { stackFor } from "../../rules/stack.ts"
import { en } from "../../text/en/index.ts"
import { zh } from "../../text/zh/index.ts"
import { bookOf, shipped } from "./books.ts"

const SCOPE = { unitKind: "township", platform: "weibo" } as const

const overruled = (...rules: string[]) =>
  overruledIn(stackFor({ rulebooks: ["own"] }, [], [...shipped, bookOf("own", ...rules)]), SCOPE)

test("a unit's laxer rule is named with the one that goes before it", () => {
  const laxer = overruled("kind: quota, atLeast: every 30 days")
  expect(laxer.map(zh.rulebook.overruled)).toEqual([
    "《own》第一条（每30天1次）比《国家政务新媒体管理要求》检查指标单项否决（国办秘函〔2019〕19号）（每14天1次）宽，不起作用。",
  ])
  expect(laxer.map(en.rulebook.overruled)).toEqual([
    "own, 第一条 (every 30 days) asks for less than The national floor for government new media, 检查指标单项否决（国办秘函〔2019〕19号） (every 14 days) and changes nothing.",
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
