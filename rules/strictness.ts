import type { Frequency } from "./frequency.ts"
import { isOpen, type Open } from "./figure.ts"
import type { Quantity } from "./quantity.ts"
import { quantityOf } from "./stretch.ts"
import type { Day } from "./time.ts"

/** Above 0 when the first is stricter, 0 when they ask the same, null when neither contains the other. */
export type Verdict = number | null

/** Stricter in one respect and laxer in another is neither. */
export const together = (...verdicts: readonly Verdict[]): Verdict => {
  if (verdicts.includes(null)) return null
  const some = verdicts.filter((verdict) => verdict !== null && verdict !== 0) as number[]
  if (some.some((verdict) => verdict > 0) && some.some((verdict) => verdict < 0)) return null
  return some[0] ?? 0
}

export const more = (a: number, b: number): Verdict => a - b
export const fewer = (a: number, b: number): Verdict => b - a

const HOURS = { minute: 1 / 60, hour: 1, day: 24, week: 168 } as const
/** How few and how many days so many months can have. */
const FEWEST = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334]
const MOST = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337]

const monthsIn = ({ amount, unit }: Quantity): number | null =>
  unit === "month" ? amount : unit === "year" ? amount * 12 : null

/** The shortest and the longest a length can last, in hours; working days stretch over holidays. */
const extent = (quantity: Quantity): readonly [number, number] => {
  const { amount, unit } = quantity
  if (unit === "working day") return [24 * amount, 24 * 12 * amount]
  if (unit === "month" || unit === "year") {
    const months = monthsIn(quantity) ?? 0
    const [years, rest] = [Math.floor(months / 12), months % 12]
    return [24 * (365 * years + (FEWEST[rest] ?? 0)), 24 * (366 * years + (MOST[rest] ?? 0))]
  }
  return [HOURS[unit] * amount, HOURS[unit] * amount]
}

/** Whether one length is surely shorter than another: above 0 when the first is. */
export const shorter = (a: Quantity, b: Quantity): Verdict => {
  if (a.unit === b.unit) return b.amount - a.amount
  const [monthsA, monthsB] = [monthsIn(a), monthsIn(b)]
  if (monthsA !== null && monthsB !== null) return monthsB - monthsA
  const [shortA, longA] = extent(a)
  const [shortB, longB] = extent(b)
  if (shortA === longA && shortB === longB) return longB - longA
  if (longA <= shortB) return 1
  if (longB <= shortA) return -1
  return null
}

/** A figure is stricter than a word that leaves it open. */
const orOpen =
  <T extends object>(compare: (a: T, b: T) => Verdict) =>
  (a: T | Open, b: T | Open): Verdict => {
    if (isOpen(a)) return isOpen(b) ? 0 : -1
    return isOpen(b) ? 1 : compare(a, b)
  }

export const shorterLimit = orOpen(shorter)
export const longer = (a: Quantity, b: Quantity): Verdict => shorter(b, a)
export const earlier = (a: Day, b: Day): Verdict => (a === b ? 0 : a < b ? 1 : -1)

const numbersOrOpen =
  (compare: (a: number, b: number) => Verdict) =>
  (a: number | Open, b: number | Open): Verdict => {
    if (typeof a === "number") return typeof b === "number" ? compare(a, b) : 1
    return typeof b === "number" ? -1 : 0
  }

export const moreLevels = numbersOrOpen(more)

export const fewerOrShorter = (a: number | Quantity | Open, b: number | Quantity | Open): Verdict => {
  if (typeof a === "number") return typeof b === "number" ? fewer(a, b) : null
  return typeof b === "number" ? null : shorterLimit(a, b)
}

/** Only frequencies over the same span can be compared: a weekly and a monthly rule run side by side. */
export const oftener = orOpen<Frequency>((a, b) => {
  if (a.kind === "every") return b.kind === "every" ? shorter(quantityOf(a), quantityOf(b)) : null
  return b.kind === "per" && a.span === b.span ? a.count - b.count : null
})

/** A set that contains another is stricter; otherwise both count. */
export const wider = <T>(a: readonly T[], b: readonly T[]): Verdict => {
  const aHasB = b.every((each) => a.includes(each))
  const bHasA = a.every((each) => b.includes(each))
  if (aHasB) return bHasA ? 0 : 1
  return bHasA ? -1 : null
}
