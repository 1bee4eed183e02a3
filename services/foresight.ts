import type { Outgoing } from "../rules/outgoing.ts"
import type { Instant } from "../rules/time.ts"
import type { RowOf, Table, TableName } from "../storage/store.ts"
import type { Act } from "./app.ts"
import type { DueTable, Job, JobOn } from "./job.ts"
import { jobs } from "./jobs.ts"
import { overheard } from "./overhearing.ts"

/** A message the clock would post, and what it was doing then. */
export interface Posted {
  readonly row: Outgoing
  readonly job: string
}

const tableOf = <N extends DueTable>({ tables }: Act, { table }: JobOn<N>): Table<N> => tables[table]

const dueAtOf = (row: object): Instant | null => (row as { readonly dueAt?: Instant | null }).dueAt ?? null

/** What waits, by its time; of one time in the order of the jobs, as the clock takes it. */
class Agenda {
  readonly #times = new Map<Instant, Map<number, Set<string>>>()

  add(at: Instant, job: number, id: string): void {
    const then = this.#times.get(at) ?? new Map<number, Set<string>>()
    this.#times.set(at, then)
    then.set(job, (then.get(job) ?? new Set<string>()).add(id))
  }

  /** Takes out the soonest; null when nothing waits. */
  take(): { readonly at: Instant; readonly job: number; readonly id: string } | null {
    const at = Math.min(...this.#times.keys())
    const then = this.#times.get(at)
    if (then === undefined) return null
    const job = Math.min(...then.keys())
    const ids = then.get(job) ?? new Set<string>()
    const [id = ""] = ids
    ids.delete(id)
    if (ids.size === 0) then.delete(job)
    if (then.size === 0) this.#times.delete(at)
    return { at, job, id }
  }
}

/**
 * Plays the clock forward with the jobs it really runs, beginning with some rows and going on with whatever these lead
 * to, and gives back every message posted on the way. It writes to the tables: call it where that is forgotten.
 */
export const play = async (
  act: Act,
  beginning: Iterable<readonly [table: TableName, row: RowOf<TableName>]>,
  until: Instant,
): Promise<readonly Posted[]> => {
  const agenda = new Agenda()
  const posted: Posted[] = []
  let running = ""
  const plan = (table: TableName, row: RowOf<TableName>): void => {
    const job = jobs.findIndex((each) => each.table === table)
    const at = dueAtOf(row)
    if (job >= 0 && at !== null) agenda.add(at, job, row.id)
  }
  const turn = overheard(act, (table, row, isNew) => {
    plan(table, row)
    if (table === "outbox" && isNew && says(row as Outgoing))
      posted.push({ row: row as Outgoing, job: running })
  })
  for (const [table, row] of beginning) plan(table, row)
  for (let next = agenda.take(); next !== null && next.at <= until; next = agenda.take()) {
    const job = jobs[next.job]
    if (job === undefined) continue
    running = job.name
    await run({ ...turn, by: "clock", now: Math.max(act.now, next.at) }, job, next.id, next.at)
  }
  return posted.sort((a, b) => a.row.leaveAt - b.row.leaveAt)
}

/** An edit and a removal bring nobody a message. */
const says = ({ edits, removes, body }: Outgoing): boolean =>
  edits === null && removes === undefined && body.text !== ""

const run = async <N extends DueTable>(turn: Act, job: JobOn<N>, id: string, at: Instant): Promise<void> => {
  const row = await tableOf(turn, job).get(id)
  // It was planned anew since, or is gone.
  if (row === null || dueAtOf(row) !== at) return
  await job.run(turn, row)
  const after = await tableOf(turn, job).get(id)
  if (after !== null && (dueAtOf(after) ?? Infinity) <= at)
    throw new Error(`${job.name} left ${id} as due as it was`)
}

/** Everything that waits for a time, in a whole office. */
export const waiting = async (act: Act): Promise<readonly (readonly [TableName, RowOf<TableName>])[]> => {
  const rows: (readonly [TableName, RowOf<TableName>])[] = []
  for (const job of jobs) for (const row of await dueBy(act, job)) rows.push([job.table, row])
  return rows
}

const dueBy = (act: Act, job: Job): Promise<readonly RowOf<TableName>[]> =>
  act.tables[job.table].due(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
