import { inForce } from "../rules/force.ts"
import type { Fact } from "../rules/facts.ts"
import type { Person, Role } from "../rules/person.ts"
import type { Source } from "../rules/owed.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import { stackOf } from "./rulebooks.ts"
import * as units from "./units.ts"

/** The roles that publish and keep the gate. */
const GATEKEEPING: readonly Role[] = ["publisher", "reviewer", "editor-in-chief"]

/** Whose rulebook asks that something be so in a unit, or null. */
const asks = async (act: Act, unitId: string, fact: Fact): Promise<Source | null> => {
  const unit = await units.unit(act, unitId)
  const rules = inForce(await stackOf(act, unit), "require", { unitKind: unit.kind, platform: null })
  const found = rules.find(({ rule }) => rule.require === fact)
  return found ? bindings.sourceOf(found) : null
}

/** Refuses a role that people of an operating company may not hold where a rulebook keeps publishing in house. */
export const demandOwn = async (
  act: Act,
  { name, employer }: Pick<Person, "name" | "employer">,
  unitId: string,
  role: Role,
): Promise<void> => {
  if (!employer || !GATEKEEPING.includes(role)) return
  const source = await asks(act, unitId, "outsourcing.own-publishers")
  if (source)
    throw new Refusal(act.text.contract.notOwn({ name, employer, role: act.text.people.roles[role], source }))
}

/** What is to be said when somebody from outside becomes editor-in-chief; null when no rulebook minds. */
export const minds = async (
  act: Act,
  { employer }: Pick<Person, "employer">,
  unitId: string,
  role: Role,
): Promise<Source | null> =>
  employer && role === "editor-in-chief" ? asks(act, unitId, "editor-in-chief.on-payroll") : null

/** Notes who pays a person: null for the unit itself, else the operating company. */
export const set = async (
  act: Act,
  me: people.Member,
  person: Person,
  employer: string | null,
): Promise<Person> => {
  await people.demand(act, me, "person.appoint", person.unitId)
  const changed = { ...person, employer }
  for (const { unitId, role } of await people.rolesOf(act, person.id))
    await demandOwn(act, changed, unitId, role)
  await act.tables.persons.put(changed)
  return changed
}
