import fc from "fast-check"
import { expect, test } from "vitest"
import { readRulebook } from "../../papers/rulebook.ts"
import { en } from "../../text/en/index.ts"
import { zh } from "../../text/zh/index.ts"
import { shippedFiles, sourceOf } from "../rules/books.ts"

const sources = shippedFiles.map(sourceOf)
const scrap = fc.oneof(
  fc.string({ maxLength: 5 }),
  fc.constantFrom(
    "\n",
    "\t",
    "- ",
    ": ",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "#",
    "&a ",
    "*a",
    "!!map ",
    "|\n",
    "---\n",
    "\0",
    "😀",
    "\u202e",
  ),
)

test("whatever slips into a file, the checker answers with places in it", () => {
  fc.assert(
    fc.property(fc.constantFrom(...sources), fc.nat(), fc.nat(30), scrap, (source, where, gone, put) => {
      const at = where % source.length
      const typed = source.slice(0, at) + put + source.slice(at + gone)
      const read = readRulebook(typed)
      if ("book" in read) return
      const lines = typed.split("\n").length
      expect(read.mistakes.length).toBeGreaterThan(0)
      for (const mistake of read.mistakes) {
        expect(mistake.line).toBeGreaterThanOrEqual(1)
        expect(mistake.line).toBeLessThanOrEqual(lines)
        expect(mistake.column).toBeGreaterThanOrEqual(1)
        expect(zh.rulebook.mistake(mistake) + en.rulebook.mistake(mistake)).not.toMatch(/undefined|\[object/u)
      }
    }),
    { numRuns: 400 },
  )
})

test("anything that is YAML is answered", () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      const read = readRulebook(json)
      expect("book" in read ? 0 : read.mistakes.length).toBeGreaterThan(0)
    }),
    { numRuns: 200 },
  )
})
