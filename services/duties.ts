import { doingOf } from "../rules/acts.ts"
import type { Duty } from "../rules/duty.ts"
import type { Obligation } from "../rules/obligation.ts"
import type { Source } from "../rules/owed.ts"
import type { Person, Role } from "../rules/person.ts"
import { dayOf, daysBetween } from "../rules/time.ts"
import type { Chat } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import * as confirmers from "./leaving/confirmers.ts"
import type { Reminded } from "./move.ts"
import * as owners from "./owners.ts"
import * as people from "./people.ts"
import * as units from "./units.ts"

/** Who does what falls to a unit as such, where no rule says whose task it is. */
const DOING: readonly Role[] = ["administrator", "information-officer"]

/** An obligation as people are shown it. */
export const shown = async (act: Act, row: Obligation): Promise<Duty> => {
  const account = row.accountId === null ? null : await act.tables.accounts.get(row.accountId)
  const person = row.personId === null ? null : await act.tables.persons.get(row.personId)
  const cited: Source[] = []
  for (const key of row.rules) {
    const source = await bindings.sourceOfKey(act, key)
    if (source) cited.push(source)
  }
  const texts = cited.filter(({ origin }) => origin !== "house")
  return {
    ...row,
    account,
    unit: (await units.unit(act, row.unitId)).name,
    person: person?.name ?? null,
    about: await aboutOf(act, row),
    left: row.due === null ? null : daysBetween(dayOf(act.now), row.due.day),
    freeOn: row.freeAt === null ? null : dayOf(row.freeAt),
    sources: texts.length > 0 ? texts : cited.slice(0, 1),
    house: texts.length > 0 && texts.length < cited.length,
  }
}

const aboutOf = async (act: Act, { act: doing, occasionId }: Obligation): Promise<string | null> =>
  doingOf(doing).about === undefined || occasionId === null
    ? null
    : ((await act.tables.occasions.get(occasionId))?.note ?? null)

/** Who is reminded of it: whoever the rule names, else who keeps the account, else who looks after the unit. */
export const readersOf = async (act: Act, row: Obligation): Promise<owners.Keepers | null> => {
  const both = await confirmers.readersOf(act, row)
  if (both.length > 0) return { kind: "people", unitId: row.unitId, persons: both }
  const given = await givenTo(act, row)
  if (given) return given
  const keeper = await keeperOf(act, row)
  if (keeper && row.who === "custodian") return keeper
  const role = doingOf(row.act).of === "office" ? "supervisor" : row.who
  const named = role === null ? null : await nearest(act, row.unitId, [role as Role])
  if (named) return named
  if (row.accountId === null || (await isElsewhere(act, row))) return readersOfUnit(act, row.unitId)
  return keeper ?? owners.keepers(act, row.unitId)
}

/** Whoever was given it to do, as long as they are there. */
const givenTo = async (act: Act, row: Obligation): Promise<owners.Keepers | null> => {
  const person = doingOf(row.act).of === "person" ? await act.tables.persons.get(row.personId ?? "") : null
  return person?.state === "active" ? { kind: "people", unitId: row.unitId, persons: [person] } : null
}

/** Whether it was given to another unit than the one that keeps the account. */
const isElsewhere = async (act: Act, row: Obligation): Promise<boolean> => {
  const account = await act.tables.accounts.get(row.accountId ?? "")
  return account !== null && account.unitId !== row.unitId
}

/** Who is reminded of what falls to a unit as such. */
export const readersOfUnit = async (act: Act, unitId: string): Promise<owners.Keepers | null> =>
  (await nearest(act, unitId, DOING)) ?? owners.keepers(act, unitId)

/** Whoever keeps the password of its account, or is asked as one who keeps passwords. */
const keeperOf = async (act: Act, row: Obligation): Promise<owners.Keepers | null> => {
  const account = row.accountId === null ? null : await act.tables.accounts.get(row.accountId)
  const asked = doingOf(row.act).of === "keeper" ? row.personId : null
  const id = account?.custodian?.personId ?? asked
  const person = id === null ? null : await act.tables.persons.get(id)
  return person?.state === "active" ? { kind: "people", unitId: row.unitId, persons: [person] } : null
}

const nearest = async (act: Act, unitId: string, roles: readonly Role[]): Promise<owners.Keepers | null> => {
  for (const { id } of await units.above(act, unitId)) {
    const persons = await people.holding(act, id, roles)
    if (persons.length > 0) return { kind: "people", unitId: id, persons }
  }
  return null
}

/** The same as recipients, each with the unit whose times hold for them. */
export const remindedOf = async (act: Act, row: Obligation): Promise<readonly Reminded[]> =>
  owners.recipientsOf(await readersOf(act, row))

const isReader = (readers: owners.Keepers | null, id: string): boolean =>
  readers?.kind === "people"
    ? readers.persons.some((person) => person.id === id)
    : (readers?.chats.some((chat) => chat.id === id) ?? false)

/** Soonest first; what has no date comes last. */
const inOrder = (rows: readonly Obligation[]): readonly Obligation[] =>
  [...rows].sort((a, b) => (a.due?.at ?? Infinity) - (b.due?.at ?? Infinity) || (a.key < b.key ? -1 : 1))

type Nearness = "open" | "pressing"

const below = async (
  act: Act,
  unitIds: Iterable<string>,
  nearness: Nearness,
): Promise<readonly Obligation[]> => {
  const rows = new Map<string, Obligation>()
  for (const root of unitIds)
    for (const { unit } of await units.below(act, root))
      for (const row of await act.tables.obligations.where(nearness, unit.id)) rows.set(row.id, row)
  return inOrder([...rows.values()])
}

const readBy = async (act: Act, rows: readonly Obligation[], id: string): Promise<readonly Obligation[]> => {
  const own: Obligation[] = []
  for (const row of rows) if (isReader(await readersOf(act, row), id)) own.push(row)
  return own
}

/** What a person is reminded of. */
export const ofPerson = async (
  act: Act,
  person: Person,
  nearness: Nearness,
): Promise<readonly Obligation[]> => {
  const roots = new Set([
    person.unitId,
    ...(await people.rolesOf(act, person.id)).map(({ unitId }) => unitId),
  ])
  return readBy(act, await below(act, await units.topmost(act, [...roots]), nearness), person.id)
}

/** What a group is reminded of. */
export const ofGroup = async (act: Act, chat: Chat, nearness: Nearness): Promise<readonly Obligation[]> =>
  readBy(act, await below(act, [chat.unitId], nearness), chat.id)

/** Everything open in one unit. */
export const ofUnit = async (act: Act, me: people.Member, unitId: string): Promise<readonly Obligation[]> => {
  await people.demand(act, me, "see", unitId)
  return inOrder(await act.tables.obligations.where("open", unitId))
}

/** Everything open in the units a person may see, or of those the ones under a unit. */
export const seen = async (
  act: Act,
  me: people.Member,
  unitId: string | null,
): Promise<readonly Obligation[]> => {
  const rows: Obligation[] = []
  for (const unit of await people.unitsWith(act, me, "see"))
    if (unitId === null || (await units.path(act, unit.id)).includes(unitId))
      rows.push(...(await act.tables.obligations.where("open", unit.id)))
  return inOrder(rows)
}
