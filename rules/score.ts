import { z } from "zod"

/** What people say of what an account publishes. */
export const gradings = ["good", "fair", "poor"] as const
export const Grading = z.enum(gradings)
export type Grading = z.output<typeof Grading>

/** Figures of one account over a quarter that only people can read on the platform; they are typed in, never fetched. */
export const Score = z
  .object({
    /** Account and term. */
    id: z.string(),
    accountId: z.string(),
    unitId: z.string(),
    /** `2026-Q1` */
    term: z.string(),
    content: Grading.nullable(),
    /** How many follow it at the end of the quarter. */
    followers: z.number().int().nonnegative(),
    /** How often it was reposted, and commented on, in the quarter. */
    reposts: z.number().int().nonnegative(),
    comments: z.number().int().nonnegative(),
    by: z.string(),
    at: z.number(),
  })
  .readonly()
export type Score = z.output<typeof Score>

/** What the quarters of a term come to: reposts and comments add up, followers and the grading are the latest. */
export const scoredOver = (
  scores: readonly Score[],
): Pick<Score, "content" | "followers" | "reposts" | "comments"> | null => {
  const ordered = [...scores].sort((a, b) => (a.term < b.term ? -1 : 1))
  const last = ordered.at(-1)
  if (last === undefined) return null
  return {
    content: ordered.findLast(({ content }) => content !== null)?.content ?? null,
    followers: last.followers,
    reposts: ordered.reduce((sum, { reposts }) => sum + reposts, 0),
    comments: ordered.reduce((sum, { comments }) => sum + comments, 0),
  }
}
