import type { Account } from "../rules/account.ts"
import { isWatched } from "../rules/life.ts"
import type { Duty } from "../rules/duty.ts"
import { type Day, dayOf } from "../rules/time.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import * as duties from "./duties.ts"
import * as occasions from "./occasions.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import * as units from "./units.ts"

export interface Dissolution {
  readonly how: "merged" | "abolished"
  readonly on: Day
  readonly into: Unit | null
  readonly reason: string | null
}

/** What has to become of a dissolved unit's accounts. */
export interface Dissolved {
  readonly accounts: readonly Account[]
  readonly due: readonly Duty[]
}

/** Notes that a unit was merged into another or abolished: each of its accounts is to be closed, or to get another sponsor. */
export const dissolve = async (
  act: Act,
  me: people.Member,
  unit: Unit,
  { how, on, into, reason }: Dissolution,
): Promise<Dissolved> => {
  await people.demand(act, me, "unit.edit", unit.id)
  const words = act.text.closing
  if (unit.parentId === null) throw new Refusal(words.root)
  if (unit.dissolved) throw new Refusal(words.dissolvedAlready(unit.name))
  if (on > dayOf(act.now)) throw new Refusal(act.text.obligation.future(on))
  if (into?.id === unit.id) throw new Refusal(words.intoItself)
  if (into?.dissolved) throw new Refusal(words.intoDissolved(into.name))
  const dissolved = { how, on, into: into?.id ?? null, reason, by: act.by, at: act.now }
  await units.change(act, unit.id, { dissolved })
  const accounts: Account[] = []
  const due: Duty[] = []
  for (const account of await act.tables.accounts.where("unit", unit.id)) {
    if (!isWatched(account) || account.state === "closing") continue
    accounts.push(account)
    const rows = await occasions.happen(act, { ...of(unit, account.id), on })
    for (const row of rows) due.push(await duties.shown(act, row))
  }
  return { accounts, due }
}

const of = (unit: Unit, accountId: string) => ({
  kind: "unit.dissolved" as const,
  unitId: unit.id,
  accountId,
  // The next sponsor may be dissolved in turn.
  nth: unit.id,
})

/** It was a mistake: the unit is still there, and nobody has to do anything about its accounts. */
export const revive = async (act: Act, me: people.Member, unit: Unit): Promise<void> => {
  await people.demand(act, me, "unit.edit", unit.id)
  const { dissolved, ...still } = unit
  if (!dissolved) throw new Refusal(act.text.closing.notDissolved(unit.name))
  await act.tables.units.put(still)
  for (const account of await act.tables.accounts.where("unit", unit.id))
    await occasions.unhappen(act, occasions.idOf(of(unit, account.id)))
}
