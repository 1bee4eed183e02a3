import { aliveOn, startOf } from "../condition.ts"
import { isUp } from "../life.ts"
import { lastDayAfter, type Stretch } from "../stretch.ts"
import { type Day, dayOf, daysBetween } from "../time.ts"
import type { Looked } from "./facts.ts"
import type { Ground } from "./ground.ts"

/** Nothing was posted for so long, or soon will not have been. */
export interface Silence extends Ground {
  readonly kind: "silence"
  /** What is counted from: the last post that counts, or where there is none the day from which it runs. */
  readonly from: Day
  readonly posted: boolean
  readonly stretch: Stretch
  readonly counts: "posts" | "originals"
}

/** Quotas of the form “at least once in any so many days”. */
export const silence = ({ account, quotas, posts, at, today }: Looked): readonly Silence[] => {
  if (!isUp(account)) return []
  return quotas.flatMap(({ key, atLeast, counts, warn }): readonly Silence[] => {
    if (atLeast.kind !== "every") return []
    const originals = posts.filter((post) => post.original && post.at <= at).map((post) => dayOf(post.at))
    const start = startOf(account)
    const last = originals.reduce((latest, day) => (day > latest ? day : latest), "")
    const from = counts === "posts" ? aliveOn(account) : last > start ? last : start
    const until = lastDayAfter(from, atLeast)
    const left = daysBetween(today, until)
    if (left >= 0 && (today <= from || left > Math.max(0, ...warn))) return []
    const posted =
      counts === "posts" ? account.lastPostAt !== null && dayOf(account.lastPostAt) === from : last === from
    const level = left < 0 ? "red" : "soon"
    return [{ kind: "silence", level, rules: [key], until, left, from, posted, stretch: atLeast, counts }]
  })
}
