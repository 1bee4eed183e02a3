import { describe, expect, test } from "vitest"
import { book, mistakesIn, withRule } from "./mistakes.ts"

/** `9:13 rules.C-1.atLeast ← 2 a week` */
const placed = (source: string): string[] =>
  mistakesIn(source).map(
    ({ line, column, path, found, expected }) =>
      `${String(line)}:${String(column)} ${path} ← ${found ?? "nothing"} (${expected.is})`,
  )

describe("a mistake is named with its line, its column and what was expected", () => {
  test("a whole file of them, each in its place", () => {
    const source = [
      "id: County",
      "title: 示例县办法",
      "isuer: 示例县政府办公室",
      "status: valid",
      "rules:",
      "  - id: C-1",
      "    article: 第一条",
      "    says: 每周更新",
      "    kind: quota",
      "    atLeast: 2 a week",
      "    warn: [3 days, 1 hour]",
      "  - id: C-1",
      "    kind: quotta",
      "  - kind: limit",
      "    article: 第三条",
      "    says: 上限",
      "    limit: editors",
      "    applies: { platforms: [weibo, wechatt] }",
      "    atMost: many",
    ].join("\n")
    expect(placed(source)).toEqual([
      "1:1 issuer ← nothing (words)",
      "1:5 id ← County (book-id)",
      "3:1 isuer ← isuer (known-key)",
      "4:9 status ← valid (one-of)",
      "10:14 rules.C-1.atLeast ← 2 a week (how-often)",
      "11:20 rules.C-1.warn.2 ← 1 hour (days-or-weeks)",
      "12:9 rules.C-1.id ← C-1 (new-id)",
      "13:11 rules.C-1.kind ← quotta (one-of)",
      "14:5 rules.3.id ← nothing (rule-id)",
      "18:35 rules.3.applies.platforms.2 ← wechatt (one-of)",
      "19:13 rules.3.atMost ← many (amount)",
    ])
  })

  test("what was probably meant is offered", () => {
    const meant = (source: string) =>
      mistakesIn(source).map(({ expected }) => ("nearest" in expected ? expected.nearest : expected.is))
    expect(meant(withRule("kind: quotta", "atLeast: 1 per week"))).toEqual(["quota"])
    expect(meant(withRule("kind: quota", "atleast: 1 per week"))).toEqual(["how-often", "atLeast"])
    expect(meant(withRule("kind: require", "require: unit.leadr"))).toEqual(["unit.leader"])
    expect(meant(withRule("kind: require", "require: unit.leader", "strength: sfot"))).toEqual(["soft"])
    expect(meant(withRule("kind: require", "require: zzz"))).toEqual([null])
  })

  test.each([
    ["require", ["require: unit.leadre"], "10:14 rules.C-1.require ← unit.leadre (one-of)"],
    ["limit", ["limit: silence", "atMost: 30 days"], "6:5 rules.C-1.mark ← nothing (silence-needs-mark)"],
    ["quota", ["atLeast: 0 per week"], "10:14 rules.C-1.atLeast ← 0 per week (how-often)"],
    ["deadline", ["starts: account.opened", "do: filing.open"], "6:5 rules.C-1 ← id: C-1 (one-time-limit)"],
    [
      "deadline",
      ["starts: account.opened", "do: filing.change", "within: 5 days", "of: [name]"],
      "13:9 rules.C-1.of ← [name] (change-starts-it)",
    ],
    [
      "deadline",
      ["starts: account.changed", "do: filing.change", "within: 5 days", "of: [name, unit-name]"],
      "13:16 rules.C-1.of.2 ← unit-name (part-of-account)",
    ],
    [
      "deadline",
      ["starts: unit.changed", "do: system.update", "within: 5 days", "of:", "  - unit-kind", "  - link"],
      "15:9 rules.C-1.of.2 ← link (part-of-unit)",
    ],
    [
      "deadline",
      ["starts: unit.changed", "do: system.update", "within: 5 days", "of: [unit-kin]"],
      "13:10 rules.C-1.of.1 ← unit-kin (one-of)",
    ],
    ["periodic", ["do: drill.hold", "atLeast: yearly"], "11:14 rules.C-1.atLeast ← yearly (how-often)"],
    ["approval", ["for: account.open"], "6:5 rules.C-1 ← id: C-1 (steps-or-levels)"],
    [
      "checklist",
      ["for: item.publish", "ticks: [{ id: true, says: 真实 }]"],
      "11:19 rules.C-1.ticks.1.id ← true (tick-id)",
    ],
    ["roster", ["cover: all day"], "10:12 rules.C-1.cover ← all day (one-of)"],
    [
      "response",
      ["on: leak", "do: incident.act", "within: 24h"],
      "12:13 rules.C-1.within ← 24h (time-limit)",
    ],
    [
      "report",
      ["report: monthly notice", "atLeast: 1 per month"],
      "10:13 rules.C-1.report ← monthly notice (one-of)",
    ],
    ["record", ["record: case.steps", "fields: 下载"], "11:13 rules.C-1.fields ← 下载 (list)"],
    ["outside", ["becuase: judgement"], "6:5 rules.C-1.because ← nothing (one-of)"],
  ])("a slip in a rule of kind %s", (kind, lines, expected) => {
    expect(placed(withRule(`kind: ${kind}`, ...lines))[0]).toBe(expected)
  })

  test.each([
    ["a word too many", "figures: [{ id: F-1, for: filing.open, says: 五天 }]", "some-figure"],
    ["a day that does not exist", "inForceFrom: 2026-02-30", "day"],
    ["a list that is empty", "rules:", "list"],
    [
      "a sentence that is a page",
      `rules: [{ id: C-1, says: ${"长".repeat(121)}, kind: outside }]`,
      "at-most",
    ],
    ["a kind that is missing", "rules: [{ id: C-1, article: 一, says: 一 }]", "one-of"],
    ["a rule that is a word", "rules: [quota]", "mapping"],
  ])("%s", (_, lines, expected) => {
    expect(mistakesIn(book(lines)).map((each) => each.expected.is)).toContain(expected)
  })
})

