import { z } from "zod"
import { Recipient } from "./outgoing.ts"

/** An open date that is another one since the calendar changed. */
export const Move = z
  .object({
    /** What falls due, in words. */
    what: z.string(),
    source: z
      .object({
        title: z.string(),
        titleEn: z.string().optional(),
        article: z.string(),
        origin: z.enum(["text", "house", "national"]),
      })
      .readonly(),
    before: z.string(),
    after: z.string(),
    provisional: z.boolean(),
  })
  .readonly()
export type Move = z.output<typeof Move>

/** What moved for one person or group, until everything is counted and they are told of it once. */
export const Moved = z
  .object({
    /** `person:…` or `chat:…` */
    id: z.string(),
    to: Recipient,
    /** The unit whose times hold for them. */
    unitId: z.string(),
    years: z.array(z.string()).readonly(),
    /** The first of them, as many as are named, and how many there are. */
    moves: z.array(Move).readonly(),
    count: z.number(),
    dueAt: z.number(),
  })
  .readonly()
export type Moved = z.output<typeof Moved>

/** The same with what else moved. */
export const withMoves = (
  known: Moved,
  years: readonly string[],
  moves: readonly Move[],
  most: number,
): Moved => ({
  ...known,
  years: [...new Set([...known.years, ...years])].sort(),
  moves: [...known.moves, ...moves].slice(0, most),
  count: known.count + moves.length,
})
