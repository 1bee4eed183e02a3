import { isWatched } from "../rules/life.ts"
import type { Source } from "../rules/owed.ts"
import type { Unit } from "../rules/unit.ts"
import { type UnitFact, unitNotes } from "../rules/unitnotes.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import { stackOf } from "./rulebooks.ts"

/** What is to be told of a unit in the list of units. */
export interface UnitNote {
  readonly fact: UnitFact
  readonly source: Source
}

/** How many accounts of a unit are watched, and what it lacks itself. */
export const of = async (
  act: Act,
  unit: Unit,
): Promise<{ readonly accounts: number; readonly notes: readonly UnitNote[] }> => {
  const accounts = (await act.tables.accounts.where("unit", unit.id)).filter(isWatched).length
  const notes = unitNotes(await stackOf(act, unit), { unit, accounts }).map(({ fact, cited }) => ({
    fact,
    source: bindings.sourceOf(cited),
  }))
  return { accounts, notes }
}
