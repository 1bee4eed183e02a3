import type { Account } from "../../rules/account.ts"
import { type Asked, asked } from "../../rules/chain.ts"
import type { Approval } from "../../rules/kinds/approval.ts"
import { noProfile, type Profile } from "../../rules/profile.ts"
import type { Act } from "../app.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"

export const profileOf = async (act: Act, accountId: string): Promise<Profile> =>
  (await act.tables.profiles.get(accountId)) ?? noProfile(accountId)

/** What the rulebooks of an account's unit ask before it may do something. */
export const askedOf = async (
  act: Act,
  account: Pick<Account, "id" | "unitId" | "platform" | "main" | "operator">,
  subject: Approval["for"],
): Promise<Asked> => {
  const unit = await units.unit(act, account.unitId)
  const { news } = await profileOf(act, account.id)
  return asked(await stackOf(act, unit), subject, { ...account, news, unitKind: unit.kind })
}

/** Whether some rulebook of a unit speaks of news services apart from others. */
export const tellsNewsApart = async (act: Act, unitId: string): Promise<boolean> => {
  const { rules } = await stackOf(act, await units.unit(act, unitId))
  return rules.some(({ rule }) => rule.applies.accounts === "news")
}
