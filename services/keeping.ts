import type { Account } from "../rules/account.ts"
import { isWatched } from "../rules/life.ts"
import type { Act } from "./app.ts"
import { end } from "./obligations.ts"
import { asksKeepers, recur } from "./recurrences.ts"

/** What is asked of everybody who keeps a password of a unit, once each, however many they keep. */
export const follow = async (act: Act, unitId: string, live: readonly Account[]): Promise<void> => {
  const keepers = new Map<string, Account>()
  for (const account of live) {
    const id = account.custodian?.personId ?? null
    if (id !== null && !keepers.has(id)) keepers.set(id, account)
  }
  const asked = new Map<string, Account>()
  for (const [id, account] of keepers) if (await isAskedBy(act, id, unitId)) asked.set(id, account)
  for (const row of await act.tables.obligations.where("unitItself", unitId))
    if (row.personId !== null && !asked.has(row.personId) && row.occasionId === null) await end(act, row)
  for (const [personId, account] of asked)
    await recur(act, { unitId, accountId: null, personId }, account, "keeper")
}

/** Whoever keeps passwords of several units is asked by one: their own if it asks, else the first that does. */
const isAskedBy = async (act: Act, personId: string, unitId: string): Promise<boolean> => {
  const person = await act.tables.persons.get(personId)
  if (person?.state !== "active") return false
  const kept = (await act.tables.accounts.where("custodian", personId)).filter(isWatched)
  const others = [...new Set(kept.map((account) => account.unitId))].filter((id) => id !== person.unitId)
  for (const id of [person.unitId, ...others.sort()])
    if (kept.some((account) => account.unitId === id) && (await asksKeepers(act, id))) return id === unitId
  return false
}
