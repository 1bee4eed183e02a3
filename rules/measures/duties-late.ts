import { measure } from "./measure.ts"
import { inPhase } from "./settled.ts"

/** Duties that were done, but late. */
export const dutiesLate = measure("duties", inPhase("late"))
