import { z } from "zod"
import { type Calendar, isCountable } from "./calendar.ts"
import { addDays, type Day, dayOf, daysBetween, type Instant, instantOf, isTimeOfDay } from "./time.ts"

/** Who is called first, and who next. */
export const layers = ["duty", "deputy", "leader"] as const
export const Layer = z.enum(layers)
export type Layer = z.output<typeof Layer>

/** The days on which a rota has a shift, as the working-day calendar has them. */
export const rotaDays = ["every day", "working days", "rest days"] as const
export const RotaDays = z.enum(rotaDays)
export type RotaDays = z.output<typeof RotaDays>

const Time = z.string().refine(isTimeOfDay)

/** People who take the same shift in turn. */
export const Rota = z
  .object({
    id: z.string(),
    unitId: z.string(),
    layer: Layer,
    days: RotaDays,
    start: Time,
    /** At or before the start it is on the next day. */
    end: Time,
    /** In turn; somebody may stand there more than once. */
    people: z.array(z.string()).min(1).readonly(),
    /** How many days one has it before the next: the rota's own days, but whole weeks go by the calendar. */
    turn: z.int().min(1).max(366),
    /** The first and the last day on which a shift may start. */
    from: z.string(),
    until: z.string().nullable(),
    /** Rotas that were set up together. */
    group: z.string(),
    by: z.string(),
    at: z.number(),
  })
  .readonly()
export type Rota = z.output<typeof Rota>

/** Somebody, or nobody, has these hours, whatever the rotas say; the later one counts. */
export const Override = z
  .object({
    id: z.string(),
    unitId: z.string(),
    layer: Layer,
    from: z.number(),
    to: z.number(),
    personId: z.string().nullable(),
    /** Whose place is taken; null takes everybody's. */
    forId: z.string().nullable(),
    because: z.enum(["set", "swap", "stand-in", "imported"]),
    /** Those of one batch were made in one step, stand beside each other, and are undone together. */
    batch: z.string(),
    /** Which step of the unit's it was: the clock may have been put back since. */
    step: z.int(),
    by: z.string(),
    at: z.number(),
    undoneAt: z.number().nullable(),
  })
  .readonly()
export type Override = z.output<typeof Override>

/** Whole days on which somebody takes no shift that starts on them. */
export const Leave = z
  .object({
    id: z.string(),
    personId: z.string(),
    from: z.string(),
    to: z.string(),
    by: z.string(),
    at: z.number(),
    endedAt: z.number().nullable(),
  })
  .readonly()
export type Leave = z.output<typeof Leave>

/** Days without somebody, for whatever reason. */
export type Absence = Pick<Leave, "personId" | "from" | "to">

/** One person's time on duty: from `from`, up to but without `to`. */
export interface Shift {
  readonly unitId: string
  readonly layer: Layer
  readonly personId: string
  readonly from: Instant
  readonly to: Instant
  /** The day to which it belongs: the one on which the whole shift started. */
  readonly on: Day
}

/** The moment from which somebody is not with the office any more. */
export interface Parting {
  readonly personId: string
  readonly at: Instant
}

/** What the shifts of one unit are computed from. */
export interface Plan {
  readonly rotas: readonly Rota[]
  readonly overrides: readonly Override[]
  readonly absences: readonly Absence[]
  readonly partings: readonly Parting[]
}

const A_MINUTE = 60_000
const letters: Readonly<Record<Layer, string>> = { duty: "d", deputy: "p", leader: "l" }

/** A shift by name, short enough for a button: what it is found by as long as nobody changes it. */
export const shiftKey = ({
  layer,
  from,
  personId,
  unitId,
}: Pick<Shift, "layer" | "from" | "personId" | "unitId">): string =>
  `${letters[layer]}${(from / A_MINUTE).toString(36)}.${personId}.${unitId}`

const DAYS_A_WEEK = 7

/** Whether a rota of this pattern has a shift on a day. */
export const isOwnDay = (calendar: Calendar, days: RotaDays, day: Day): boolean =>
  days === "every day" || calendar.isWorkingDay(day) === (days === "working days")

/** How many days of a rota have passed before a day of its own. */
const passedBefore = (calendar: Calendar, { days, turn, from }: Rota, day: Day): number => {
  const all = daysBetween(from, day)
  if (days === "every day" || turn % DAYS_A_WEEK === 0) return all
  const working = calendar.workingDaysIn(from, day)
  return (days === "working days" ? working : all + 1 - working) - 1
}

const personOn = (calendar: Calendar, rota: Rota, day: Day): string => {
  const turns = Math.floor(passedBefore(calendar, rota, day) / rota.turn)
  return rota.people[turns % rota.people.length] ?? ""
}

