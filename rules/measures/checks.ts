import { dayOf } from "../time.ts"
import { measure } from "./measure.ts"

/** Accounts that were checked, by the day on which the sheet was signed; a unit's look at itself is none. */
export const checks = measure("checks", ({ kind, signed }) =>
  kind === "self" || signed === null ? null : dayOf(signed.at),
)
