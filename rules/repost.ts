import { z } from "zod"
import { Platform } from "./account.ts"
import { Recipient } from "./outgoing.ts"

/** Whose item may be passed on: an official account, or the website of a government. Nobody else's. */
export const officialSources = ["account", "website"] as const
export const OfficialSource = z.enum(officialSources)
export type OfficialSource = z.output<typeof OfficialSource>

/** A card of a task: which accounts it lists, and under which key it was posted. */
const RepostCard = z
  .object({ key: z.string(), to: Recipient, accountIds: z.array(z.string()).readonly() })
  .readonly()
export type RepostCard = z.output<typeof RepostCard>

/** An item from above that the accounts below are to pass on; when each has to follows from its rulebooks. */
export const Repost = z
  .object({
    id: z.string(),
    /** Whose accounts are asked: those of this unit and of the units below. */
    unitId: z.string(),
    source: OfficialSource,
    /** What the official account, or the website, is called. */
    from: z.string(),
    title: z.string(),
    link: z.string(),
    /** When it came out above: each clock runs from here. */
    at: z.number(),
    /** Only accounts on these; empty for all. */
    platforms: z.array(Platform).readonly(),
    /** An emergency: its card comes at night too. */
    urgent: z.boolean(),
    cards: z.array(RepostCard).readonly(),
    by: z.string(),
    createdAt: z.number(),
  })
  .readonly()
export type Repost = z.output<typeof Repost>

/** An address as it is compared: the same page with or without what is only for reading it. */
export const plainLink = (link: string): string => link.replace(/#.*$/, "").replace(/\/+$/, "")

/** Whether an address can be that of a government's website. */
export const isGovernmentSite = (link: string): boolean =>
  URL.canParse(link) && /(^|\.)gov\.cn$/i.test(new URL(link).hostname)

const ASKING =
  /点\s*赞|集\s*赞|求\s*赞|刷\s*[赞票量粉单屏]|投\s*票|拉\s*票|打\s*榜|助\s*力|涨\s*粉|吸\s*粉|加\s*关注|砍\s*价|好评|朋友圈|\blikes?\b|\bvot(?:e|es|ing)\b|\bupvotes?\b|\bfollow us\b/i

/** Whether words ask for likes, votes or followers: no task ever does. */
export const asksForLikes = (words: string): boolean => ASKING.test(words)
