import {
  type Allowance,
  answered,
  freeAt,
  groupAllowance,
  lastAnswer,
  left,
  overallAllowance,
  type Pace,
  paceAnswered,
  paceFreeAt,
  paceLeft,
  paceStayed,
  type Spent,
  stayed,
  UNSPENT,
  UNUSED,
  type Used,
} from "../rules/budget.ts"
import type { Lane } from "../rules/outgoing.ts"
import { type Instant, minutes } from "../rules/time.ts"
import type { Limits } from "./messenger.ts"

/** Chats remembered before those that were quiet for long are forgotten. */
const MANY = 10_000

/**
 * Keeps account of what has left, against the messenger's limits: overall, for each group, for each private chat. Those
 * limits hold for what is said, so a removal is always free to go.
 */
export class Budgets {
  readonly #overall: Allowance
  readonly #group: Allowance
  readonly #pace: Pace
  readonly #isGroup: (chat: string) => boolean
  #used: Used = UNUSED
  readonly #groups = new Map<string, Used>()
  readonly #privates = new Map<string, Spent>()

  constructor(limits: Limits, isGroup: (chat: string) => boolean) {
    this.#overall = overallAllowance(limits.perSecond)
    this.#group = groupAllowance(limits.perGroupMinute)
    this.#pace = { perSecond: limits.perChatSecond, burst: limits.chatBurst }
    this.#isGroup = isGroup
  }

  /** When a message of this lane may leave as far as all chats together go; null when an answer has to come first. */
  overallFreeAt(lane: Lane, now: Instant): Instant | null {
    if (lane === "removal") return now
    return freeAt(this.#overall, this.#used, lane, now)
  }

  /** The same for one chat alone. */
  chatFreeAt(chat: string, lane: Lane, now: Instant): Instant | null {
    if (lane === "removal") return now
    return this.#isGroup(chat)
      ? freeAt(this.#group, this.#groups.get(chat) ?? UNUSED, lane, now)
      : paceFreeAt(this.#pace, this.#privates.get(chat) ?? UNSPENT, lane, now)
  }

  left(chat: string, lane: Lane): void {
    if (lane === "removal") return
    this.#used = left(this.#used)
    if (this.#isGroup(chat)) this.#groups.set(chat, left(this.#groups.get(chat) ?? UNUSED))
    else this.#privates.set(chat, paceLeft(this.#privates.get(chat) ?? UNSPENT))
  }

  answered(chat: string, lane: Lane, now: Instant): void {
    if (lane === "removal") return
    this.#used = answered(this.#overall, this.#used, now)
    if (this.#isGroup(chat)) {
      this.#groups.set(chat, answered(this.#group, this.#groups.get(chat) ?? UNUSED, now))
    } else {
      this.#privates.set(chat, paceAnswered(this.#pace, this.#privates.get(chat) ?? UNSPENT, now))
    }
    if (this.#groups.size + this.#privates.size > MANY) this.#forget(now)
  }

  /** Takes back what was about to leave and did not. */
  stayed(chat: string, lane: Lane): void {
    if (lane === "removal") return
    this.#used = stayed(this.#used)
    if (this.#isGroup(chat)) this.#groups.set(chat, stayed(this.#groups.get(chat) ?? UNUSED))
    else this.#privates.set(chat, paceStayed(this.#privates.get(chat) ?? UNSPENT))
  }

  /** Counts a message that left before the start. */
  remember(chat: string, lane: Lane, at: Instant): void {
    this.left(chat, lane)
    this.answered(chat, lane, at)
  }

  #forget(now: Instant): void {
    const quiet = now - minutes(1)
    for (const [chat, used] of this.#groups) {
      if (used.awaited === 0 && lastAnswer(used) < quiet) this.#groups.delete(chat)
    }
    for (const [chat, { wholeAt, awaited }] of this.#privates) {
      if (awaited === 0 && wholeAt < quiet) this.#privates.delete(chat)
    }
  }
}
