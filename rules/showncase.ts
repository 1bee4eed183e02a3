import type { Account } from "./account.ts"
import type { Case, CaseNote, CaseStep } from "./case.ts"
import type { Duty } from "./duty.ts"
import type { Source } from "./owed.ts"
import type { StepName } from "./procedure.ts"

/** A message of the public as people are shown it: of one that is confidential its number, its steps and its days alone. */
export interface ShownCase extends Pick<
  Case,
  | "number"
  | "confidential"
  | "attention"
  | "topic"
  | "link"
  | "platformNumber"
  | "receivedAt"
  | "state"
  | "reopened"
  | "content"
  | "firstReplyAt"
> {
  readonly unit: string | null
  readonly account: Pick<Account, "platform" | "name"> | null
  /** Who answers it, where that is not the unit itself. */
  readonly department: string | null
  readonly promised: string | null
  readonly postponing: { readonly day: string; readonly reason: string; readonly by: string } | null
  readonly reply: { readonly link: string | null; readonly by: string } | null
  readonly next: CaseStep | null
  /** Whose word is waited for, with the rules that ask for it. */
  readonly waits: { readonly step: StepName; readonly sources: readonly Source[] } | null
  readonly first: Duty | null
  readonly finish: Duty | null
  readonly supervised: NonNullable<Case["supervised"]>["because"] | null
  readonly notes: readonly (Pick<CaseNote, "what" | "at" | "note"> & { readonly by: string })[]
}
