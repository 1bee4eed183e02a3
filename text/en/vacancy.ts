import type { vacancy as chinese } from "../zh/vacancy.ts"
import { cited } from "./cited.ts"
import { quota } from "./quota.ts"

type Chinese = typeof chinese
type Seats = Parameters<Chinese["list"]>[0]

/** How many accounts are named. */
const NAMED = 10

const named = (seats: Seats): string =>
  `${seats
    .slice(0, NAMED)
    .flatMap(({ account }) => (account === null ? [] : [quota.named(account)]))
    .join(", ")}${seats.length > NAMED ? ` and others, ${seats.length} in all` : ""}`

const by = (seats: Seats): string => [...new Set(seats.map(({ source }) => cited.cite(source)))].join(", ")

const parts = (seats: Seats) => ({
  leader: seats.find(({ account }) => account === null) ?? null,
  kept: seats.filter(({ account }) => account !== null),
})

export const vacancy: Chinese = {
  line: (unit, vacant) => {
    const { leader, kept } = parts(vacant)
    const what = [
      ...(leader === null ? [] : ["no leader in charge"]),
      ...(kept.length === 0 ? [] : [`no custodian for ${named(kept)}`]),
    ]
    return `${unit}: ${what.join("; ")} (by ${by(vacant)})`
  },
  more: (count) => `and ${count} more units`,
  list: (seats) => {
    if (seats.length === 0) return []
    const { leader, kept } = parts(seats)
    const empty = kept.filter(({ filledBy }) => filledBy === null)
    return [
      `\n▪ Leader in charge and custodians ${seats.filter(({ filledBy }) => filledBy !== null).length}/${seats.length}`,
      ...(leader === null
        ? []
        : [
            leader.filledBy === null
              ? "✗ Leader in charge: nobody yet, please /appoint one"
              : `✓ Leader in charge: ${leader.filledBy}`,
          ]),
      ...(kept.length === 0
        ? []
        : empty.length === 0
          ? [`✓ Custodians: all ${kept.length} accounts have one`]
          : [`✗ Custodians: none for ${named(empty)}, please /edit`]),
      `By ${by(seats)}`,
    ]
  },
}
