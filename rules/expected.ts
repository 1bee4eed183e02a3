/**
 * What a value in a rulebook should have been. The schemas carry these words as their messages; what an office reads
 * is written in `text`.
 */
export const expectations = [
  "rule-id",
  "book-id",
  "tick-id",
  "article",
  "sentence",
  "words",
  "length",
  "time-limit",
  "frequency",
  "how-often",
  "amount",
  "levels",
  "count",
  "days-or-weeks",
  "days-to-years",
  "time-of-day",
  "day",
  "late",
  "one-time-limit",
  "steps-or-levels",
  "some-figure",
  "silence-needs-mark",
  "change-starts-it",
  "part-of-account",
  "part-of-unit",
] as const
export type Expectation = (typeof expectations)[number]

/** For the schemas: a misspelled expectation does not compile. */
export const expected = (expectation: Expectation): Expectation => expectation