describe("a file that is no rulebook", () => {
  test.each([
    ["nothing", "", "1:1  ← nothing (mapping)"],
    ["a word", "quota", "1:1  ← quota (mapping)"],
    ["a list", "- a\n- b", "1:1  ← - a (mapping)"],
    ["a quote that does not end", 'id: "county', "1:12  ← nothing (yaml)"],
    ["a tab", "id: a\n\ttitle: b", "2:1  ← title: b (yaml)"],
    ["the same key twice", "id: a\nid: b", "2:1  ← id: b (yaml)"],
    ["two documents", "id: a\n---\nid: b", "2:1  ← --- (yaml)"],
    ["an alias", "id: &a county\ntitle: *a", "1:8  ← &a (plain-values)"],
    ["a tag", "id: !binary county", "1:13  ← !binary (plain-values)"],
  ])("%s", (_, source, expected) => {
    expect(placed(source)[0]).toBe(expected)
  })

  test("a small file that would unfold into a huge one is refused unopened", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for (let i = 1; i < 20; i++) {
      const last = `*a${String(i - 1)}`
      lines.push(`a${String(i)}: &a${String(i)} [${Array(9).fill(last).join(", ")}]`)
    }
    expect(new Set(mistakesIn(lines.join("\n")).map(({ expected }) => expected.is))).toEqual(
      new Set(["plain-values"]),
    )
  })

  test("more than a megabyte is refused unread, and brackets without end are survived", () => {
    expect(placed(`# ${"长".repeat(333_334)}`)).toEqual(["1:1  ← nothing (small-file)"])
    expect(mistakesIn("[".repeat(100_000))[0]?.expected.is).toBe("yaml")
  })

  test("a flood of mistakes is cut short", () => {
    const many = Array.from({ length: 400 }, () => "  - { id: x, kind: y }")
    expect(mistakesIn(book("rules:", ...many)).length).toBe(50)
  })

  test("what is shown of a file is short and cannot steer a terminal", () => {
    const [mistake] = mistakesIn(book(`"\\e[2J\\u202e${"长".repeat(90)}": 1`))
    expect(mistake?.found).toBe(`[2J${"长".repeat(36)}…`)
    expect(mistake?.path).toBe(mistake?.found)
  })

  test("a key that means something to JavaScript means nothing here", () => {
    expect(placed(book("__proto__: { status: draft }", "constructor: 1"))).toEqual([
      "5:1 __proto__ ← __proto__ (known-key)",
      "6:1 constructor ← constructor (known-key)",
    ])
  })
})
