import type { z } from "zod"
import { expectations } from "../rules/expected.ts"
import type { Expected, Mistake } from "../rules/mistake.ts"
import { nearest } from "../rules/nearest.ts"
import { keysAt, valueAt } from "./keys.ts"
import type { Places } from "./places.ts"

type Issue = z.core.$ZodIssue

const TYPES = {
  string: "text",
  number: "number",
  int: "number",
  array: "list",
  object: "mapping",
  boolean: "yes-or-no",
} as const

const SIZES = { string: "characters", array: "entries" } as const

const typeOf = (name: string): Expected => ({
  is: name in TYPES ? TYPES[name as keyof typeof TYPES] : "something-else",
})
const sizeOf = (name: string) => (name in SIZES ? SIZES[name as keyof typeof SIZES] : "number")

const oneOf = (words: readonly unknown[], typed: unknown): Expected => {
  const texts = words.map(String)
  return { is: "one-of", words: texts, nearest: typeof typed === "string" ? nearest(typed, texts) : null }
}

const expectedBy = (issue: Issue, typed: unknown): Expected => {
  const named = expectations.find((each) => each === issue.message)
  if (named !== undefined) return { is: named }
  switch (issue.code) {
    case "invalid_value":
      return oneOf(issue.values, typed)
    case "invalid_union":
      return oneOf("options" in issue && Array.isArray(issue.options) ? issue.options : [], typed)
    case "invalid_type":
      return typeOf(issue.expected)
    case "too_big":
      return { is: "at-most", bound: Number(issue.maximum), of: sizeOf(issue.origin) }
    case "too_small":
      return { is: "at-least", bound: Number(issue.minimum), of: sizeOf(issue.origin) }
    default:
      return { is: "something-else" }
  }
}

/** Turns what the schema found into mistakes with the lines they stand in. */
export const mistakesFrom = (issues: readonly Issue[], content: unknown, places: Places): Mistake[] =>
  issues.flatMap((issue): Mistake[] => {
    const path = issue.path
    if (issue.code === "unrecognized_keys") {
      const words = keysAt(path, content)
      return issue.keys.map((key) => ({
        ...places.key(path, key),
        path: places.nameOf([...path, key]),
        expected: { is: "known-key", words, nearest: nearest(key, words) },
      }))
    }
    const typed = valueAt(path, content)
    return [{ ...places.value(path), path: places.nameOf(path), expected: expectedBy(issue, typed) }]
  })
