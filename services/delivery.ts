import { delivered, doubted, failed, held, later, type Outcome, retryAt } from "../rules/delivery.ts"
import type { Outgoing } from "../rules/outgoing.ts"
import { beginningOf } from "../rules/split.ts"
import type { Instant } from "../rules/time.ts"
import type { Act } from "./app.ts"
import * as canaries from "./canaries.ts"
import * as chats from "./chats.ts"
import type { Call } from "./departure.ts"
import * as officers from "./officers.ts"
import { post } from "./outbox.ts"
import { missed, unitOf } from "./reach.ts"
import * as secrets from "./secrets.ts"

/** Records how a call ended, and what follows from it. */
export const record = async (act: Act, call: Call, outcome: Outcome): Promise<void> => {
  if (outcome.kind === "moved") await chats.move(act, call.chat, outcome.to)
  for (const id of call.rows) {
    const row = await act.tables.outbox.get(id)
    if (row?.state === "sending") await recordOne(act, call, row, outcome)
  }
}

const recordOne = async (act: Act, call: Call, row: Outgoing, outcome: Outcome): Promise<void> => {
  const { outbox } = act.tables
  if (row.probe && outcome.kind !== "held") return canaries.ended(act, row, outcome.kind === "delivered")
  switch (outcome.kind) {
    case "delivered": {
      const messageId = call.rows.length > 1 ? null : (call.edits ?? outcome.messageId)
      const next = delivered(row, { chat: call.chat, messageId, parts: call.parts }, act.now)
      await outbox.put(next)
      if (row.removes) return secrets.tookAway(act, next)
      if (next.state === "sent") await standAnew(act, row, call, messageId)
      return
    }
    case "later":
      return outbox.put(later(row, outcome.why, retryAt(row, act.now)))
    case "held":
    case "moved":
      return outbox.put(held(row))
    case "gone":
      await outbox.put(held(row))
      return standAnew(act, row, { ...call, edits: null }, null)
    case "doubtful":
      await doubt(act, row, call.edits !== null || call.removes !== null, outcome.why, retryAt(row, act.now))
      return
    case "stays":
      return secrets.couldNotTakeAway(act, row, outcome.why)
    case "unreachable":
      return missed(act, row, outcome.why)
    case "refused":
      return refused(act, row, call, outcome)
  }
}

/** A card that was sent anew is edited there from now on; one that is gone stands nowhere. */
const standAnew = async (act: Act, row: Outgoing, call: Call, messageId: string | null): Promise<void> => {
  if (row.edits === null || call.edits !== null) return
  const original = await act.tables.outbox.get(row.edits)
  if (original) await act.tables.outbox.put({ ...original, chat: call.chat, messageId })
}

const LOST = "/lost"

/** Sent once more, or given up after the one repeat: then the reader is told that something may be missing. */
const doubt = async (
  act: Act,
  row: Outgoing,
  inPlace: boolean,
  why: string,
  leaveAt: Instant,
): Promise<boolean> => {
  const again = doubted(row, inPlace, why, leaveAt)
  await act.tables.outbox.put(again ?? failed(row, `no answer twice: ${why}`, act.now))
  if (again) return false
  if (!row.id.endsWith(LOST)) {
    const body = { text: act.text.outbox.lost(beginningOf(row.body.text)) }
    await post(act, { key: row.id + LOST, to: row.to, lane: row.lane, body })
  }
  return true
}

const refused = async (
  act: Act,
  row: Outgoing,
  call: Call,
  { why, reference }: Outcome & { kind: "refused" },
): Promise<void> => {
  // One of several may be to blame: each goes alone.
  if (call.rows.length > 1) return act.tables.outbox.put({ ...row, state: "waiting" })
  await act.tables.outbox.put(failed(row, why, act.now))
  const unitId = row.lane === "emergency" ? await unitOf(act, row) : null
  if (unitId === null) return
  const text = act.text.outbox.emergencyRefused(beginningOf(row.body.text), reference)
  await officers.tell(act, unitId, { key: `refused/${row.id}`, lane: row.lane, text, except: null })
}

/** After a start: whatever was on its way when the process ended is doubtful. Gives back the ids of what was given up. */
export const recover = async (act: Act): Promise<readonly string[]> => {
  const lost: string[] = []
  for (const row of await act.tables.outbox.where("state", "sending")) {
    const original = row.edits === null ? null : await act.tables.outbox.get(row.edits)
    const inPlace = row.removes !== undefined || (row.part === 0 && original?.messageId != null)
    if (row.probe) {
      await canaries.ended(act, row, false)
      continue
    }
    const why = "the process ended while it was being sent"
    if (await doubt(act, row, inPlace, why, act.now)) lost.push(row.id)
  }
  return lost
}
