import type { Role } from "../rules/person.ts"
import { layers, type Shift } from "../rules/roster.ts"
import type { ShownShift } from "../rules/shownroster.ts"
import { days, type Instant } from "../rules/time.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import * as people from "./people.ts"
import * as rosters from "./roster.ts"

/** Who can be called where the roster names nobody. */
const OTHERS: readonly Role[] = ["duty", "leader", "chief"]

/** Who is on duty in a unit at a moment, who is next, and whom else to call. */
export interface OnDuty {
  readonly unit: string
  readonly shifts: readonly ShownShift[]
  readonly next: readonly ShownShift[]
  readonly others: readonly { readonly role: string; readonly names: readonly string[] }[]
}

/** As a unit's roster and roles say; refused to whoever may not see it. */
export const at = async (act: Act, me: people.Member, unit: Unit, moment: Instant): Promise<OnDuty> => {
  await people.demand(act, me, "see", unit.id)
  const shifts = (await rosters.shiftsOf(act, unit.id, moment, moment + 1))
    .slice()
    .sort((a, b) => layers.indexOf(a.layer) - layers.indexOf(b.layer))
  const onRoster = new Set(shifts.map(({ personId }) => personId))
  const others = []
  for (const role of OTHERS) {
    const holders = (await people.holding(act, unit.id, [role])).filter(({ id }) => !onRoster.has(id))
    if (holders.length > 0)
      others.push({ role: act.text.people.roles[role], names: holders.map(({ name }) => name) })
  }
  return {
    unit: unit.name,
    shifts: await rosters.named(act, shifts),
    next: await rosters.named(act, await nextAfter(act, unit.id, moment)),
    others,
  }
}

/** Those whose shift on duty begins next, within a week. */
const nextAfter = async (act: Act, unitId: string, moment: Instant): Promise<readonly Shift[]> => {
  const ahead = (await rosters.shiftsOf(act, unitId, moment, moment + days(7))).filter(
    ({ layer, from }) => layer === "duty" && from > moment,
  )
  return ahead.filter(({ from }) => from === ahead[0]?.from)
}
