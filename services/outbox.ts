import { compose, isUnseen, type Message, renewed, replaced } from "../rules/outbox.ts"
import { compareLanes, type Lane, type Outgoing } from "../rules/outgoing.ts"
import type { Tables } from "../storage/store.ts"
import type { Act } from "./app.ts"
import type { JobOn } from "./job.ts"

const posted = new WeakMap<Tables, string[]>()

/** The ids of the messages that this transaction has posted, in order. */
export const postedIn = ({ tables }: Pick<Act, "tables">): readonly string[] => posted.get(tables) ?? []

/** How many messages this transaction has posted before: what keeps them in order. */
const nextTurn = (tables: Tables, id: string): number => {
  const ids = posted.get(tables) ?? []
  posted.set(tables, ids)
  return ids.push(id) - 1
}

/** Puts what leaves as it is, in its turn among the messages of this transaction. */
export const place = async (act: Act, row: Outgoing): Promise<void> => {
  nextTurn(act.tables, row.id)
  await act.tables.outbox.put(row)
}

/** Posts a message; it leaves after the transaction is durable. Gives back its row, whose id a later edit names. */
export const post = async (act: Act, message: Message): Promise<Outgoing> => {
  const { outbox } = act.tables
  const known = message.key === undefined ? null : await outbox.get(message.key)
  if (known) return known
  const id = message.key ?? act.newId()
  const row = compose(message, id, act.now, nextTurn(act.tables, id))
  const edited = message.edits ? await outbox.get(message.edits) : null
  const original = edited?.edits ? await outbox.get(edited.edits) : edited
  const placed = original ? await edit(act, original, row) : row
  await outbox.put(placed)
  return placed
}

/** An edit changes its card before the card has left, and takes the place of an edit that still waits. */
const edit = async (act: Act, original: Outgoing, row: Outgoing): Promise<Outgoing> => {
  const { outbox } = act.tables
  const renewal = { ...row, to: original.to, edits: original.id }
  if (isUnseen(original)) {
    await outbox.put(renewed(original, row))
    return replaced(renewal, act.now)
  }
  const earlier = await outbox.where("edits", original.id)
  for (const one of earlier) await outbox.put(replaced(one, act.now))
  const [place = renewal] = earlier
  const lane = await together(act, original, renewal)
  return { ...renewal, lane, createdAt: place.createdAt, turn: place.turn }
}

/** While a card has not arrived, it and its edit go in one lane, the more urgent of both: there they keep their order. */
const together = async (act: Act, original: Outgoing, row: Outgoing): Promise<Lane> => {
  if (original.dueAt !== null) return row.lane
  if (compareLanes(row.lane, original.lane) >= 0) return original.lane
  await act.tables.outbox.put({ ...original, lane: row.lane })
  return row.lane
}

/** A message is forgotten when it can no longer be edited. */
export const forget: JobOn<"outbox"> = {
  name: "forget",
  table: "outbox",
  run: (act, row) => act.tables.outbox.remove(row.id),
}

/** The key of the message that stands in a chat under the messenger's id; null when it is no longer known. */
export const keyOf = async (act: Act, chat: string, messageId: string): Promise<string | null> => {
  const [row] = await act.tables.outbox.where("message", `${chat}/${messageId}`)
  return row === undefined ? null : (row.edits ?? row.id)
}
