import type { Incident } from "../incident.ts"
import { type Day, dayOf, minutes } from "../time.ts"
import { measure } from "./measure.ts"

const takenOn = ({ drill, foundAt, acknowledged }: Incident): Day | null =>
  drill || acknowledged.length === 0 ? null : dayOf(foundAt)

/** Incidents that somebody took on, by the day on which they were found. */
export const taken = measure("incidents", takenOn)

/** How many minutes it took, from the report until somebody took them on, all together. */
export const minutesToTake = measure("incidents", takenOn, ({ acknowledged: [first], raisedAt }) =>
  first === undefined ? 0 : Math.max(0, Math.floor((first.at - raisedAt) / minutes(1))),
)
