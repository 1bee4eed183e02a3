/** The playground's time: real time with an offset while it runs, or standing still. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number
  readonly running: boolean
  set(at: number): void
  advance(duration: number): void
  freeze(): void
  run(): void
  /** Calls back whenever the clock was moved, stopped or started; gives back how to end that. */
  onChange(listener: () => void): () => void
}

/** A clock that shows `at` (the real time, when left out) and runs unless told otherwise. */
export const createClock = (
  start: { at?: number | undefined; running?: boolean | undefined } = {},
): Clock => {
  const listeners = new Set<() => void>()
  let running = start.running ?? true
  let offset = start.at === undefined ? 0 : start.at - Date.now()
  let frozenAt = start.at ?? Date.now()

  const now = (): number => (running ? Date.now() + offset : frozenAt)
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  const set = (at: number): void => {
    offset = at - Date.now()
    frozenAt = at
    changed()
  }

  return {
    now,
    get running() {
      return running
    },
    set,
    advance: (duration) => set(now() + duration),
    freeze: () => {
      frozenAt = now()
      running = false
      changed()
    },
    run: () => {
      if (running) return
      offset = frozenAt - Date.now()
      running = true
      changed()
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
