import { days, type Instant } from "../rules/time.ts"
import type { Act } from "./app.ts"
import type { Job } from "./job.ts"
import { jobs } from "./jobs.ts"
import * as people from "./people.ts"

/** A message that would be sent. */
export interface Foreseen {
  readonly at: Instant
  readonly to: string
  readonly text: string
}

/** A rehearsal that does not end by itself is stopped here. */
const MOST_STEPS = 20_000

/**
 * Plays the clock forward with the jobs the clock really runs, and gives back every message they would post. It writes
 * to the tables: call it in a rehearsal, which forgets.
 */
export const play = async (act: Act, me: people.Member, count: number): Promise<readonly Foreseen[]> => {
  const before = new Set((await act.tables.outbox.all()).map(({ id }) => id))
  const until = act.now + days(count)
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const due = await nextDue(act, until)
    if (!due) break
    await due.run({ ...act, now: Math.max(act.now, due.at) })
  }
  const posted = (await act.tables.outbox.all()).filter(({ id }) => !before.has(id))
  const foreseen: Foreseen[] = []
  for (const row of posted.sort((a, b) => a.leaveAt - b.leaveAt)) {
    const to = await recipient(act, me, row.to)
    if (to !== null) foreseen.push({ at: row.leaveAt, to, text: row.body.text })
  }
  return foreseen
}

const nextDue = async (act: Act, until: Instant) => {
  const found = []
  for (const job of jobs) found.push(await soonestOf(act, job, until))
  return found.filter((due) => due !== null).sort((a, b) => a.at - b.at)[0] ?? null
}

/** Of what the clock does, only the end of quotas and the rounds say anything to anybody. */
const soonestOf = async (act: Act, job: Job, until: Instant) => {
  switch (job.table) {
    case "clocks": {
      const [row] = await act.tables.clocks.due(until, 1)
      return row ? { at: row.dueAt, run: (at: Act) => job.run(at, row) } : null
    }
    case "rounds": {
      const [row] = await act.tables.rounds.due(until, 1)
      return row ? { at: row.dueAt, run: (at: Act) => job.run(at, row) } : null
    }
    default:
      return null
  }
}

/** The name of a person or group of the units one may see; null for all others. */
const recipient = async (
  act: Act,
  me: people.Member,
  to: { readonly kind: "person" | "chat"; readonly id: string },
): Promise<string | null> => {
  const found = to.kind === "person" ? await act.tables.persons.get(to.id) : await act.tables.chats.get(to.id)
  if (found === null || !(await people.may(act, me, "see", found.unitId))) return null
  return "name" in found ? found.name : found.title
}