/** The hours of a rota's shift that starts on a day. */
export const hoursOn = (
  { start, end }: Pick<Rota, "start" | "end">,
  day: Day,
): { readonly from: Instant; readonly to: Instant } => ({
  from: instantOf(day, start),
  to: instantOf(end > start ? day : addDays(day, 1), end),
})

const overlaps = (a: Pick<Shift, "from" | "to">, from: Instant, to: Instant): boolean =>
  a.from < to && from < a.to && a.from < a.to

/** The shifts of one rota that touch the time from one instant up to another. */
const ofRota = (calendar: Calendar, rota: Rota, from: Instant, to: Instant): readonly Shift[] => {
  const found: Shift[] = []
  // A shift that crosses midnight started the day before.
  const early = addDays(dayOf(from), -1)
  let day = early > rota.from ? early : rota.from
  for (; instantOf(day) < to && isCountable(day); day = addDays(day, 1)) {
    if (rota.until !== null && day > rota.until) break
    const hours = hoursOn(rota, day)
    if (!overlaps(hours, from, to) || !isOwnDay(calendar, rota.days, day)) continue
    const { unitId, layer } = rota
    found.push({ unitId, layer, personId: personOn(calendar, rota, day), ...hours, on: day })
  }
  return found
}

/** What is left of a shift beside an override. */
const beside = (shift: Shift, { layer, from, to, forId }: Override): readonly Shift[] => {
  if (shift.layer !== layer || !overlaps(shift, from, to)) return [shift]
  if (forId !== null && forId !== shift.personId) return [shift]
  return [
    ...(shift.from < from ? [{ ...shift, to: from }] : []),
    ...(shift.to > to ? [{ ...shift, from: to }] : []),
  ]
}

/** The overrides that stand, in the order in which they were made, those of one step together. */
const steps = (overrides: readonly Override[]): readonly (readonly Override[])[] => {
  const made = new Map<number, Override[]>()
  for (const each of overrides) {
    if (each.undoneAt !== null) continue
    made.set(each.step, [...(made.get(each.step) ?? []), each])
  }
  return [...made.entries()].sort(([a], [b]) => a - b).map(([, step]) => step)
}

const placed = (shifts: readonly Shift[], step: readonly Override[]): readonly Shift[] => [
  ...step.reduce((left, override) => left.flatMap((shift) => beside(shift, override)), shifts),
  ...step.flatMap(({ unitId, layer, personId, from, to }) =>
    personId === null ? [] : [{ unitId, layer, personId, from, to, on: dayOf(from) }],
  ),
]

const isAbsent = (absences: readonly Absence[], { personId, on }: Shift): boolean =>
  absences.some((each) => each.personId === personId && each.from <= on && on <= each.to)

/** A shift ends at the latest with the right to have it. */
const untilParting =
  (partings: readonly Parting[]) =>
  (shift: Shift): Shift => {
    const at = partings.find(({ personId }) => personId === shift.personId)?.at ?? shift.to
    return at < shift.to ? { ...shift, to: Math.max(at, shift.from) } : shift
  }

const inOrder = (a: Shift, b: Shift): number =>
  a.from - b.from || layers.indexOf(a.layer) - layers.indexOf(b.layer) || (a.personId < b.personId ? -1 : 1)

/**
 * The shifts of one unit that touch the time from one instant up to another, whole, in order of their start: what the rotas
 * say, then each override in the order in which they were made, without whoever is absent on the day of the
 * shift or has left.
 */
export const shiftsBetween = (
  calendar: Calendar,
  { rotas, overrides, absences, partings }: Plan,
  from: Instant,
  to: Instant,
): readonly Shift[] => {
  const regular = rotas.flatMap((rota) => ofRota(calendar, rota, from, to))
  const touching = [...regular, ...overrides.filter((each) => overlaps(each, from, to))]
  // What is changed of a shift outside the time that was asked for still cuts it.
  const first = Math.min(from, ...touching.map((each) => each.from))
  const last = Math.max(to, ...touching.map((each) => each.to))
  return steps(overrides.filter((each) => overlaps(each, first, last)))
    .reduce(placed, regular)
    .map(untilParting(partings))
    .filter((shift) => overlaps(shift, from, to) && !isAbsent(absences, shift))
    .sort(inOrder)
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))

/** Who takes the nth of several shifts a day in turn, when the same people take all of them one after the other. */
export const inTurns = <P>(people: readonly P[], shifts: number, nth: number): readonly P[] => {
  const rounds = people.length / commonDivisor(people.length, shifts)
  return Array.from({ length: rounds }, (_, round) => people[(round * shifts + nth) % people.length]).filter(
    (person) => person !== undefined,
  )
}
