import { z } from "zod"
import { Length, Warn } from "../figure.ts"
import { Layer } from "../roster.ts"
import { more, together, wider } from "../strictness.ts"
import { common, type Kind } from "./common.ts"

/** How much of the day somebody has to be on duty, the least first. */
export const covers = ["as arranged", "every day", "around the clock"] as const

/** The layers of a roster whose people check in. */
export const ChecksIn = z.array(Layer).min(1).max(3).readonly()

/** Somebody has to be on duty. */
export const Roster = z
  .strictObject({
    ...common,
    kind: z.literal("roster"),
    cover: z.enum(covers),
    gaps: z.enum(["refuse", "warn"]).default("refuse"),
    /** Who checks in; whoever is on duty where nothing is said. */
    checksIn: ChecksIn.optional(),
    /** How long after the start of a shift a missing check-in is taken for an absence. */
    checkIn: Length.optional(),
    /** How long before it they are asked to check in. */
    warn: Warn.optional(),
    /** How long whoever is asked to step in has for an answer. */
    then: Length.optional(),
  })
  .readonly()
export type Roster = z.output<typeof Roster>

export const roster: Kind<Roster> = {
  asks: () => "duty",
  fillable: ["checkIn", "warn", "then", "checksIn"],
  measure: () => "duty",
  compare: (a, b) =>
    together(
      more(covers.indexOf(a.cover), covers.indexOf(b.cover)),
      more(Number(a.gaps === "refuse"), Number(b.gaps === "refuse")),
      wider(a.checksIn ?? [], b.checksIn ?? []),
    ),
}
