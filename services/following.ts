import type { Account } from "../rules/account.ts"
import { isWatched } from "../rules/life.ts"
import { advanced } from "../rules/lifecycle.ts"
import { isOpen, type Obligation } from "../rules/obligation.ts"
import { isHistory } from "../rules/planning.ts"
import { dayOf } from "../rules/time.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import * as duties from "./duties.ts"
import * as leads from "./leads.ts"
import * as keeping from "./keeping.ts"
import * as overseeing from "./overseeing.ts"
import type { Told, Watching } from "./move.ts"
import { end, keep, start } from "./obligations.ts"
import { recur } from "./recurrences.ts"
import * as bare from "./shifts/bare.ts"
import * as units from "./units.ts"
import * as vacancies from "./vacancies.ts"

/** Counts everything of an account anew: after it, its unit's rulebooks or the calendar changed. */
export const follow = async (act: Act, account: Account): Promise<void> => {
  const live = isWatched(account)
  if (account.state === "retired") await drop(act, account)
  else
    for (const occasion of await act.tables.occasions.where("account", account.id)) await start(act, occasion)
  const asked = { unitId: account.unitId, accountId: account.id, personId: null }
  await recur(act, asked, live ? account : null, "account")
}

/** What is open for an account that nobody watches any longer has lost its cause. */
const drop = async (act: Act, account: Account): Promise<void> => {
  for (const row of await act.tables.obligations.where("account", account.id)) await end(act, row)
}

/** The same for what is asked of a unit as such; a unit without accounts is asked for nothing. */
export const followUnit = async (act: Act, unitId: string): Promise<void> => {
  await leads.follow(act, unitId)
  await noteFixed(act, unitId)
  for (const occasion of await act.tables.occasions.where("unitItself", unitId))
    // A book's coming into force asks something of each account, and nothing of the unit as such.
    if (occasion.kind !== "rulebook.in-force") await start(act, occasion)
  const live = (await act.tables.accounts.where("unit", unitId)).filter(isWatched)
  await recur(act, { unitId, accountId: null, personId: null }, live[0] ?? null, "unit")
  await overseeing.follow(act, unitId)
  await keeping.follow(act, unitId, live)
  await vacancies.follow(act, unitId)
  await bare.follow(act, unitId)
}

/** What a rulebook wants by a fixed day is asked of a unit from the day on which that was first met, if it lies ahead. */
const noteFixed = async (act: Act, unitId: string): Promise<void> => {
  const { started } = await bindings.duties(act, unitId, null)
  const on = dayOf(act.now)
  for (const { rule, book } of started["fixed-date"] ?? []) {
    const id = `fixed-date/${unitId}/${book.id}`
    if (isHistory(rule, on) || (await act.tables.occasions.get(id)) !== null) continue
    const nothing = { accountId: null, personId: null, dueOn: null, note: null }
    const kind = "fixed-date" as const
    await act.tables.occasions.put({
      ...nothing,
      id,
      kind,
      on,
      unitId,
      book: book.id,
      by: act.by,
      at: act.now,
    })
  }
}

/** The clock has come to an obligation: it moves on, and what comes round again begins anew. */
export const advance = async (act: Act, row: Obligation): Promise<Obligation> => {
  const next = await keep(act, advanced(row, act.now))
  if (row.again && row.due !== null && row.due.at <= act.now) {
    const account = row.accountId === null ? null : await act.tables.accounts.get(row.accountId)
    await (account === null ? followUnit(act, row.unitId) : follow(act, account))
    return (await act.tables.obligations.get(row.id)) ?? next
  }
  return next
}

/** The open duties as they stand, and afterwards which of them fall due on another day. */
export const watching: Watching = async (act, unitId, accounts) => {
  const { obligations } = act.tables
  const rows = unitId === null ? [] : [...(await obligations.where("unitItself", unitId))]
  for (const { id } of accounts) rows.push(...(await obligations.where("account", id)))
  const open = rows.filter(isOpen)
  return async () => {
    const told: Told[] = []
    for (const { id, due } of open) {
      const after = await obligations.get(id)
      if (!after || !isOpen(after) || !due || !after.due || due.day === after.due.day) continue
      const { sources, ...duty } = await duties.shown(act, after)
      const [source] = sources
      if (source === undefined) continue
      const { day, provisional } = after.due
      const what = act.text.obligation.named(duty)
      told.push({
        to: await duties.remindedOf(act, after),
        move: { what, source, before: due.day, after: day, provisional },
      })
    }
    return told
  }
}

/** Counts everything of a unit and those below it anew. */
export const followBelow = async (act: Act, unitId: string): Promise<void> => {
  for (const { unit } of await units.below(act, unitId)) {
    await followUnit(act, unit.id)
    for (const account of await act.tables.accounts.where("unit", unit.id)) await follow(act, account)
  }
}
