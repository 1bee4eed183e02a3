import { z } from "zod"
import { Account } from "./account.ts"
import { Ledger } from "./ledger/ledger.ts"

/** What taking in a ledger did to one account. */
const Taken = z
  .object({
    /** The row of the sheet. */
    row: z.number(),
    accountId: z.string(),
    before: Account.nullable(),
    after: Account,
  })
  .readonly()
export type Taken = z.output<typeof Taken>

/** A ledger that somebody sent: shown as a dry run, applied on a press, undone as one step. */
export const Upload = z
  .object({
    id: z.string(),
    by: z.string(),
    name: z.string(),
    /** `asked`: the leader in charge has to pass some of its rows first. */
    state: z.enum(["previewed", "asked", "applied", "undone", "dropped"]),
    /** The rows as read; what they would change is found anew when they are applied. */
    ledger: Ledger,
    /** Fingerprint of what was shown, so that nothing else is ever applied. */
    shown: z.string(),
    /** The rules that some rows stand against, as rulebook and rule. */
    rules: z.array(z.string()).readonly(),
    taken: z.array(Taken).readonly(),
    dueAt: z.number(),
  })
  .readonly()
export type Upload = z.output<typeof Upload>
