import type { Account } from "../../rules/account.ts"
import { isEnded } from "../../rules/life.ts"
import type { Act } from "../app.ts"
import { Refusal } from "../refusal.ts"

/** An account that is over: nothing is left to decide, nor to be carried out, whatever was agreed to before. */
export const refuseOver = (act: Act, account: Account): void => {
  if (isEnded(account)) throw new Refusal(act.text.procedure.over(account, account.retired))
}
