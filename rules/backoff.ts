import type { Lane } from "./outgoing.ts"
import { minutes, seconds } from "./time.ts"

const FIRST = seconds(1)
/** An emergency and a removal are never left alone longer than this; anything else has more patience. */
const LONGEST: Record<Lane, number> = {
  removal: seconds(15),
  emergency: seconds(15),
  answer: minutes(1),
  notice: minutes(5),
  digest: minutes(5),
}
const LONGEST_PROBE = seconds(30)

const doubling = (failures: number, longest: number): number =>
  Math.min(longest, FIRST * 2 ** Math.min(failures - 1, 20))

/** How long a message waits after failing this many times in a row; it never gives up. */
export const patience = (lane: Lane, failures: number): number => doubling(failures, LONGEST[lane])

/** How long to wait before asking again whether the messenger can be reached. */
export const probePatience = (failures: number): number => doubling(failures, LONGEST_PROBE)
