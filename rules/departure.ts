import { z } from "zod"

/** How somebody leaves: for good, to another post, or for a long time. All three hand over the same things. */
export const departureKinds = ["resign", "transfer", "leave"] as const
export const DepartureKind = z.enum(departureKinds)
export type DepartureKind = z.output<typeof DepartureKind>

/** Longer ago than this nobody is entered as having left: it is a slip of the pen. */
export const LATEST_DAYS = 60
/** Further ahead than this nobody is entered either. */
export const EARLIEST_DAYS = 366

/** Somebody leaves, with everything that has to be handed over. */
export const Departure = z
  .object({
    id: z.string(),
    personId: z.string(),
    /** Where they were at home. */
    unitId: z.string(),
    kind: DepartureKind,
    lastOn: z.string(),
    /**
     * `planned` until the last day is over; then `ended`, without rights, until everything is handed over; then `left`.
     * `withdrawn`: they stay after all.
     */
    state: z.enum(["planned", "ended", "left", "withdrawn"]),
    by: z.string(),
    at: z.number(),
    /** When the clock has to look at it again. */
    dueAt: z.number().nullable(),
  })
  .readonly()
export type Departure = z.output<typeof Departure>

/** Whether somebody is leaving still, or has left with things open. */
export const isUnderWay = ({ state }: Pick<Departure, "state">): boolean =>
  state === "planned" || state === "ended"
