import { type Command, type Place, type Reply, type Scene, UNBOUND } from "../commands/form/command.ts"
import type { Body } from "../rules/outgoing.ts"
import { shorten } from "../rules/words.ts"
import type { Act } from "../services/app.ts"
import * as outbox from "../services/outbox.ts"
import type { Member } from "../services/people.ts"
import { Refusal } from "../services/refusal.ts"
import type { Incoming, Receipt } from "./messenger.ts"
import type { Departure } from "./passing.ts"

/** What the router knows beside the store: the commands, and the bot itself. */
export interface Room {
  readonly commands: readonly Command[]
  readonly deepLink: (code: string) => string
  readonly hearsGroups: () => boolean
  readonly feedLink: (code: string) => string | null
  readonly mayCall: ((url: string) => boolean) | null
  readonly onceLink: (code: string) => string | null
  readonly pageLink: () => string | null
  /** Lets what a transaction has posted leave with it; without it, all waits for the sender to look. */
  readonly depart?: (turn: Act) => Promise<Departure>
  /** Whether another bot listens on the same line; then what nobody here knows is not answered. */
  readonly shared?: boolean
}

/** Nothing here was meant: the transaction is taken back, and whoever else is on the line may have it. */
export class NotOurs extends Error {}

/** Leaves it to another bot on the same line, if there is one. */
export const leaveTo = ({ shared = false }: Room): Promise<void> =>
  shared ? Promise.reject(new NotOurs("not for us")) : Promise.resolve()

export const SILENT: Receipt = { toast: null, alert: false }
export const PASSED: Receipt = { ...SILENT, passed: true }

/** What Telegram shows of a press's answer. */
const TOAST_LENGTH = 190
export const shortened = (text: string): string => shorten(text, TOAST_LENGTH)

export const placeOf = async (turn: Act, incoming: Incoming): Promise<Place> => {
  const { id, kind, title, topic } = incoming.place
  const { chats } = turn.tables
  const bound = kind === "group" ? ((await chats.get(id)) ?? (await chats.where("was", id))[0]) : null
  return { chat: bound?.id ?? id, kind, title, topic, unitId: bound?.unitId ?? null }
}

export const sceneOf = async (turn: Act, room: Room, incoming: Incoming, me: Member): Promise<Scene> => ({
  tables: turn.tables,
  rehearse: turn.rehearse,
  altered: turn.altered,
  now: turn.now,
  newId: turn.newId,
  text: turn.text,
  by: me.person.id,
  me,
  place: await placeOf(turn, incoming),
  file: null,
  commands: room.commands,
  deepLink: room.deepLink,
  feedLink: room.feedLink,
  mayCall: room.mayCall,
  onceLink: room.onceLink,
  pageLink: room.pageLink,
  hearsGroups: room.hearsGroups(),
})

/** Refuses to show anything of an office in a group that is bound to none of its units. */
export const demandBound = ({ place, text }: Scene, { name }: Command): void => {
  if (place.kind === "group" && place.unitId === null && !UNBOUND.includes(name))
    throw new Refusal(text.unit.unbound)
}

type Answered = Extract<Incoming, { kind: "message" | "press" }>

/** Posts an answer into the chat it came from; in a group it hangs on the message it answers. */
export const deliver = async (
  turn: Act,
  incoming: Answered,
  body: Body,
  more: { readonly key?: string | null; readonly edits?: string | null } = {},
): Promise<void> => {
  const replies = incoming.kind === "message" && incoming.place.kind === "group"
  await outbox.post(turn, {
    to: { kind: "chat", id: incoming.place.id, topic: incoming.place.topic },
    lane: "answer",
    body,
    key: more.key ?? `answer:${incoming.id}`,
    replyTo: replies ? incoming.messageId : null,
    edits: more.edits ?? null,
  })
}

/** Posts what a command gave back to a typed message. */
export const reply = async (turn: Act, incoming: Answered, given: Reply): Promise<void> => {
  if (given.body) await deliver(turn, incoming, given.body, { key: given.key })
}
