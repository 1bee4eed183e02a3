import { AsyncLocalStorage } from "node:async_hooks"

/** Tells a transaction that is begun inside another one, which would wait for itself for ever. */
export interface Nesting {
  run<T>(work: () => Promise<T>): Promise<T>
  isInside(): boolean
}

/** Follows every promise, which costs a good part of the time of whoever runs it. */
export const watched = (): Nesting => {
  const inside = new AsyncLocalStorage<{ running: boolean }>()
  return {
    run: async (work) => {
      const here = { running: true }
      try {
        return await inside.run(here, work)
      } finally {
        here.running = false
      }
    },
    isInside: () => inside.getStore()?.running ?? false,
  }
}

/** For what was tested under watch. */
export const unwatched: Nesting = { run: (work) => work(), isInside: () => false }
