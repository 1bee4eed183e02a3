import { z } from "zod"

/** How a line of a sheet stands; `unknown` waits for somebody to look. */
export const answers = ["fine", "wrong", "unknown"] as const
export const Answer = z.enum(answers)
export type Answer = z.output<typeof Answer>

/** One thing that is looked at. */
export const CheckLine = z
  .object({
    /** As the rulebook calls it. */
    id: z.string(),
    says: z.string(),
    saysEn: z.string().optional(),
    /** The rules that ask for it, as rulebook and rule. */
    rules: z.array(z.string()).readonly(),
    answer: Answer,
    /** Who filled it: `bot`, or a person's id; null while nobody has. */
    by: z.string().nullable(),
    /** What the bot knows about it, or what the person wrote. */
    note: z.string().nullable(),
  })
  .readonly()
export type CheckLine = z.output<typeof CheckLine>

/** One reported post that is looked up, because what is published is only said by those who publish. */
export const Sampled = z
  .object({
    postId: z.string(),
    at: z.number(),
    link: z.string().nullable(),
    /** Who reported it: never the one who looks it up. */
    reportedBy: z.string(),
    /** Null while nobody has looked. */
    found: z.boolean().nullable(),
    by: z.string().nullable(),
  })
  .readonly()
export type Sampled = z.output<typeof Sampled>

/** `filled` waits for a signature alone; `findings` is signed, with something left to put right. */
export const sheetStates = ["open", "filled", "findings", "closed"] as const
export const SheetState = z.enum(sheetStates)
export type SheetState = z.output<typeof SheetState>

/** The check of one account in one month, or its own unit's look at itself. */
export const CheckSheet = z
  .object({
    /** `2026-03/ACCOUNT`, or `2026-03/ACCOUNT/self`. */
    id: z.string(),
    kind: z.enum(["check", "self"]),
    month: z.string(),
    unitId: z.string(),
    accountId: z.string(),
    /** The office that checks. */
    officeId: z.string(),
    /** The first day that it looks at. */
    since: z.string(),
    /** The rules that ask for it; none where a unit looks at itself unasked. */
    rules: z.array(z.string()).readonly(),
    lines: z.array(CheckLine).readonly(),
    sample: z.array(Sampled).readonly(),
    state: SheetState,
    /** The problems that it led to. */
    findingIds: z.array(z.string()).readonly(),
    openedAt: z.number(),
    /** Who signed it, and when. */
    signed: z.object({ by: z.string(), at: z.number() }).readonly().nullable(),
  })
  .readonly()
export type CheckSheet = z.output<typeof CheckSheet>

/** Whether it has been signed, so that the check was held. */
export const isSigned = ({ signed }: Pick<CheckSheet, "signed">): boolean => signed !== null

/** What its lines and its sample leave to be signed. */
export const stateOf = ({
  lines,
  sample,
  signed,
}: Pick<CheckSheet, "lines" | "sample" | "signed">): "open" | "filled" | "signed" => {
  if (signed !== null) return "signed"
  const isLeft =
    lines.some(({ answer }) => answer === "unknown") || sample.some(({ found }) => found === null)
  return isLeft ? "open" : "filled"
}
