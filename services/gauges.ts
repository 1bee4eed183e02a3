import type { Phase } from "../rules/obligation.ts"
import type { Lane, Outgoing } from "../rules/outgoing.ts"
import type { Act } from "./app.ts"
import { jobs } from "./jobs.ts"

/** How the bot does, in numbers that are about nobody. */
export interface Gauges {
  /** By how much the latest of what is due is late; 0 when nothing is (milliseconds). */
  readonly lateness: number
  /** By how much the latest of what may leave has not (milliseconds). */
  readonly unsent: number
  readonly outbox: readonly {
    readonly lane: Lane
    readonly state: Outgoing["state"]
    readonly count: number
  }[]
  readonly obligations: readonly { readonly phase: Phase; readonly count: number }[]
  readonly incidents: number
}

const COUNTED = ["waiting", "sending", "sent", "failed"] as const

/** By how much the latest of what is due is late. */
export const lateness = async (act: Act): Promise<number> => {
  let latest = 0
  for (const { table } of jobs) {
    // What is only forgotten some time is nobody's loss.
    if (table === "outbox") continue
    const [row] = await act.tables[table].due(act.now, 1)
    latest = Math.max(latest, act.now - (row?.dueAt ?? act.now))
  }
  return latest
}

/** By how much the latest of what may leave has not left. */
export const unsent = async (act: Act): Promise<number> => {
  let latest = 0
  for (const { leaveAt } of await act.tables.outbox.where("state", "waiting"))
    latest = Math.max(latest, act.now - leaveAt)
  return latest
}

const tally = <T extends string>(values: Iterable<T>): ReadonlyMap<T, number> => {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

export const measure = async (act: Act): Promise<Gauges> => {
  const outbox = []
  for (const state of COUNTED) {
    const rows = await act.tables.outbox.where("state", state)
    for (const [lane, count] of tally(rows.map((row) => row.lane))) outbox.push({ lane, state, count })
  }
  const phases = tally((await act.tables.obligations.all()).map(({ phase }) => phase))
  const incidents = (await act.tables.incidents.all()).filter(({ state }) => state !== "closed").length
  return {
    lateness: await lateness(act),
    unsent: await unsent(act),
    outbox,
    obligations: [...phases].map(([phase, count]) => ({ phase, count })),
    incidents,
  }
}
