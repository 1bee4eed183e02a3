import type { Act } from "./app.ts"
import { follow } from "./incidents/moving.ts"
import * as secrets from "./secrets.ts"

/**
 * The chat goes on under another id: it is written everywhere, and what waits leaves for the new one. The ids of old
 * messages are void there, so nothing is answered or edited in place any more. Doing it twice is harmless.
 */
export const move = async (act: Act, from: string, to: string): Promise<void> => {
  if (from === to) return
  const { chats, dialogs, outbox } = act.tables
  const chat = await chats.get(from)
  if (chat) {
    await chats.remove(from)
    if (!(await chats.get(to))) await chats.put({ ...chat, id: to, reachable: true, was: from })
  }
  for (const dialog of await dialogs.where("chat", from)) {
    await dialogs.remove(dialog.id)
    await dialogs.put({ ...dialog, id: dialog.id.replace(from, to), chat: to })
  }
  for (const row of await outbox.where("to", from)) {
    if (row.to.kind !== "chat") continue
    const moved = { ...row, to: { ...row.to, id: to }, replyTo: null, messageId: null }
    // What has that id in the new chat is another message.
    if (row.removes && row.dueAt === null) await secrets.couldNotTakeAway(act, moved, "the chat has moved")
    else await outbox.put(moved)
  }
  await follow(act, from, to)
}
