import type { Absence, Layer } from "../roster.ts"
import type { Hours } from "../rosterwords.ts"
import type { Day, Instant } from "../time.ts"

/** One person's shift, as a sheet has it. */
export interface SheetShift {
  readonly cell: string
  readonly layer: Layer
  readonly personId: string
  readonly from: Instant
  readonly to: Instant
}

/** What is wrong with a cell, and what stands there. */
export interface SheetMistake {
  readonly cell: string
  readonly code:
    | "day"
    | "far"
    | "order"
    | "month"
    | "weekday"
    | "undated"
    | "hours"
    | "code"
    | "unknown"
    | "stranger"
    | "namesakes"
    | "double"
    | "away"
    | "unreadable"
    | "long"
  readonly says: string
}

/** What has to be known to read a sheet. */
export interface Known {
  readonly now: Instant
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** The hours of the rotas that stand: what a day shift and a night shift mean here. */
  readonly hours: readonly Hours[]
  /** Who is on leave, and when. */
  readonly absences: readonly Absence[]
}

/** Somebody whom a cell names, or why it names nobody. */
export type Named = { readonly personId: string } | Pick<SheetMistake, "code" | "says">

/** One shift of a sheet, as its cell has it. */
export interface Entry {
  readonly cell: string
  readonly layer: Layer
  readonly day: Day
  readonly hours: Hours
  readonly people: readonly Named[]
}

/** What a part of a sheet says. */
export interface Read {
  readonly entries: readonly Entry[]
  readonly mistakes: readonly SheetMistake[]
}
