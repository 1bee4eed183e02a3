import { dayOf } from "../time.ts"
import { measure } from "./measure.ts"

/** What went wrong, by the day on which it was found; a drill is none. */
export const incidents = measure("incidents", ({ drill, foundAt }) => (drill ? null : dayOf(foundAt)))
