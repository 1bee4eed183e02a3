import type { Contents, Update } from "./shapes.ts"

/** Sent to a bot that never said what it wants to hear. */
const UNLESS_TOLD = new Set(["message", "edited_message", "callback_query", "my_chat_member"])

/** The updates a bot has not confirmed yet. */
export interface Queue {
  push<K extends keyof Contents>(kind: K, content: Contents[K]): void
  /** Forgets everything before `offset`; a negative one keeps that many of the last. */
  confirm(offset: number): void
  /** The oldest unconfirmed updates. */
  first(limit: number): readonly Update[]
  /** Takes away the oldest update: a webhook has accepted it. */
  shift(): void
  clear(): void
  readonly length: number
  /** What the bot wants to hear; it sticks until the bot says otherwise. */
  allow(kinds: readonly string[]): void
  readonly allowed: readonly string[]
  /** The next so many confirmed updates come a second time, under the same id. */
  repeat(count: number): void
  /** Moves the numbering, also downwards; downwards it waits until nothing is unconfirmed. */
  jump(by: number): void
  /** Calls back when an update arrives and when the last one was confirmed. */
  listen(listener: (change: "arrived" | "empty") => void): () => void
}

export const createQueue = (firstId: number): Queue => {
  let waiting: Update[] = []
  let start = 0
  let nextId = firstId
  let fall = 0
  let repeats = 0
  let allowed: readonly string[] = []
  let wanted: ReadonlySet<string> = UNLESS_TOLD
  const listeners = new Set<(change: "arrived" | "empty") => void>()

  const tell = (change: "arrived" | "empty"): void => {
    for (const listener of listeners) listener(change)
  }
  const length = (): number => waiting.length - start
  const dropTo = (index: number): void => {
    if (index <= start) return
    const again: Update[] = []
    for (let i = start; i < index && repeats > 0; i++, repeats--) {
      const update = waiting[i]
      if (update) again.push(update)
    }
    start = index
    if (again.length > 0) {
      waiting = [...again, ...waiting.slice(start)]
      start = 0
    } else if (start > 1_000 && start * 2 > waiting.length) {
      waiting = waiting.slice(start)
      start = 0
    }
    if (length() === 0) tell("empty")
  }

  return {
    push: (kind, content) => {
      if (!wanted.has(kind)) return
      if (fall < 0 && length() === 0) {
        nextId += fall
        fall = 0
      }
      waiting.push({ update_id: nextId++, [kind]: content })
      tell("arrived")
    },
    confirm: (offset) => {
      if (offset < 0) {
        dropTo(Math.max(start, waiting.length + offset))
        return
      }
      // An offset beyond the last id comes from before a jump downwards: it confirms nothing.
      if (offset > nextId) return
      let index = start
      while (index < waiting.length && (waiting[index]?.update_id ?? offset) < offset) index++
      dropTo(index)
    },
    first: (limit) => waiting.slice(start, start + limit),
    shift: () => dropTo(Math.min(start + 1, waiting.length)),
    clear: () => {
      repeats = 0
      dropTo(waiting.length)
    },
    get length() {
      return length()
    },
    allow: (kinds) => {
      allowed = kinds
      wanted = kinds.length === 0 ? UNLESS_TOLD : new Set(kinds)
    },
    get allowed() {
      return allowed
    },
    repeat: (count) => {
      repeats = count
    },
    jump: (by) => {
      if (by < 0) fall += by
      else nextId += by
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
