import { z } from "zod"
import { Platform } from "../account.ts"
import { type Expectation, expected } from "../expected.ts"
import { Length } from "../figure.ts"
import { Role, roles } from "../person.ts"
import type { Verdict } from "../strictness.ts"
import { UnitKind } from "../unit.ts"

/** Says what was expected instead of another type; a bound that is passed speaks for itself. */
const instead = (expectation: Expectation) => (issue: { readonly code?: string }) =>
  issue.code === "invalid_type" ? expectation : undefined

export const line = (longest: number, expectation: Expectation) =>
  z
    .string({ error: instead(expectation) })
    .trim()
    .min(1, expectation)
    .max(longest)

export const count = (least: number, most: number) =>
  z
    .int({ error: expected("count") })
    .min(least)
    .max(most)

export const Says = line(120, "sentence")

/** Soft is 原则上: refused, but the leader in charge may pass it. An aim is 力争: missed, never violated. */
export const strengths = ["note", "aim", "soft", "hard"] as const

const Applies = z
  .strictObject({
    units: z.array(UnitKind).min(1).readonly().optional(),
    platforms: z.array(Platform).min(1).readonly().optional(),
    accounts: z.enum(["main", "outsourced", "news", "government"]).optional(),
  })
  .readonly()

/** What every rule says, whatever its kind. */
export const common = {
  id: z.string({ error: expected("rule-id") }).regex(/^[A-Z]{1,4}-\d{1,4}[a-z]?$/u, expected("rule-id")),
  article: line(60, "article"),
  says: Says,
  saysEn: Says.optional(),
  origin: z.enum(["text", "house", "national"]).default("text"),
  strength: z.enum(strengths).default("hard"),
  applies: Applies.default({}),
  /** Whose task it is, where the text says so. */
  who: Role.optional(),
}

/** One line to tick, in the office's own words. */
export const Tick = z
  .strictObject({
    id: z.string({ error: expected("tick-id") }).regex(/^[a-z][a-z0-9-]{0,39}$/u, expected("tick-id")),
    says: line(60, "words"),
    saysEn: line(80, "words").optional(),
  })
  .readonly()
export const Ticks = z.array(Tick).min(1).max(30).readonly()

/** Those who are no role of the unit; what an outside office approved is recorded, never granted, by the bot. */
const others = [
  "deputy",
  "drafting-department",
  "supervising-unit",
  "openness-office",
  "county-office",
  "city-office",
  "provincial-office",
  "state-council-office",
] as const
export const Step = z.enum([...roles, ...others])
export type Step = z.output<typeof Step>

/** The roles of a unit that look at an item before it is published, from the first to the last. */
export const Reviewers = z.array(Role).min(1).max(5).readonly()

/** Who else is told while something is still not done: so long after it was due, or before it is. */
export const Late = z
  .array(
    z
      .strictObject({ after: Length.optional(), before: Length.optional(), tell: Step })
      .refine(({ after, before }) => (after === undefined) !== (before === undefined), expected("late"))
      .readonly(),
  )
  .min(1)
  .max(10)
  .readonly()

/** The fields that a rule may leave open, for a house figure to fill. */
export type Fillable =
  | "within"
  | "then"
  | "atLeast"
  | "atMost"
  | "levels"
  | "warn"
  | "halfway"
  | "late"
  | "days"
  | "checkIn"
  | "checksIn"
  | "inPerson"
  | "of"
  | "reviewers"
  | "answer"

/** One kind of rule: how it is written, and how two rules of it stand to each other. */
export interface Kind<R> {
  /** What it asks for: the word under which a house figure is found. */
  readonly asks: (rule: R) => string
  /** The word under which a house says what holds for all of its kind, where it says nothing of this one. */
  readonly usually?: "any-duty"
  readonly fillable: readonly Fillable[]
  /** Rules of different measure run side by side; of one measure, the strictest counts. */
  readonly measure: (rule: R) => string
  readonly compare: (a: R, b: R) => Verdict
}
