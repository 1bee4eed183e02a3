import { dayOf } from "../time.ts"
import { measure } from "./measure.ts"

/** Everything that was published, as decision C1 counts it. */
export const posts = measure("posts", ({ at }) => dayOf(at))
