import { z } from "zod"
import { Length, TimeLimit, Warn } from "../figure.ts"
import { more, shorterLimit, together, wider } from "../strictness.ts"
import { answers, incidents } from "../vocabulary.ts"
import { common, count, type Kind, Late, Step, Ticks } from "./common.ts"

/** Something went wrong, and is answered within a time by people who are called. */
export const Response = z
  .strictObject({
    ...common,
    kind: z.literal("response"),
    on: z.enum(incidents),
    do: z.enum(answers),
    within: TimeLimit,
    /** Who is told at once, not only when nobody answers. */
    call: z.array(Step).min(1).max(10).readonly().optional(),
    /** Who is called next while nobody has acknowledged. */
    ladder: z
      .array(z.strictObject({ after: Length, call: Step }).readonly())
      .min(1)
      .max(10)
      .readonly()
      .optional(),
    /** How long after the last one was called everybody is called anew. */
    again: Length.optional(),
    /** How long whoever took it may say nothing before others are called anew. */
    silence: Length.optional(),
    /** How long taking it can be taken back. */
    undo: Length.optional(),
    /** How many have to take it before nobody else is called. */
    takers: count(1, 5).optional(),
    /** How long before the end of `within` people are told, and who else is told when it is not done. */
    warn: Warn.optional(),
    /** Also when half of the time is over, however long it is. */
    halfway: z.literal(true).optional(),
    late: Late.optional(),
    /** What has to be shown before it can be closed. */
    needs: Ticks.optional(),
  })
  .readonly()
export type Response = z.output<typeof Response>

export const response: Kind<Response> = {
  asks: (rule) => rule.do,
  fillable: ["within", "warn", "halfway", "late"],
  measure: (rule) => `${rule.on} ${rule.do}`,
  compare: (a, b) =>
    together(
      shorterLimit(a.within, b.within),
      wider(a.call ?? [], b.call ?? []),
      more(Number(a.ladder !== undefined), Number(b.ladder !== undefined)),
      wider(a.needs?.map((tick) => tick.id) ?? [], b.needs?.map((tick) => tick.id) ?? []),
    ),
}
