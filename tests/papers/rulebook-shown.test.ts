import { describe, expect, test } from "vitest"
import { readRulebook } from "../../papers/rulebook.ts"
import { asWritten } from "../../rules/written.ts"
import { en } from "../../text/en/index.ts"
import { zh } from "../../text/zh/index.ts"
import { shipped } from "../rules/books.ts"
import { book, mistakesIn, withRule } from "./mistakes.ts"

describe("what is read", () => {
  test("is the same whether figures are written in Chinese or in English", () => {
    const english = withRule(
      "kind: deadline",
      "starts: account.opened",
      "do: filing.open",
      "within: 5 working days",
    )
    const chinese = english.replace("5 working days", "5个工作日")
    expect(readRulebook(chinese)).toEqual(readRulebook(english))
    const open = english.replace("5 working days", "promptly")
    for (const word of ["及时", '" Promptly "']) {
      expect(readRulebook(english.replace("5 working days", word))).toEqual(readRulebook(open))
    }
  })

  test.each(shipped.map((each) => [each.id, each] as const))("%s as JSON is a rulebook again", (_, each) => {
    expect(readRulebook(JSON.stringify(asWritten(each), null, 2))).toEqual({ book: each })
  })
})

describe("what the checker prints", () => {
  const source = withRule("kind: quotta", "atLeast: 2 a week")
  const late = withRule("kind: deadline", "starts: account.opened", "do: filing.open", "whithin: 5 days")

  test("in Chinese", () => {
    expect(zh.rulebook.refused("county.yaml", mistakesIn(source))).toBe(
      [
        "county.yaml：有 1 处错误，整份不采用。",
        "第 9 行第 11 列（rules.C-1.kind）：写的是“quotta”，应为其中之一：require、limit、quota、deadline、periodic、approval、checklist、roster、response、report、record、outside，是不是想写 quota？",
      ].join("\n"),
    )
    expect(mistakesIn(late).map(zh.rulebook.mistake)).toEqual([
      "第 6 行第 5 列（rules.C-1）：within（多久之内）、wait（满多久之后）、by（哪天之前）三项中应写且只写一项。",
      "第 12 行第 5 列（rules.C-1.whithin）：写的是“whithin”，这里没有这一项，是不是想写 within？可以写：id、article、says、saysEn、origin、strength、applies、who、kind、starts、do、of、within、wait、then、by、followers、to、warn、late。",
    ])
    expect(mistakesIn(book("rules: [{ id: C-1 }]")).map(zh.rulebook.mistake)).toEqual([
      "第 5 行第 9 列（rules.C-1.kind）：没有写，应为其中之一：require、limit、quota、deadline、periodic、approval、checklist、roster、response、report、record、outside。",
    ])
  })

  test("what is no YAML, without the reader's own drawing of it", () => {
    expect(mistakesIn("a: 1\na: 2").map(zh.rulebook.mistake)).toEqual([
      "第 2 行第 1 列：写的是“a: 2”，不符合 YAML 格式（Map keys must be unique）。",
    ])
  })

  test("in English", () => {
    expect(en.rulebook.refused("county.yaml", mistakesIn(source))).toBe(
      [
        "county.yaml: 1 mistake, refused as a whole.",
        "line 9, column 11 (rules.C-1.kind): found “quotta”, expected one of require, limit, quota, deadline, periodic, approval, checklist, roster, response, report, record, outside; did you mean quota?",
      ].join("\n"),
    )
  })

  test("a sound file is said to be sound", () => {
    const read = readRulebook(withRule("kind: quota", "atLeast: 每周2次"))
    const sound = "book" in read ? read.book : null
    expect(sound && zh.rulebook.sound("county.yaml", sound)).toBe(
      "county.yaml：没有错误。示例县政务新媒体管理办法（county），规则 1 条，约定数值 0 项。",
    )
  })
})
