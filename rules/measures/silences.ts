import { measure } from "./measure.ts"

/** How often an account was silent for longer than it may be, by the last day on which it should have published. */
export const silences = measure("silences", ({ until }) => until)
