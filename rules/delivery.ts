import { patience } from "./backoff.ts"
import { forgottenAt } from "./outbox.ts"
import type { Outgoing } from "./outgoing.ts"
import type { Instant } from "./time.ts"

/** How an attempt to deliver ended. */
export type Outcome =
  | { readonly kind: "delivered"; readonly messageId: string | null }
  /** Certainly not delivered; it may pass by itself. */
  | { readonly kind: "later"; readonly why: string }
  /** The messenger said to wait, and nothing is wrong with the message. */
  | { readonly kind: "held" }
  /** No answer: it may have been delivered. */
  | { readonly kind: "doubtful"; readonly why: string }
  /** The message to edit is gone. */
  | { readonly kind: "gone" }
  | { readonly kind: "moved"; readonly to: string }
  /** What was to be taken away cannot be. */
  | { readonly kind: "stays"; readonly why: string }
  | { readonly kind: "unreachable"; readonly why: string }
  /** The messenger will not take it; the reference is where it was reported. */
  | { readonly kind: "refused"; readonly why: string; readonly reference: string }

/** Recorded before the messenger is called. */
export const leaving = (row: Outgoing): Outgoing => ({ ...row, state: "sending", attempts: row.attempts + 1 })

/** Back among those that wait, as if it had not been tried. */
export const held = (row: Outgoing): Outgoing => ({
  ...row,
  state: "waiting",
  attempts: Math.max(0, row.attempts - 1),
})

/** When a message that failed is tried again. */
export const retryAt = (row: Outgoing, now: Instant): Instant => now + patience(row.lane, row.attempts)

export const later = (row: Outgoing, why: string, leaveAt: Instant): Outgoing => ({
  ...row,
  state: "waiting",
  leaveAt,
  fault: why,
})

export const failed = (row: Outgoing, why: string, now: Instant): Outgoing => ({
  ...row,
  state: "failed",
  fault: why,
  dueAt: forgottenAt(row, now),
})

/**
 * A message that may have been delivered: sent once more. Null when it may have been delivered twice already, for it is
 * repeated once at most. An edit in place may be repeated as often as needed: nobody sees that.
 */
export const doubted = (row: Outgoing, inPlace: boolean, why: string, leaveAt: Instant): Outgoing | null => {
  if (inPlace) return later(row, why, leaveAt)
  return row.doubtful ? null : { ...later(row, why, leaveAt), doubtful: true }
}

/** Where a message stands once delivered, and in how many parts it has to be. */
export interface Standing {
  readonly chat: string
  readonly messageId: string | null
  readonly parts: number
}

/** Delivered; a longer text goes on with its next part. What went with it is not needed any more. */
export const delivered = (row: Outgoing, { chat, messageId, parts }: Standing, now: Instant): Outgoing => {
  const next = { ...row, part: row.part + 1, attempts: 0, doubtful: false, fault: null }
  if (next.part < parts) return { ...next, state: "waiting" }
  const { file: _file, picture: _picture, ...body } = row.body
  return { ...next, body, state: "sent", chat, messageId, sentAt: now, dueAt: forgottenAt(row, now) }
}
