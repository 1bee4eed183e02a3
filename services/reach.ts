import { failed } from "../rules/delivery.ts"
import type { Outgoing } from "../rules/outgoing.ts"
import type { Person } from "../rules/person.ts"
import { prefixed } from "../rules/split.ts"
import type { Chat } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import * as unreached from "./incidents/unreached.ts"
import * as officers from "./officers.ts"
import { post } from "./outbox.ts"

export interface Place {
  readonly chat: string
  readonly topic: string | null
}

/** Where a message is to go; null when there is nowhere, which is a case for `missed`. */
export const placeOf = async (act: Act, row: Outgoing): Promise<Place | null> => {
  if (row.to.kind === "chat") return { chat: row.to.id, topic: row.to.topic ?? null }
  const person = await act.tables.persons.get(row.to.id)
  if (person?.state !== "active" || person.chat === null) return null
  // An emergency tries the door again, however often it was found shut.
  return person.reachable || row.lane === "emergency" ? { chat: person.chat, topic: null } : null
}

/** The enrolled person a message is meant for, by name or by private chat. */
const readerOf = async (act: Act, row: Outgoing): Promise<Person | null> => {
  const { persons } = act.tables
  const found =
    row.to.kind === "person" ? [await persons.get(row.to.id)] : await persons.where("chat", row.to.id)
  return found.find((person) => person?.state === "active") ?? null
}

/** The unit whose officers care about a message. */
export const unitOf = async (act: Act, row: Outgoing): Promise<string | null> => {
  const person = await readerOf(act, row)
  if (person) return person.unitId
  return row.to.kind === "chat" ? ((await act.tables.chats.get(row.to.id))?.unitId ?? null) : null
}

/**
 * The message cannot be delivered: the person or group is marked, and the message takes its detour, or somebody who can
 * mend it is told, once. Chats that nobody enrolled get nothing.
 */
export const missed = async (act: Act, row: Outgoing, why: string): Promise<void> => {
  await act.tables.outbox.put(failed(row, why, act.now))
  const person = await readerOf(act, row)
  if (person) return missedPerson(act, row, person)
  const chat = row.to.kind === "chat" ? await act.tables.chats.get(row.to.id) : null
  if (chat) await missedGroup(act, row, chat)
}

const missedPerson = async (act: Act, row: Outgoing, person: Person): Promise<void> => {
  if (person.reachable) await act.tables.persons.put({ ...person, reachable: false })
  await unreached.hasten(act, row)
  const groups = await act.tables.chats.where("unit", person.unitId)
  const group = groups.find(({ reachable }) => reachable)
  // What somebody asked for in private stays private.
  if (group && row.lane !== "answer") return detour(act, row, person, group)
  if (group) return
  const unit = await act.tables.units.get(person.unitId)
  await officers.tell(act, person.unitId, {
    key: `unreachable/${person.id}`,
    lane: row.lane,
    text: act.text.outbox.personUnreachable(person.name, unit?.name ?? ""),
    except: person.id,
  })
}

/** Said in the group of the person's unit, to the person by name. */
const detour = async (act: Act, row: Outgoing, person: Person, group: Chat): Promise<void> => {
  const body = prefixed(person.name + act.text.outbox.detour, row.body)
  const named = person.user === null ? [] : [{ offset: 0, length: person.name.length, user: person.user }]
  await post(act, {
    key: `${row.id}/detour`,
    to: { kind: "chat", id: group.id, topic: group.topic },
    lane: row.lane,
    body: { ...body, mentions: [...named, ...(body.mentions ?? [])] },
  })
}

const missedGroup = async (act: Act, row: Outgoing, chat: Chat): Promise<void> => {
  if (chat.reachable) await act.tables.chats.put({ ...chat, reachable: false })
  const unit = await act.tables.units.get(chat.unitId)
  await officers.tell(act, chat.unitId, {
    key: `unreachable/${chat.id}`,
    lane: row.lane,
    text: act.text.outbox.groupUnreachable(chat.title, unit?.name ?? ""),
    except: null,
  })
}
