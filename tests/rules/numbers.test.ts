import { expect, test } from "vitest"
import { bounds, facts, moments } from "../../rules/facts.ts"
import { asWritten } from "../../rules/written.ts"
import * as vocabulary from "../../rules/vocabulary.ts"
import { shipped } from "./books.ts"

const books: [book: string, code: string, count: number][] = [
  ["wubu", "WB", 50],
  ["longzihu", "LZ", 63],
  ["xuancheng", "XC", 38],
  ["jiangxi", "JX", 54],
  ["sxjt", "SJ", 45],
]

test.each(books)("%s holds every rule from %s-01 to number %i, in order", (id, code, count) => {
  const ids = shipped.find((book) => book.id === id)?.rules.map((rule) => rule.id) ?? []
  const numbers = Array.from({ length: count }, (_, index) => `${code}-${String(index + 1).padStart(2, "0")}`)
  expect([...new Set(ids.map((each) => each.replace(/[a-z]$/u, "")))]).toEqual(numbers)
})

test("a part of a rule follows the rule itself, with the next letter", () => {
  const ids = books.flatMap(
    ([id]) => shipped.find((book) => book.id === id)?.rules.map((rule) => rule.id) ?? [],
  )
  const before = (part: string): string => {
    const letter = part.slice(-1)
    return part.slice(0, -1) + (letter === "b" ? "" : String.fromCharCode(letter.charCodeAt(0) - 1))
  }
  const parts = ids.filter((id) => /[a-z]$/u.test(id))
  expect(parts.filter((part) => ids[ids.indexOf(part) - 1] !== before(part))).toEqual([])
})

test("no word of the vocabulary is idle", () => {
  const used = JSON.stringify(asWritten(shipped))
  const words = [...Object.values(vocabulary).flat(), ...facts, ...bounds, ...moments]
  // None of the five wants a change approved; a county may, and tests/stories/changes.test.ts shows one that does.
  expect(words.filter((word) => !used.includes(`"${word}"`) && word !== "change.approved")).toEqual([])
})

test("every duty with a date says how early to remind, or is over within a few days", () => {
  const house = shipped.find(({ id }) => id === "house")
  const reminded = new Set(house?.figures.filter(({ warn }) => warn).map((figure) => figure.for))
  const without = shipped
    .flatMap((book) => book.rules)
    .filter((rule) => rule.kind === "deadline" || rule.kind === "periodic")
    .filter((rule) => rule.kind !== "deadline" || (rule.by === undefined && rule.wait === undefined))
    .map((rule) => rule.do)
    .filter((act) => !reminded.has(act))
  expect([...new Set(without)].sort()).toEqual([
    "account.start-cancelling",
    "interpretation.publish",
    "patrol.walk",
    "request.first-reply",
    "upstream.repost",
    "website.repost",
  ])
})
