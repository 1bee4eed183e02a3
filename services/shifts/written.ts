import { writeRoster } from "../../papers/roster.ts"
import { rosterLines, writtenShifts } from "../../rules/rosterlines.ts"
import { addDays, type Day, endOf, instantOf } from "../../rules/time.ts"
import type { Unit } from "../../rules/unit.ts"
import type { Act } from "../app.ts"
import { languageOf } from "../exports.ts"
import * as people from "../people.ts"
import { shiftsOf } from "../roster.ts"

/** How many days a written roster has. */
export const DAYS = 35

/** The roster of some weeks as a sheet that can be sent back. */
export const write = async (
  act: Act,
  me: people.Member,
  { unit, from, format }: { readonly unit: Unit; readonly from: Day; readonly format: "xlsx" | "csv" },
): Promise<{ readonly count: number; readonly to: Day; readonly base64: string }> => {
  await people.demand(act, me, "see", unit.id)
  const to = addDays(from, DAYS - 1)
  const shifts = writtenShifts(await shiftsOf(act, unit.id, instantOf(from), endOf(addDays(to, 1))), from, to)
  const names = new Map<string, string>()
  for (const { personId } of shifts)
    names.set(personId, (await act.tables.persons.get(personId))?.name ?? act.text.people.unnamed)
  const lines = rosterLines(shifts, (id) => names.get(id) ?? "")
  const bytes = await writeRoster(lines, format, languageOf(act))
  return { count: lines.length, to, base64: Buffer.from(bytes).toString("base64") }
}
