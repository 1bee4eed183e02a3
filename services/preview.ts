import type { Account } from "../rules/account.ts"
import { days, type Instant } from "../rules/time.ts"
import type { Act } from "./app.ts"
import type { Job } from "./job.ts"
import { jobs } from "./jobs.ts"
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

interface Waiting {
  readonly id: string
  readonly job: Job
}

/**
 * Plays the clock forward for the units somebody may see, with the jobs the clock really runs, and gives back every message
 * they would post to people there. It writes to the tables: call it in a rehearsal, which forgets.
 */
export const play = async (act: Act, me: people.Member, count: number): Promise<readonly Foreseen[]> => {
  await hideUnseen(act, me)
  const before = new Set((await act.tables.outbox.all()).map(({ id }) => id))
  const until = act.now + days(count)
  const waiting = await within(act, me)
  for (;;) {
    const due = await soonest(act, waiting, until)
    if (!due) break
    await due.run({ ...act, now: Math.max(act.now, due.at) })
  }
  const posted = (await act.tables.outbox.all()).filter(({ id }) => !before.has(id))
  const foreseen: Foreseen[] = []
  for (const row of posted.sort((a, b) => a.leaveAt - b.leaveAt)) {
    const to = await recipient(act, me, row.to)
    if (to !== null) foreseen.push({ at: row.leaveAt, to, text: row.body.text })
  }
  return foreseen
}

/**
 * Takes out of the tables what somebody may not see and colleagues of theirs are reminded of: the accounts these keep, and
 * those below their units. So no message speaks of them.
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
  for (const id of around) if (!ids.has(id)) hidden.push(...(await act.tables.accounts.where("unit", id)))
  for (const account of hidden) if (!ids.has(account.unitId)) await act.tables.accounts.remove(account.id)
}

/** The quotas and rounds of the units somebody may see: of what the clock does, only these say anything to anybody. */
const within = async (act: Act, me: people.Member): Promise<readonly Waiting[]> => {
  const [quota, round] = ["clocks", "rounds"].map((table) => jobs.find((job) => job.table === table))
  const waiting: Waiting[] = []
  let accounts = 0
  for (const unit of await people.unitsWith(act, me, "see")) {
    if (round)
      for (const { id } of await act.tables.rounds.where("unit", unit.id)) waiting.push({ id, job: round })
    for (const account of await act.tables.accounts.where("unit", unit.id)) {
      if (quota)
        for (const { id } of await act.tables.clocks.where("account", account.id))
          waiting.push({ id, job: quota })
      accounts += 1
    }
  }
  if (accounts > MOST_ACCOUNTS) throw new Refusal(act.text.quota.preview.tooMany(accounts, MOST_ACCOUNTS))
  return waiting
}

const soonest = async (act: Act, waiting: readonly Waiting[], until: Instant) => {
  let first: { readonly at: Instant; readonly run: (at: Act) => Promise<void> } | null = null
  for (const { id, job } of waiting) {
    const due = await dueOf(act, id, job)
    if (due && due.at <= until && (first === null || due.at < first.at)) first = due
  }
  return first
}

const dueOf = async (act: Act, id: string, job: Job) => {
  switch (job.table) {
    case "clocks": {
      const row = await act.tables.clocks.get(id)
      return row && { at: row.dueAt, run: (at: Act) => job.run(at, row) }
    }
    case "rounds": {
      const row = await act.tables.rounds.get(id)
      return row && { at: row.dueAt, run: (at: Act) => job.run(at, row) }
    }
    default:
      return null
  }
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
