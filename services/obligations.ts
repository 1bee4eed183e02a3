import { doingOf } from "../rules/acts.ts"
import type { Calendar } from "../rules/calendar.ts"
import { isEnded } from "../rules/life.ts"
import { advanced, closed, phaseOf, tracked } from "../rules/lifecycle.ts"
import { isOpen, type Obligation, type Phase, type Planned } from "../rules/obligation.ts"
import type { Occasion } from "../rules/occasion.ts"
import { type Moment, startedBy } from "../rules/planning.ts"
import { dayOf, endOf, type Instant } from "../rules/time.ts"
import type { Act } from "./app.ts"
import * as bornlate from "./bornlate.ts"
import * as bindings from "./bindings.ts"
import { calendar } from "./calendar.ts"
import { paused } from "./offline/pausing.ts"

const wantedBy = async (
  act: Act,
  noted: Occasion,
  known: readonly Obligation[],
): Promise<readonly Planned[]> => {
  const account = noted.accountId === null ? null : await act.tables.accounts.get(noted.accountId)
  // An account that moved takes what is asked of it along.
  const occasion = account === null ? noted : { ...noted, unitId: account.unitId }
  const duties = await bindings.duties(act, occasion.unitId, account)
  const days = await calendar(act)
  const at = { ...moment(act, known), heldSince: await heldSince(act, occasion.accountId) }
  const from = (on: Occasion["on"]) => startedBy(days, duties, account, { ...occasion, on }, at)
  const all = await paused(act, account, from(occasion.on), from)
  const over = account !== null && isEnded(account)
  return all
    .filter(({ act: what }) => !over || doingOf(what).ends !== true)
    .flatMap((each) => givenTo(each, occasion))
}

/** What is done by another unit is asked of that one. */
const givenTo = (each: Planned, { given = {} }: Occasion): readonly Planned[] => {
  const unitId = given[each.act]
  return unitId === undefined ? [each] : unitId === null ? [] : [{ ...each, unitId }]
}

const lateOnes: readonly Phase[] = ["overdue", "escalated", "late", "missed"]

/** Whether an occasion, put right as this says, would turn something late into in time, or let it vanish. */
export const wouldMend = async (act: Act, corrected: Occasion): Promise<boolean> => {
  const known = await act.tables.obligations.where("occasion", corrected.id)
  const wanted = await wantedBy(act, corrected, known)
  return known
    .filter(({ phase }) => lateOnes.includes(phase))
    .some(({ key, settled }) => {
      const due = wanted.find((each) => each.key === key)?.due ?? null
      return due === null || (settled === null ? act.now < due.at : settled.on <= due.day)
    })
}

/** Opens what an occasion asks for; what was open for it and is asked for no longer loses its cause. */
export const start = async (act: Act, noted: Occasion): Promise<readonly Obligation[]> => {
  const known = await act.tables.obligations.where("occasion", noted.id)
  const wanted = await wantedBy(act, noted, known)
  const placed = await place(act, wanted, known)
  const ids = new Set(placed.map(({ id }) => id))
  for (const row of known) if (!ids.has(row.id)) await end(act, row)
  return placed
}

/** An account that is older than a book is asked to catch up, and not for what it should have done before. */
const heldSince = async (act: Act, accountId: string | null) => {
  const noted = accountId === null ? [] : await act.tables.occasions.where("account", accountId)
  const days = new Map(
    noted.flatMap(({ kind, book, on }) =>
      kind === "rulebook.in-force" && book !== null && typeof on === "string" ? [[book, on] as const] : [],
    ),
  )
  return (book: string) => days.get(book)
}

/** Now, with what is known already since earlier. */
export const moment = ({ now }: Act, known: readonly Obligation[]): Moment => {
  const times = new Map(known.map(({ key, notedAt }) => [key, notedAt]))
  return { now, noted: (key) => times.get(key) ?? now }
}

/** Puts an obligation, with the step it took. */
export const keep = async (act: Act, row: Obligation): Promise<Obligation> => {
  const kept = tracked(row, act.now, act.by)
  await act.tables.obligations.put(kept)
  return kept
}

