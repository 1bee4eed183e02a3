import { writeProof } from "../papers/proof.ts"
import type { Obligation } from "../rules/obligation.ts"
import { isDueIn, type Proved, type Totals, totalsOf } from "../rules/proof.ts"
import { type Day, dayOf } from "../rules/time.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import * as duties from "./duties.ts"
import { type Format, languageOf } from "./exports.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import * as units from "./units.ts"

/** A first and a last day, both included. */
export interface Period {
  readonly from: Day
  readonly until: Day
}

/** So many are written while nobody else is answered. */
const MOST_IN_CHAT = 10_000

/** The proof of a unit and of those below it, or of everything, for whoever runs the bot. */
export const all = async (
  act: Act,
  unit: Unit | null,
  period: Period,
  format: Format,
): Promise<Uint8Array> => {
  const chosen =
    unit === null ? await act.tables.units.all() : (await units.below(act, unit.id)).map((each) => each.unit)
  return written(act, await dueIn(act, chosen, period), unit, period, format)
}

/** The same of the units that somebody may see, as a file for a chat. */
export const ofUnit = async (
  act: Act,
  me: people.Member,
  unit: Unit,
  period: Period,
): Promise<{ readonly totals: Totals; readonly base64: string }> => {
  await people.demand(act, me, "see", unit.id)
  if (period.until < period.from) throw new Refusal(act.text.proof.backwards)
  const chosen: Unit[] = []
  for (const each of await people.unitsWith(act, me, "see"))
    if ((await units.path(act, each.id)).includes(unit.id)) chosen.push(each)
  const rows = await dueIn(act, chosen, period)
  if (rows.length > MOST_IN_CHAT) throw new Refusal(act.text.proof.tooMany(rows.length, MOST_IN_CHAT))
  const bytes = await written(act, rows, unit, period, "xlsx")
  return { totals: totalsOf(rows), base64: Buffer.from(bytes).toString("base64") }
}

/** By unit, and there soonest first. */
const dueIn = async (
  act: Act,
  chosen: readonly Unit[],
  { from, until }: Period,
): Promise<readonly Obligation[]> => {
  const found: Obligation[] = []
  for (const { id } of chosen)
    found.push(
      ...(await act.tables.obligations.where("unit", id))
        .filter((row) => isDueIn(row, from, until))
        .sort((a, b) => (a.due?.at ?? 0) - (b.due?.at ?? 0) || (a.key < b.key ? -1 : 1)),
    )
  return found
}

const written = async (
  act: Act,
  rows: readonly Obligation[],
  unit: Unit | null,
  { from, until }: Period,
  format: Format,
): Promise<Uint8Array> => {
  const proved: Proved[] = []
  for (const row of rows) proved.push(await provedOf(act, row))
  const heading = { unit: unit?.name ?? null, from, until, madeOn: dayOf(act.now) }
  return writeProof(proved, heading, format, languageOf(act))
}

const provedOf = async (act: Act, row: Obligation): Promise<Proved> => ({
  duty: await duties.shown(act, row),
  by: row.settled === null ? null : ((await act.tables.persons.get(row.settled.by))?.name ?? null),
  moved: (row.moved ?? []).map(({ from, at }) => ({ from, on: dayOf(at) })),
})
