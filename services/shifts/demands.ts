import { ahead, type Cover, type Hole, holesIn } from "../../rules/coverage.ts"
import { inForce } from "../../rules/force.ts"
import { joined } from "../../rules/interval.ts"
import { covers } from "../../rules/kinds/roster.ts"
import type { Source } from "../../rules/owed.ts"
import type { Plan } from "../../rules/roster.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import { calendar } from "../calendar.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"

/** What somebody asks of a unit's roster. */
export interface Demand {
  readonly cover: Cover
  /** Whether a change that makes a hole is refused. */
  readonly refuses: boolean
  /** Where it stands; null where no rulebook asks for anything: what was arranged is to be kept all the same. */
  readonly source: Source | null
}

/** What the rulebooks ask of a unit's roster, the strictest first. */
export const demandsOn = async (act: Act, unitId: string): Promise<readonly Demand[]> => {
  const unit = await units.unit(act, unitId)
  const rules = inForce(await stackOf(act, unit), "roster", { unitKind: unit.kind, platform: null })
  if (rules.length === 0) return [{ cover: "as arranged", refuses: false, source: null }]
  return rules
    .map((cited) => ({
      cover: cited.rule.cover,
      refuses: cited.rule.gaps === "refuse",
      source: bindings.sourceOf(cited),
    }))
    .sort(
      (a, b) => Number(b.refuses) - Number(a.refuses) || covers.indexOf(b.cover) - covers.indexOf(a.cover),
    )
}

/** The holes of a plan in the next weeks, as one demand sees them. */
export const holesFor = async (act: Act, plan: Plan, { cover }: Demand): Promise<readonly Hole[]> =>
  holesIn(await calendar(act), plan, cover, ahead(act.now))

/** The holes of a plan in the next weeks, whoever asks. */
export const holesOf = async (act: Act, plan: Plan, demands: readonly Demand[]): Promise<readonly Hole[]> => {
  const found: Hole[] = []
  for (const demand of demands) found.push(...(await holesFor(act, plan, demand)))
  return joined(found)
}
