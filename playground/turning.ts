import type { Clock } from "./clock.ts"
import { Impossible } from "./world/impossible.ts"
import type { Watch } from "./watch.ts"

/** A thing that stays due however often the bot was given time for it would hold the clock for ever. */
const PATIENCE = 20
/** More steps than any honest turn of the clock takes. */
const STEPS = 100_000

/** Turns the clock forward, stopping at every moment at which something falls due, so that the bot works in order. */
export const turn = async (
  clock: Clock,
  watch: Watch | null,
  settled: () => Promise<void>,
  to: number,
): Promise<void> => {
  if (to < clock.now()) throw new Impossible("the clock turns forward only")
  const arrive = async (at: number): Promise<void> => {
    if (at > clock.now()) clock.set(at)
    watch?.wake()
    await settled()
  }
  let stuck = 0
  let last = Number.NEGATIVE_INFINITY
  for (let step = 0; step < STEPS; step++) {
    const due = watch === null ? null : await watch.nextDue()
    if (due === null || due > to) break
    stuck = due <= last ? stuck + 1 : 0
    if (stuck > PATIENCE)
      throw new Impossible(`something due at ${new Date(due).toISOString()} does not get done`)
    last = Math.max(last, due)
    await arrive(due)
  }
  await arrive(to)
}
