import { z } from "zod"

/** A problem that a check found, or an order to put a slow account right by a day. */
export const findingKinds = ["finding", "order"] as const
export const FindingKind = z.enum(findingKinds)
export type FindingKind = z.output<typeof FindingKind>

/** What those concerned say they have done about it. */
export const Rectified = z
  .object({
    on: z.string(),
    by: z.string(),
    at: z.number(),
    /** The link that shows it. */
    evidence: z.string(),
    note: z.string().nullable(),
  })
  .readonly()
export type Rectified = z.output<typeof Rectified>

/** `rectified` waits for a second person; `withdrawn` was entered by mistake. */
export const findingStates = ["open", "rectified", "closed", "withdrawn"] as const
export const FindingState = z.enum(findingStates)
export type FindingState = z.output<typeof FindingState>

/** Something that is to be put right by a day, by one, and is closed by another. */
export const Finding = z
  .object({
    id: z.string(),
    /** As people say it: `2026-3`. */
    number: z.string(),
    kind: FindingKind,
    unitId: z.string(),
    /** Null where it is about the unit as such. */
    accountId: z.string().nullable(),
    /** The office that found it. */
    officeId: z.string(),
    what: z.string(),
    /** The rules by which it is one, as rulebook and rule. */
    rules: z.array(z.string()).readonly(),
    /** The line of the check sheet that was wrong, or `post` for a post that was not to be found. */
    line: z.string().nullable(),
    sheetId: z.string().nullable(),
    /** Where it can be seen. */
    evidence: z.string().nullable(),
    foundOn: z.string(),
    by: z.string(),
    at: z.number(),
    dueOn: z.string(),
    /** Which time it is asked for: what was sent back is asked for anew. */
    round: z.number(),
    rectified: Rectified.nullable(),
    /** What was said before and did not do. */
    sentBack: z
      .array(
        z
          .object({
            rectified: Rectified,
            reason: z.string(),
            by: z.string(),
            at: z.number(),
            /** The day that it had until then. */
            dueOn: z.string().optional(),
          })
          .readonly(),
      )
      .readonly(),
    closed: z.object({ by: z.string(), at: z.number() }).readonly().nullable(),
    state: FindingState,
    /** Who was told of it. */
    told: z.array(z.string()).readonly(),
    /** When whoever closes it is reminded. */
    dueAt: z.number().nullable(),
  })
  .readonly()
export type Finding = z.output<typeof Finding>

/** Whether somebody still has to do something about it. */
export const isOpen = ({ state }: Pick<Finding, "state">): boolean =>
  state === "open" || state === "rectified"
