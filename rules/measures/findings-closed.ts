import { dayOf } from "../time.ts"
import { measure } from "./measure.ts"

/** Problems that a second person closed as put right. */
export const findingsClosed = measure("findings", ({ state, closed }) =>
  state === "closed" && closed !== null ? dayOf(closed.at) : null,
)
