import { type Case, type CaseNote, type CaseStep, caseSteps } from "./case.ts"
import type { StepName } from "./procedure.ts"
import type { Day, Instant } from "./time.ts"

/** The step that comes next; a reply that nobody has to agree to goes straight out. Null once all are done. */
export const nextStep = ({ state, chain }: Pick<Case, "state" | "chain">): CaseStep | null => {
  const next = caseSteps[caseSteps.indexOf(state) + 1] ?? null
  return next === "approved" && chain.length === 0 ? "replied" : next
}

/** Who has to agree next; null when nobody has to any more. */
export const nextConsent = ({ state, chain, consents }: Case): StepName | null =>
  state === "answered"
    ? (chain.find(({ step }) => !consents.some((each) => each.step === step))?.step ?? null)
    : null

/** The steps that can be done anew as long as the next one is not: handing over to another, and writing another answer. */
const anew: readonly CaseStep[] = ["assigned", "answered"]

/** Whether a step may be done now. */
export const isNext = (it: Pick<Case, "state" | "chain">, step: CaseStep): boolean =>
  nextStep(it) === step || (anew.includes(step) && it.state === step)

type Done = Pick<CaseNote, "by" | "at" | "note">

/** The case with a line about what was done. */
export const noted = (it: Case, what: CaseNote["what"], done: Done): Case => ({
  ...it,
  notes: [...it.notes, { what, ...done }],
})

/** The case with a step done; whoever calls has seen that it comes next. */
export const stepped = (it: Case, step: CaseStep, done: Done): Case => ({
  ...noted(it, step, done),
  state: step,
})

/** An answer that is to go out: whoever agreed to an earlier one has not agreed to this. */
export const answered = (it: Case, chain: Case["chain"], link: string | null, done: Done): Case => ({
  ...stepped(it, "answered", done),
  chain,
  consents: [],
  reply: { link, by: done.by, at: done.at },
})

/** Somebody whose turn it is agrees to the answer. */
export const consented = (it: Case, consent: Case["consents"][number]): Case => {
  const after = { ...it, consents: [...it.consents, consent] }
  const { by, at } = consent
  return nextConsent(after) === null ? stepped(after, "approved", { by, at, note: null }) : after
}

/** It goes back to whoever answers. */
export const returned = (it: Case, done: Done): Case => ({
  ...noted(it, "returned", done),
  state: "assigned",
  consents: [],
  reply: null,
})

/** It was not over after all: it is answered once more by whoever answered before. */
export const reopened = (it: Case, done: Done): Case => ({
  ...noted(it, "reopened", done),
  state: "assigned",
  consents: [],
  reply: null,
  ticks: [],
  promises: [],
  firstReplyAt: null,
  content: null,
  closedAt: null,
  reopened: it.reopened + 1,
})

/** The day that people are promised now. */
export const promised = (it: Case, day: Day, what: "promised" | "postponed", done: Done): Case => ({
  ...noted(it, what, { ...done, note: day }),
  promises: [...it.promises, { day, by: done.by, at: done.at }],
  postponing: null,
})

/** Whether those above have to look after it: it was opened again more often than that, or people were not content. */
export const whySupervised = (
  { reopened: times, content }: Pick<Case, "reopened" | "content">,
  atMost: number | null,
): NonNullable<Case["supervised"]>["because"] | null => {
  if (content === "no") return "discontent"
  return atMost !== null && times > atMost ? "reopened" : null
}

/** Those that came in within a time, the earliest first. */
export const receivedIn = (cases: readonly Case[], from: Instant, until: Instant): readonly Case[] =>
  cases
    .filter(({ receivedAt }) => receivedAt >= from && receivedAt < until)
    .sort((a, b) => a.receivedAt - b.receivedAt || (a.number < b.number ? -1 : 1))
