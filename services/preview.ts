import type { Account } from "../rules/account.ts"
import { days, type Instant } from "../rules/time.ts"
import type { RowOf, TableName } from "../storage/store.ts"
import type { Act } from "./app.ts"
import * as foresight from "./foresight.ts"
import type { DueTable } from "./job.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import * as units from "./units.ts"

/** A message that would be sent. */
export interface Foreseen {
  readonly at: Instant
  readonly to: string
  readonly text: string
}

/** So much is played at the most: nobody else is answered meanwhile. */
const MOST_ACCOUNTS = 500

/**
 * Plays the clock forward for the units somebody may see, with the jobs the clock really runs, and gives back every message
 * they would post to people there. It writes to the tables: call it in a rehearsal, which forgets.
 */
export const play = async (act: Act, me: people.Member, count: number): Promise<readonly Foreseen[]> => {
  await hideUnseen(act, me)
  const foreseen: Foreseen[] = []
  for (const { row } of await foresight.play(act, await within(act, me), act.now + days(count))) {
    const to = await recipient(act, me, row.to)
    if (to !== null) foreseen.push({ at: row.leaveAt, to, text: row.body.text })
  }
  return foreseen
}

/**
 * Takes out of the tables what somebody may not see and colleagues of theirs are reminded of: the accounts these keep,
 * those below their units, and what is asked of these units. So no message speaks of them.
 */
const hideUnseen = async (act: Act, me: people.Member): Promise<void> => {
  const seen = await people.unitsWith(act, me, "see")
  const ids = new Set(seen.map(({ id }) => id))
  const roots = new Set(ids)
  const hidden: Account[] = []
  for (const id of ids)
    for (const person of await people.inUnit(act, id)) {
      for (const { unitId } of await people.rolesOf(act, person.id)) roots.add(unitId)
      hidden.push(...(await act.tables.accounts.where("custodian", person.id)))
    }
  const around = new Set<string>()
  for (const root of await units.topmost(act, [...roots]))
    for (const { unit } of await units.below(act, root)) around.add(unit.id)
  for (const id of around) {
    if (ids.has(id)) continue
    hidden.push(...(await act.tables.accounts.where("unit", id)))
    for (const row of await act.tables.obligations.where("open", id))
      await act.tables.obligations.remove(row.id)
    await act.tables.vacancies.remove(id)
  }
  for (const account of hidden) if (!ids.has(account.unitId)) await act.tables.accounts.remove(account.id)
}

type Rows = readonly RowOf<TableName>[]

/** What waits for a time in one unit, of each table; what the clock only forgets says nothing to anybody. */
const waitingIn: Readonly<Record<DueTable, (act: Act, unitId: string) => Promise<Rows>>> = {
  clocks: async (act, unitId) => {
    const rows = []
    for (const { id } of await act.tables.accounts.where("unit", unitId))
      rows.push(...(await act.tables.clocks.where("account", id)))
    return rows
  },
  offlineWindows: async (act, unitId) => {
    const rows = []
    for (const { id } of await act.tables.accounts.where("unit", unitId))
      rows.push(...(await act.tables.offlineWindows.where("account", id)))
    return rows
  },
  obligations: (act, unitId) => act.tables.obligations.where("unit", unitId),
  rounds: (act, unitId) => act.tables.rounds.where("unit", unitId),
  leadDays: (act, unitId) => act.tables.leadDays.where("running", unitId),
  requests: (act, unitId) => act.tables.requests.where("unit", unitId),
  checkins: (act, unitId) => act.tables.checkins.where("open", unitId),
  recounts: (act, unitId) => act.tables.recounts.where("unit", unitId),
  moved: (act, unitId) => act.tables.moved.where("unit", unitId),
  handshakes: (act, unitId) => act.tables.handshakes.where("unit", unitId),
  musters: async (act, unitId) => {
    const muster = await act.tables.musters.get(unitId)
    return muster === null ? [] : [muster]
  },
  departures: (act, unitId) => act.tables.departures.where("unit", unitId),
  swaps: (act, unitId) => act.tables.swaps.where("unit", unitId),
  lookouts: async (act, unitId) => {
    const row = await act.tables.lookouts.get(unitId)
    return row === null ? [] : [row]
  },
  canaries: () => Promise.resolve([]),
  items: (act, unitId) => act.tables.items.where("waiting", unitId),
  findings: (act, unitId) => act.tables.findings.where("open", unitId),
  incidents: (act, unitId) => act.tables.incidents.where("open", unitId),
  dialogs: () => Promise.resolve([]),
  uploads: () => Promise.resolve([]),
  sheets: () => Promise.resolve([]),
  showings: () => Promise.resolve([]),
  repeats: () => Promise.resolve([]),
  hooks: () => Promise.resolve([]),
  outbox: () => Promise.resolve([]),
}

/** Everything that waits in the units somebody may see. */
const within = async (
  act: Act,
  me: people.Member,
): Promise<readonly (readonly [TableName, RowOf<TableName>])[]> => {
  const rows: (readonly [TableName, RowOf<TableName>])[] = []
  let accounts = 0
  for (const unit of await people.unitsWith(act, me, "see")) {
    accounts += (await act.tables.accounts.where("unit", unit.id)).length
    if (accounts > MOST_ACCOUNTS) continue
    for (const [table, rowsOf] of Object.entries(waitingIn))
      for (const row of await rowsOf(act, unit.id)) rows.push([table as DueTable, row])
  }
  if (accounts > MOST_ACCOUNTS) throw new Refusal(act.text.quota.preview.tooMany(accounts, MOST_ACCOUNTS))
  return rows
}

/** The name of a person or group of the units one may see; null for all others. */
const recipient = async (
  act: Act,
  me: people.Member,
  to: { readonly kind: "person" | "chat"; readonly id: string },
): Promise<string | null> => {
  const found = to.kind === "person" ? await act.tables.persons.get(to.id) : await act.tables.chats.get(to.id)
  if (found === null || !(await people.may(act, me, "see", found.unitId))) return null
  return "name" in found ? found.name : found.title
}
