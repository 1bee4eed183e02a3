import { z } from "zod"
import { Changed, isAbout, moreChanges } from "./changed.ts"
import { expected } from "../expected.ts"
import { Length, TimeLimit, Warn } from "../figure.ts"
import { earlier, longer, shorterLimit, together, type Verdict } from "../strictness.ts"
import { isDay } from "../time.ts"
import { acts, events } from "../vocabulary.ts"
import { common, count, type Kind, Late, line } from "./common.ts"

/** Something starts, and something has to be done within a time (`within`), after it (`wait`), or by a date (`by`). */
export const Deadline = z
  .strictObject({
    ...common,
    kind: z.literal("deadline"),
    starts: z.enum(events),
    do: z.enum(acts),
    /** Which changes it speaks of, where it is a change that starts it. */
    of: Changed.optional(),
    within: TimeLimit.optional(),
    /** What has to pass before it may be done: `30 days` allows it from day 31 on. */
    wait: Length.optional(),
    /** By when it is done once it may be. */
    then: Length.optional(),
    by: z.string().refine(isDay, expected("day")).optional(),
    /** Only for accounts with so many followers: more than `over`, at most `upTo`. */
    followers: z
      .strictObject({ over: count(0, 1_000_000_000).optional(), upTo: count(1, 1_000_000_000).optional() })
      .readonly()
      .optional(),
    /** Who receives it. */
    to: line(40, "words").optional(),
    warn: Warn.optional(),
    late: Late.optional(),
  })
  .refine(
    (rule) => [rule.within, rule.wait, rule.by].filter((each) => each !== undefined).length === 1,
    expected("one-time-limit"),
  )
  .superRefine(isAbout)
  .readonly()
export type Deadline = z.output<typeof Deadline>

const compare = (a: Deadline, b: Deadline): Verdict => together(compareTimes(a, b), moreChanges(a, b))

const compareTimes = (a: Deadline, b: Deadline): Verdict => {
  if (a.within !== undefined && b.within !== undefined) return shorterLimit(a.within, b.within)
  if (a.wait !== undefined && b.wait !== undefined) return longer(a.wait, b.wait)
  if (a.by !== undefined && b.by !== undefined) return earlier(a.by, b.by)
  return null
}

export const deadline: Kind<Deadline> = {
  asks: (rule) => rule.do,
  usually: "any-duty",
  fillable: ["within", "then", "warn", "late", "of"],
  // Two days that are fixed are two goals: a stage that is past does not stand for the next one.
  measure: ({ starts, do: act, to = "", by = "", followers = {} }) =>
    `${starts} ${act} ${to} ${starts === "fixed-date" ? by : ""} ${followers.over ?? ""}-${followers.upTo ?? ""}`,
  compare,
}
