import { dayOf } from "../time.ts"
import { measure } from "./measure.ts"

/** What was published here before anywhere else. */
export const firsts = measure("posts", ({ at, first }) => (first === true ? dayOf(at) : null))
