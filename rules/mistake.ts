import type { Expectation } from "./expected.ts"

/** What should have stood where something else stands. */
export type Expected =
  | { readonly is: Expectation }
  | {
      readonly is: "one-of" | "known-key"
      readonly words: readonly string[]
      readonly nearest: string | null
    }
  | { readonly is: "present"; readonly key: string }
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
  /** Where it stands: `rules.WB-07.within`; empty for the file itself. */
  readonly path: string
  /** What stands there, shortened; null when nothing does. */
  readonly found: string | null
  readonly expected: Expected
}
