import { z } from "zod"
import { Platform } from "./account.ts"
import { State } from "./life.ts"
import { Rulebook } from "./rulebook.ts"
import type { Instant } from "./time.ts"
import { Unit } from "./unit.ts"
import { CalendarYear } from "./year.ts"

/** What of an account decides by which rules it is judged, and whether at all. */
export const Placed = z
  .object({
    unitId: z.string(),
    platform: Platform,
    name: z.string(),
    state: State,
  })
  .readonly()
export type Placed = z.output<typeof Placed>

const common = { id: z.string(), key: z.string(), until: z.number() }

/** A row as it was until it was replaced, for those that carry no dates of their own: so a past day can be judged by what held then. */
export const Edition = z.discriminatedUnion("of", [
  z.object({ ...common, of: z.literal("account"), was: Placed }).readonly(),
  z.object({ ...common, of: z.literal("unit"), was: Unit }).readonly(),
  z.object({ ...common, of: z.literal("rulebook"), was: Rulebook }).readonly(),
  z.object({ ...common, of: z.literal("year"), was: CalendarYear }).readonly(),
])
export type Edition = z.output<typeof Edition>

/** Everything of which editions are kept. */
export type Kept = Edition["of"]

/** The edition that held at an instant: the first one to end after it; null where today's row held already. */
export const heldAt = <E extends Pick<Edition, "until">>(editions: readonly E[], at: Instant): E | null =>
  editions.reduce<E | null>(
    (first, each) => (each.until > at && (first === null || each.until < first.until) ? each : first),
    null,
  )
