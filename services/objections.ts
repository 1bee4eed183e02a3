import type { Account, Draft } from "../rules/account.ts"
import type { Role } from "../rules/person.ts"
import type { Sponsor } from "../rules/registration/findings.ts"
import { type Objection, objections } from "../rules/registration/objections.ts"
import { nameKey } from "../rules/words.ts"
import type { Act } from "./app.ts"
import { stackOf } from "./rulebooks.ts"
import { Refusal } from "./refusal.ts"
import * as units from "./units.ts"

/** What the rules have against an account as it would be. `account` is the one that is changed, or null. */
export const against = async (
  act: Act,
  draft: Draft,
  account: Account | null,
  special = false,
): Promise<readonly Objection[]> => {
  const unit = await units.unit(act, draft.unitId)
  const candidate = { ...draft, id: account?.id ?? null, exceptions: account?.exceptions ?? [], special }
  const namesakes = await act.tables.accounts.where("name", nameKey(draft.name))
  const neighbours = (await act.tables.accounts.where("unit", unit.id)).concat(
    namesakes.filter(({ unitId }) => unitId !== unit.id),
  )
  return objections(await stackOf(act, unit), await sponsor(act, unit), candidate, neighbours)
}

/** The same, but only what a change would bring up: what stood before is no reason to refuse it. */
export const raisedBy = async (act: Act, draft: Draft, account: Account): Promise<readonly Objection[]> => {
  const told = new Set((await against(act, account, account)).map(said))
  return (await against(act, draft, account)).filter((objection) => !told.has(said(objection)))
}

const said = ({ rule, finding }: Objection): string => `${rule} ${JSON.stringify(finding)}`

const sponsor = async (
  act: Act,
  { id, name, shortNames, kind, office }: Omit<Sponsor, "roles">,
): Promise<Sponsor> => {
  const roles = new Set<Role>()
  for (const held of await act.tables.roles.where("unit", id)) {
    if (held.until !== null) continue
    if ((await act.tables.persons.get(held.personId))?.state === "active") roles.add(held.role)
  }
  return { id, name, shortNames, kind, office, roles: [...roles] }
}

/** Refused by a rule, with everything that stands against it. */
export class Objected extends Refusal {
  readonly raised: readonly Objection[]
  constructor(message: string, raised: readonly Objection[]) {
    super(message)
    this.raised = raised
  }
}

/** Refuses what a hard rule forbids, with everything that stands against it. Gives back the rest. */
export const refuseHard = (
  act: Act,
  raised: readonly Objection[],
): { readonly soft: readonly Objection[]; readonly notes: readonly Objection[] } => {
  if (raised.some(({ strength }) => strength === "hard"))
    throw new Objected(act.text.account.refused(raised), raised)
  return {
    soft: raised.filter(({ strength }) => strength === "soft"),
    notes: raised.filter(({ strength }) => strength === "note"),
  }
}
