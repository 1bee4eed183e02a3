import { z } from "zod"
import { inForce, type InForce, type Scope } from "./force.ts"
import type { Limit } from "./kinds/limit.ts"
import { State } from "./life.ts"
import type { Stack } from "./stack.ts"
import type { Day } from "./time.ts"

/** Why an account is taken offline for a while. The last two come over a unit: nobody applies for them. */
export const causes = ["rectification", "upgrade", "force-majeure", "ordered"] as const
export type Cause = (typeof causes)[number]

/** What comes over a unit is reported in writing; everything else is applied for. */
export const isEmergency = (cause: OfflineWindow["cause"]): cause is "force-majeure" | "ordered" =>
  cause === "force-majeure" || cause === "ordered"

/** One time that an account was, or may be, offline. */
export const OfflineWindow = z
  .object({
    id: z.string(),
    accountId: z.string(),
    unitId: z.string(),
    /** `unreported` was found by somebody, and nobody had asked. */
    cause: z.enum([...causes, "unreported"]),
    /** The application that allowed it. */
    procedureId: z.string().nullable(),
    /** The link to the announcement on the account. */
    announcement: z.string().nullable(),
    /** The first day; the planned one until it has gone. */
    start: z.string(),
    plannedEnd: z.string().nullable(),
    end: z.string().nullable(),
    /** `lapsed` was allowed, and never used. */
    state: z.enum(["approved", "offline", "back", "lapsed"]),
    /** Where the account stood before, and stands again after. */
    from: State,
    /** Whether it should have been reported, and was not in time: it counts then, whatever its cause. */
    unreported: z.boolean(),
    note: z.string().nullable(),
    by: z.string(),
    at: z.number(),
    /** When an approval lapses, or a written report is missing. */
    dueAt: z.number().nullable(),
  })
  .readonly()
export type OfflineWindow = z.output<typeof OfflineWindow>

/** How often an account may be offline. */
export interface Allowance {
  readonly cited: InForce<Limit>
  readonly atMost: number
}

/** The strictest bound on windows; null where no rulebook has one. */
export const allowance = (stack: Stack, scope: Scope): Allowance | null =>
  inForce(stack, "limit", scope).reduce<Allowance | null>((strictest, cited) => {
    const { limit, atMost } = cited.rule
    if (limit !== "offline-windows" || typeof atMost !== "number") return strictest
    return strictest === null || atMost < strictest.atMost ? { cited, atMost } : strictest
  }, null)

/** The span in which windows are counted together, by the day on which one starts: `2026`, `2026-03`. */
const spanOf = (day: Day, per: Limit["per"]): string => {
  switch (per) {
    case undefined:
      return ""
    case "year":
      return day.slice(0, 4)
    case "quarter":
      return `${day.slice(0, 4)}/${Math.ceil(Number(day.slice(5, 7)) / 3)}`
    case "month":
      return day.slice(0, 7)
  }
}

/** Whether a window uses up one of the times that are allowed: going counts, being allowed to does not. */
export const counts = (window: OfflineWindow, { cited: { rule } }: Allowance): boolean =>
  (window.state === "offline" || window.state === "back") &&
  (window.unreported || !rule.except?.some((cause) => cause === window.cause))

/** The windows that leave no room for one that starts on this day; empty while there is room. */
export const inTheWay = (
  allowed: Allowance,
  windows: readonly OfflineWindow[],
  start: Day,
): readonly OfflineWindow[] => {
  const { per } = allowed.cited.rule
  const taken = windows.filter(
    (each) => counts(each, allowed) && spanOf(each.start, per) === spanOf(start, per),
  )
  return taken.length >= allowed.atMost ? taken : []
}

/** The window of December that one of January follows: within the letter, and worth a leader's look. */
export const followedAcrossNewYear = (windows: readonly OfflineWindow[], start: Day): OfflineWindow | null =>
  start.slice(5, 7) === "01"
    ? (windows.find(
        ({ state, start: began }) =>
          state !== "lapsed" &&
          state !== "approved" &&
          began.slice(0, 7) === `${Number(start.slice(0, 4)) - 1}-12`,
      ) ?? null)
    : null
