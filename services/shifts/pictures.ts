import { drawMonth } from "../../papers/picture/month.ts"
import { undrawable } from "../../papers/picture/letters.ts"
import type { RosterSheet } from "../../papers/picture/rosterday.ts"
import { drawWeek } from "../../papers/picture/week.ts"
import { layers } from "../../rules/roster.ts"
import { daysOf } from "../../rules/shownroster.ts"
import type { Body } from "../../rules/outgoing.ts"
import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  endOf,
  instantOf,
  lastDayOf,
  monthOf,
} from "../../rules/time.ts"
import type { Unit } from "../../rules/unit.ts"
import type { Act } from "../app.ts"
import { calendar } from "../calendar.ts"
import { languageOf } from "../exports.ts"
import { planOf, shiftsOf } from "../roster.ts"
import { demandsOn, holesOf } from "./demands.ts"

/** Whether there is anything to draw. */
export const isArranged = async (act: Act, unitId: string): Promise<boolean> => {
  const { rotas, overrides } = await planOf(act, unitId)
  return rotas.length + overrides.length > 0
}

/** The roster of a unit over some days, both ends included; null when nothing was ever arranged. */
const sheetOf = async (act: Act, unit: Unit, first: Day, last: Day): Promise<RosterSheet | null> => {
  const plan = await planOf(act, unit.id)
  if (plan.rotas.length + plan.overrides.length === 0) return null
  const shifts = await shiftsOf(act, unit.id, instantOf(first), endOf(last))
  const names = new Map<string, string>()
  for (const { personId } of shifts)
    names.set(personId, (await act.tables.persons.get(personId))?.name ?? act.text.people.unnamed)
  const nameOf = (id: string) => names.get(id) ?? ""
  return {
    unit: unit.name,
    today: dayOf(act.now),
    layers: layers.filter(
      (layer) => layer === "duty" || [...plan.rotas, ...shifts].some((each) => each.layer === layer),
    ),
    days: daysOf(await calendar(act), shifts, first, daysBetween(first, last) + 1, nameOf),
    holes: await holesOf(act, plan, await demandsOn(act, unit.id)),
  }
}

const bodyOf = (act: Act, sheet: RosterSheet, svg: string, title: string): Body => {
  const lacking = undrawable([
    sheet.unit,
    ...sheet.days.flatMap(({ shifts }) => shifts.map(({ who }) => who)),
  ])
  const { missingNames } = act.text.picture
  return {
    text: [title, ...(lacking.length === 0 ? [] : [missingNames(lacking)])].join("\n"),
    picture: { svg, alt: title },
  }
}

/** A week of a unit's roster as a picture; null when nothing was ever arranged. */
export const ofWeek = async (act: Act, unit: Unit, monday: Day): Promise<Body | null> => {
  const sunday = addDays(monday, 6)
  const sheet = await sheetOf(act, unit, monday, sunday)
  const { rosterAlt, span } = act.text.picture
  return (
    sheet && bodyOf(act, sheet, drawWeek(sheet, languageOf(act)), rosterAlt(unit.name, span(monday, sunday)))
  )
}

/** The month of a day of a unit's roster as a picture; null when nothing was ever arranged. */
export const ofMonth = async (act: Act, unit: Unit, day: Day): Promise<Body | null> => {
  const month = monthOf(day)
  const sheet = await sheetOf(act, unit, `${month}-01`, lastDayOf(month))
  const { rosterAlt, month: named } = act.text.picture
  const [year = 0, number = 0] = month.split("-").map(Number)
  return (
    sheet && bodyOf(act, sheet, drawMonth(sheet, languageOf(act)), rosterAlt(unit.name, named(year, number)))
  )
}
