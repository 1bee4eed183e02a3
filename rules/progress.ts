import type { Account } from "./account.ts"
import type { Source } from "./owed.ts"
import { type Decision, nextLevel, type Procedure, type StepName, type Verdict } from "./procedure.ts"

/** One level as people are shown it. */
export interface ShownLevel {
  readonly step: StepName
  readonly sources: readonly Source[]
  readonly state: Verdict | "waiting" | "later"
  readonly by: string | null
  readonly on: string | null
  readonly paper: string | null
  readonly note: string | null
  /** Whose place the decider took. */
  readonly standsFor: string | null
}

/** A procedure as people are shown it. */
export interface ShownProcedure extends Pick<
  Procedure,
  "kind" | "state" | "reason" | "attachments" | "details" | "round"
> {
  readonly account: Pick<Account, "platform" | "name">
  readonly unit: string
  readonly asker: string
  readonly levels: readonly ShownLevel[]
  readonly next: StepName | null
  /** The level that gave it back the last time it was sent in; null where none did. */
  readonly returned: ShownLevel | null
}

/** Who gave it back before it was sent in this time; null where nobody did. */
export const lastReturn = ({ decisions, round }: Procedure): Decision | null =>
  decisions.findLast((each) => each.verdict === "returned" && each.round < round) ?? null

/** Where each level stands in this round. */
export const levelStates = (procedure: Procedure): readonly (readonly [StepName, ShownLevel["state"]])[] => {
  const next = nextLevel(procedure)?.step
  return procedure.chain.map(({ step }) => {
    const decision = procedure.decisions.find((each) => each.step === step && each.round === procedure.round)
    return [step, decision?.verdict ?? (step === next ? "waiting" : "later")]
  })
}
