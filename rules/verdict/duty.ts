import { isOpen, type Obligation } from "../obligation.ts"
import { phaseOf } from "../lifecycle.ts"
import { type Day, dayOf, daysBetween, endOf, type Instant } from "../time.ts"
import type { Looked } from "./facts.ts"
import type { Ground } from "./ground.ts"

/** Something with a date that was not done, or is about to be due. */
export interface Undone extends Ground {
  readonly kind: "duty"
  readonly obligation: Obligation
}

/** The date it had at an instant: what it was moved to later was not known then. */
const dueAt = ({ due, moved = [] }: Obligation, at: Instant): Obligation["due"] => {
  const later = moved.find((move) => move.at > at)
  return due === null || later === undefined ? due : { ...due, day: later.from, at: endOf(later.from) }
}

/** What is reminded of months ahead is no worry of today. */
const SOON_DAYS = 14

/** Whether nothing had to be done any more: done by then, on whatever day it was entered, or ended otherwise. */
const isOver = (it: Obligation, at: Instant): boolean => {
  if (it.settled !== null) return it.settled.alone ? it.settled.at <= at : it.settled.on <= dayOf(at)
  return !isOpen(it) && (it.path.at(-1)?.at ?? it.notedAt) <= at
}

const lastDayOf = (due: NonNullable<Obligation["due"]>): Day => due.day

/** What a finding asks for is told as the finding. */
const isOfFinding = ({ act }: Obligation): boolean => act === "rectification.finish"

/** The dated duties of the account; an aim (力争) fails nobody. */
export const duty = ({ obligations, at, today }: Looked): readonly Undone[] =>
  obligations.flatMap((obligation): readonly Undone[] => {
    const due = dueAt(obligation, at)
    if (
      due === null ||
      obligation.aim ||
      isOfFinding(obligation) ||
      obligation.notedAt > at ||
      isOver(obligation, at)
    )
      return []
    const phase = phaseOf({ ...obligation, due, settled: null }, at)
    const until = lastDayOf(due)
    const found = {
      kind: "duty",
      rules: obligation.rules,
      until,
      left: daysBetween(today, until),
      obligation,
    } as const
    if (phase === "overdue" || phase === "escalated") return [{ ...found, level: "red" }]
    return (phase === "warned" || phase === "today") && found.left <= SOON_DAYS
      ? [{ ...found, level: "soon" }]
      : []
  })
