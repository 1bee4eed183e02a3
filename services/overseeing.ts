import { doingOf, isCarried } from "../rules/acts.ts"
import type { InForce } from "../rules/force.ts"
import type { Periodic } from "../rules/kinds/periodic.ts"
import { isWatched } from "../rules/life.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import * as opening from "./checks/opening.ts"
import * as offices from "./offices.ts"
import { recurOffice } from "./recurrences.ts"
import * as units from "./units.ts"

/** What a unit's rulebooks ask of the office over it; nothing while it has no account. */
const askedFor = async (act: Act, { id }: Pick<Unit, "id">): Promise<readonly InForce<Periodic>[]> =>
  (await act.tables.accounts.where("unit", id)).some(isWatched)
    ? (await bindings.duties(act, id, null)).again.filter(
        ({ rule }) => isCarried(rule.do) && doingOf(rule.do).of === "office",
      )
    : []

/**
 * Counts what the office over a unit owes as such. A unit that asks for what its office owes already changes nothing, so
 * that a whole office is not gone through for each of its units.
 */
export const follow = async (act: Act, unitId: string): Promise<void> => {
  const { id } = await offices.officeOf(act, unitId)
  if (id === unitId || !(await owesAlready(act, id, await askedFor(act, { id: unitId }))))
    await recount(act, id)
}

/** Goes through all the units that an office watches over; one that watches over none owes nothing. */
const recount = async (act: Act, officeId: string): Promise<void> => {
  const again = new Map<string, InForce<Periodic>>()
  for (const unit of await offices.overseen(act, officeId))
    for (const rule of await askedFor(act, unit)) again.set(rule.key, rule)
  await recurOffice(act, officeId, [...again.values()])
  for (const row of await opening.owedBy(act, officeId)) await opening.open(act, row)
}

/** Others watch over a unit now, or its rulebooks ask for something else: every office above is counted anew. */
export const changed = async (act: Act, unitId: string): Promise<void> => {
  for (const { id } of await units.above(act, unitId)) await recount(act, id)
}

const owesAlready = async (
  act: Act,
  officeId: string,
  asked: readonly InForce<Periodic>[],
): Promise<boolean> => {
  const rows = (await act.tables.obligations.where("unitItself", officeId)).filter(
    (row) => doingOf(row.act).of === "office" && row.phase !== "void",
  )
  return asked.every(({ key }) =>
    rows.some(({ rules, due }) => rules.includes(key) && due !== null && due.at > act.now),
  )
}
