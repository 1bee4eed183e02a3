import { measure } from "./measure.ts"
import { inPhase } from "./settled.ts"

/** Duties that the leader in charge let go. */
export const dutiesWaived = measure("duties", inPhase("waived"))
