import { z } from "zod"
import { HowOften, Length, Warn } from "../figure.ts"
import { oftener, together, wider } from "../strictness.ts"
import { reports } from "../vocabulary.ts"
import { common, type Kind, Late, line } from "./common.ts"

/** Something is written up at the end of each period. */
export const Report = z
  .strictObject({
    ...common,
    kind: z.literal("report"),
    report: z.enum(reports),
    atLeast: HowOften,
    /** By when it is written once its period is over. */
    then: Length.optional(),
    /** What it has to show. */
    shows: z.array(line(60, "words")).min(1).max(30).readonly().optional(),
    to: line(40, "words").optional(),
    warn: Warn.optional(),
    late: Late.optional(),
  })
  .readonly()
export type Report = z.output<typeof Report>

export const report: Kind<Report> = {
  asks: (rule) => rule.report,
  usually: "any-duty",
  fillable: ["atLeast", "then", "warn", "late"],
  measure: (rule) => rule.report,
  compare: (a, b) => together(oftener(a.atLeast, b.atLeast), wider(a.shows ?? [], b.shows ?? [])),
}
