import { z } from "zod"
import { isCountable } from "../rules/calendar.ts"
import { mondayOf, weekOf } from "../rules/shownroster.ts"
import { addDays, dayOf, endOf, instantOf } from "../rules/time.ts"
import { calendar } from "../services/calendar.ts"
import { Refusal } from "../services/refusal.ts"
import * as people from "../services/people.ts"
import * as rosters from "../services/roster.ts"
import { demandsOn, holesOf } from "../services/shifts/demands.ts"
import * as pictures from "../services/shifts/pictures.ts"
import * as rotas from "../services/shifts/rotas.ts"
import { common } from "../rules/interval.ts"
import { command, press, type Reply, say, type Scene, turnInto } from "./form/command.ts"
import { readDay } from "../rules/moment.ts"
import { field, oneOf, silent } from "./form/fields.ts"
import { rosterUnit, rotaInWords, unitMeant } from "./form/roster.ts"

const A_YEAR = 370

const weekField = silent(
  field(z.string().regex(/^\d{1,4}[-/.年月]\d{1,2}/), (scene, typed) => {
    const day = isCountable(typed) ? typed : readDay(typed, scene.now, scene.text.post)
    if (day === null) throw new Refusal(scene.text.account.notADay(typed))
    return Promise.resolve(day)
  }),
)

const pictureField = silent(
  oneOf(["week", "month"], ({ picture }) => ({ week: picture.week, month: picture.monthly })),
)

/** A week of who is on duty, with ways to the weeks around it. */
export const roster = command({
  name: "roster",
  right: "see",
  words: (text) => text.roster.commands.roster,
  fields: { unit: rosterUnit(), week: weekField, picture: pictureField },
  run: async (scene, { unit: named, week, picture }) => {
    const unit = await unitMeant(scene, named)
    await people.demand(scene, scene.me, "see", unit.id)
    const today = dayOf(scene.now)
    const monday = mondayOf(week ?? today)
    if (monday < addDays(today, -A_YEAR) || monday > addDays(today, A_YEAR))
      throw new Refusal(scene.text.roster.outOfRange)
    if (picture !== null) {
      // The month of today, when that is in the week, else the one to which most of the week belongs.
      const day = monday === mondayOf(today) ? today : addDays(monday, 3)
      const body =
        picture === "week"
          ? await pictures.ofWeek(scene, unit, monday)
          : await pictures.ofMonth(scene, unit, day)
      if (body !== null) return say(body.text, body)
    }
    const text = await inWords(scene, unit, monday)
    const to = (day: string) => press("roster", { unit: unit.id, week: day })
    const { earlier, later, now } = scene.text.roster.buttons
    const buttons = [
      [
        { label: earlier, press: to(addDays(monday, -7)) },
        ...(monday === mondayOf(today) ? [] : [{ label: now, press: to(mondayOf(today)) }]),
        { label: later, press: to(addDays(monday, 7)) },
      ],
      ...((await pictures.isArranged(scene, unit.id))
        ? [
            [
              { label: scene.text.picture.week, press: `${to(monday)} picture=week` },
              { label: scene.text.picture.monthly, press: `${to(monday)} picture=month` },
            ],
          ]
        : []),
    ]
    return shown(week !== null && named !== null, text, buttons)
  },
})

const shown = (turning: boolean, text: string, buttons: NonNullable<Reply["body"]>["buttons"]): Reply =>
  turning ? turnInto(text, { buttons: buttons ?? [] }) : say(text, { buttons: buttons ?? [] })

const inWords = async (
  scene: Scene,
  unit: { readonly id: string; readonly name: string },
  monday: string,
): Promise<string> => {
  const within = { from: instantOf(monday), to: endOf(addDays(monday, 6)) }
  const plan = await rosters.planOf(scene, unit.id)
  const demands = await demandsOn(scene, unit.id)
  const asked = demands.find(({ source }) => source !== null)
  if (plan.rotas.length + plan.overrides.length === 0)
    return scene.text.roster.none(
      unit.name,
      asked?.source ? scene.text.roster.demand(asked.cover, scene.text.cited.cite(asked.source)) : null,
    )
  const shifts = await rosters.shiftsOf(scene, unit.id, within.from, within.to)
  const names = new Map<string, string>()
  for (const { personId } of shifts)
    names.set(personId, (await scene.tables.persons.get(personId))?.name ?? scene.text.people.unnamed)
  const week = weekOf(await calendar(scene), shifts, monday, (id) => names.get(id) ?? "")
  const groups = []
  for (const group of await rotas.standing(scene, unit.id)) groups.push(await rotaInWords(scene, group))
  const holes = common(await holesOf(scene, plan, demands), [within])
  return scene.text.roster.week({ unit: unit.name, days: week, holes, rotas: groups })
}
