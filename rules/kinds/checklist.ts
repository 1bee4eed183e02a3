import { z } from "zod"
import { wider } from "../strictness.ts"
import { subjects } from "../vocabulary.ts"
import { common, type Kind, Ticks } from "./common.ts"

/** Every line has to be ticked before it goes on. */
export const Checklist = z
  .strictObject({ ...common, kind: z.literal("checklist"), for: z.enum(subjects), ticks: Ticks })
  .readonly()
export type Checklist = z.output<typeof Checklist>

export const checklist: Kind<Checklist> = {
  asks: (rule) => rule.for,
  fillable: [],
  measure: (rule) => rule.for,
  compare: (a, b) =>
    wider(
      a.ticks.map((tick) => tick.id),
      b.ticks.map((tick) => tick.id),
    ),
}
