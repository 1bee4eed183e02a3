import type { Account } from "../rules/account.ts"
import { type Move, type Moved, withMoves } from "../rules/moved.ts"
import { MOST_MOVED } from "../text/list.ts"
import type { Act } from "./app.ts"
import * as following from "./following.ts"
import type { Reminded, Watching } from "./move.ts"
import * as outbox from "./outbox.ts"
import * as quotas from "./quotas.ts"
import * as rounds from "./rounds.ts"

/** Everything with open dates that hang on the calendar. */
const watchings: readonly Watching[] = [quotas.watching, following.watching]

/** Counts anew what is named, and keeps what moved for those who are to be told. */
export const noting = async (
  act: Act,
  years: readonly string[],
  unitId: string | null,
  accounts: readonly Account[],
  count: () => Promise<void>,
): Promise<void> => {
  const after = []
  for (const watching of watchings) after.push(await watching(act, unitId, accounts))
  await count()
  const told = new Map<string, { readonly whom: Reminded; readonly moves: Move[] }>()
  for (const movedSince of after)
    for (const { to, move } of await movedSince())
      for (const whom of to) {
        const id = `${whom.to.kind}:${whom.to.id}`
        const known = told.get(id) ?? { whom, moves: [] }
        known.moves.push(move)
        told.set(id, known)
      }
  for (const [id, { whom, moves }] of told) {
    const nothing = { ...whom, id, years, moves: [], count: 0, dueAt: act.now }
    const known: Moved = (await act.tables.moved.get(id)) ?? nothing
    await act.tables.moved.put(withMoves(known, years, moves, MOST_MOVED))
  }
}

/** Tells what moved, with the next digest, once everything is counted that the same notices moved. */
export const tell = async (act: Act, row: Moved): Promise<void> => {
  const waiting = (await act.tables.recounts.all()).filter(({ years }) => years !== undefined)
  const last = Math.max(...waiting.map(({ dueAt }) => dueAt))
  if (waiting.length > 0)
    return act.tables.moved.put({ ...row, dueAt: Math.max(last, row.dueAt, act.now) + 1 })
  await act.tables.moved.remove(row.id)
  await outbox.post(act, {
    to: row.to,
    lane: "notice",
    dueAt: await rounds.next(act, row.unitId, "digest"),
    body: { text: act.text.calendar.moved(row.years, row.moves, row.count) },
  })
}
