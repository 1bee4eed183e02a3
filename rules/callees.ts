import type { Candidate, Hindrance } from "./ladder.ts"

/** Somebody who stands on a step, and what is known of them at this moment. */
export interface Placed {
  readonly personId: string
  /** Whose place they take, by a written stand-in. */
  readonly standsFor: string | null
  /** Of an operating company, where gatekeeping is kept in house. */
  readonly outside: boolean
  readonly away: boolean
  /** Whether a message can be brought to them in private. */
  readonly reachable: boolean
}

const hindranceOf = (it: Placed, all: readonly Placed[]): Hindrance | null => {
  if (it.outside) return "company"
  if (it.standsFor === null && all.some(({ standsFor }) => standsFor === it.personId)) return "has-stand-in"
  if (it.away) return "on-leave"
  return it.reachable ? null : "unreachable"
}

/** Who of those on a step may be called, and what stands in the way of the others. */
export const candidates = (all: readonly Placed[]): readonly Candidate[] =>
  all.map((each) => ({
    personId: each.personId,
    standsFor: each.standsFor,
    hindered: hindranceOf(each, all),
  }))
