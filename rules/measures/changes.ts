import { dayOf } from "../time.ts"
import { measure } from "./measure.ts"

/** How often somebody else began to keep a password. */
export const changes = measure("custodies", ({ from }) => dayOf(from))
