import { isArranged } from "../../rules/coverage.ts"
import type { Instant } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { planOf } from "../roster.ts"
import * as units from "../units.ts"
import { demandsOn } from "./demands.ts"
import * as lookout from "./lookout.ts"

/** After its rulebooks or its accounts changed: whether nobody at all is arranged where somebody has to be there at every hour. */
export const follow = async (act: Act, unitId: string): Promise<void> => {
  const known = (await act.tables.lookouts.get(unitId))?.bareSince ?? null
  const bare = await lookout.isBare(act, unitId, await planOf(act, unitId), await demandsOn(act, unitId))
  if (bare !== (known !== null)) await lookout.look(act, unitId, true)
}

interface Round {
  readonly since: Instant
  readonly weekly: boolean
}

/** The units without any roster that somebody can mend: once when it is seen, then once a week. */
export const bareLines = async (
  act: Act,
  personId: string,
  { since, weekly }: Round,
): Promise<readonly string[]> => {
  const bare = await act.tables.lookouts.where("bare", "yes")
  const lines: string[] = []
  for (const { id, bareSince } of bare.length === 0 ? [] : await within(act, personId, bare)) {
    if (bareSince === null || !(weekly || bareSince > since)) continue
    if (!(await lookout.menders(act, id)).some((each) => each.id === personId)) continue
    if (await isSeenTo(act, id)) continue
    const source =
      (await demandsOn(act, id)).find(({ cover }) => cover === "around the clock")?.source ?? null
    lines.push(act.text.coverage.bare((await units.unit(act, id)).name, source))
  }
  return lines
}

/** Whether a unit above is arranged, or will be told: it watches over those below as well. */
const isSeenTo = async (act: Act, unitId: string): Promise<boolean> => {
  const [, ...above] = await units.path(act, unitId)
  for (const id of above) {
    const row = await act.tables.lookouts.get(id)
    if ((row !== null && row.bareSince !== null) || isArranged(await planOf(act, id), act.now)) return true
  }
  return false
}

/** Those of them for which somebody might be asked: where they hold a role, and below. */
const within = async <R extends { readonly id: string }>(act: Act, personId: string, rows: readonly R[]) => {
  const seats = new Set((await people.rolesOf(act, personId)).map(({ unitId }) => unitId))
  const found: R[] = []
  for (const row of rows) if ((await units.path(act, row.id)).some((id) => seats.has(id))) found.push(row)
  return found
}