/**
 * Puts obligations as they are counted now: what was done stays done, by the new date in time or late. What is overdue
 * only since it was counted anew is told like what was noted late.
 */
export const place = async (
  act: Act,
  wanted: readonly Planned[],
  rows: readonly Obligation[] = [],
): Promise<readonly Obligation[]> => {
  const placed: Obligation[] = []
  const keys = new Set(wanted.map(({ key }) => key))
  const days = await calendar(act)
  for (const fresh of wanted) {
    const [same] = await act.tables.obligations.where("key", fresh.key)
    const known = same ?? rows.find((row) => !keys.has(row.key) && isSameDuty(row, fresh)) ?? null
    const row = known === null ? { ...fresh, id: act.newId(), path: [] } : recounted(days, known, fresh, act)
    const kept = isSame(row, known) ? row : await keep(act, row)
    if (kept.bornLate && isNewlyOverdue(kept, known)) await bornlate.tell(act, kept)
    placed.push(kept)
  }
  return placed
}

const isSame = (row: Obligation, known: Obligation | null): boolean =>
  JSON.stringify(row) === JSON.stringify(known)

/** The receiver was renamed in the rulebook: it is the same duty by the same rule. */
const isSameDuty = (row: Obligation, fresh: Planned): boolean =>
  row.act === fresh.act && row.rules[0] === fresh.rules[0] && causeOf(row) === causeOf(fresh)

/** What names a duty beside who receives it. */
const causeOf = ({ key, act, to }: Planned): string => key.slice(`${act}/${to ?? ""}/`.length)

const isOverdue = ({ phase }: Pick<Obligation, "phase">): boolean =>
  phase === "overdue" || phase === "escalated"

const isNewlyOverdue = (row: Obligation, known: Obligation | null): boolean =>
  isOverdue(row) && (known === null || !isOverdue(known))

const recounted = (days: Calendar, known: Obligation, fresh: Planned, { now, by }: Act): Obligation => {
  const { id, path, settled } = known
  const kept = { ...fresh, id, path, settled, ...movedBefore(known, fresh, { at: now, by }) }
  if (known.phase === "waived" || known.phase === "missed") return closed(kept, known.phase, now)
  // Its end may have passed since it was done: the clock is not sent back there.
  if (settled !== null) return closed(kept, phaseOf(kept, now), now)
  const isMoved = known.due?.at !== fresh.due?.at || known.phase === "void"
  if (isMoved && fresh.due !== null && fresh.due.at <= now && !isOverdue(known))
    return advanced(withGrace(days, { ...kept, phase: "open", bornLate: true }, now), now)
  // Who was told stays told, as long as neither the day nor who is to be told is another one.
  const stays =
    !isMoved && known.late.map(({ tell }) => tell).join() === fresh.late.map(({ tell }) => tell).join()
  const told = stays ? { late: known.late, bornLate: known.bornLate } : {}
  return advanced({ ...kept, ...told, phase: "open" }, now)
}

/** Nobody else is told before its owner had a working day to do it. */
const withGrace = (days: Calendar, row: Obligation, now: Instant): Obligation => {
  const grace = endOf(days.nextWorkingDay(dayOf(now)))
  return { ...row, late: row.late.map((each) => ({ ...each, at: Math.max(each.at, grace), told: false })) }
}

const movedBefore = (
  { moved = [], due }: Obligation,
  fresh: Planned,
  step: { readonly at: Instant; readonly by: string },
): Pick<Obligation, "moved"> => {
  const moves = due === null || due.day === fresh.due?.day ? moved : [...moved, { from: due.day, ...step }]
  return moves.length === 0 ? {} : { moved: moves }
}

/** The cause of an obligation is gone; what was done stays on record. */
export const end = async (act: Act, row: Obligation): Promise<void> => {
  if (isOpen(row)) await keep(act, closed({ ...row, again: false }, "void", act.now))
}

/** Everything that was ever asked of an account. */
export const ofAccount = (act: Act, accountId: string): Promise<readonly Obligation[]> =>
  act.tables.obligations.where("account", accountId)
