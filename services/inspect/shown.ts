import type { Instant } from "../../rules/time.ts"
import type { Source } from "../../rules/owed.ts"
import type { Reason, Verdict } from "../../rules/verdict/index.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import type { Inspected } from "./inspecting.ts"
import { asOf } from "./then.ts"

/** A reason with the articles it rests on. */
export type Grounded = Reason & { readonly sources: readonly Source[] }

/** A verdict as people are shown it. */
export interface Shown extends Omit<Verdict, "reasons"> {
  /** The sponsor it had. */
  readonly unit: string
  readonly reasons: readonly Grounded[]
}

/** How verdicts of an instant are shown, by the rulebooks of that time. */
export const shown = async (act: Act, them: readonly Inspected[], at: Instant): Promise<readonly Shown[]> => {
  const then = await asOf(act, at)
  const found: Shown[] = []
  for (const { verdict } of them) {
    const reasons: Grounded[] = []
    for (const reason of verdict.reasons) reasons.push({ ...reason, sources: await sourcesOf(then, reason) })
    const unit = await then.tables.units.get(verdict.account.unitId)
    found.push({ ...verdict, unit: unit?.name ?? "", reasons })
  }
  return found
}

/** A figure of the house is cited only where no regulation stands beside it. */
const sourcesOf = async (then: Act, { rules }: Reason): Promise<readonly Source[]> => {
  const found: Source[] = []
  for (const key of rules) {
    const source = await bindings.sourceOfKey(then, key)
    if (source) found.push(source)
  }
  const texts = found.filter(({ origin }) => origin !== "house")
  return texts.length > 0 ? texts : found.slice(0, 1)
}
