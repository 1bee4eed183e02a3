import { z } from "zod"
import { expected } from "../expected.ts"
import { bounds, marks } from "../facts.ts"
import { Amount, isOpen } from "../figure.ts"
import { stretchOf } from "../stretch.ts"
import { fewerOrShorter, together, wider } from "../strictness.ts"
import { common, type Kind } from "./common.ts"

/** Something has a bound. */
export const Limit = z
  .strictObject({
    ...common,
    kind: z.literal("limit"),
    limit: z.enum(bounds),
    atMost: Amount,
    /** Where it is counted anew in each span. */
    per: z.enum(["month", "quarter", "year"]).optional(),
    /** The name of the state beyond the bound. */
    mark: z.enum(marks).optional(),
    /** What is not counted. */
    except: z
      .array(z.enum(["force-majeure", "ordered"]))
      .min(1)
      .readonly()
      .optional(),
  })
  .refine(({ limit, mark }) => (limit === "silence") === (mark !== undefined), {
    message: expected("silence-needs-mark"),
    path: ["mark"],
  })
  .refine(
    ({ limit, atMost }) =>
      limit !== "silence" || (typeof atMost !== "number" && (isOpen(atMost) || stretchOf(atMost) !== null)),
    {
      message: expected("days-to-years"),
      path: ["atMost"],
    },
  )
  .readonly()
export type Limit = z.output<typeof Limit>

/**
 * What dormant and zombie mean is a matter of words, so a regulation that says it goes before the house that only
 * assumed it, whichever is longer.
 */
const defines = (a: Limit, b: Limit): number | null => {
  if (a.limit !== "silence" || isHouse(a) === isHouse(b)) return null
  if (isHouse(a)) return saysHowLong(b) ? -1 : null
  return saysHowLong(a) ? 1 : null
}
const isHouse = ({ origin }: Limit): boolean => origin === "house"
const saysHowLong = ({ atMost }: Limit): boolean => typeof atMost === "object" && !isOpen(atMost)

export const limit: Kind<Limit> = {
  asks: (rule) => (rule.mark === undefined ? rule.limit : `${rule.limit}.${rule.mark}`),
  fillable: ["atMost", "warn"],
  measure: (rule) => `${rule.limit} ${rule.mark ?? ""} ${rule.per ?? ""}`,
  compare: (a, b) =>
    defines(a, b) ?? together(fewerOrShorter(a.atMost, b.atMost), wider(b.except ?? [], a.except ?? [])),
}
