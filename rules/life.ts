import { z } from "zod"

/**
 * Where an account stands in its life. `planned` to `verifying` are before it opens; `unapproved` is live without the
 * approval that a rulebook asks for; `offline-unapproved` was taken down without, so that its updates stay due; `closing` is
 * updated until it is cancelled; `retired` left the register.
 */
export const states = [
  "planned",
  "applying",
  "approved",
  "verifying",
  "live",
  "unapproved",
  "offline",
  "offline-unapproved",
  "closing",
  "cancelled",
  "exited",
  "ordered-closed",
  "retired",
] as const
export const State = z.enum(states)
export type State = z.output<typeof State>

interface Standing {
  readonly state: State
}

const coming: readonly State[] = ["planned", "applying", "approved", "verifying"]
const up: readonly State[] = ["live", "unapproved", "offline-unapproved", "closing"]
const ended: readonly State[] = ["cancelled", "exited", "ordered-closed", "retired"]

/** It has not opened yet: nothing is posted, and only its opening is waited for. */
export const isComing = ({ state }: Standing): boolean => coming.includes(state)

/** It has to be updated: it can be read on its platform, or should be. */
export const isUp = ({ state }: Standing): boolean => up.includes(state)

/** It is over; nothing that comes round again is asked of it. */
export const isEnded = ({ state }: Standing): boolean => ended.includes(state)

/** It has opened and is not over: passwords, filings and training are asked for, also while it is offline. */
export const isWatched = (account: Standing): boolean => !isComing(account) && !isEnded(account)
