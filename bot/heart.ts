import { schedule } from "node-cron"
import { type Instant, minutes } from "../rules/time.ts"
import { act, type Act, type App } from "../services/app.ts"
import type { DueTable, Job, JobOn } from "../services/job.ts"
import type { RowOf, Table } from "../storage/store.ts"
import { solo } from "./solo.ts"

/** How long a row that throws is put off. */
const PUT_OFF = minutes(10)
/** How many due rows are looked up at a time. */
const AT_ONCE = 100
const FOREVER = Number.MAX_SAFE_INTEGER

/** Does what falls due. It wakes by itself after a commit that leaves something due. */
export interface Heart {
  /** Looks again: at the start, and at each beat. */
  wake(): void
  /** Resolves when nothing is due at the present time. */
  settle(): Promise<void>
  /** When the next row falls due; null when none waits. */
  nextDue(): Promise<Instant | null>
  /** Finishes the row under way, and does no more. */
  stop(): Promise<void>
}

/** Calls `wake` every ten seconds of real time. Gives back what ends it. */
export const beat = (wake: () => Promise<void>): (() => void) => {
  const task = schedule("*/10 * * * * *", wake, { noOverlap: true, suppressMissedWarning: true })
  return () => void task.destroy()
}

const dueAtOf = (row: object): Instant | null => (row as { readonly dueAt?: Instant | null }).dueAt ?? null

export const openHeart = (app: App, jobs: readonly Job[]): Heart => {
  let stopped = false

  const transact = async <T>(job: Job, work: (turn: Act) => Promise<T>): Promise<T> => {
    const outcome = await act(app, { by: "clock", why: job.name }, work)
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

  const runJob = async (job: Job): Promise<void> => {
    for (;;) {
      const due = await transact(job, (turn) => tableOf(turn, job).due(turn.now, AT_ONCE))
      if (due.length === 0) return
      for (const { id } of due) {
        if (stopped) return
        try {
          await transact(job, (turn) => runOne(turn, job, id))
        } catch (fault) {
          app.report(fault, job.name)
          await transact(job, (turn) => putOff(turn, job, id))
        }
      }
    }
  }

  const loop = solo(async () => {
    for (const job of jobs) {
      try {
        if (!stopped) await runJob(job)
      } catch (fault) {
        app.report(fault, job.name)
      }
    }
  })

  const unwatch = app.store.watch((changes) => {
    const now = app.now()
    const isDue = changes.some(([table, , row]) => {
      const dueAt = jobs.some((job) => job.table === table) && row ? dueAtOf(row) : null
      return dueAt !== null && dueAt <= now
    })
    if (isDue) void loop.again()
  })

  const settle = async (): Promise<void> => {
    do await loop.again()
    while (loop.isRunning)
  }

  return {
    wake: () => void loop.again(),
    settle,
    nextDue: async () => {
      const times = await Promise.all(
        jobs.map(async (job) => {
          const [next] = await transact(job, (turn) => tableOf(turn, job).due(FOREVER, 1))
          return next ? dueAtOf(next) : null
        }),
      )
      const known = times.filter((at) => at !== null)
      return known.length > 0 ? Math.min(...known) : null
    },
    stop: async () => {
      stopped = true
      unwatch()
      while (loop.isRunning) await loop.again()
    },
  }
}
