import { inForce } from "../rules/force.ts"
import type { Source } from "../rules/owed.ts"
import { type Kept, type Readiness, readinessOf } from "../rules/readiness.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import { sourceOf } from "./bindings.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import { stackOf } from "./rulebooks.ts"

/** What a unit has to keep, and how far it has come. */
export const of = async (act: Act, unit: Unit): Promise<readonly Readiness[]> =>
  readinessOf(await stackOf(act, unit), unit.kind, await act.tables.papers.where("unit", unit.id))

/** The rule that wants an information officer, where the unit has none. */
export const lacksOfficer = async (act: Act, unit: Unit): Promise<Source | null> => {
  const scope = { unitKind: unit.kind, platform: null }
  const asking = inForce(await stackOf(act, unit), "require", scope).find(
    ({ rule }) => rule.require === "unit.information-officer",
  )
  if (asking === undefined) return null
  const officers = await people.holding(act, unit.id, ["information-officer"])
  return officers.length > 0 ? null : sourceOf(asking)
}

/** Says of one line that it is there, or that it is not any longer. */
export const set = async (
  act: Act,
  me: people.Member,
  unit: Unit,
  list: Kept,
  line: string,
  there: { readonly note: string | null } | null,
): Promise<void> => {
  await people.demand(act, me, "unit.papers", unit.id)
  const asked = (await of(act, unit)).find((each) => each.of === list)
  const meant = asked?.lines.find((each) => each.line.startsWith(line))
  if (!meant) throw new Refusal(act.text.readiness.notAsked)
  const id = `${unit.id}/${list}/${meant.line}`
  if (there === null) await act.tables.papers.remove(id)
  else
    await act.tables.papers.put({
      id,
      unitId: unit.id,
      of: list,
      line: meant.line,
      note: there.note,
      by: act.by,
      at: act.now,
    })
}
