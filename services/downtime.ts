import { isOpen, type Obligation } from "../rules/obligation.ts"
import { dayOf, type Instant, minutes } from "../rules/time.ts"
import { outsideQuiet } from "../rules/times.ts"
import type { RowOf, TableName } from "../storage/store.ts"
import type { Act } from "./app.ts"
import * as canaries from "./canaries.ts"
import * as duties from "./duties.ts"
import type { Job } from "./job.ts"
import { jobs } from "./jobs.ts"
import * as outbox from "./outbox.ts"
import * as people from "./people.ts"
import * as units from "./units.ts"

/** Later than this is worth a word. */
const PATIENCE = minutes(10)
const COUNTED = 10_000

/** What nobody waits for is not late: to forget something, and to ask whether messages get through. */
const UNWATCHED = /^(forget|canary)/

/** One thing that was left undone while nothing ran. */
interface Late {
  /** What the clock would have done. */
  readonly kind: string
  readonly unitId: string | null
  readonly at: Instant
  /** Its time has passed for good: it is not made up for. */
  readonly lapsed: boolean
  /** Who is told beside those who answer for the unit. */
  readonly persons: readonly string[]
  /** What ran out meanwhile, by name. */
  readonly named: string | null
}

/**
 * After a downtime the first thing that is said: off from when to when, what was late and by how much, what is no longer
 * due. Everybody concerned gets one message: the administrators of the office about all of it, the others about their own.
 */
export const confess = async (act: Act): Promise<void> => {
  const alive = await canaries.aliveAt(act)
  const since = alive !== null && act.now - alive >= PATIENCE ? alive : null
  const late = await lateThings(act)
  if (since === null && late.length === 0) return
  for (const [personId, { own, dueAt }] of await concerned(act, late))
    await outbox.post(act, {
      to: { kind: "person", id: personId },
      lane: "emergency",
      key: `downtime:${act.now}:${personId}`,
      dueAt,
      body: { text: act.text.downtime.confession({ since, now: act.now, ...summed(own) }) },
    })
}

/** By kind, each with how many there are and how long the oldest has waited. */
const summed = (late: readonly Late[]) => {
  const sums = (some: readonly Late[]) =>
    [...new Set(some.map(({ kind }) => kind))].map((kind) => {
      const these = some.filter((each) => each.kind === kind)
      return {
        kind,
        count: these.length,
        first: Math.min(...these.map(({ at }) => at)),
        named: these.flatMap(({ named }) => (named === null ? [] : [named])),
      }
    })
  return {
    late: sums(late.filter(({ lapsed }) => !lapsed)),
    lapsed: sums(late.filter(({ lapsed }) => lapsed)),
  }
}

const lateThings = async (act: Act): Promise<readonly Late[]> => {
  const found: Late[] = []
  for (const job of jobs)
    if (!UNWATCHED.test(job.name))
      for (const row of await dueOf(act, job)) found.push(await lateOf(act, job, row))
  for (const { to, leaveAt, probe } of await act.tables.outbox.where("state", "waiting"))
    if (leaveAt <= act.now - PATIENCE && probe !== true) {
      const chat = to.kind === "chat" ? await act.tables.chats.get(to.id) : null
      const persons = to.kind === "person" ? [to.id] : []
      found.push({
        kind: "message",
        unitId: chat?.unitId ?? null,
        at: leaveAt,
        lapsed: false,
        persons,
        named: null,
      })
    }
  return found
}

const dueOf = (act: Act, { table }: Job): Promise<readonly RowOf<TableName>[]> =>
  act.tables[table].due(act.now - PATIENCE, COUNTED)

const lateOf = async (act: Act, { name: kind, table }: Job, row: RowOf<TableName>): Promise<Late> => {
  const at = ("dueAt" in row ? row.dueAt : null) ?? act.now
  const unitId = await unitOf(act, row)
  const past = dayOf(at) < dayOf(act.now)
  // A morning that has passed is not made up for, nor a day's leads.
  const lapsed = past && (table === "rounds" || table === "leadDays")
  if (table !== "obligations") return { kind, unitId, at, lapsed, persons: [], named: null }
  const duty = row as Obligation
  const readers = isOpen(duty) ? await duties.remindedOf(act, duty) : []
  const ran = isOpen(duty) && duty.due !== null && duty.due.at <= act.now && duty.due.at >= at
  return {
    kind,
    unitId,
    at,
    lapsed: false,
    persons: readers.flatMap(({ to }) => (to.kind === "person" ? [to.id] : [])),
    named: ran ? act.text.obligation.named(await duties.shown(act, duty)) : null,
  }
}

const unitOf = async (act: Act, row: object): Promise<string | null> => {
  const { unitId, accountId } = row as { readonly unitId?: string | null; readonly accountId?: string | null }
  if (unitId) return unitId
  return accountId ? ((await act.tables.accounts.get(accountId))?.unitId ?? null) : null
}

/** Who hears of what, and from when on: whoever looks after the whole office at once, by night too. */
const concerned = async (act: Act, late: readonly Late[]) => {
  const told = new Map<string, { readonly own: Late[]; readonly dueAt: Instant }>()
  for (const root of await act.tables.units.where("parent", ""))
    for (const { id } of await people.holding(act, root.id, ["administrator"]))
      told.set(id, { own: [...late], dueAt: act.now })
  const all = new Set(told.keys())
  for (const each of late) {
    const persons = new Set([...each.persons, ...(await answering(act, each))])
    for (const id of persons) {
      const person = all.has(id) ? null : await act.tables.persons.get(id)
      if (person?.state !== "active") continue
      const known = told.get(id)
      if (known) known.own.push(each)
      else told.set(id, { own: [each], dueAt: outsideQuiet(await units.times(act, person.unitId), act.now) })
    }
  }
  return told
}

/** Those who administer the nearest unit; a reminder that did not come concerns nobody else. */
const answering = async (act: Act, { unitId, kind }: Late): Promise<readonly string[]> => {
  if (unitId === null || kind === "message") return []
  for (const id of await units.path(act, unitId)) {
    const found = await people.holding(act, id, ["administrator"])
    if (found.length > 0) return found.map((person) => person.id)
  }
  return []
}
