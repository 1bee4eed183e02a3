import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { coverage, type Pending, shownBy } from "../../bot/coverage.ts"
import { bookOf, shipped } from "../rules/books.ts"

const folder = new URL("../", import.meta.url)
const tests = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => ({ name, source: readFileSync(new URL(name, folder), "utf8") }))
const pending = JSON.parse(readFileSync(new URL("pending.json", folder), "utf8")) as Pending

test("every rule of the shipped regulations is shown by a test, recorded, outside the bot or pending", () => {
  expect(coverage(shipped, tests, pending).mistakes).toEqual([])
})

const books = [
  bookOf(
    "county",
    "kind: quota, atLeast: 1 per week",
    "kind: outside, because: website",
    "kind: record, record: account.scope",
  ),
]
const file = (...titles: string[]) => ({
  name: "tests/a.test.ts",
  source: titles.map((title) => `test(${JSON.stringify(title)}, () => {})`).join("\n"),
})
const mistakes = (waiting: Pending, ...titles: string[]) =>
  coverage(books, [file(...titles)], waiting).mistakes
const lines = (waiting: Pending, ...titles: string[]) =>
  coverage(books, [file(...titles)], waiting)
    .page.split("\n")
    .filter((line) => line.startsWith("| T-") || line.startsWith("| all"))

describe("the page", () => {
  test("says for each rule how it stands, and counts", () => {
    expect(lines({}, "a week | without a post (T-1)")).toEqual([
      "| all | 3 | 1 | 1 | 1 | 0 |",
      "| T-1 | 第一条 | quota | 一条规则 | carried: “a week \\| without a post (T-1)”, [tests/a.test.ts](../tests/a.test.ts) |",
      "| T-2 | 第一条 | outside | 一条规则 | outside: a matter of the government's website |",
      "| T-3 | 第一条 | record | 一条规则 | recorded |",
    ])
    expect(lines({ 更新: ["T-1"], 登记: ["T-3"] })).toEqual([
      "| all | 3 | 0 | 0 | 1 | 2 |",
      "| T-1 | 第一条 | quota | 一条规则 | pending: 更新 |",
      "| T-2 | 第一条 | outside | 一条规则 | outside: a matter of the government's website |",
      "| T-3 | 第一条 | record | 一条规则 | pending: 登记 |",
    ])
  })

  test("leaves out what binds everywhere", () => {
    const floor = books.map((book) => ({ ...book, binds: "everywhere" as const }))
    expect(coverage(floor, [], {})).toMatchObject({ mistakes: [] })
  })
})

describe("what is not true", () => {
  test.each<[string, Pending, string[], string[]]>([
    ["a rule nobody speaks of", {}, [], ["T-1 is neither named by a test nor pending"]],
    [
      "a rule that is shown and still pending",
      { 更新: ["T-1"] },
      ["posted (T-1)"],
      ["T-1 is pending, but shown by tests/a.test.ts"],
    ],
    ["a rule that is pending twice", { 更新: ["T-1"], 登记: ["T-1"] }, [], ["T-1 is pending twice"]],
    ["a pending rule that is none", { 更新: ["T-1", "T-9"] }, [], ["T-9 is pending, but no rule"]],
    [
      "a test that names no rule",
      { 更新: ["T-1"] },
      ["posted (T-9)"],
      ["T-9 is no rule, but “posted (T-9)” in tests/a.test.ts names it"],
    ],
    [
      "waiting for what a bot cannot do",
      { 更新: ["T-1", "T-2"] },
      [],
      ["T-2 is pending, but outside the bot"],
    ],
  ])("%s", (_, waiting, titles, said) => {
    expect(mistakes(waiting, ...titles)).toEqual(said)
  })
})

test("a title counts after a table and over two lines, a comment, another word or a skipped test does not", () => {
  const source = [
    'test.each([["T-5"]])("row (T-1)", () => {})',
    'test.each<string>(rows)(\n  "under %s (T-2, T-3)",\n  () => {})',
    'test(\n  "long (T-4b)",\n  () => {})',
    'test.skip("skipped (T-6)", () => {})',
    'describe("group (T-7)", () => {})',
    "// T-8",
    'expect("T-9")',
  ].join("\n")
  expect([...shownBy([{ name: "a", source }]).keys()]).toEqual(["T-1", "T-2", "T-3", "T-4b"])
})
