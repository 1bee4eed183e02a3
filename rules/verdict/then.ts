import type { Account } from "../account.ts"
import { heldAt, type Placed } from "../edition.ts"
import { isComing, isEnded, type State } from "../life.ts"
import type { OfflineWindow } from "../offline.ts"
import { type Day, dayOf, type Instant } from "../time.ts"

/** A row of an account as it is now, with all that tells how it was before. */
export interface Told {
  readonly account: Account
  readonly earlier: readonly { readonly until: Instant; readonly was: Placed }[]
  readonly windows: readonly OfflineWindow[]
  /** When each of its posts came out, whichever were reported by now. */
  readonly posts: readonly { readonly at: Instant }[]
}

/** Whether an account was offline on a day; the day on which it came back is none. */
const covers = ({ state, start, end }: OfflineWindow, day: Day): boolean =>
  (state === "offline" || state === "back") && start <= day && (end === null || day < end)

/** Whether nobody had given leave for a time offline, so that updates stay due. */
const isUnapproved = ({ cause, unreported }: OfflineWindow): boolean => cause === "unreported" || unreported

const isOffline = (state: State): boolean => state === "offline" || state === "offline-unapproved"

/** Where it stood apart from times offline: what a row says was true until the next one replaced it. */
const stateThen = ({ account, windows }: Told, state: State, day: Day): State => {
  const { retired, openedOn } = account
  if (isEnded(account) && retired !== null) {
    if (retired.on <= day) return account.state
    if (isEnded({ state })) return retired.from ?? "live"
  }
  if (isOffline(state)) return windows.find((window) => window.state !== "lapsed")?.from ?? "live"
  return isComing({ state }) && openedOn !== null && openedOn <= day ? "live" : state
}

/** The day on which it had come back last, after a time offline that was allowed. */
const backOn = ({ account, windows }: Told, day: Day): Day | null =>
  windows.reduce<Day | null>(
    (latest, window) => {
      const { state, end } = window
      const came = state === "back" && end !== null && end <= day && !isUnapproved(window)
      return came && (latest === null || end > latest) ? end : latest
    },
    account.returnedOn != null && account.returnedOn <= day ? account.returnedOn : null,
  )

/** The latest of some posts that was out by an instant. */
const lastBy = (posts: Told["posts"], at: Instant): Instant | null =>
  posts.reduce<Instant | null>(
    (last, post) => (post.at <= at && (last === null || post.at > last) ? post.at : last),
    null,
  )

/**
 * An account as it was at an instant: with the posts that were out, the times offline that had begun, and the sponsor, name
 * and state that its row had. What lies ahead is as it is now.
 */
export const accountAt = (told: Told, at: Instant, now: Instant): Account => {
  const { account, earlier, windows, posts } = told
  if (at >= now) return account
  const day = dayOf(at)
  const { unitId, platform, name, state: placed } = heldAt(earlier, at)?.was ?? account
  const state = stateThen(told, placed, day)
  const offline = windows.find((window) => covers(window, day))
  const down = offline && (isUnapproved(offline) ? "offline-unapproved" : "offline")
  return {
    ...account,
    ...{ unitId, platform, name, lastPostAt: lastBy(posts, at), returnedOn: backOn(told, day) },
    state: isEnded({ state }) ? state : (down ?? state),
  }
}
