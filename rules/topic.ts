import { z } from "zod"

export const topicKinds = ["livelihood", "policy", "emergency", "rumour", "other"] as const
export const TopicKind = z.enum(topicKinds)
export type TopicKind = z.output<typeof TopicKind>

/** The weightiest first, as they are listed. */
export const importances = ["high", "middle", "low"] as const
export const Importance = z.enum(importances)
export type Importance = z.output<typeof Importance>

/** What people talk about a lot, noted by its importance and its kind, and passed on in the week's digest. */
export const Topic = z
  .object({
    id: z.string(),
    unitId: z.string(),
    what: z.string(),
    kind: TopicKind,
    importance: Importance,
    link: z.string().nullable(),
    by: z.string(),
    at: z.number(),
    /** When it was passed on; null as long as it was not. */
    passedAt: z.number().nullable(),
  })
  .readonly()
export type Topic = z.output<typeof Topic>

/** The weightiest first, then as they came. */
export const byWeight = (topics: readonly Topic[]): readonly Topic[] =>
  [...topics].sort(
    (a, b) => importances.indexOf(a.importance) - importances.indexOf(b.importance) || a.at - b.at,
  )
