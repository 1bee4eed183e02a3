import { z } from "zod"
import { facts, moments } from "../facts.ts"
import { more, together } from "../strictness.ts"
import { common, count, type Kind } from "./common.ts"

/** Something has to be so. */
export const Require = z
  .strictObject({
    ...common,
    kind: z.literal("require"),
    require: z.enum(facts),
    /** Where it is a matter of number: how many. */
    atLeast: count(1, 1000).optional(),
    /** The step that it stands before; without one it is looked at from registration on. */
    at: z.enum(moments).optional(),
    /** What happens while nobody has said anything about it yet. */
    missing: z.enum(["refuse", "note"]).default("refuse"),
  })
  .readonly()
export type Require = z.output<typeof Require>

export const require: Kind<Require> = {
  asks: (rule) => rule.require,
  fillable: [],
  measure: (rule) => `${rule.require} ${rule.at ?? ""}`,
  compare: (a, b) =>
    together(
      more(a.atLeast ?? 1, b.atLeast ?? 1),
      more(a.missing === "refuse" ? 1 : 0, b.missing === "refuse" ? 1 : 0),
    ),
}
