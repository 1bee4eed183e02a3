import { z } from "zod"
import { expected } from "../expected.ts"
import { FestiveDays } from "../festival.ts"
import { HowOften, Warn } from "../figure.ts"
import { more, oftener, together } from "../strictness.ts"
import { acts } from "../vocabulary.ts"
import { common, type Kind, Late, line } from "./common.ts"

/** Something has to be done again and again. */
export const Periodic = z
  .strictObject({
    ...common,
    kind: z.literal("periodic"),
    do: z.enum(acts),
    atLeast: HowOften,
    /** At a fixed time of day that each unit chooses, or at this one. */
    at: z
      .string()
      .regex(/^(unit|([01]\d|2[0-3]):[0-5]\d)$/u, expected("time-of-day"))
      .optional(),
    to: line(40, "words").optional(),
    /** Of which days it speaks, where it is about festivals and theme days. */
    days: FestiveDays.optional(),
    warn: Warn.optional(),
    late: Late.optional(),
  })
  .readonly()
export type Periodic = z.output<typeof Periodic>

export const periodic: Kind<Periodic> = {
  asks: (rule) => rule.do,
  usually: "any-duty",
  fillable: ["atLeast", "days", "warn", "late"],
  measure: (rule) => `${rule.do} ${rule.to ?? ""}`,
  compare: (a, b) =>
    together(oftener(a.atLeast, b.atLeast), more(Number(a.at !== undefined), Number(b.at !== undefined))),
}
