import { begun, type Checkin, type Times, waiting } from "./checkin.ts"
import { inForce } from "./force.ts"
import type { Quantity } from "./quantity.ts"
import { type Layer, layers, type Shift } from "./roster.ts"
import type { Stack } from "./stack.ts"
import { days, hours, type Instant, minutes } from "./time.ts"
import type { UnitKind } from "./unit.ts"

const lengths: Readonly<Record<Quantity["unit"], number>> = {
  minute: minutes(1),
  hour: hours(1),
  "working day": days(1),
  day: days(1),
  week: days(7),
  month: days(30),
  year: days(365),
}
/** In milliseconds; a working day is a day here, for people on duty know no others. */
export const lasting = ({ amount, unit }: Quantity): number => amount * lengths[unit]

const shortest = (found: readonly (Quantity | undefined)[]): number | null => {
  const known = found.filter((each) => each !== undefined).map(lasting)
  return known.length === 0 ? null : Math.min(...known)
}

/** Who checks in where neither a rule nor a house figure says. */
const CHECKING_IN: readonly Layer[] = ["duty"]

/** When people of a unit check in, by the strictest rule; null where no figure says after how long somebody is missed. */
export const timesFor = (stack: Stack, unitKind: UnitKind): Times | null => {
  const rules = inForce(stack, "roster", { unitKind, platform: null }).map(({ rule }) => rule)
  const [figure] = stack.figures.filter((each) => each.figure.for === "duty").reverse()
  const asking = rules.length > 0 ? rules : [figure?.figure]
  const after = shortest(asking.map((each) => each?.checkIn))
  if (after === null) return null
  return {
    before: shortest(asking.flatMap((each) => each?.warn ?? [])) ?? 0,
    after,
    each: shortest(asking.map((each) => each?.then)) ?? after,
    layers: layers.filter((layer) => asking.some((each) => (each?.checksIn ?? CHECKING_IN).includes(layer))),
  }
}

/** Somebody's shifts without a break between them. */
export interface Turn {
  readonly layer: Layer
  readonly personId: string
  readonly from: Instant
  readonly to: Instant
}

/** The turns that the shifts of these layers make: what the same person goes on with is one. */
export const turnsIn = (shifts: readonly Shift[], asked: readonly Layer[] = CHECKING_IN): readonly Turn[] => {
  const turns: Turn[] = []
  for (const { layer, personId, from, to } of [...shifts].sort((a, b) => a.from - b.from)) {
    if (!asked.includes(layer)) continue
    const last = turns.findIndex(
      (each) => each.layer === layer && each.personId === personId && each.from <= from && from <= each.to,
    )
    const before = turns[last]
    if (before === undefined) turns.push({ layer, personId, from, to })
    else turns[last] = { ...before, to: Math.max(before.to, to) }
  }
  return turns
}

/** A turn that goes on from a known one, or was moved, is the same turn. */
const isOf = (row: Checkin, turn: Turn): boolean =>
  row.layer === turn.layer && row.personId === turn.personId && row.from <= turn.to && turn.from <= row.to

const moved = (row: Checkin, { from, to }: Turn, { before, after }: Times): Checkin => {
  // Whoever has shown that they are there has shown it for the whole turn.
  const start = row.state === "due" || row.state === "asked" ? from : Math.min(row.from, from)
  const until = row.until === null || from === row.from ? row.until : Math.max(row.until, from + after)
  return waiting({ ...row, from: start, to, askAt: start - before, until })
}

/** The turn is somebody else's from now on: what has not begun counts no more, what has ended here. */
const cut = (row: Checkin, now: Instant): Checkin =>
  row.state === "due" || row.state === "asked" || now <= row.from
    ? waiting({ ...row, state: "void" })
    : waiting({ ...row, to: Math.min(row.to, now) })

export interface Planned {
  readonly known: readonly Checkin[]
  readonly turns: readonly Turn[]
  readonly times: Times
  /** Up to here the roster was looked at before: what began earlier and is not known was entered afterwards. */
  readonly seenUntil: Instant
  readonly unitId: string
}

/** The check-ins as the roster now has them: those that changed, and the new ones. */
export const planned = (
  { known, turns, times, seenUntil, unitId }: Planned,
  newId: () => string,
  now: Instant,
): readonly Checkin[] => {
  // Into whose turn somebody stepped is no longer on duty in it.
  const left = known.filter(({ state, over, coveredBy }) => state !== "void" && !over && coveredBy === null)
  const wanted: Checkin[] = []
  const placed = new Set<Checkin>()
  for (const turn of turns) {
    const same = left.find((row) => !placed.has(row) && isOf(row, turn))
    if (same !== undefined) {
      placed.add(same)
      wanted.push(moved(same, turn, times))
    } else if (turn.from >= seenUntil || now < turn.from + times.after)
      wanted.push(begun({ ...turn, id: newId(), unitId, askAt: turn.from - times.before }))
  }
  const gone = left.filter((row) => !placed.has(row) && row.to > now).map((row) => cut(row, now))
  return [...wanted, ...gone].filter((row) => !known.some((each) => isSame(each, row)))
}

const isSame = (a: Checkin, b: Checkin): boolean =>
  a.id === b.id &&
  a.from === b.from &&
  a.to === b.to &&
  a.state === b.state &&
  a.dueAt === b.dueAt &&
  a.until === b.until
