import type { Account } from "../../rules/account.ts"
import type { Procedure } from "../../rules/procedure.ts"
import type { Act } from "../app.ts"
import * as cards from "./cards.ts"
import { shown } from "./showing.ts"

/** Takes a procedure back: its cards say so, and can be pressed no longer. */
export const takeBack = async (act: Act, procedure: Procedure, reason: string): Promise<Procedure> => {
  const after: Procedure = {
    ...procedure,
    state: "withdrawn",
    asked: [],
    since: act.now,
    details: { ...procedure.details, withdrawn: reason },
  }
  await act.tables.procedures.put(after)
  await cards.close(act, procedure, after)
  return after
}

/**
 * An account is over: what others were still to agree to has lost its cause, and whoever asked for it hears so. What they
 * have agreed to stays, as long as the account can come back.
 */
export const abandon = async (act: Act, account: Account): Promise<void> => {
  for (const each of await act.tables.procedures.where("account", account.id)) {
    if (each.state !== "waiting" && each.state !== "returned") continue
    const after = await takeBack(act, each, account.retired?.reason ?? "")
    await cards.tellAsker(act, after, { text: act.text.procedure.abandoned(await shown(act, after)) })
  }
}
