import {
  type Body,
  compareLanes,
  type Lane,
  type Outgoing,
  type Recipient,
  type Removal,
} from "./outgoing.ts"
import { days, type Instant } from "./time.ts"

/** How long a message can still be edited, and is known by its key. */
export const KEPT_FOR = days(7)

/** What somebody wants said. */
export interface Message {
  readonly to: Recipient
  readonly lane: Lane
  readonly body: Body
  /** Posting the same key twice is harmless. */
  readonly key?: string
  /** The message this one answers, by the messenger's id. */
  readonly replyTo?: string | null
  /** Key of an earlier message that this one replaces in place; sent anew when that one is gone. */
  readonly edits?: string | null
  /** When it may leave; at once if nothing is said. */
  readonly dueAt?: Instant
  /** How long it may still have to be edited, if that is longer than usual. */
  readonly keptUntil?: Instant
}

/** The row that takes a message away. */
export const removal = (to: Recipient, removes: Removal, id: string, now: Instant): Outgoing => ({
  ...compose({ to, lane: "removal", body: { text: "" } }, id, now, 0),
  removes,
})

/** The row of a new message. */
export const compose = (message: Message, id: string, now: Instant, turn: number): Outgoing => ({
  id,
  to: message.to,
  lane: message.lane,
  body: message.body,
  replyTo: message.replyTo ?? null,
  edits: null,
  leaveAt: message.dueAt ?? now,
  createdAt: now,
  turn,
  state: "waiting",
  attempts: 0,
  part: 0,
  doubtful: false,
  chat: null,
  messageId: null,
  sentAt: null,
  dueAt: null,
  fault: null,
  ...(message.keptUntil === undefined ? {} : { keptUntil: message.keptUntil }),
})

/** When a message is forgotten that nothing more happens to. */
export const forgottenAt = ({ keptUntil }: Pick<Outgoing, "keptUntil">, now: Instant): Instant =>
  Math.max(now + KEPT_FOR, keptUntil ?? 0)

/** Whether nobody can have seen anything of it yet, so that its text can still be changed. */
export const isUnseen = (row: Outgoing): boolean => row.state === "waiting" && !row.doubtful && row.part === 0

/** Whether it has been tried: those after it in the same chat and lane wait for it, even while it waits for another try. */
export const isBegun = (row: Outgoing): boolean => row.attempts > 0 || !isUnseen(row)

/** Whether something goes with the text, which then stands under it. */
export const carries = ({ file, picture, photo }: Pick<Body, "file" | "picture" | "photo">): boolean =>
  file !== undefined || picture !== undefined || photo !== undefined

/**
 * Whether it can share a message with others for the same chat: nothing but a text, that leaves for the first time or is
 * repeated for the first time.
 */
export const canShare = (row: Outgoing): boolean =>
  row.lane === "notice" &&
  row.probe !== true &&
  row.part === 0 &&
  row.attempts === (row.doubtful ? 1 : 0) &&
  row.edits === null &&
  row.replyTo === null &&
  !row.body.buttons?.length &&
  !carries(row.body) &&
  !row.body.ask

/** Whether two that can share can share with each other. */
export const canShareWith = (one: Outgoing, other: Outgoing): boolean =>
  one.doubtful === other.doubtful &&
  one.to.kind === other.to.kind &&
  one.to.id === other.to.id &&
  (one.to.topic ?? null) === (other.to.topic ?? null)

/** A row whose content another one carries. */
export const replaced = (row: Outgoing, now: Instant): Outgoing => ({
  ...row,
  state: "replaced",
  dueAt: now + KEPT_FOR,
})

/** An unseen message with a newer content; it keeps its place, or takes the better one when the new content is more urgent. */
export const renewed = (row: Outgoing, by: Outgoing): Outgoing => {
  const urgent = compareLanes(by.lane, row.lane) < 0
  return {
    ...row,
    body: by.body,
    lane: urgent ? by.lane : row.lane,
    leaveAt: urgent ? Math.min(row.leaveAt, by.leaveAt) : row.leaveAt,
  }
}
