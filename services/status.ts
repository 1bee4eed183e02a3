import { type Lateness, latenessOf } from "../rules/lateness.ts"
import { isWatched } from "../rules/life.ts"
import { dayOf } from "../rules/time.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import { calendar } from "./calendar.ts"
import * as people from "./people.ts"

/** How things stand in the units somebody asks about, for whoever looks after them. */
export interface Status {
  readonly units: number
  readonly people: number
  /** Named only to those who can invite them back. */
  readonly unreachable: readonly string[]
  readonly groups: number
  readonly silentGroups: readonly string[]
  readonly accounts: number
  /** Whether messages leave when they should; null for whoever is no officer of the whole office. */
  readonly post: Lateness | null
  /** The next year whose holiday notice is not loaded. */
  readonly missingYear: string | null
}

interface Asked {
  /** The units that may be seen here. */
  readonly seen: readonly Unit[]
  /** Whether nobody else reads the answer. */
  readonly alone: boolean
}

export const now = async (act: Act, me: people.Member, { seen, alone }: Asked): Promise<Status> => {
  const ids = new Set(seen.map(({ id }) => id))
  const persons = (await act.tables.persons.all()).filter(
    ({ state, unitId }) => state === "active" && ids.has(unitId),
  )
  const chats = (await act.tables.chats.all()).filter(({ unitId }) => ids.has(unitId))
  const accounts = (await act.tables.accounts.all()).filter(
    (account) => isWatched(account) && ids.has(account.unitId),
  )
  const own = new Set(alone ? (await people.unitsWith(act, me, "person.invite")).map(({ id }) => id) : [])
  const lost = (one: { readonly reachable: boolean; readonly unitId: string }): boolean =>
    !one.reachable && own.has(one.unitId)
  const year = Number(dayOf(act.now).slice(0, 4))
  const days = await calendar(act)
  const missing = [year, year + 1].find((each) => !days.covers(`${each}-01-01`))
  return {
    units: seen.length,
    people: persons.length,
    unreachable: persons.filter(lost).map(({ name }) => name),
    groups: chats.length,
    silentGroups: chats.filter(lost).map(({ title }) => title),
    accounts: accounts.length,
    post: (await isOfficerOfAll(act, me)) ? await lateness(act) : null,
    missingYear: missing === undefined ? null : String(missing),
  }
}

const lateness = async ({ tables: { outbox }, now: at }: Act): Promise<Lateness> =>
  latenessOf(await outbox.where("state", "waiting"), await outbox.where("state", "sent"), at)

const isOfficerOfAll = async (act: Act, me: people.Member): Promise<boolean> => {
  for (const root of await act.tables.units.where("parent", ""))
    if (await people.may(act, me, "person.invite", root.id)) return true
  return false
}
