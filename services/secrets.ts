import { failed } from "../rules/delivery.ts"
import { removal } from "../rules/outbox.ts"
import type { Outgoing, Removal } from "../rules/outgoing.ts"
import type { Act } from "./app.ts"
import * as officers from "./officers.ts"
import { place, post } from "./outbox.ts"
import * as people from "./people.ts"

/** A message that looks like a password, or tells who wrote to the office: where it stands and who wrote it, and nothing of what it says. */
export interface Leak extends Removal {
  readonly chat: string
  readonly topic: string | null
}

/** Has a message taken away, before anything else leaves. Its sender is told once that is done, or cannot be. */
export const takeAway = async (act: Act, { chat, topic, ...removes }: Leak): Promise<void> => {
  const id = `removal:${chat}/${removes.messageId}/${act.newId()}`
  await place(act, removal({ kind: "chat", id: chat, topic }, removes, id, act.now))
}

const wordsFor = (act: Act, { removes }: Outgoing) => act.text.secret[removes?.about ?? "passwords"]

/** It is gone: whoever wrote it changes that password now, or writes it anew without saying who it was. */
export const tookAway = (act: Act, row: Outgoing): Promise<void> => tell(act, row, wordsFor(act, row).removed)

/** It cannot be deleted: whoever wrote it has to, and the officers of the group know. Marks the row as failed. */
export const couldNotTakeAway = async (act: Act, row: Outgoing, why: string): Promise<void> => {
  await act.tables.outbox.put(failed(row, why, act.now))
  const chat = await act.tables.chats.get(row.to.id)
  const writer = await writerOf(act, row)
  await tell(act, row, wordsFor(act, row).stays)
  if (!chat) return
  const text = wordsFor(act, row).staysInGroup({ title: chat.title, name: writer?.name ?? null })
  const except = writer?.id ?? null
  await officers.tell(act, chat.unitId, { key: `${row.id}/officer`, lane: "notice", text, except })
}

const writerOf = async (act: Act, { removes }: Outgoing) =>
  removes?.sender == null ? null : ((await people.memberOf(act, removes.sender))?.person ?? null)

/** In private where that is possible, else in the group, by name where it is known. Says nothing of what was written. */
const tell = async (
  act: Act,
  row: Outgoing,
  say: (where: "here" | "group", title: string) => string,
): Promise<void> => {
  const key = `${row.id}/told`
  if (row.removes?.place === "private") {
    await post(act, { key, to: row.to, lane: "answer", body: { text: say("here", "") } })
    return
  }
  const writer = await writerOf(act, row)
  if (writer?.reachable && writer.chat !== null) {
    const title = (await act.tables.chats.get(row.to.id))?.title ?? ""
    const body = { text: say("group", title) }
    // A notice finds its way into the group when the private chat turns out to be shut.
    await post(act, { key, to: { kind: "person", id: writer.id }, lane: "notice", body })
    return
  }
  const user = row.removes?.sender ?? null
  const named = writer && user !== null ? [{ offset: 0, length: writer.name.length, user }] : []
  const text = writer ? act.text.secret.by(writer.name, say("here", "")) : say("here", "")
  await post(act, { key, to: row.to, lane: "answer", body: { text, mentions: named } })
}
