import { isOpen } from "../obligation.ts"
import { measure } from "./measure.ts"

/** Duties that are over their date and still not done. */
export const dutiesOverdue = measure("duties", (duty, now) =>
  isOpen(duty) && duty.due !== null && duty.due.at <= now ? duty.due.day : null,
)
