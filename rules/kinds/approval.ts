import { z } from "zod"
import { expected } from "../expected.ts"
import { Length, Levels } from "../figure.ts"
import { moreLevels, more, together, wider } from "../strictness.ts"
import { subjects } from "../vocabulary.ts"
import { common, type Kind, Late, line, Reviewers, Step } from "./common.ts"

/** Something needs somebody's consent first, level by level. */
export const Approval = z
  .strictObject({
    ...common,
    kind: z.literal("approval"),
    for: z.enum(subjects),
    /** Who consents, in this order. */
    steps: z.array(Step).min(1).max(10).readonly().optional(),
    /** Or how many levels, where the text does not say whose. */
    levels: Levels.optional(),
    /** Whose the levels are, from the first to the last. */
    reviewers: Reviewers.optional(),
    differentPeople: z.boolean().default(false),
    /** Those whom nobody may stand in for. */
    inPerson: z.array(Step).min(1).max(10).readonly().optional(),
    /** What has to be handed in. */
    attach: z.array(line(60, "words")).min(1).max(20).readonly().optional(),
    /** The only reasons that count. */
    reasons: z.array(line(60, "words")).min(1).max(20).readonly().optional(),
    /** How long a level may take before its people are reminded, and who is told after that. */
    answer: Length.optional(),
    late: Late.optional(),
    /** Where something may go ahead before every level has agreed: within which time the others follow. */
    then: Length.optional(),
  })
  .refine((rule) => rule.steps !== undefined || rule.levels !== undefined, expected("steps-or-levels"))
  .readonly()
export type Approval = z.output<typeof Approval>

export const approval: Kind<Approval> = {
  asks: (rule) => rule.for,
  fillable: ["levels", "inPerson", "reviewers", "answer", "late"],
  measure: (rule) => rule.for,
  compare: (a, b) =>
    together(
      wider(a.steps ?? [], b.steps ?? []),
      moreLevels(a.levels ?? a.steps?.length ?? 0, b.levels ?? b.steps?.length ?? 0),
      more(Number(a.differentPeople), Number(b.differentPeople)),
      wider(a.inPerson ?? [], b.inPerson ?? []),
      wider(a.attach ?? [], b.attach ?? []),
      wider(b.reasons ?? [], a.reasons ?? []),
    ),
}
