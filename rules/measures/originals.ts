import { dayOf } from "../time.ts"
import { measure } from "./measure.ts"

/** What was published and is the unit's own. */
export const originals = measure("posts", ({ at, original }) => (original ? dayOf(at) : null))
