import type { BindingQuota, Silences } from "../binding.ts"
import type { Calendar } from "../calendar.ts"
import type { Account } from "../account.ts"
import type { Finding } from "../finding.ts"
import type { Obligation } from "../obligation.ts"
import type { Post } from "../post.ts"
import type { Day, Instant } from "../time.ts"
import type { Told } from "./then.ts"

/** Everything about one account that an inspection looks at, with the rules that hold where it stands. */
export interface Facts extends Told {
  readonly calendar: Calendar
  readonly quotas: readonly BindingQuota[]
  readonly silences: Silences
  /** The rules against being live, or offline, without leave. */
  readonly leave: Readonly<Record<"unapproved" | "offline-unapproved", readonly string[]>>
  /** Those that can matter: of the running periods and those before, and the latest. */
  readonly posts: readonly Pick<Post, "at" | "original" | "recordedAt">[]
  readonly obligations: readonly Obligation[]
  readonly findings: readonly Finding[]
  /** When this is asked: what lies after it is played forward, with nothing more posted and nothing more done. */
  readonly now: Instant
}

/** An account at an instant, as every kind of reason looks at it. */
export interface Looked extends Omit<Facts, "account"> {
  /** As it stood then. */
  readonly account: Account
  readonly at: Instant
  readonly today: Day
}
