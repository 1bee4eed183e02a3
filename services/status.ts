import { dayOf } from "../rules/time.ts"
import type { Act } from "./app.ts"
import { calendar } from "./calendar.ts"

/** How things stand, for whoever looks after the bot. */
export interface Status {
  readonly units: number
  readonly people: number
  readonly unreachable: readonly string[]
  readonly groups: number
  readonly silentGroups: readonly string[]
  readonly accounts: number
  /** Messages that have not left yet. */
  readonly waiting: number
  /** The next year whose holiday notice is not loaded. */
  readonly missingYear: string | null
}

export const now = async (act: Act): Promise<Status> => {
  const persons = (await act.tables.persons.all()).filter(({ state }) => state === "active")
  const chats = await act.tables.chats.all()
  const accounts = (await act.tables.accounts.all()).filter(({ state }) => state === "live")
  const year = Number(dayOf(act.now).slice(0, 4))
  const days = await calendar(act)
  const missing = [year, year + 1].find((each) => !days.covers(`${each}-01-01`))
  return {
    units: (await act.tables.units.all()).length,
    people: persons.length,
    unreachable: persons.filter(({ reachable }) => !reachable).map(({ name }) => name),
    groups: chats.length,
    silentGroups: chats.filter(({ reachable }) => !reachable).map(({ title }) => title),
    accounts: accounts.length,
    waiting: (await act.tables.outbox.where("state", "waiting")).length,
    missingYear: missing === undefined ? null : String(missing),
  }
}
