import type { Chat } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import { hastenFor } from "./incidents/unreached.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import * as units from "./units.ts"

/** Binds a group to a unit: what the unit's accounts owe is said there. Binding again moves it. */
export const bind = async (
  act: Act,
  me: people.Member,
  group: { chat: string; title: string; topic: string | null },
  unitId: string,
): Promise<Chat> => {
  await people.demand(act, me, "group.bind", unitId)
  const bound = await act.tables.chats.get(group.chat)
  if (bound) await people.demand(act, me, "group.bind", bound.unitId)
  if (bound?.unitId === unitId && bound.topic === group.topic && bound.reachable)
    throw new Refusal(act.text.unit.boundAlready((await units.unit(act, unitId)).name))
  const chat: Chat = { id: group.chat, unitId, title: group.title, topic: group.topic, reachable: true }
  await act.tables.chats.put(chat)
  return chat
}

/** The groups of a unit that can be written to. */
export const ofUnit = async (act: Act, unitId: string): Promise<readonly Chat[]> =>
  (await act.tables.chats.where("unit", unitId)).filter((chat) => chat.reachable)

/** A person blocked the bot or came back, or the bot was added to or removed from a group. */
export const present = async (
  act: Act,
  seen: { chat: string; kind: "private" | "group"; user: string | null; present: boolean },
): Promise<void> => {
  if (seen.kind === "group") {
    const chat = await act.tables.chats.get(seen.chat)
    if (chat && chat.reachable !== seen.present)
      await act.tables.chats.put({ ...chat, reachable: seen.present })
    return
  }
  const member = seen.user === null ? null : await people.memberOf(act, seen.user)
  if (member && member.person.reachable !== seen.present)
    await act.tables.persons.put({ ...member.person, reachable: seen.present })
  if (member && !seen.present) await hastenFor(act, member.person.id)
}
