import { z } from "zod"

/** One publication on an account, as an operator reported it. */
export const Post = z
  .object({
    id: z.string(),
    accountId: z.string(),
    at: z.number(),
    link: z.string().nullable(),
    original: z.boolean(),
    /** It came out here before anywhere else (首发); only what is original can. */
    first: z.boolean().optional(),
    by: z.string(),
    recordedAt: z.number(),
    /** Posts reported in one message share a batch, and are undone together. */
    batchId: z.string(),
    /** The reviewed item that it is; null or absent where it is none. */
    itemId: z.string().nullable().optional(),
  })
  .readonly()
export type Post = z.output<typeof Post>

/** What a post can be: the unit's own, the unit's own and here before anywhere else (首发), or somebody else's. */
export const postKinds = ["original", "first", "repost"] as const
export type PostKind = (typeof postKinds)[number]

export const kindOf = ({ original, first }: Pick<Post, "original" | "first">): PostKind => {
  if (!original) return "repost"
  return first === true ? "first" : "original"
}

/** What is kept of a post of this kind. */
export const ofKind = (kind: PostKind): Pick<Post, "original" | "first"> => ({
  original: kind !== "repost",
  first: kind === "first",
})
