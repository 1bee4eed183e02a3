import { leaving } from "../rules/delivery.ts"
import { canShare, canShareWith, carries } from "../rules/outbox.ts"
import type { Body, Outgoing } from "../rules/outgoing.ts"
import { joined, prefixed, type Room, split } from "../rules/split.ts"
import { seconds } from "../rules/time.ts"
import type { Act } from "./app.ts"
import { missed, type Place, placeOf } from "./reach.ts"

/** What the sender wants to send next: a row, and those behind it that may share its message. */
export interface Pick {
  readonly id: string
  readonly followers: readonly string[]
}

/** One call of the messenger, recorded as `sending`. */
export interface Call extends Place {
  /** The rows it delivers; several share one message. */
  readonly rows: readonly string[]
  /** The message to change in place, or null to send a new one. */
  readonly edits: string | null
  /** The message to take away instead of sending anything. */
  readonly removes: string | null
  /** It only asks whether anybody is there. */
  readonly probe: boolean
  readonly replyTo: string | null
  readonly body: Body
  readonly parts: number
  /** True for the one repeat. */
  readonly repeat: boolean
}

/** Records what is about to be sent, and gives back the calls to make once that is durable. */
export const take = async (act: Act, picks: readonly Pick[], room: Room): Promise<readonly Call[]> => {
  const calls: Call[] = []
  for (const pick of picks) {
    const call = await takeOne(act, pick, room)
    if (call) calls.push(call)
  }
  return calls
}

const takeOne = async (act: Act, pick: Pick, room: Room): Promise<Call | null> => {
  const { outbox } = act.tables
  const row = await outbox.get(pick.id)
  if (row?.state !== "waiting" || row.leaveAt > act.now) return null
  const original = row.edits === null ? null : await outbox.get(row.edits)
  if (original && (original.state === "waiting" || original.state === "sending")) {
    await outbox.put({ ...row, leaveAt: act.now + seconds(1) })
    return null
  }
  const place = await placeOf(act, row)
  if (!place) {
    await missed(act, row, "nowhere to send it")
    return null
  }
  const mark = act.text.outbox.repeat
  const own = { text: room.text - mark.length, caption: room.caption - mark.length }
  const shared = await shareable(act, row, pick.followers, own.text)
  for (const one of [row, ...shared]) await outbox.put(leaving(one))
  const parts = split(shared.map(({ body }) => body).reduce(joined, row.body), own)
  const canEdit = parts.length === 1 && row.part === 0 && !carries(row.body)
  const inPlace = canEdit ? (original?.messageId ?? null) : null
  const part = parts[row.part] ?? parts[0]
  return {
    ...place,
    rows: [row, ...shared].map(({ id }) => id),
    edits: inPlace,
    removes: row.removes?.messageId ?? null,
    probe: row.probe === true,
    replyTo: row.part === 0 ? row.replyTo : null,
    body: row.doubtful && inPlace === null ? prefixed(mark, part) : part,
    parts: parts.length,
    repeat: row.doubtful,
  }
}

/** Those behind a notice that fit into its message, up to the first that does not. */
const shareable = async (
  act: Act,
  row: Outgoing,
  followers: readonly string[],
  longest: number,
): Promise<readonly Outgoing[]> => {
  if (!canShare(row)) return []
  const found: Outgoing[] = []
  let body = row.body
  for (const id of followers) {
    const next = await act.tables.outbox.get(id)
    if (!next || next.leaveAt > act.now || !canShare(next) || !canShareWith(row, next)) break
    body = joined(body, next.body)
    if (body.text.length > longest) break
    found.push(next)
  }
  return found
}
