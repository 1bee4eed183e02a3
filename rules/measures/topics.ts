import { dayOf } from "../time.ts"
import { measure } from "./measure.ts"

/** Hot topics that were noted. */
export const topics = measure("topics", ({ at }) => dayOf(at))
