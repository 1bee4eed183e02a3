import { dayOf } from "../time.ts"
import { measure } from "./measure.ts"

export const drills = measure("incidents", ({ drill, foundAt }) => (drill ? dayOf(foundAt) : null))
