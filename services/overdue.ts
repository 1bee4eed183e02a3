import type { Obligation } from "../rules/obligation.ts"
import type { Person } from "../rules/person.ts"
import { outsideQuiet } from "../rules/times.ts"
import type { Act } from "./app.ts"
import * as duties from "./duties.ts"
import * as following from "./following.ts"
import * as outbox from "./outbox.ts"
import * as owners from "./owners.ts"
import * as units from "./units.ts"

/** The clock has come to an obligation; when it has long been overdue, the leader in charge hears of it once. */
export const run = async (act: Act, row: Obligation): Promise<void> => {
  const next = await following.advance(act, row)
  if (next.phase !== "escalated" || row.phase === "escalated") return
  const duty = await duties.shown(act, next)
  for (const leader of await leadersOf(act, next))
    await outbox.post(act, {
      to: { kind: "person", id: leader.id },
      lane: "notice",
      key: `overdue:${next.id}:${next.due?.day ?? ""}:${leader.id}`,
      dueAt: outsideQuiet(await units.times(act, next.unitId), act.now),
      body: { text: act.text.obligation.escalated(duty) },
    })
}

/** The leader who answers for it; whoever has to do it themselves is told by the digest. */
const leadersOf = async (act: Act, row: Obligation): Promise<readonly Person[]> =>
  owners.leaders(act, row.unitId)

/** What was overdue already when it was noted is told once to whoever has to do it, and never reminded of backwards. */
export const tellBorn = async (act: Act, rows: readonly Obligation[]): Promise<void> => {
  for (const row of rows) {
    if (!row.bornLate || row.notedAt !== act.now || row.settled !== null) continue
    const readers = await duties.readersOf(act, row)
    const to =
      readers?.kind === "groups"
        ? readers.chats.map(({ id, topic }) => ({ kind: "chat", id, topic }) as const)
        : (readers?.persons ?? []).map(({ id }) => ({ kind: "person", id }) as const)
    for (const each of to)
      await outbox.post(act, {
        to: each,
        lane: "notice",
        key: `born-late:${row.id}:${each.id}`,
        dueAt: outsideQuiet(await units.times(act, row.unitId), act.now),
        body: { text: act.text.obligation.bornLate(await duties.shown(act, row)) },
      })
  }
}
