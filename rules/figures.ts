import type { Part } from "./change.ts"
import type { Open } from "./figure.ts"
import type { Frequency } from "./frequency.ts"
import type { Rule } from "./kinds/index.ts"
import type { Quantity } from "./quantity.ts"
import type { Figure } from "./rulebook.ts"
import type { Day } from "./time.ts"
import type { Layer } from "./roster.ts"

/** Everything in a rule that is a matter of how much, how soon or how often. */
export interface Figures {
  readonly atLeast?: number | Frequency | Open | undefined
  readonly atMost?: number | Quantity | Open | undefined
  readonly per?: "month" | "quarter" | "year" | undefined
  readonly within?: Quantity | Open | undefined
  readonly wait?: Quantity | undefined
  readonly then?: Quantity | undefined
  readonly by?: Day | undefined
  readonly levels?: number | Open | undefined
  readonly of?: readonly (Part | "others")[] | undefined
  readonly checkIn?: Quantity | undefined
  readonly checksIn?: readonly Layer[] | undefined
  readonly answer?: Quantity | undefined
  readonly percentLeft?: number | undefined
  readonly sample?: number | undefined
  readonly sampleOutsourced?: number | undefined
  readonly warn?: readonly Quantity[] | undefined
  readonly halfway?: true | undefined
  readonly late?:
    readonly { readonly after?: Quantity | undefined; readonly before?: Quantity | undefined }[] | undefined
}

export const figuresOf = (entry: Rule | Figure): Figures => ({
  atLeast: "atLeast" in entry ? entry.atLeast : undefined,
  atMost: "atMost" in entry ? entry.atMost : undefined,
  per: "per" in entry ? entry.per : undefined,
  within: "within" in entry ? entry.within : undefined,
  wait: "wait" in entry ? entry.wait : undefined,
  then: "then" in entry ? entry.then : undefined,
  by: "by" in entry ? entry.by : undefined,
  levels: "levels" in entry ? entry.levels : undefined,
  of: "of" in entry ? entry.of : undefined,
  checkIn: "checkIn" in entry ? entry.checkIn : undefined,
  checksIn: "checksIn" in entry ? entry.checksIn : undefined,
  answer: "answer" in entry ? entry.answer : undefined,
  percentLeft: "percentLeft" in entry ? entry.percentLeft : undefined,
  sample: "sample" in entry ? entry.sample : undefined,
  sampleOutsourced: "sampleOutsourced" in entry ? entry.sampleOutsourced : undefined,
  warn: "warn" in entry ? entry.warn : undefined,
  halfway: "halfway" in entry ? entry.halfway : undefined,
  late: "late" in entry ? entry.late : undefined,
})
