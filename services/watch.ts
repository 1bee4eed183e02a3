import type { Account } from "../rules/account.ts"
import type { Recount } from "../rules/recount.ts"
import type { Act } from "./app.ts"
import * as catchups from "./catchups.ts"
import * as following from "./following.ts"
import * as quotas from "./quotas.ts"
import * as units from "./units.ts"

/** So many accounts are counted anew at once; the units of more wait their turn, each in a transaction of its own. */
const AT_ONCE = 500

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

/** The same for everything: after a rulebook or the calendar changed. */
export const all = async (act: Act): Promise<void> =>
  inParts(
    act,
    (await act.tables.units.all()).map(({ id }) => id),
  )

/** The clock has come to a unit that was left for later. */
export const run = async (act: Act, { id }: Recount): Promise<void> => {
  await act.tables.recounts.remove(id)
  if ((await act.tables.units.get(id)) !== null) await whole(act, id)
}

const inParts = async (act: Act, unitIds: readonly string[]): Promise<void> => {
  let counted = 0
  for (const id of unitIds) {
    counted += (await act.tables.accounts.where("unit", id)).length
    if (counted <= AT_ONCE) await whole(act, id)
    else await act.tables.recounts.put({ id, dueAt: act.now })
  }
}

/** Everything of one unit. */
const whole = async (act: Act, unitId: string): Promise<void> => {
  const accounts = await act.tables.accounts.where("unit", unitId)
  await catchups.meet(act, unitId)
  for (const each of accounts) await catchups.note(act, each)
  for (const each of accounts) await quotas.wind(act, each)
  await following.followUnit(act, unitId)
  for (const each of accounts) await following.follow(act, each)
}
