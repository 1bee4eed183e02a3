import { isWatched } from "../rules/life.ts"
import { isOpen } from "../rules/obligation.ts"
import type { Unit } from "../rules/unit.ts"
import { heardBy, type Seat, seatsIn, vacancyOf } from "../rules/vacancy.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import * as officers from "./officers.ts"
import * as people from "./people.ts"
import { stackOf } from "./rulebooks.ts"

/** Every place that the rulebooks want filled in a unit, and who fills it. */
export const seats = async (act: Act, unit: Unit): Promise<readonly Seat[]> => {
  const accounts = (await act.tables.accounts.where("unit", unit.id)).filter(isWatched)
  const leaders = await people.holding(act, unit.id, ["leader"])
  const names = leaders.map(({ name }) => name).join("、")
  return seatsIn(await stackOf(act, unit), unit.kind, accounts, names === "" ? null : names)
}

/** Notes what is vacant in a unit, so that whoever supervises it hears of it once. */
export const follow = async (act: Act, unitId: string): Promise<void> => {
  const unit = await act.tables.units.get(unitId)
  if (unit === null) return
  const open = (await act.tables.obligations.where("unitItself", unitId)).filter(isOpen)
  // Whose leader has left is asked for another one anyhow.
  const asked = open.some((row) => row.act === "leader.name")
  const vacant = (await seats(act, unit))
    .filter(({ key, filledBy }) => filledBy === null && !(asked && key === "leader"))
    .map(({ key }) => key)
  const known = await act.tables.vacancies.get(unitId)
  const row = vacancyOf(unitId, known, vacant)
  if (row === null) {
    if (known !== null) await act.tables.vacancies.remove(unitId)
  } else if (JSON.stringify(row) !== JSON.stringify(known)) await act.tables.vacancies.put(row)
}

/** How many units one digest speaks of. */
const LINES = 15

/** The vacancies that an officer has not heard of, a line for each unit; they count as told from here on. */
export const linesFor = async (act: Act, personId: string): Promise<readonly string[]> => {
  const lines: string[] = []
  let more = 0
  for (const row of await act.tables.vacancies.where("news", "yes")) {
    const all = await officers.of(act, row.id)
    const unit = await act.tables.units.get(row.id)
    if (unit === null || !all.includes(personId) || row.told.includes(personId)) continue
    await act.tables.vacancies.put(heardBy(row, personId, all))
    if (lines.length === LINES) {
      more += 1
      continue
    }
    const vacant = (await seats(act, unit)).filter(({ key }) => row.news.includes(key))
    lines.push(act.text.vacancy.line(unit.name, vacant.map(shown)))
  }
  return more === 0 ? lines : [...lines, act.text.vacancy.more(more)]
}

/** A place as it is shown: with the article that wants it filled. */
export const shown = ({ account, filledBy, cited }: Seat) => ({
  account,
  filledBy,
  source: bindings.sourceOf(cited),
})
