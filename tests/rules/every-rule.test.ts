import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { parse } from "yaml"
import { kinds, Rule } from "../../rules/kinds/index.ts"
import * as vocabulary from "../../rules/vocabulary.ts"
import { bounds, facts, moments } from "../../rules/facts.ts"
import { shipped } from "./books.ts"

const written = parse(readFileSync(new URL("every-rule.yaml", import.meta.url), "utf8")) as Record<
  string,
  object
>
const rules = Object.entries(written).map(([id, rule]) => ({
  id,
  read: Rule.safeParse({ id, article: "第一条", says: "一条规则", ...rule }),
}))

const numbered = (code: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${code}-${String(index + 1).padStart(2, "0")}`)

test("the format can say every numbered rule of the five documents", () => {
  const unreadable = rules.flatMap(({ id, read }) =>
    read.success
      ? []
      : [`${id}: ${read.error.issues.map(({ path, message }) => [...path, message].join(" ")).join("; ")}`],
  )
  expect(unreadable).toEqual([])
  const said = new Set(rules.map(({ id }) => id.slice(0, 5)))
  const all = [
    ["WB", 50],
    ["LZ", 63],
    ["XC", 38],
    ["JX", 54],
    ["SJ", 45],
  ] as const
  const missing = all.flatMap(([code, count]) => numbered(code, count)).filter((id) => !said.has(id))
  expect(missing).toEqual([])
  expect(said.size).toBe(250)
})

test("the five documents need every kind there is", () => {
  const used = new Set(rules.flatMap(({ read }) => (read.success ? [read.data.kind] : [])))
  expect([...used].sort()).toEqual(Object.keys(kinds).sort())
})

test("no word of the vocabulary is idle", () => {
  const used = JSON.stringify([written, shipped])
  const words = [...Object.values(vocabulary).flat(), ...facts, ...bounds, ...moments]
  expect(words.filter((word) => !used.includes(`"${word}"`))).toEqual([])
})
