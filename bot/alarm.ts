import { type Instant, minutes } from "../rules/time.ts"

/** Timers reach no further than 24 days, and a clock may be turned: look again at least this often. */
const LONGEST = minutes(1)

export interface Alarm {
  /** Rings at this time, and forgets what was set before; null for not at all. */
  set(at: Instant | null): void
}

/** Rings in real time. */
export const openAlarm = (now: () => Instant, ring: () => void): Alarm => {
  let timer: NodeJS.Timeout | undefined
  return {
    set: (at) => {
      clearTimeout(timer)
      if (at !== null) timer = setTimeout(ring, Math.min(Math.max(at - now(), 0), LONGEST))
    },
  }
}
