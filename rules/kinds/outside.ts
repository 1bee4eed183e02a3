import { z } from "zod"
import { reasons } from "../vocabulary.ts"
import { common, type Kind } from "./common.ts"

/** A bot can do nothing about it, and says why. */
export const Outside = z
  .strictObject({ ...common, kind: z.literal("outside"), because: z.enum(reasons) })
  .readonly()
export type Outside = z.output<typeof Outside>

export const outside: Kind<Outside> = {
  asks: (rule) => rule.because,
  fillable: [],
  measure: (rule) => rule.id,
  compare: () => null,
}
