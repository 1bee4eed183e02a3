import type { Account } from "../../rules/account.ts"
import { type Publishing, type Review, reviewOf, asksFor, subjectOf } from "../../rules/gates.ts"
import type { Special } from "../../rules/item.ts"
import type { Act } from "../app.ts"
import type { Bound } from "../bindings.ts"
import { profileOf } from "../procedures/asking.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"

/** The rulebooks that speak of accounts of one unit. */
export const publishingOn = async (
  act: Act,
  unitId: string,
  accounts: readonly Account[],
): Promise<Publishing> => {
  const unit = await units.unit(act, unitId)
  const asking = []
  for (const account of accounts) {
    const { news } = await profileOf(act, account.id)
    asking.push({ ...account, news, unitKind: unit.kind })
  }
  return { stack: await stackOf(act, unit), accounts: asking }
}

/** What is asked of something on one account before it comes out; null where no rulebook asks for a review. */
export const askedOf = async (
  act: Act,
  account: Account,
  about: readonly Special[],
  { stack }: Pick<Bound, "stack">,
): Promise<Review | null> => {
  // Most offices are asked nothing, and this is looked at with every post.
  if (!asksFor(stack, subjectOf(about))) return null
  const review = reviewOf(await publishingOn(act, account.unitId, [account]), about, [])
  return review.chain.length === 0 ? null : review
}
