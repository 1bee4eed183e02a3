import { setTimeout as sleep } from "node:timers/promises"
import { probePatience } from "../rules/backoff.ts"
import type { Log } from "./log.ts"
import { Pause, Refused, Unreachable } from "./messenger.ts"

/** Asks until there is an answer: a bot that starts before its network is on watch as soon as that is there. What is wrong for good throws. */
export const reached = async <T>(ask: () => Promise<T>, log: Log): Promise<T> => {
  for (let failures = 1; ; failures += 1) {
    try {
      return await ask()
    } catch (fault) {
      if (fault instanceof Refused || fault instanceof Unreachable) throw fault
      log.warn({ err: fault }, "the messenger does not answer yet")
      await sleep(fault instanceof Pause ? fault.duration : probePatience(failures))
    }
  }
}
