import { type Instant, minutes } from "../rules/time.ts"
import type { Act } from "./app.ts"
import * as outbox from "./outbox.ts"
import * as people from "./people.ts"

/** Later than this is worth a word. */
const PATIENCE = minutes(10)
const COUNTED = 10_000

/** What was left undone while nothing ran. */
interface Late {
  readonly count: number
  readonly since: Instant
}

/** After a downtime the administrators of the office hear how much was late, and by how much; it is done right after. */
export const confess = async (act: Act): Promise<void> => {
  const late = await lateness(act)
  if (!late) return
  for (const root of await act.tables.units.where("parent", ""))
    for (const person of await people.holding(act, root.id, ["administrator"]))
      await outbox.post(act, {
        to: { kind: "person", id: person.id },
        lane: "notice",
        key: `downtime:${late.since}:${person.id}`,
        body: { text: act.text.guide.downtime(late.count, late.since, act.now) },
      })
}

const lateness = async ({ tables, now }: Act): Promise<Late | null> => {
  const before = now - PATIENCE
  const due = [
    ...(await tables.rounds.due(before, COUNTED)),
    ...(await tables.clocks.due(before, COUNTED)),
  ].map(({ dueAt }) => dueAt)
  const unsent = (await tables.outbox.where("state", "waiting")).map(({ leaveAt }) => leaveAt)
  const late = [...due, ...unsent.filter((at) => at <= before)]
  return late.length === 0 ? null : { count: late.length, since: Math.min(...late) }
}
