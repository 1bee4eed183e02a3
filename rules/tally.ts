import { type MeasureName, measureNames, measures } from "./measures/index.ts"
import type { Evidence } from "./measures/measure.ts"
import { type Instant, type Month, monthOf } from "./time.ts"

/** Every figure, for some units over some time. */
export type Figures = Readonly<Record<MeasureName, number>>

/** The figures month by month; a month of which nothing is known is left out. */
export type Tally = ReadonlyMap<Month, Figures>

export const nothing = Object.fromEntries(measureNames.map((name) => [name, 0])) as Figures

/** Counts every measure over rows, month by month. Each row is looked at once for each measure of its kind. */
export const tallied = (evidence: Evidence, now: Instant): Tally => {
  const months = new Map<Month, Record<MeasureName, number>>()
  for (const name of measureNames)
    measures[name].tally(
      evidence,
      (day, weight) => {
        const month = monthOf(day)
        const figures = months.get(month) ?? { ...nothing }
        figures[name] += weight
        months.set(month, figures)
      },
      now,
    )
  return months
}

/** Figures put together: every one of them is a sum. */
export const summed = (all: Iterable<Figures>): Figures => {
  const sum: Record<MeasureName, number> = { ...nothing }
  for (const each of all) for (const name of measureNames) sum[name] += each[name]
  return sum
}

/** What some months come to. */
export const over = (tally: Tally, months: readonly Month[]): Figures =>
  summed(months.flatMap((month) => tally.get(month) ?? []))

/** What is said as a share of something else; always reckoned from the sums, never from other shares. */
export const ratios = {
  original: ["originals", "posts"],
  first: ["firsts", "posts"],
  kept: ["kept", "kept", "missed"],
  answered: ["casesInTime", "casesInTime", "casesLate"],
  inTime: ["dutiesDone", "dutiesDone", "dutiesLate", "dutiesOverdue"],
} as const satisfies Readonly<Record<string, readonly [MeasureName, ...MeasureName[]]>>
export type RatioName = keyof typeof ratios

/** A share between 0 and 1; null where there is nothing of which it could be one. */
export const share = (figures: Figures, name: RatioName): number | null => {
  const [part, ...whole] = ratios[name]
  const all = whole.reduce((sum, each) => sum + figures[each], 0)
  return all === 0 ? null : figures[part] / all
}

/** How often an account was not updated as it has to be, in a period or for too many days. */
export const unkept = ({ missed, silences }: Figures): number => missed + silences

/** How long it took on average until somebody had taken an incident on, in minutes; null where nobody had any to take. */
export const minutesOnAverage = ({ minutesToTake, taken }: Figures): number | null =>
  taken === 0 ? null : minutesToTake / taken
