import { z } from "zod"
import type { Account } from "./account.ts"

/** Who kept the password of an account, and how long. */
export const Custody = z
  .object({
    id: z.string(),
    accountId: z.string(),
    unitId: z.string(),
    name: z.string(),
    personId: z.string().nullable(),
    from: z.number(),
    /** Null as long as they keep it. */
    until: z.number().nullable(),
    by: z.string(),
  })
  .readonly()
export type Custody = z.output<typeof Custody>

/** Whether somebody else keeps the password than before; an enrolment of the same person changes nothing. */
export const isOther = (before: Account["custodian"], after: Account["custodian"]): boolean => {
  if (before === null || after === null) return before !== after
  return before.personId === null || after.personId === null
    ? before.name !== after.name
    : before.personId !== after.personId
}
