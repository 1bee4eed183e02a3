import { z } from "zod"
import { Reviewers, Step } from "./kinds/common.ts"

/** What can be special about an item, so that more is asked of it, or by others. */
export const specials = [
  "repost",
  "others",
  "interpretation",
  "policy",
  "policy-column",
  "major-decision",
  "public-safety",
  "service",
  "event",
  "comment",
  "emergency",
] as const
export const Special = z.enum(specials)
export type Special = z.output<typeof Special>

/** One point that everybody who agrees answers for, with the rules that ask for it. */
const Gate = z
  .object({
    id: z.string(),
    says: z.string(),
    saysEn: z.string().optional(),
    rules: z.array(z.string()).readonly(),
    /** False for what is only to be thought of. */
    needed: z.boolean(),
  })
  .readonly()
export type Gate = z.output<typeof Gate>

/** One person's turn to look at an item. */
const ItemLevel = z
  .object({
    step: Step,
    rules: z.array(z.string()).readonly(),
    /** Whether it comes before publishing; in an emergency some levels follow. */
    before: z.boolean(),
    /** Whether it is agreed to only with a written reason: a rule that holds in principle is passed here. */
    reason: z.boolean(),
  })
  .readonly()
export type ItemLevel = z.output<typeof ItemLevel>

/** What one person said of an item. */
const Opinion = z
  .object({
    round: z.number(),
    /** The place of the level in the chain. */
    level: z.number(),
    verdict: z.enum(["approved", "returned"]),
    by: z.string(),
    at: z.number(),
    /** The gates that this person answers for. */
    gates: z.array(z.string()).readonly(),
    note: z.string().nullable(),
    /** The paper of an office outside, whose answer is recorded. */
    paper: z.string().nullable(),
    /** The stand-in that says whose place was taken. */
    standIn: z.string().nullable(),
  })
  .readonly()
export type Opinion = z.output<typeof Opinion>

/** What was asked for because of something special, and what was said. */
const Answer = z.object({ line: z.string(), says: z.string(), said: z.string() }).readonly()
export type Answer = z.output<typeof Answer>

/** What a rule asks for and the item has not got. */
const Doubt = z.object({ what: z.string(), rules: z.array(z.string()).readonly() }).readonly()
export type Doubt = z.output<typeof Doubt>

/** How long people may take, in milliseconds. */
const Pace = z
  .object({
    /** After so long whoever it waits for is reminded; null: never. */
    answer: z.number().nullable(),
    /** So long after the reminder another is told. */
    late: z.array(z.object({ after: z.number(), tell: Step }).readonly()).readonly(),
    /** What went ahead is seen by everybody within so long. */
    rest: z.number().nullable(),
  })
  .readonly()
export type Pace = z.output<typeof Pace>

/** Something that is to be published and is looked at first. Its text stays where it is: only a link is kept. */
export const Item = z
  .object({
    id: z.string(),
    unitId: z.string(),
    accountIds: z.array(z.string()).readonly(),
    title: z.string(),
    /** Where the draft can be read. */
    link: z.string().nullable(),
    category: z.string().nullable(),
    /** From whom it comes, where a kind of content comes from certain offices alone. */
    provider: z.string().nullable(),
    specials: z.array(Special).readonly(),
    source: z.string().nullable(),
    others: z.array(z.object({ unit: z.string(), agreed: z.string() }).readonly()).readonly(),
    answers: z.array(Answer).readonly(),
    /** What holds in principle and is not so: passed with a reason. */
    doubts: z.array(Doubt).readonly(),
    /** What is only pointed at. */
    hints: z.array(Doubt).readonly(),
    /** The number of the incident that it belongs to. */
    incident: z.string().nullable(),
    gates: z.array(Gate).readonly(),
    chain: z.array(ItemLevel).readonly(),
    /** Who takes a level whose role nobody holds. */
    reviewers: Reviewers,
    pace: Pace,
    /** Which time it is looked at: what was edited is looked at anew. */
    round: z.number(),
    opinions: z.array(Opinion).readonly(),
    /** The gates ticked so far by whoever's turn it is, one by one. */
    marked: z.array(z.string()).readonly(),
    state: z.enum(["waiting", "returned", "approved", "withdrawn"]),
    by: z.string(),
    at: z.number(),
    /** Which time somebody is asked: cards of earlier times lead nowhere. */
    turn: z.number(),
    /** The people who got a card for the level that is waited for. */
    asked: z.array(z.string()).readonly(),
    /** Since when the level that is waited for has been waiting. */
    since: z.number(),
    /** How many people were reminded or told since then. */
    told: z.number(),
    /** Since when it may be published; null while it may not. */
    clearedAt: z.number().nullable(),
    /** Whether the leader was told that the rest has not followed. */
    restTold: z.boolean(),
    published: z
      .array(z.object({ accountId: z.string(), batchId: z.string(), at: z.number() }).readonly())
      .readonly(),
    dueAt: z.number().nullable(),
  })
  .readonly()
export type Item = z.output<typeof Item>

/** A post that came out although nobody had let it. */
export const Breach = z
  .object({
    /** Post batch and account. */
    id: z.string(),
    unitId: z.string(),
    accountId: z.string(),
    batchId: z.string(),
    /** What was still under review for this account, if anything was. */
    title: z.string().nullable(),
    rules: z.array(z.string()).readonly(),
    by: z.string(),
    at: z.number(),
    /** Who was told. */
    told: z.array(z.string()).readonly(),
  })
  .readonly()
export type Breach = z.output<typeof Breach>

/** The accounts on which it has not come out yet. */
export const stillOn = ({ accountIds, published }: Item): readonly string[] =>
  accountIds.filter((id) => !published.some(({ accountId }) => accountId === id))

/** Whether it may be published somewhere now. */
export const isCleared = (item: Item): boolean =>
  item.clearedAt !== null &&
  (item.state === "waiting" || item.state === "approved") &&
  stillOn(item).length > 0

/** Whether somebody still has to do something about it. */
export const isOpen = (item: Item): boolean =>
  item.state === "waiting" || item.state === "returned" || isCleared(item)
