import { z } from "zod"

/** What a supervising office does about a grave problem, and what an office does about a policy that many care for. */
export const talkKinds = ["interview", "notice", "online", "conference", "explanation"] as const
export const TalkKind = z.enum(talkKinds)
export type TalkKind = z.output<typeof TalkKind>

/** Whether it is about a problem, and so about somebody, rather than about a policy. */
export const isDecision = (kind: string): boolean => kind === "interview" || kind === "notice"

/** A notice (通报), an interview (约谈), or an event about a policy: decided and held by people, and kept. */
export const Talk = z
  .object({
    id: z.string(),
    kind: TalkKind,
    unitId: z.string(),
    on: z.string(),
    /** Who was interviewed, or named in the notice; null where it is about a policy. */
    whom: z.string().nullable(),
    /** The reason, or the policy. */
    what: z.string(),
    link: z.string().nullable(),
    /** The rules under which it is kept, as rulebook and rule. */
    rules: z.array(z.string()).readonly(),
    by: z.string(),
    at: z.number(),
  })
  .readonly()
export type Talk = z.output<typeof Talk>
