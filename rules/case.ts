import { z } from "zod"
import { Step } from "./kinds/common.ts"

/** What a message of the public goes through, in this order; none is skipped, and each is kept. */
export const caseSteps = [
  "received",
  "sorted",
  "registered",
  "assigned",
  "answered",
  "approved",
  "replied",
  "closed",
] as const
export type CaseStep = (typeof caseSteps)[number]

/** What else is kept of it, beside the steps themselves. */
const notes = [
  "first-reply",
  "promised",
  "asked-to-postpone",
  "postponed",
  "not-postponed",
  "returned",
  "reopened",
  "confidential",
  "hot",
  "supervised",
] as const

/** How many people it concerns; the most first. */
export const attentions = ["hot", "some", "single"] as const
export const Attention = z.enum(attentions)
export type Attention = z.output<typeof Attention>

const CaseNote = z
  .object({
    what: z.enum([...caseSteps, ...notes]),
    by: z.string(),
    at: z.number(),
    note: z.string().nullable(),
  })
  .readonly()
export type CaseNote = z.output<typeof CaseNote>

/** Who has agreed to a reply, or to another day. */
const Consent = z
  .object({
    step: Step,
    by: z.string(),
    at: z.number(),
    /** The stand-in that says whose place was taken. */
    standIn: z.string().nullable(),
  })
  .readonly()

/** A day by which people were told that they would have their answer. */
const Promised = z.object({ day: z.string(), by: z.string(), at: z.number() }).readonly()

/**
 * A message of the public (留言). Nothing of what it says is kept, and nothing of whoever wrote it: only what it is about
 * in a word, where it stands, and what becomes of it.
 */
export const Case = z
  .object({
    id: z.string(),
    /** How people call it: `M2026-12`. */
    number: z.string(),
    unitId: z.string(),
    accountId: z.string(),
    /** In a word; null until it is sorted. */
    topic: z.string().nullable(),
    attention: Attention,
    /** The people asked for it to be kept to oneself: then only its number is shown. */
    confidential: z.boolean(),
    /** Where it stands, and the number that the platform gave it. */
    link: z.string().nullable(),
    platformNumber: z.string().nullable(),
    receivedAt: z.number(),
    by: z.string(),
    at: z.number(),
    /** Who answers it: an enrolled unit, or an office by its name; null while the unit itself does, or nobody was asked. */
    department: z.object({ unitId: z.string().nullable(), name: z.string() }).readonly().nullable(),
    firstReplyAt: z.number().nullable(),
    /** Every day that was promised; the last one counts. */
    promises: z.array(Promised).readonly(),
    /** Another day that somebody has to agree to first. */
    postponing: z
      .object({ day: z.string(), reason: z.string(), by: z.string(), step: Step })
      .readonly()
      .nullable(),
    /** The answer that is to go out: a link to it, or null where it stands only where the message does. */
    reply: z.object({ link: z.string().nullable(), by: z.string(), at: z.number() }).readonly().nullable(),
    /** Who has to agree to the reply before it goes out, with the rules that ask for it. */
    chain: z.array(z.object({ step: Step, rules: z.array(z.string()).readonly() }).readonly()).readonly(),
    consents: z.array(Consent).readonly(),
    /** What was ticked of the reply when it went out. */
    ticks: z.array(z.string()).readonly(),
    /** The last of its steps that is done. */
    state: z.enum(caseSteps),
    reopened: z.number(),
    /** Whether the people were content, as far as they have said. */
    content: z.enum(["yes", "no", "unsaid"]).nullable(),
    /** Since when it is looked after by those above. */
    supervised: z
      .object({ at: z.number(), because: z.enum(["reopened", "discontent"]) })
      .readonly()
      .nullable(),
    closedAt: z.number().nullable(),
    /** All that was done about it, in order. */
    notes: z.array(CaseNote).readonly(),
    /** Which time somebody is asked: cards of earlier times lead nowhere. */
    turn: z.number(),
    /** The people who have a card that waits for them. */
    asked: z.array(z.string()).readonly(),
  })
  .readonly()
export type Case = z.output<typeof Case>

/** Whether somebody still has to do something about it. */
export const isOpen = ({ state }: Pick<Case, "state">): boolean => state !== "closed"

/** The day that was promised last. */
export const promisedDay = ({ promises }: Pick<Case, "promises">): string | null =>
  promises.at(-1)?.day ?? null
