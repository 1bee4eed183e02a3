import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { readRulebook } from "../../papers/rulebook.ts"
import { bounds, facts, moments } from "../../rules/facts.ts"
import { kinds } from "../../rules/kinds/index.ts"
import * as vocabulary from "../../rules/vocabulary.ts"
import { en } from "../../text/en/index.ts"

const guide = readFileSync(new URL("../../docs/rulebooks.md", import.meta.url), "utf8")

const blocks = [...guide.matchAll(/^```(\S+)(?: (\w+))?\n([\s\S]*?)^```$/gmu)].map(
  ([, language = "", use = "", body = ""]) => ({ language, use, body }),
)
const yaml = blocks.filter(({ language }) => language === "yaml")

/** A block that begins with an entry is put into a file of its own. */
const whole = ({ use, body }: { readonly use: string; readonly body: string }): string =>
  body.startsWith("- ")
    ? [
        "id: county",
        "title: 示例县办法",
        "issuer: 示例县政府办公室",
        "status: in-force",
        use === "figures" ? "figures:" : "rules:",
        body,
      ].join("\n")
    : body

describe("the guide to rulebooks", () => {
  const right = yaml.filter(({ use }) => use !== "mistake")

  test.each(right.map((block) => [block.body.split("\n")[0] ?? "", block] as const))(
    "the example “%s” is right",
    (_, block) => {
      expect(readRulebook(whole(block))).toHaveProperty("book")
    },
  )

  test("has an example of every kind, and of figures", () => {
    const read = right.map((block) => readRulebook(whole(block)))
    const books = read.flatMap((each) => ("book" in each ? [each.book] : []))
    const used = new Set(books.flatMap((book) => book.rules.map((rule) => rule.kind)))
    expect([...used].sort()).toEqual(Object.keys(kinds).sort())
    expect(books.flatMap((book) => book.figures).length).toBeGreaterThan(5)
  })

  test("shows ten mistakes, each with what the checker says", () => {
    const mistakes = blocks.flatMap((block, index) => {
      if (block.use !== "mistake") return []
      const read = readRulebook(whole(block))
      const said = "book" in read ? [] : read.mistakes.map((each) => en.rulebook.mistake(each))
      return [
        { said: said.map((each) => each.replace(/^.*?: /u, "")), shown: blocks[index + 1]?.body.trim() },
      ]
    })
    expect(mistakes.length).toBe(10)
    for (const { said, shown } of mistakes) expect(said).toEqual([shown])
  })

  test("lists every word that may be used", () => {
    const words = [...Object.values(vocabulary).flat(), ...facts, ...bounds, ...moments]
    expect(words.filter((word) => !guide.includes(`\`${word}\``))).toEqual([])
  })
})
