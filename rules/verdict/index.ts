import { isComing, isEnded } from "../life.ts"
import { dayOf, type Instant } from "../time.ts"
import { finding, type Found } from "./finding.ts"
import { duty, type Undone } from "./duty.ts"
import type { Facts, Looked } from "./facts.ts"
import { type GivenUp, givenUp } from "./given.ts"
import { leave, type Unasked } from "./leave.ts"
import { quota, type Short } from "./quota.ts"
import { type Silence, silence } from "./silence.ts"
import { accountAt } from "./then.ts"
import type { Account } from "../account.ts"

/** Why an account fails an inspection, or soon will. */
export type Reason = GivenUp | Silence | Unasked | Undone | Found | Short

/** Every kind of reason, what an inspection asks first at the head; one more is one file and one name in each of two lists. */
const looks: readonly ((looked: Looked) => readonly Reason[])[] = [
  givenUp,
  silence,
  leave,
  duty,
  finding,
  quota,
]

/** How an account would come out: `none` where an inspection does not look at it. */
export const levels = ["red", "soon", "green", "none"] as const
export type Level = (typeof levels)[number]

export interface Verdict {
  readonly level: Level
  /** As it stood at that instant. */
  readonly account: Account
  /** The strictest first. */
  readonly reasons: readonly Reason[]
  /** Why it is not looked at; null where it is. */
  readonly absent: "unknown" | "coming" | "offline" | "ended" | null
  /** Posts that count here and were reported only after that instant. */
  readonly reportedLater: number
}

const absence = (account: Account, at: Instant): Verdict["absent"] => {
  if (account.registeredAt > at) return "unknown"
  if (isEnded(account)) return "ended"
  if (isComing(account)) return "coming"
  return account.state === "offline" ? "offline" : null
}

/** How grave a reason is: what has a worse name first, then what is longest over, or soonest to come. */
const gravity = (reason: Reason): readonly number[] => [
  reason.level === "red" ? 0 : 1,
  reason.kind === "given-up" ? (reason.mark === "zombie" ? 0 : 1) : 2,
  reason.left ?? -Infinity,
]

const byGravity = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((each, index) => each !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1
}

/** Whether an account would pass at an instant: before now as things stood then, after it as if nobody did anything. */
export const judge = (facts: Facts, at: Instant): Verdict => {
  const account = accountAt(facts, at, facts.now)
  const absent = absence(account, at)
  const reportedLater = facts.posts.filter((post) => post.at <= at && post.recordedAt > at).length
  const said = { account, absent, reportedLater }
  if (absent === "unknown") return { ...said, level: "none", reasons: [] }
  const looked: Looked = { ...facts, account, at, today: dayOf(at) }
  const found = looks.flatMap((look) => look(looked)).sort((a, b) => byGravity(gravity(a), gravity(b)))
  // What has not opened yet is no worry as long as there is time.
  const reasons = absent === "coming" ? found.filter(({ level }) => level === "red") : found
  const [first] = reasons
  return { ...said, level: first?.level ?? (absent === null ? "green" : "none"), reasons }
}

const rank = ({ level, reasons: [first] }: Verdict): readonly number[] => [
  levels.indexOf(level),
  ...(first ? gravity(first).slice(1) : []),
]

/** The strictest first. */
export const stricter = (a: Verdict, b: Verdict): number => byGravity(rank(a), rank(b))
