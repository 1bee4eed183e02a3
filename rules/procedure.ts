import { z } from "zod"
import { Step } from "./kinds/common.ts"
import { roles } from "./person.ts"
import type { subjects } from "./vocabulary.ts"

/** What an account may not do before others agreed. */
export const procedureKinds = [
  "account.open",
  "account.go-offline",
  "account.close",
  "account.exit",
] as const satisfies readonly (typeof subjects)[number][]
export type ProcedureKind = (typeof procedureKinds)[number]

export type StepName = z.output<typeof Step>

/** One level that has to agree, with the rules that ask for it. */
export const Level = z.object({ step: Step, rules: z.array(z.string()).readonly() }).readonly()
export type Level = z.output<typeof Level>

/** What one level said. Offices outside are recorded with the number and date of their paper, never granted. */
export const Decision = z
  .object({
    /** Which time it was sent in: after a return everything is asked anew. */
    round: z.number(),
    step: Step,
    verdict: z.enum(["approved", "refused", "returned"]),
    by: z.string(),
    at: z.number(),
    /** The day of the decision; for a paper the day it bears. */
    on: z.string(),
    paper: z.string().nullable(),
    note: z.string().nullable(),
    /** Whose place the decider took, with the stand-in that says so. */
    standIn: z.string().nullable(),
  })
  .readonly()
export type Decision = z.output<typeof Decision>
export type Verdict = Decision["verdict"]

/** What has to be published on the account, and stay there for a while. */
export const Announcement = z
  .object({
    kind: z.enum(["opening", "offline", "closing", "destination", "change"]),
    link: z.string(),
    on: z.string(),
    removed: z
      .object({ on: z.string(), by: z.string(), at: z.number(), early: z.boolean() })
      .readonly()
      .nullable(),
  })
  .readonly()
export type Announcement = z.output<typeof Announcement>

/** Something that an account may not do before others agreed: opening, going offline, closing, leaving supervision. */
export const Procedure = z
  .object({
    id: z.string(),
    kind: z.enum(procedureKinds),
    unitId: z.string(),
    accountId: z.string(),
    /** Why, in the words of a rulebook or the asker's own. */
    reason: z.string().nullable(),
    /** The lines of the checklists that were ticked. */
    ticks: z.array(z.string()).readonly(),
    /** What was handed in: what it is, and its number or link; nothing is stored here itself. */
    attachments: z.array(z.object({ what: z.string(), paper: z.string() }).readonly()).readonly(),
    /** What only this kind knows: a planned end, a cause. */
    details: z.record(z.string(), z.string()).readonly(),
    announcements: z.array(Announcement).readonly(),
    chain: z.array(Level).readonly(),
    /** Whether no two levels may be decided by one person. */
    differentPeople: z.boolean(),
    /** The levels that nobody may stand in for. */
    inPerson: z.array(Step).readonly(),
    round: z.number(),
    decisions: z.array(Decision).readonly(),
    /** `done` is approved and carried out. */
    state: z.enum(["waiting", "returned", "approved", "refused", "withdrawn", "done"]),
    by: z.string(),
    at: z.number(),
    /** Which time somebody is asked: cards of earlier times lead nowhere. */
    turn: z.number(),
    /** The people who got a card for the level that is waited for. */
    asked: z.array(z.string()).readonly(),
    /** Since when the level that is waited for has been waiting. */
    since: z.number(),
  })
  .readonly()
export type Procedure = z.output<typeof Procedure>

/** Whether somebody inside the unit decides, rather than an office whose paper is recorded. */
export const isRole = (step: StepName): step is Extract<StepName, (typeof roles)[number]> =>
  (roles as readonly string[]).includes(step)

/** What was decided since it was last sent in. */
export const decidedNow = ({ decisions, round }: Procedure): readonly Decision[] =>
  decisions.filter((each) => each.round === round)

/** The level that is waited for; null once nobody is. */
export const nextLevel = (procedure: Procedure): Level | null => {
  if (procedure.state !== "waiting") return null
  const over = decidedNow(procedure).map(({ step }) => step)
  return procedure.chain.find(({ step }) => !over.includes(step)) ?? null
}

/** Whether it was agreed to, for this kind of thing: `account.open`. */
export const isAgreed = ({ kind, state }: Procedure, to: string): boolean =>
  kind === to && (state === "approved" || state === "done")

/** Whether it is under way, so that no second one may begin. */
export const isUnderWay = ({ state }: Procedure): boolean =>
  ["waiting", "returned", "approved"].includes(state)

/** What stands against deciding a level now. */
export type Hindrance =
  | { readonly code: "over"; readonly state: Procedure["state"] }
  | { readonly code: "no-such-step"; readonly step: StepName }
  | { readonly code: "decided"; readonly decision: Decision }
  | { readonly code: "out-of-order"; readonly step: StepName; readonly first: StepName }
  | { readonly code: "same-person"; readonly step: StepName }

export const hindrance = (procedure: Procedure, step: StepName, by: string): Hindrance | null => {
  const known = decidedNow(procedure).find((each) => each.step === step)
  if (known) return { code: "decided", decision: known }
  const next = nextLevel(procedure)
  if (next === null) return { code: "over", state: procedure.state }
  if (procedure.chain.every((level) => level.step !== step)) return { code: "no-such-step", step }
  if (next.step !== step) return { code: "out-of-order", step, first: next.step }
  const before = decidedNow(procedure).find((each) => isRole(each.step) && each.by === by)
  return procedure.differentPeople && isRole(step) && before
    ? { code: "same-person", step: before.step }
    : null
}

const after: Record<Exclude<Verdict, "approved">, Procedure["state"]> = {
  refused: "refused",
  returned: "returned",
}

/** The procedure after one more decision, which nothing stood against. */
export const decided = (procedure: Procedure, decision: Omit<Decision, "round">): Procedure => {
  const next = {
    ...procedure,
    decisions: [...procedure.decisions, { ...decision, round: procedure.round }],
    asked: [],
    since: decision.at,
  }
  if (decision.verdict !== "approved") return { ...next, state: after[decision.verdict] }
  return { ...next, state: nextLevel(next) === null ? "approved" : "waiting" }
}

/** The day on which the last level agreed; null while it has not. */
export const approvedOn = (procedure: Procedure): string | null =>
  procedure.state === "approved" || procedure.state === "done"
    ? (decidedNow(procedure).at(-1)?.on ?? null)
    : null

/** The announcement of a kind that was made last. */
export const announced = ({ announcements }: Procedure, kind: Announcement["kind"]): Announcement | null =>
  announcements.findLast((each) => each.kind === kind) ?? null
