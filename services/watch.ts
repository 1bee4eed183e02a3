import type { Account } from "../rules/account.ts"
import { type Recount, unitOf } from "../rules/recount.ts"
import type { Act } from "./app.ts"
import * as catchups from "./catchups.ts"
import * as following from "./following.ts"
import * as moved from "./moved.ts"
import * as quotas from "./quotas.ts"
import * as rounds from "./rounds.ts"
import * as units from "./units.ts"

/**
 * So many accounts are counted anew in one transaction: whoever presses meanwhile waits for no more than those. The others
 * wait their turn, each unit, or each part of a large one, in a transaction of its own.
 */
const AT_ONCE = 100

/** Units of which many accounts are taken in together: what they owe as such is counted once, after all of them. */
export type Later = Set<string>

/** Counts anew what one account owes, whatever it is, and what its unit does. */
export const account = async (act: Act, of: Account, later?: Later): Promise<void> => {
  await quotas.wind(act, of)
  await following.follow(act, of)
  await unit(act, of.unitId, later)
}

/** Counts anew what a unit owes as such. */
export const unit = async (act: Act, unitId: string, later?: Later): Promise<void> => {
  if (later === undefined) await following.followUnit(act, unitId)
  else later.add(unitId)
}

/** What was left for later. */
export const catchUp = async (act: Act, later: Later): Promise<void> => {
  for (const unitId of later) await following.followUnit(act, unitId)
}

/** The same for a unit and those below it: after its rulebooks or its kind changed. */
export const below = async (act: Act, unitId: string): Promise<void> =>
  inParts(
    act,
    (await units.below(act, unitId)).map(({ unit }) => unit.id),
  )

/** The same for everything: after a rulebook changed, or holiday notices of these years. */
export const all = async (act: Act, years: readonly string[] = []): Promise<void> =>
  inParts(
    act,
    (await act.tables.units.all()).map(({ id }) => id),
    years,
  )

/** The clock has come to a unit that was left for later, or to the rest of one. */
export const run = async (act: Act, row: Recount): Promise<void> => {
  await act.tables.recounts.remove(row.id)
  const unitId = unitOf(row)
  if ((await act.tables.units.get(unitId)) !== null) await part(act, unitId, row.after ?? null, row.years)
}

const inParts = async (
  act: Act,
  unitIds: readonly string[],
  years: readonly string[] = [],
): Promise<void> => {
  let counted = 0
  for (const id of unitIds) {
    counted += (await act.tables.accounts.where("unit", id)).length
    if (counted <= AT_ONCE) await part(act, id, null, years)
    else await leave(act, { id, unitId: id, after: null, years, dueAt: act.now })
  }
}

/** What was begun by holiday notices is told, whatever else asks for the same count. */
const leave = async (act: Act, row: Recount): Promise<void> => {
  const known = await act.tables.recounts.get(row.id)
  const years = [...new Set([...(known?.years ?? []), ...(row.years ?? [])])]
  const { years: _, ...rest } = row
  await act.tables.recounts.put({ ...rest, ...(years.length === 0 ? {} : { years }) })
}

/** So many accounts of one unit, with the unit as such before the first of them; the rest is left for later. */
const part = async (
  act: Act,
  unitId: string,
  after: string | null,
  years: readonly string[] = [],
): Promise<void> => {
  const left = (await act.tables.accounts.where("unit", unitId)).filter(
    ({ id }) => after === null || id > after,
  )
  const these = left.slice(0, AT_ONCE)
  const count = () => counted(act, after === null ? unitId : null, these)
  // A newly loaded year may have moved the working days, and with them the rounds.
  if (years.length > 0 && after === null) await rounds.begin(act, unitId)
  if (years.length === 0) await count()
  else await moved.noting(act, years, after === null ? unitId : null, these, count)
  const last = these.at(-1)?.id
  if (left.length > these.length && last !== undefined)
    await leave(act, { id: `${unitId}/${last}`, unitId, after: last, years, dueAt: act.now })
}

const counted = async (act: Act, unitId: string | null, accounts: readonly Account[]): Promise<void> => {
  if (unitId !== null) await catchups.meet(act, unitId)
  for (const each of accounts) await catchups.note(act, each)
  for (const each of accounts) await quotas.wind(act, each)
  if (unitId !== null) await following.followUnit(act, unitId)
  for (const each of accounts) await following.follow(act, each)
}
