import { dayOf } from "../time.ts"
import { measure } from "./measure.ts"

/** Messages of the public that were finished, by that day. */
export const casesClosed = measure("cases", ({ closedAt }) => (closedAt === null ? null : dayOf(closedAt)))
