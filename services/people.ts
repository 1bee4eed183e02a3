import { isHere, isStaying, type Person, type Role, type RoleAssignment } from "../rules/person.ts"
import { holds, type Right } from "../rules/rights.ts"
import { addDays, type Day, dayOf } from "../rules/time.ts"
import { tidyName } from "../rules/words.ts"
import type { Act } from "./app.ts"
import { Forbidden, Refusal } from "./refusal.ts"
import * as units from "./units.ts"

/** An enrolled person with the roles they hold now. */
export interface Member {
  readonly person: Person
  readonly roles: readonly RoleAssignment[]
}

export const rolesOf = async (act: Act, personId: string): Promise<readonly RoleAssignment[]> =>
  (await act.tables.roles.where("person", personId)).filter((role) => role.until === null)

/** The enrolled person behind a messenger's user, or null. */
export const memberOf = async (act: Act, user: string): Promise<Member | null> => {
  const person = (await act.tables.persons.where("user", user)).find((each) => isHere(each, act.now))
  return person ? { person, roles: await rolesOf(act, person.id) } : null
}

export const may = async (act: Act, member: Member, right: Right, unitId: string): Promise<boolean> =>
  holds(member.roles, right, await units.path(act, unitId))

/** Refuses, in one sentence, whoever has not got the right over this unit. */
export const demand = async (act: Act, member: Member, right: Right, unitId: string): Promise<void> => {
  if (!(await may(act, member, right, unitId)))
    throw new Forbidden(
      act.text.people.noRight(act.text.people.rights[right], (await units.unit(act, unitId)).name),
    )
}

/** The units over which a person has a right, parents first. */
export const unitsWith = async (act: Act, member: Member, right: Right) => {
  const seen = new Set<string>()
  const found = []
  for (const root of new Set(member.roles.map((role) => role.unitId))) {
    for (const { unit } of await units.below(act, root)) {
      if (seen.has(unit.id) || !(await may(act, member, right, unit.id))) continue
      seen.add(unit.id)
      found.push(unit)
    }
  }
  return found
}

/** The people who hold a role in a unit now. */
export const holding = async (
  act: Act,
  unitId: string,
  wanted: readonly Role[],
): Promise<readonly Person[]> => {
  const assigned = (await act.tables.roles.where("unit", unitId)).filter(
    (role) => role.until === null && wanted.includes(role.role),
  )
  const people = await Promise.all(
    [...new Set(assigned.map((role) => role.personId))].map((id) => act.tables.persons.get(id)),
  )
  return people.filter((person) => person !== null).filter((person) => isHere(person, act.now))
}

/** Enrols whoever stands behind a messenger's user; somebody enrolled before keeps their row. */
export const enrol = async (
  act: Act,
  entering: { user: string; name: string; chat: string | null; unitId: string },
): Promise<Person> => {
  const known = await memberOf(act, entering.user)
  const person: Person = known
    ? { ...known.person, chat: entering.chat ?? known.person.chat, reachable: true }
    : {
        id: act.newId(),
        name: tidyName(entering.name).slice(0, 50) || act.text.people.unnamed,
        unitId: entering.unitId,
        user: entering.user,
        chat: entering.chat,
        reachable: entering.chat !== null,
        state: "active",
        since: act.now,
      }
  await act.tables.persons.put(person)
  return person
}

/** Gives a role; giving it twice changes nothing. */
export const appoint = async (act: Act, personId: string, unitId: string, role: Role): Promise<void> => {
  const held = await rolesOf(act, personId)
  if (held.some((each) => each.unitId === unitId && each.role === role)) return
  await act.tables.roles.put({ id: act.newId(), personId, unitId, role, since: act.now, until: null })
}

/** Ends a role; the last administrator of the whole office stays. */
export const dismiss = async (act: Act, personId: string, unitId: string, role: Role): Promise<void> => {
  const held = (await rolesOf(act, personId)).find((each) => each.unitId === unitId && each.role === role)
  if (!held) throw new Refusal(act.text.people.hasNotRole(act.text.people.roles[role]))
  if (role === "administrator" && (await isLastAdministrator(act, personId, unitId)))
    throw new Refusal(act.text.people.lastAdministrator)
  await act.tables.roles.put({ ...held, until: act.now })
}

/** Whether the whole office would be without an administrator who stays. */
export const isLastAdministrator = async (act: Act, personId: string, unitId: string): Promise<boolean> =>
  (await units.unit(act, unitId)).parentId === null &&
  !(await holding(act, unitId, ["administrator"])).some((each) => each.id !== personId && isStaying(each))

/** The active people whose home is this unit, in the order in which they came. */
export const inUnit = async (act: Act, unitId: string): Promise<readonly Person[]> =>
  [...(await act.tables.persons.where("unit", unitId))]
    .filter((person) => isHere(person, act.now))
    .sort((a, b) => a.since - b.since)

/** A person as shown to others of the office: by name, reach and roles, never by any number. */
export interface Portrait {
  readonly name: string
  readonly unit: string
  readonly reachable: boolean
  readonly roles: readonly { readonly role: Role; readonly unit: string }[]
  /** Their last day, when they are about to leave. */
  readonly lastOn: Day | null
}

export const portrait = async (act: Act, person: Person): Promise<Portrait> => {
  const held = await rolesOf(act, person.id)
  const shown = []
  for (const { role, unitId } of held) shown.push({ role, unit: (await units.unit(act, unitId)).name })
  const home = await units.unit(act, person.unitId)
  const { name, reachable, leavesAt = null } = person
  const lastOn = leavesAt === null ? null : addDays(dayOf(leavesAt), -1)
  return { name, unit: home.name, reachable, roles: shown, lastOn }
}
