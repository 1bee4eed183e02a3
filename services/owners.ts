import type { Account } from "../rules/account.ts"
import { isUp } from "../rules/life.ts"
import type { Step } from "../rules/kinds/common.ts"
import { type Person, Role } from "../rules/person.ts"
import type { Chat } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import type { Reminded } from "./move.ts"
import * as groups from "./groups.ts"
import * as people from "./people.ts"
import * as units from "./units.ts"

/** Who is reminded of an account that no single person keeps: a group, else whoever publishes or administers. */
export type Keepers =
  | { readonly kind: "groups"; readonly unitId: string; readonly chats: readonly Chat[] }
  | { readonly kind: "people"; readonly unitId: string; readonly persons: readonly Person[] }

const PUBLISHING: readonly Role[] = ["publisher", "administrator"]

/** The nearest unit, from this one upwards, that has a group or people who look after its accounts. */
export const keepers = async (act: Act, unitId: string): Promise<Keepers | null> => {
  for (const { id } of await units.above(act, unitId)) {
    const chats = await groups.ofUnit(act, id)
    if (chats.length > 0) return { kind: "groups", unitId: id, chats }
    const persons = await people.holding(act, id, PUBLISHING)
    if (persons.length > 0) return { kind: "people", unitId: id, persons }
  }
  return null
}

const live = (accounts: readonly Account[]): readonly Account[] => accounts.filter(isUp)

/** Whether one enrolled person keeps the account, so that nobody else need be reminded. */
const isKept = async (act: Act, account: Account): Promise<boolean> => {
  const id = account.custodian?.personId
  return id !== null && id !== undefined && (await act.tables.persons.get(id))?.state === "active"
}

/** The accounts that fall to a unit's group or people: its own and those below, as far as nobody nearer keeps them. */
const shared = async (act: Act, unitId: string, kind: Keepers["kind"]): Promise<readonly Account[]> => {
  const found: Account[] = []
  for (const { unit } of await units.below(act, unitId)) {
    const kept = await keepers(act, unit.id)
    if (kept?.kind !== kind || kept.unitId !== unitId) continue
    for (const account of live(await act.tables.accounts.where("unit", unit.id)))
      if (!(await isKept(act, account))) found.push(account)
  }
  return found
}

/** The accounts a group is reminded of. */
export const ofGroup = (act: Act, chat: Chat): Promise<readonly Account[]> =>
  shared(act, chat.unitId, "groups")

/** Who is reminded of an account. */
export const remindedOf = async (act: Act, account: Account): Promise<readonly Reminded[]> => {
  const custodian = account.custodian?.personId ?? null
  const keeper = custodian === null ? null : await act.tables.persons.get(custodian)
  if (keeper?.state === "active") return [{ to: { kind: "person", id: keeper.id }, unitId: keeper.unitId }]
  return recipientsOf(await keepers(act, account.unitId))
}

/** Groups or people as recipients, each with the unit whose times hold for them. */
export const recipientsOf = (kept: Keepers | null): readonly Reminded[] =>
  kept?.kind === "groups"
    ? kept.chats.map(({ id, topic, unitId }) => ({ to: { kind: "chat", id, topic }, unitId }))
    : (kept?.persons ?? []).map(({ id, unitId }) => ({ to: { kind: "person", id }, unitId }))

/** The accounts a person is reminded of: those they keep, and those of units where nobody else is asked. */
export const ofPerson = async (act: Act, person: Person): Promise<readonly Account[]> => {
  const own = live(await act.tables.accounts.where("custodian", person.id))
  const roles = (await people.rolesOf(act, person.id)).filter(({ role }) => PUBLISHING.includes(role))
  const found = new Map(own.map((account) => [account.id, account]))
  for (const unitId of new Set(roles.map((role) => role.unitId)))
    for (const account of await shared(act, unitId, "people")) found.set(account.id, account)
  return [...found.values()]
}

/** The accounts a question is about, and how many more one looks after together with others. */
export interface Asked {
  readonly accounts: readonly Account[]
  readonly elsewhere: number
}

/**
 * In a group the accounts of its unit and below; in private those the person is reminded of, with a count of those that
 * their groups are reminded of. Whoever is reminded of none asks about everything they may see.
 */
export const ofPlace = async (act: Act, me: people.Member, unitId: string | null): Promise<Asked> => {
  const own = unitId === null ? await ofPerson(act, me.person) : []
  const seen = new Map<string, Account>()
  for (const unit of await people.unitsWith(act, me, own.length > 0 ? "post.report" : "see")) {
    if (unitId !== null && !(await units.path(act, unit.id)).includes(unitId)) continue
    for (const account of live(await act.tables.accounts.where("unit", unit.id)))
      seen.set(account.id, account)
  }
  if (own.length === 0) return { accounts: [...seen.values()], elsewhere: 0 }
  for (const { id } of own) seen.delete(id)
  return { accounts: own, elsewhere: seen.size }
}

/** Who answers for a unit: its leader in charge, else its chief, else those of the units above. */
export const leaders = async (act: Act, unitId: string): Promise<readonly Person[]> => {
  for (const { id } of await units.above(act, unitId))
    for (const role of ["leader", "chief", "supervisor"] as const) {
      const found = await people.holding(act, id, [role])
      if (found.length > 0) return found
    }
  return []
}

/** Offices that watch over a unit: their people are its supervisors. */
const OVERSEEING: readonly Step[] = ["supervising-unit", "county-office"]

/** Who is told of a unit's overdue duties, by what a rulebook calls them; its leaders where nobody is called so. */
export const answering = async (act: Act, unitId: string, called: Step): Promise<readonly Person[]> => {
  const [own, ...above] = await units.above(act, unitId)
  const role = Role.safeParse(called)
  const found = role.success
    ? await nearestHolding(act, own ? [own, ...above] : [], role.data)
    : await nearestHolding(act, OVERSEEING.includes(called) ? above : [], "supervisor")
  return found.length > 0 ? found : leaders(act, unitId)
}

const nearestHolding = async (
  act: Act,
  path: readonly { readonly id: string }[],
  role: Role,
): Promise<readonly Person[]> => {
  for (const { id } of path) {
    const found = await people.holding(act, id, [role])
    if (found.length > 0) return found
  }
  return []
}

/** Who can confirm what another says: whoever decides for the unit, else an officer; never the one who says it. */
export const seconds = async (act: Act, unitId: string, but: string): Promise<readonly Person[]> => {
  for (const roles of [
    ["leader", "chief"],
    ["supervisor", "administrator"],
  ] as const)
    for (const { id } of await units.above(act, unitId))
      for (const role of roles) {
        const found = (await people.holding(act, id, [role])).filter((person) => person.id !== but)
        if (found.length > 0) return found
      }
  return []
}

/** Who may pass for a unit what a rule refuses in principle: the leader in charge or else the chief, of the unit or the nearest above. */
export const deciders = async (act: Act, unitId: string): Promise<readonly Person[]> => {
  for (const { id } of await units.above(act, unitId))
    for (const role of ["leader", "chief"] as const) {
      const found = await people.holding(act, id, [role])
      if (found.length > 0) return found
    }
  return []
}
