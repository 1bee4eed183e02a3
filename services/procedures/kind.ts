import type { Account } from "../../rules/account.ts"
import type { Button } from "../../rules/outgoing.ts"
import type { Procedure } from "../../rules/procedure.ts"
import type { Act } from "../app.ts"

/** What comes next, for whoever sent it in. */
export interface Following {
  readonly text: string
  readonly buttons: readonly (readonly Button[])[]
}

/** What a kind of procedure does with its account. Who agrees, and in which order, the rulebooks say. */
export interface Kind {
  /** It was sent in, for the first time or again. Throws what stands against it. */
  readonly sent: (act: Act, procedure: Procedure, account: Account) => Promise<void>
  /** The last level agreed. Says what comes next. */
  readonly approved: (act: Act, procedure: Procedure, account: Account) => Promise<Following>
  /** It was refused, withdrawn, or given back to be changed: the account is as it was before. */
  readonly stopped: (act: Act, procedure: Procedure, account: Account) => Promise<void>
}
