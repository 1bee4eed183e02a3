import { measure } from "./measure.ts"

/** Periods of a quota in which enough was published, by their last day. */
export const kept = measure("kept", (day) => day)
