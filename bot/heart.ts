import { setImmediate as othersFirst } from "node:timers/promises"
import { schedule } from "node-cron"
import { type Instant, minutes } from "../rules/time.ts"
import { act, type Act, type App } from "../services/app.ts"
import type { DueTable, Job, JobOn } from "../services/job.ts"
import type { RowOf, Table } from "../storage/store.ts"
import { solo } from "./solo.ts"

/** How long a row that throws is put off. */
const PUT_OFF = minutes(10)
/** How many due rows are looked up at a time. */
const AT_ONCE = 500
const FOREVER = Number.MAX_SAFE_INTEGER

export interface HeartOptions {
  /** Told when the next row falls due, as soon as all that was due is done; null when none waits. */
  readonly alarm?: (at: Instant | null) => void
}

/** Does what falls due. It wakes by itself after a commit that leaves something due. */
export interface Heart {
  /** Looks again: at the start, and at each beat. */
  wake(): void
  /** Resolves when nothing is due at the present time. */
  settle(): Promise<void>
  /** When the next row falls due; null when none waits. */
  nextDue(): Promise<Instant | null>
  /** When it has last looked, and done what was due. */
  lookedAt(): Instant
  /** Finishes the row under way, and does no more. */
  stop(): Promise<void>
}

/** Calls `wake` every ten seconds of real time. Gives back what ends it. */
export const beat = (wake: () => Promise<void>): (() => void) => {
  const task = schedule("*/10 * * * * *", wake, { noOverlap: true, suppressMissedWarning: true })
  return () => void task.destroy()
}

const dueAtOf = (row: object): Instant | null => (row as { readonly dueAt?: Instant | null }).dueAt ?? null

export const openHeart = (app: App, jobs: readonly Job[], { alarm }: HeartOptions = {}): Heart => {
  let stopped = false
  const isStopped = (): boolean => stopped
  /** When the next row falls due, as far as the alarm knows. */
  let rings: Instant = FOREVER
  let lookedAt: Instant = app.now()

  const transact = async <T>(why: string, work: (turn: Act) => Promise<T>): Promise<T> => {
    const outcome = await act(app, { by: "clock", why }, work)
    if (outcome.repeated) throw new Error("a transaction without an incoming cannot be a repeat")
    return outcome.value
  }

  const tableOf = <N extends DueTable>({ tables }: Act, { table }: JobOn<N>): Table<N> => tables[table]

  /** The row as it stands, if it is still due. */
  const dueRow = async <N extends DueTable>(
    turn: Act,
    job: JobOn<N>,
    id: string,
  ): Promise<RowOf<N> | null> => {
    const row = await tableOf(turn, job).get(id)
    const dueAt = row && dueAtOf(row)
    return dueAt !== null && dueAt <= turn.now ? row : null
  }

  const runOne = async <N extends DueTable>(turn: Act, job: JobOn<N>, id: string): Promise<void> => {
    const row = await dueRow(turn, job, id)
    if (!row) return
    await job.run(turn, row)
    const after = await dueRow(turn, job, id)
    if (after && (dueAtOf(after) ?? 0) <= (dueAtOf(row) ?? 0)) throw new Error(`left ${id} as due as it was`)
  }

  const putOff = async <N extends DueTable>(turn: Act, job: JobOn<N>, id: string): Promise<void> => {
    const row = await dueRow(turn, job, id)
    if (row) await tableOf(turn, job).put({ ...row, dueAt: turn.now + PUT_OFF })
  }

  /** Whether something has fallen due meanwhile that goes before this. */
  const isOvertaken = async (turn: Act, by: readonly Job[]): Promise<boolean> => {
    for (const job of by)
      if (!stuck.has(job) && (await tableOf(turn, job).due(turn.now, 1)).length > 0) return true
    return false
  }

  /**
   * Resolves once the row is done, or put off: with whether something more urgent waits, and what is still on its way to
   * the disk. Never throws: what cannot even be put off is left alone until the next look.
   */
  const runSafely = (job: Job, id: string): Promise<{ overtaken: boolean; flight: Promise<void> }> =>
    new Promise((worked) => {
      const above = jobs.slice(0, jobs.indexOf(job))
      const flight = transact(job.name, async (turn) => {
        await runOne(turn, job, id)
        worked({ overtaken: await isOvertaken(turn, above), flight })
      }).catch(async (fault: unknown) => {
        app.report(fault, job.name)
        await transact(job.name, (turn) => putOff(turn, job, id)).catch(() => stuck.add(job))
        worked({ overtaken: true, flight: Promise.resolve() })
      })
    })
  const stuck = new Set<Job>()

  /** The first due rows of the first job that has any: it never waits for all that jobs further down have to do. */
  const look = (): Promise<{ readonly job: Job; readonly ids: readonly string[] } | null> =>
    transact("look", async (turn) => {
      for (const job of jobs) {
        const due = stuck.has(job) ? [] : await tableOf(turn, job).due(turn.now, AT_ONCE)
        if (due.length > 0) return { job, ids: due.map(({ id }) => id) }
      }
      return null
    })

  /**
   * Does what is due, one row after the other: the next is taken while the one before is on its way to the disk. After
   * each, whoever writes or presses has their turn, and what is more urgent goes first.
   */
  const runDue = async (): Promise<void> => {
    stuck.clear()
    const flights: Promise<void>[] = []
    for (let found = await look(); found !== null && !isStopped(); found = await look()) {
      for (const id of found.ids) {
        if (isStopped()) break
        const { overtaken, flight } = await runSafely(found.job, id)
        flights.push(flight)
        await othersFirst()
        if (overtaken) break
      }
      if (flights.length >= AT_ONCE) await Promise.all(flights.splice(0))
    }
    await Promise.all(flights)
  }

  const nextDue = (): Promise<Instant | null> =>
    transact("look", async (turn) => {
      let soonest = FOREVER
      for (const job of jobs) {
        const [next] = await tableOf(turn, job).due(FOREVER, 1)
        soonest = Math.min(soonest, (next && dueAtOf(next)) ?? FOREVER)
      }
      return soonest === FOREVER ? null : soonest
    })

  const loop = solo(async () => {
    try {
      if (!stopped) await runDue()
      lookedAt = app.now()
      if (isStopped() || !alarm) return
      // What is committed meanwhile may be sooner.
      rings = FOREVER
      rings = Math.min(rings, (await nextDue()) ?? FOREVER)
      alarm(rings === FOREVER ? null : rings)
    } catch (fault) {
      app.report(fault, "clock")
    }
  })

  const waiting = new Set<string>(jobs.map(({ table }) => table))
  const unwatch = app.store.watch((changes) => {
    let soonest = FOREVER
    for (const [table, , row] of changes)
      if (row && waiting.has(table)) soonest = Math.min(soonest, dueAtOf(row) ?? FOREVER)
    if (soonest <= app.now()) void loop.again()
    else if (soonest < rings) {
      rings = soonest
      alarm?.(soonest)
    }
  })

  const settle = async (): Promise<void> => {
    do await loop.again()
    while (loop.isRunning)
  }

  return {
    wake: () => void loop.again(),
    settle,
    nextDue,
    lookedAt: () => lookedAt,
    stop: async () => {
      stopped = true
      unwatch()
      alarm?.(null)
      while (loop.isRunning) await loop.again()
    },
  }
}
