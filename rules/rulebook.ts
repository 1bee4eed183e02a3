import { z } from "zod"
import { expected } from "./expected.ts"
import { bounds, marks } from "./facts.ts"
import { FestiveDays } from "./festival.ts"
import { Length, Often, Warn } from "./figure.ts"
import { Changed } from "./kinds/changed.ts"
import { common, count, Late, line, Reviewers, Says, Step } from "./kinds/common.ts"
import { Rule } from "./kinds/index.ts"
import { ChecksIn } from "./kinds/roster.ts"
import { quotaRhythms } from "./kinds/quota.ts"
import { stretchOf } from "./stretch.ts"
import { isDay } from "./time.ts"
import { acts, answers, reports, subjects } from "./vocabulary.ts"

const figuresFor = [
  ...quotaRhythms,
  ...new Set([...acts, ...answers, ...subjects, ...reports, ...bounds]),
  ...marks.map((mark) => `silence.${mark}` as const),
  "duty",
  "any-duty",
  "first-period",
  "finding.due",
  "finding.close",
] as const

/** A house figure: how much, where a rule asks for something without saying how much, or how early to remind. */
export const Figure = z
  .strictObject({
    id: common.id,
    for: z.enum(figuresFor),
    says: Says,
    saysEn: Says.optional(),
    within: Length.optional(),
    then: Length.optional(),
    atLeast: Often.optional(),
    atMost: Length.optional(),
    levels: count(1, 10).optional(),
    checkIn: Length.optional(),
    checksIn: ChecksIn.optional(),
    warn: Warn.optional(),
    halfway: z.literal(true).optional(),
    late: Late.optional(),
    days: FestiveDays.optional(),
    /** Which changes are meant where a text only says that changes are reported, or ends in 等. */
    of: Changed.optional(),
    inPerson: z.array(Step).min(1).max(10).readonly().optional(),
    reviewers: Reviewers.optional(),
    answer: Length.optional(),
    /** How much of a period has to be left for what it asks to be asked at all of whoever begins in it. */
    percentLeft: count(0, 100).optional(),
    /** How many reported posts of an account are looked up in a check; of one that a company runs, how many. */
    sample: count(0, 20).optional(),
    sampleOutsourced: count(0, 20).optional(),
  })
  .refine(
    (figure) => Object.keys(figure).some((key) => !["id", "for", "says", "saysEn"].includes(key)),
    expected("some-figure"),
  )
  .refine(({ for: what, atMost }) => !what.startsWith("silence.") || !atMost || stretchOf(atMost) !== null, {
    message: expected("days-to-years"),
    path: ["atMost"],
  })
  .readonly()
export type Figure = z.output<typeof Figure>

const DayText = z.string().refine(isDay, expected("day"))

/** One regulation, or the house's own agreement. */
export const Rulebook = z
  .strictObject({
    id: z.string({ error: expected("book-id") }).regex(/^[a-z][a-z0-9-]{1,39}$/u, expected("book-id")),
    title: line(80, "words"),
    titleEn: line(120, "words").optional(),
    issuer: line(60, "words"),
    number: line(60, "words").optional(),
    status: z.enum(["draft", "trial", "in-force", "replaced"]),
    inForceFrom: DayText.optional(),
    interpretedBy: line(60, "words").optional(),
    /** Everywhere binds every unit; otherwise the units that name the book, and those below them. */
    binds: z.enum(["everywhere", "those-who-name-it"]).default("those-who-name-it"),
    rules: z.array(Rule).max(500).readonly().default([]),
    figures: z.array(Figure).max(200).readonly().default([]),
  })
  .readonly()
export type Rulebook = z.output<typeof Rulebook>

/** A rulebook as it was when it was last read from its file. */
export const StoredRulebook = z.object({ id: z.string(), book: Rulebook }).readonly()
export type StoredRulebook = z.output<typeof StoredRulebook>
