import { measure } from "./measure.ts"

/** Periods of a quota in which too little was published, by their last day. */
export const missed = measure("misses", ({ until }) => until)
