import { measure } from "./measure.ts"

/** Problems that were found; one entered by mistake is none. */
export const findings = measure("findings", ({ state, foundOn }) => (state === "withdrawn" ? null : foundOn))
