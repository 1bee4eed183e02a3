import type { Hook, HookCall } from "../../rules/hook.ts"
import { type Instant, seconds } from "../../rules/time.ts"
import { act, type Act, type App } from "../../services/app.ts"
import * as hookcalls from "../../services/hookcalls.ts"
import { solo } from "../solo.ts"
import { post } from "./outside.ts"
import { secretOf, signed } from "./signature.ts"

/** Longer than this nobody waits for an answer (milliseconds). */
const ANSWER = 10_000

/** Tells programs outside what has happened, one call after the other for each. */
export interface Teller {
  wake(): void
  /** Resolves when nothing can leave at the present time. */
  settle(): Promise<void>
  nextDue(): Promise<Instant | null>
  stop(): Promise<void>
}

interface Options {
  /** What calls are signed by; null while there is none, and nothing leaves. */
  readonly key: string | null
  readonly allowsInside: boolean
  readonly alarm: (at: Instant | null) => void
}

export const openTeller = (app: App, { key, allowsInside, alarm }: Options): Teller => {
  let stopped = false

  const transact = async <T>(why: string, work: (turn: Act) => Promise<T>): Promise<T> => {
    const outcome = await act(app, { by: "clock", why }, work)
    if (outcome.repeated) throw new Error("a transaction without an incoming cannot be a repeat")
    return outcome.value
  }

  const tell = async (signing: string, hook: Hook, call: HookCall): Promise<void> => {
    const { event, body } = call
    const timestamp = Math.floor(app.now() / seconds(1))
    const headers = signed(secretOf(signing, hook.id), { event, timestamp, body })
    const wentWell = await post({ url: hook.url, headers, body, allowsInside, patience: ANSWER })
    await transact("tell", (turn) => hookcalls.called(turn, call, wentWell))
  }

  const nextDue = (): Promise<Instant | null> =>
    transact("look", async ({ tables }) => {
      const [next] = await tables.hooks.due(Number.MAX_SAFE_INTEGER, 1)
      return key === null ? null : (next?.dueAt ?? null)
    })

  const loop = solo(async () => {
    try {
      while (key !== null && !stopped) {
        const calls = await transact("look", hookcalls.next)
        if (calls.length === 0) break
        await Promise.all(calls.map(({ hook, call }) => tell(key, hook, call)))
      }
      if (!stopped) alarm(await nextDue())
    } catch (fault) {
      app.report(fault, "telling")
    }
  })

  const unwatch = app.store.watch((changes) => {
    if (changes.some(([table]) => table === "hookCalls" || table === "hooks")) void loop.again()
  })
  void loop.again()

  return {
    wake: () => void loop.again(),
    settle: async () => {
      do await loop.again()
      while (loop.isRunning)
    },
    nextDue,
    stop: async () => {
      stopped = true
      unwatch()
      alarm(null)
      while (loop.isRunning) await loop.again()
    },
  }
}
