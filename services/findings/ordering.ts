import type { Account } from "../../rules/account.ts"
import type { Finding } from "../../rules/finding.ts"
import type { Day } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import type * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import * as opening from "./opening.ts"
import { ofAccount } from "./reading.ts"
import { shown } from "./showing.ts"

/** Orders an account that is slow to update to be put right by a day; one order at a time. */
export const order = async (act: Act, me: people.Member, account: Account, dueOn: Day): Promise<Finding> => {
  const running = (await ofAccount(act, account.id)).find(
    ({ kind, state }) => kind === "order" && (state === "open" || state === "rectified"),
  )
  if (running) throw new Refusal(act.text.finding.orderedAlready(await shown(act, running)))
  const rules = (await bindings.duties(act, account.unitId, account)).started["order.given"] ?? []
  return opening.open(act, me, {
    kind: "order",
    unitId: account.unitId,
    account,
    what: act.text.finding.slow,
    rules: rules.filter(({ rule }) => rule.origin !== "house").map(({ key }) => key),
    line: "updated",
    evidence: null,
    dueOn,
  })
}
