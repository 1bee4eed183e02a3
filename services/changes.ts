import type { Account } from "../rules/account.ts"
import { type Changed, changesOf, unitChangesOf } from "../rules/change.ts"
import { isWatched } from "../rules/life.ts"
import type { Occasion } from "../rules/occasion.ts"
import { dayOf } from "../rules/time.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import { happen, idOf } from "./occasions.ts"

/**
 * Keeps what changed of an account, and opens what the rulebooks ask for then. What is put right on the day of its
 * registration was never otherwise.
 */
export const note = async (act: Act, before: Account, after: Account): Promise<void> => {
  const today = dayOf(act.now)
  if (!isWatched(before) || !isWatched(after) || dayOf(before.registeredAt) === today) return
  const changes = await named(act, changesOf(before, after))
  if (changes.length === 0) return
  const of = { unitId: after.unitId, accountId: after.id }
  await keep(act, { kind: "account.changed", ...of }, changes)
  if (before.unitId !== after.unitId) await keep(act, { kind: "sponsor.changed", ...of }, [])
}

/** The same of a unit; one that has no accounts reports nothing. */
export const noteUnit = async (act: Act, before: Unit, after: Unit): Promise<void> => {
  const changes = unitChangesOf(before, after)
  const watched = (await act.tables.accounts.where("unit", after.id)).some(isWatched)
  if (changes.length === 0 || !watched) return
  await keep(act, { kind: "unit.changed", unitId: after.id, accountId: null }, changes)
}

/** A sponsor is called by its name. */
const named = async (act: Act, changes: readonly Changed[]): Promise<readonly Changed[]> => {
  const nameOf = async (id: string | null) =>
    id === null ? null : ((await act.tables.units.get(id))?.name ?? id)
  const found: Changed[] = []
  for (const each of changes)
    found.push(
      each.part === "sponsor"
        ? { ...each, before: await nameOf(each.before), after: await nameOf(each.after) }
        : each,
    )
  return found
}

type Kind = Pick<Occasion, "kind" | "unitId" | "accountId">

/** Several changes of one day are one to report, until somebody has reported it. */
const keep = async (act: Act, of: Kind, changes: readonly Changed[]): Promise<void> => {
  const on = dayOf(act.now)
  let nth = on
  for (let time = 2; await isReported(act, idOf({ ...of, nth })); time += 1) nth = `${on}/${time}`
  const occasionId = idOf({ ...of, nth })
  const { unitId, accountId } = of
  for (const each of changes)
    await act.tables.infoChanges.put({
      ...each,
      id: act.newId(),
      unitId,
      accountId,
      on,
      by: act.by,
      at: act.now,
      occasionId,
    })
  const known = await act.tables.occasions.get(occasionId)
  const note = [known?.note ?? null, ...changes.map(act.text.change.line)].filter((part) => part !== null)
  await happen(act, { ...of, on, nth, note: note.length === 0 ? null : note.join("；") })
}

const isReported = async (act: Act, occasionId: string): Promise<boolean> =>
  (await act.tables.obligations.where("occasion", occasionId)).some(({ settled }) => settled !== null)
