import { isOpen } from "../obligation.ts"
import { measure } from "./measure.ts"
import { dayOfDuty } from "./settled.ts"

/** Messages of the public that were finished late, or should have been finished by now. */
export const casesLate = measure("duties", (duty, now) => {
  if (duty.act !== "request.finish") return null
  const overdue = isOpen(duty) && duty.due !== null && duty.due.at <= now
  return duty.phase === "late" || overdue ? dayOfDuty(duty) : null
})
