import { describe, expect, test } from "vitest"
import { showRulebooks } from "../../papers/shelf.ts"
import type { UnitKind } from "../../rules/unit.ts"
import * as units from "../../services/units.ts"
import * as watch from "../../services/watch.ts"
import { zh } from "../../text/zh/index.ts"
import { bind } from "../books.ts"
import { bureau } from "../commands/bureau.ts"
import { shipped } from "../rules/books.ts"
import { world, zhang } from "../world.ts"

const past: readonly [rule: string, book: string, kind: UnitKind][] = [
  ["XC-10", "xuancheng", "city-department"],
  ["XC-11", "xuancheng", "city-department"],
  ["XC-23", "xuancheng", "county-government"],
  ["XC-23b", "xuancheng", "county-government"],
  ["JX-02", "jiangxi", "provincial-government"],
  ["JX-02b", "jiangxi", "provincial-government"],
  ["JX-19", "jiangxi", "county-government"],
  ["JX-20", "jiangxi", "provincial-government"],
  ["JX-21b", "jiangxi", "county-government"],
  ["JX-29", "jiangxi", "city-department"],
  ["JX-31e", "jiangxi", "county-government"],
]

describe("a fixed day that has passed (decision D8)", () => {
  test.each(past)(
    "%s is shown as history and asked of nobody (XC-10, XC-11, XC-23, XC-23b, JX-02, JX-02b, JX-19, JX-20, JX-21b, JX-29, JX-31e)",
    async (rule, book, kind) => {
      const { output } = showRulebooks(shipped, { id: book, json: false, today: "2026-03-02" }, zh)
      const entry = output.split("\n\n").find((each) => each.startsWith(`${rule} · `))
      expect(entry).toContain(" · 历史期限 · ")
      const b = await bureau([book], { kind })
      await b.counter.do((act) => watch.below(act, b.bureau.id))
      const rows = await b.counter.do(({ tables }) => tables.obligations.all())
      expect(rows.filter(({ rules }) => rules.includes(`${book}:${rule}`))).toEqual([])
      expect(await b.counter.do(({ tables }) => tables.occasions.all())).toEqual([])
    },
  )
})

const BOOK = `
id: county
title: 示例县政务新媒体工作方案
issuer: 示例县人民政府办公室
status: in-force
rules:
  - { id: C-1, article: 第一条, kind: deadline, starts: fixed-date, do: goal.reach, by: 2025-12-31, says: 去年底前建成 }
  - { id: C-2, article: 第二条, kind: deadline, starts: fixed-date, do: goal.reach, by: 2026-06-30, says: 年中前提升 }
  - { id: C-3, article: 第三条, kind: deadline, starts: fixed-date, do: goal.reach, by: 2026-12-31, says: 年底前完善 }
`

test("a fixed day ahead is asked of each unit under the book, and every stage by itself", async () => {
  const w = await world()
  await bind(w, "示例县教育局", BOOK)
  const rows = await w.look(({ tables }) => tables.obligations.all())
  expect(rows.filter(({ act }) => act === "goal.reach").map(({ due }) => due?.day)).toEqual([
    "2026-06-30",
    "2026-12-31",
  ])
  w.said()
  await w.turnTo("2026-04-01", "10:00")
  expect(
    w
      .said()
      .filter(({ to, text }) => to === zhang && text.includes("完成阶段目标"))
      .map(({ text }) => text),
  ).toHaveLength(1)
  await w.say(zhang, "/due")
  expect(w.said().at(-1)?.text).toContain("完成阶段目标：示例县教育局，还剩 90 天，6月30日（周二）24:00 前")
})

test("a unit without any account is asked for it too", async () => {
  const b = await bureau([])
  const [book] = shipped.filter(({ id }) => id === "jiangxi")
  if (!book) throw new Error("no book")
  const rules = book.rules.map((rule) =>
    rule.id === "JX-21b" && rule.kind === "deadline" ? { ...rule, by: "2026-07-30" } : rule,
  )
  await b.counter.do(async (act) => {
    await act.tables.rulebooks.put({ id: "jiangxi", book: { ...book, rules } })
    await units.change(act, b.county.id, { rulebooks: ["jiangxi"] })
    await watch.below(act, b.county.id)
  })
  const rows = await b.counter.do(({ tables }) => tables.obligations.all())
  expect(rows.map(({ act, unitId, due }) => [act, unitId, due?.day])).toEqual([
    ["account.open", b.county.id, "2026-07-30"],
    ["assessment", b.county.id, "2027-01-28"],
  ])
})
