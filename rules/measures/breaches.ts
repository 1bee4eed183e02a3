import { dayOf } from "../time.ts"
import { measure } from "./measure.ts"

/** What came out although nobody had let it. */
export const breaches = measure("breaches", ({ at }) => dayOf(at))
