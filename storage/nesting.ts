import { AsyncLocalStorage } from "node:async_hooks"

/** Tells a transaction that is begun inside another one, which would wait for itself for ever. */
export interface Nesting {
  run<T>(work: () => Promise<T>): Promise<T>
  isInside(): boolean
}

interface Place {
  readonly of: Nesting
  readonly within: Place | undefined
  running: boolean
}

// One for all stores: each that ever ran is carried along by every promise from then on, for as long as the process lives.
const places = new AsyncLocalStorage<Place>()

/** The nearest that still runs: what has ended is let go of. */
const around = (): Place | undefined => {
  let place = places.getStore()
  while (place !== undefined && !place.running) place = place.within
  return place
}

/** Follows every promise, which costs a good part of the time of whoever runs it. */
export const watched = (): Nesting => {
  const nesting: Nesting = {
    run: async (work) => {
      const here: Place = { of: nesting, within: around(), running: true }
      try {
        return await places.run(here, work)
      } finally {
        here.running = false
      }
    },
    isInside: () => {
      for (let place = around(); place !== undefined; place = place.within)
        if (place.running && place.of === nesting) return true
      return false
    },
  }
  return nesting
}

/** For what was tested under watch. */
export const unwatched: Nesting = { run: (work) => work(), isInside: () => false }
