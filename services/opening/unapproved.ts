import type { Account } from "../../rules/account.ts"
import { inForce } from "../../rules/force.ts"
import type { Source } from "../../rules/owed.ts"
import { isAgreed } from "../../rules/procedure.ts"
import type { Day } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import * as officers from "../officers.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"

type Opened = Pick<Account, "unitId" | "platform" | "openedOn">

/**
 * The rule by which an account would have needed an approval when it opened; null where none does. What opened before a
 * rulebook was in force, and what opened nobody knows when, is not judged.
 */
const ruleFor = async (act: Act, { unitId, platform, openedOn }: Opened): Promise<Source | null> => {
  if (openedOn === null) return null
  const unit = await units.unit(act, unitId)
  const since = ({ inForceFrom }: { readonly inForceFrom?: Day | undefined }) =>
    inForceFrom === undefined || openedOn >= inForceFrom
  const found = inForce(await stackOf(act, unit), "require", { unitKind: unit.kind, platform }).find(
    ({ rule, book }) => rule.require === "account.approval" && since(book),
  )
  return found === undefined ? null : bindings.sourceOf(found)
}

const isApproved = async (act: Act, accountId: string): Promise<boolean> =>
  (await act.tables.procedures.where("account", accountId)).some((each) => isAgreed(each, "account.open"))

/** Whether an account that is up lacks the approval that a rulebook asks for. */
export const judged = async (
  act: Act,
  account: Opened & { readonly id: string },
): Promise<"live" | "unapproved"> =>
  (await ruleFor(act, account)) === null || (await isApproved(act, account.id)) ? "live" : "unapproved"

/** The officers above are told once, where a rulebook says that somebody is told at all. */
export const tell = async (act: Act, account: Account): Promise<void> => {
  const source = await ruleFor(act, account)
  const unit = await units.unit(act, account.unitId)
  const scope = { unitKind: unit.kind, platform: account.platform }
  const told = inForce(await stackOf(act, unit), "response", scope).some(
    ({ rule }) => rule.on === "unapproved-account",
  )
  if (source === null || !told) return
  await officers.tell(act, unit.parentId ?? unit.id, {
    key: `unapproved:${account.id}`,
    lane: "notice",
    text: act.text.opening.unapproved({ account, unit: unit.name, source }),
    except: act.by,
  })
}
