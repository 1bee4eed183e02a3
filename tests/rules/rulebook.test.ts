import { describe, expect, test } from "vitest"
import { kinds } from "../../rules/kinds/index.ts"
import { Rulebook } from "../../rules/rulebook.ts"
import { shipped, shippedFiles, sourceOf } from "./books.ts"

describe("the shipped rulebooks", () => {
  test.each(shippedFiles)("%s is right, and named as its id", (file) => {
    expect(shipped.map((book) => `${book.id}.yaml`)).toContain(file)
  })

  test("say at least two rules of every kind", () => {
    const counted = Object.keys(kinds).map((kind) => ({
      kind,
      many: shipped.flatMap((book) => book.rules).filter((rule) => rule.kind === kind).length >= 2,
    }))
    expect(counted.filter(({ many }) => !many)).toEqual([])
  })

  test("come out of the store as they went in", () => {
    expect(shipped.map((book) => Rulebook.parse(JSON.parse(JSON.stringify(book))))).toEqual(shipped)
  })

  test("say every rule in both languages", () => {
    const mute = shipped.flatMap((book) =>
      [...book.rules, ...book.figures]
        .filter((rule) => rule.saysEn === undefined)
        .map((rule) => `${book.id}:${rule.id}`),
    )
    expect(mute).toEqual([])
  })

  test("keep what no text says in the house's own book", () => {
    const strays = shipped
      .filter((book) => book.id !== "house")
      .filter((book) => book.figures.length > 0 || book.rules.some((rule) => rule.origin === "house"))
    expect(strays.map((book) => book.id)).toEqual([])
    expect(sourceOf("house.yaml")).not.toMatch(/origin: (text|national)/u)
  })

  test("say how early to remind in the house's own book alone", () => {
    const early = shippedFiles.filter((file) => file !== "house.yaml" && /^\s*warn:/mu.test(sourceOf(file)))
    expect(early).toEqual([])
  })
})
