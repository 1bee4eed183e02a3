import type { Duty } from "./duty.ts"
import { isOpen, type Obligation } from "./obligation.ts"
import type { Day } from "./time.ts"

/** A dated duty as an inspection is shown it. */
export interface Proved {
  readonly duty: Duty
  /** Who did it, or let it go. */
  readonly by: string | null
  /** The dates it had before, each with the day on which it moved. */
  readonly moved: readonly { readonly from: Day; readonly on: Day }[]
}

/** The columns of the proof, in order. */
export const proofKeys = [
  "number",
  "unit",
  "account",
  "what",
  "to",
  "rules",
  "since",
  "due",
  "moved",
  "result",
  "on",
  "by",
  "proof",
  "note",
] as const
export type ProofKey = (typeof proofKeys)[number]

/** Whether it was due in a period; what has no date counts by the day it began. */
export const isDueIn = ({ due, since, phase }: Obligation, from: Day, until: Day): boolean => {
  if (phase === "void" || phase === "free") return false
  const day = due === null ? since : due.day
  return typeof day === "string" && day >= from && day <= until
}

/** How many were due, and what became of them. */
export interface Totals {
  readonly due: number
  readonly inTime: number
  readonly late: number
  /** Not done; of these so many are past their date. */
  readonly open: number
  readonly overdue: number
  readonly waived: number
  /** Aims that were not reached, which nobody violates. */
  readonly missed: number
}

export const totalsOf = (rows: readonly Pick<Obligation, "phase">[]): Totals => {
  const count = (holds: (row: Pick<Obligation, "phase">) => boolean): number => rows.filter(holds).length
  return {
    due: rows.length,
    inTime: count(({ phase }) => phase === "done"),
    late: count(({ phase }) => phase === "late"),
    open: count(isOpen),
    overdue: count(({ phase }) => phase === "overdue" || phase === "escalated"),
    waived: count(({ phase }) => phase === "waived"),
    missed: count(({ phase }) => phase === "missed"),
  }
}
