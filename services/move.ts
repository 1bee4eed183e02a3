import type { Source } from "../rules/owed.ts"
import type { Recipient } from "../rules/outgoing.ts"
import type { Day } from "../rules/time.ts"
import type { Act } from "./app.ts"

/** An open date that is another one since the calendar changed. */
export interface Move {
  /** Who is reminded of it, and therefore told. */
  readonly to: readonly Reminded[]
  /** What falls due, in words. */
  readonly what: string
  readonly source: Source
  readonly before: Day
  readonly after: Day
  readonly provisional: boolean
}

/** A person or a group, with the unit whose times hold for them. */
export interface Reminded {
  readonly to: Recipient
  readonly unitId: string
}

/** Counts the open dates of one kind anew, and says which moved. */
export type Recount = (act: Act) => Promise<readonly Move[]>
