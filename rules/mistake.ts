import type { Expectation } from "./expected.ts"

/** What should have stood where something else stands. */
export type Expected =
  | { readonly is: Expectation }
  | {
      readonly is: "one-of" | "known-key"
      readonly words: readonly string[]
      readonly nearest: string | null
    }
  | { readonly is: "text" | "number" | "list" | "mapping" | "yes-or-no" | "something-else" }
  | {
      readonly is: "at-most" | "at-least"
      readonly bound: number
      readonly of: "characters" | "entries" | "number"
    }
  /** The same id stands in an earlier line. */
  | { readonly is: "new-id"; readonly line: number }
  /** Not YAML at all; the reason in the reader's own English. */
  | { readonly is: "yaml"; readonly reason: string }
  | { readonly is: "plain-values" }
  | { readonly is: "small-file"; readonly most: number }

/** One mistake in a rulebook file. */
export interface Mistake {
  readonly line: number
  readonly column: number
  /** Where it stands: `rules.C-7.within`; empty for the file itself. */
  readonly path: string
  /** What stands there, shortened; null when nothing does. */
  readonly found: string | null
  readonly expected: Expected
}

const ofWhole: readonly Expected["is"][] = [
  "late",
  "one-time-limit",
  "steps-or-levels",
  "some-figure",
  "silence-needs-mark",
  "change-starts-it",
  "small-file",
]

/** Whether the mistake lies in how things stand together: then it says little what stands at the place itself. */
export const isOfWhole = ({ is }: Expected): boolean => ofWhole.includes(is)
