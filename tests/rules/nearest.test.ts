import { expect, test } from "vitest"
import { nearest } from "../../rules/nearest.ts"

const WORDS = ["quota", "limit", "deadline", "at", "atLeast", "filing.open"]

test.each([
  ["quota", "quota"],
  ["Quota ", "quota"],
  ["qouta", "quota"],
  ["quuota", "quota"],
  ["uqota", "quota"],
  ["limti", "limit"],
  ["deadlines", "deadline"],
  ["dead-lien", "deadline"],
  ["atleast", "atLeast"],
  ["filing-open", "filing.open"],
  ["filingopen", "filing.open"],
  ["a", "at"],
  ["tilim", null],
  ["report", null],
  ["", null],
  ["x".repeat(5_000), null],
])("“%s” was meant for %s", (typed, word) => {
  expect(nearest(typed, WORDS)).toBe(word)
})

test("without words nothing is meant", () => {
  expect(nearest("quota", [])).toBeNull()
})
