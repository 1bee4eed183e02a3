import { measure } from "./measure.ts"
import { inPhase } from "./settled.ts"

/** Duties that were done in time. */
export const dutiesDone = measure("duties", inPhase("done"))
