import { type KindTable, stepOf } from "../rules/ownkind.ts"
import { type Day, dayOf } from "../rules/time.ts"
import type { Act } from "./app.ts"
import { decidersOf } from "./procedures/deciders.ts"
import * as units from "./units.ts"

/** Whether a table of events waits for this person's consent. */
export const isAskedOf = async (act: Act, personId: string, table: KindTable): Promise<boolean> => {
  const step = table.state === "asked" ? stepOf(table) : null
  if (step === null) return false
  const deciders = await decidersOf(act, { unitId: table.unitId, inPerson: [] }, step)
  return deciders.some(({ person }) => person.id === personId)
}

/** The tables of events that have waited for a person since an earlier day, a line each, for their digest. */
export const linesFor = async (act: Act, personId: string, today: Day): Promise<readonly string[]> => {
  const lines: string[] = []
  for (const table of await act.tables.kindTables.where("waiting", "consent")) {
    const since = table.agreed.at(-1)?.at ?? table.at
    if (dayOf(since) >= today || !(await isAskedOf(act, personId, table))) continue
    const { name } = await units.unit(act, table.unitId)
    lines.push(act.text.ownkind.waitingSince({ unit: name, count: table.kinds.length, since }))
  }
  return lines
}
