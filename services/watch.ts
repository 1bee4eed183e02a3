import type { Account } from "../rules/account.ts"
import type { Act } from "./app.ts"
import * as catchups from "./catchups.ts"
import * as following from "./following.ts"
import * as quotas from "./quotas.ts"
import * as units from "./units.ts"

/** Counts anew what one account owes, whatever it is. */
export const account = async (act: Act, of: Account): Promise<void> => {
  await quotas.wind(act, of)
  await following.follow(act, of)
  await following.followUnit(act, of.unitId)
}

/** The same for a unit and those below it: after its rulebooks or its kind changed. */
export const below = async (act: Act, unitId: string): Promise<void> => {
  for (const { unit } of await units.below(act, unitId)) {
    await catchups.meet(act, unit.id)
    for (const each of await act.tables.accounts.where("unit", unit.id)) await catchups.note(act, each)
  }
  await quotas.windBelow(act, unitId)
  await following.followBelow(act, unitId)
}

/** The same for everything: after a rulebook or the calendar changed. */
export const all = async (act: Act): Promise<void> => {
  for (const { id } of await act.tables.units.all()) await catchups.meet(act, id)
  for (const each of await act.tables.accounts.all()) await catchups.note(act, each)
  await quotas.windAll(act)
  await following.followAll(act)
}
