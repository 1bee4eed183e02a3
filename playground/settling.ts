import type { Api } from "./api/api.ts"
import type { Watch } from "./watch.ts"
import { Impossible } from "./world/impossible.ts"

const PATIENCE = 60_000
/** How often to look again when nothing says that something happened, in real milliseconds. */
const GLANCE = 50

/** Knows when the bot has finished. */
export interface Settling {
  readonly watch: (watch: Watch | null) => void
  readonly current: () => Watch | null
  readonly settled: (patience?: number) => Promise<void>
}

const nextMoment = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export const createSettling = ({ world, isCut, counts }: Api): Settling => {
  let lent: Watch | null = null
  const isQuiet = (): boolean => isCut() || (world.queue.length === 0 && counts.underway === 0)

  const emptied = (): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        stop()
        clearTimeout(timer)
        resolve()
      }
      const stop = world.queue.listen((change) => {
        if (change === "empty") end()
      })
      const timer = setTimeout(end, GLANCE)
    })

  const quiet = async (deadline: number): Promise<void> => {
    while (!isQuiet()) {
      if (Date.now() > deadline) {
        throw new Impossible(`the bot has not taken ${String(world.queue.length)} updates: is it running?`)
      }
      await (world.queue.length > 0 ? emptied() : nextMoment())
    }
  }

  return {
    watch: (watch) => {
      lent = watch
    },
    current: () => lent,
    settled: async (patience = PATIENCE) => {
      const deadline = Date.now() + patience
      do {
        await quiet(deadline)
        await lent?.settle()
      } while (!isQuiet())
    },
  }
}
