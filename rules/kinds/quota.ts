import { z } from "zod"
import { HowOften, isOpen, WarnDays } from "../figure.ts"
import { oftener } from "../strictness.ts"
import { common, type Kind } from "./common.ts"

/** So many posts in each week, month …, or at least one in any so many days. */
export const Quota = z
  .strictObject({
    ...common,
    kind: z.literal("quota"),
    atLeast: HowOften,
    counts: z.enum(["posts", "originals"]).default("posts"),
    warn: WarnDays.optional(),
  })
  .readonly()
export type Quota = z.output<typeof Quota>

/** The words under which a house says how early it reminds of a quota. */
export const quotaRhythms = [
  "quota.every-few-days",
  "quota.per-working-day",
  "quota.per-day",
  "quota.per-week",
  "quota.per-month",
  "quota.per-quarter",
  "quota.per-year",
] as const

const rhythm = ({ atLeast }: Quota): string => {
  if (isOpen(atLeast)) return "quota"
  return atLeast.kind === "every" ? "quota.every-few-days" : `quota.per-${atLeast.span.replace(" ", "-")}`
}

export const quota: Kind<Quota> = {
  asks: rhythm,
  fillable: ["warn"],
  measure: (rule) => rule.counts,
  compare: (a, b) => oftener(a.atLeast, b.atLeast),
}
