import { dayOf } from "../time.ts"
import { measure } from "./measure.ts"

/** Messages of the public, by the day on which they came. */
export const cases = measure("cases", ({ receivedAt }) => dayOf(receivedAt))
