import { measure } from "./measure.ts"
import { inPhase } from "./settled.ts"

/** Messages of the public that were finished in time, by the day on which they were due. */
export const casesInTime = measure("duties", (duty) =>
  duty.act === "request.finish" ? inPhase("done")(duty) : null,
)
