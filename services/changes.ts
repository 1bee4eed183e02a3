import type { Account } from "../rules/account.ts"
import { type Changed, type Changing, changesOf, listed, unitChangesOf } from "../rules/change.ts"
import { isWatched } from "../rules/life.ts"
import { isOpen, type Obligation } from "../rules/obligation.ts"
import type { Occasion } from "../rules/occasion.ts"
import type { Role } from "../rules/person.ts"
import { countedIn } from "../rules/reportable.ts"
import { dayOf } from "../rules/time.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import { happen, idOf } from "./occasions.ts"
import * as people from "./people.ts"

/**
 * Keeps what changed of an account, where a rulebook counts that, and opens what is asked for then. What is put right on
 * the day of its registration was never otherwise.
 */
export const note = async (act: Act, before: Account, after: Account): Promise<void> => {
  const today = dayOf(act.now)
  if (!isWatched(before) || !isWatched(after) || dayOf(before.registeredAt) === today) return
  const of = { unitId: after.unitId, accountId: after.id }
  await keep(act, { kind: "account.changed", ...of }, await named(act, changesOf(before, after)))
  if (before.unitId === after.unitId) return
  await happen(act, {
    kind: "sponsor.changed",
    ...of,
    ...(await freshOn(act, { kind: "sponsor.changed", ...of })),
  })
}

/** What a change that was made just now asks for, and is not done yet. */
export const begun = async (
  act: Act,
  before: Account,
  { id, unitId }: Account,
): Promise<readonly Obligation[]> => {
  const told = (await act.tables.infoChanges.where("account", id)).filter(({ at }) => at === act.now)
  const counted = new Set(told.map(({ occasionId }) => occasionId))
  const found: Obligation[] = []
  for (const { id: occasionId, kind, on } of await act.tables.occasions.where("account", id)) {
    const moved = kind === "sponsor.changed" && before.unitId !== unitId && on === dayOf(act.now)
    if (moved || counted.has(occasionId))
      found.push(...(await act.tables.obligations.where("occasion", occasionId)).filter(isOpen))
  }
  return found
}

/** The same of a unit; one that has no accounts reports nothing. */
export const noteUnit = (act: Act, before: Unit, after: Unit): Promise<void> =>
  ofUnit(act, after.id, unitChangesOf(before, after))

/** The places of a unit whose holder a rulebook may want to know. */
const places = { chief: "unit-chief", leader: "unit-leader" } as const
export const isPlace = (role: Role): role is keyof typeof places => role in places

/** Who holds a place of a unit; where nobody does any longer, whoever held it last. */
export const holders = async (
  act: Act,
  unitId: string,
  place: keyof typeof places,
): Promise<string | null> => {
  const now = await people.holding(act, unitId, [place])
  if (now.length > 0) return listed(now.map(({ name }) => name))
  const [last] = (await act.tables.roles.where("unit", unitId))
    .filter(({ role, until }) => role === place && until !== null)
    .sort((a, b) => (b.until ?? 0) - (a.until ?? 0))
  return last === undefined ? null : ((await act.tables.persons.get(last.personId))?.name ?? null)
}

/** Somebody else is in a place. Whoever is the first there changes nothing, and an empty place is a vacancy. */
export const notePlace = async (
  act: Act,
  unitId: string,
  place: keyof typeof places,
  before: string | null,
): Promise<void> => {
  const after = listed((await people.holding(act, unitId, [place])).map(({ name }) => name))
  if (before === null || after === null || before === after) return
  await ofUnit(act, unitId, [{ part: places[place], before, after }])
}

const ofUnit = async (act: Act, unitId: string, changes: readonly Changed[]): Promise<void> => {
  const watched = (await act.tables.accounts.where("unit", unitId)).some(isWatched)
  if (watched) await keep(act, { kind: "unit.changed", unitId, accountId: null }, changes)
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
const freshOn = async (act: Act, of: Kind): Promise<{ readonly on: string; readonly nth: string }> => {
  const on = dayOf(act.now)
  let nth = on
  for (let time = 2; await isReported(act, idOf({ ...of, nth })); time += 1) nth = `${on}/${time}`
  return { on, nth }
}

const keep = async (
  act: Act,
  of: Kind & { readonly kind: Changing },
  changes: readonly Changed[],
): Promise<void> => {
  if (changes.length === 0) return
  const account = of.accountId === null ? null : await act.tables.accounts.get(of.accountId)
  const counted = countedIn(await bindings.duties(act, of.unitId, account), of.kind)
  const told = changes.filter(({ part }) => counted.has(part))
  if (told.length === 0) return
  const { on, nth } = await freshOn(act, of)
  const occasionId = idOf({ ...of, nth })
  const { unitId, accountId } = of
  for (const each of told)
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
  const lines = told.map((each) => act.text.change.line(each, counted.get(each.part) === "house"))
  const note = [known?.note ?? null, ...lines].filter((line) => line !== null).join("；")
  const parts = [...new Set([...(known?.parts ?? []), ...told.map(({ part }) => part)])]
  await happen(act, { ...of, on, nth, parts, note })
}

const isReported = async (act: Act, occasionId: string): Promise<boolean> =>
  (await act.tables.obligations.where("occasion", occasionId)).some(({ settled }) => settled !== null)
