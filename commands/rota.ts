import { z } from "zod"
import { type Layer, layers, rotaDays } from "../rules/roster.ts"
import type { ShownShift } from "../rules/shownroster.ts"
import { type Day, days, instantOf } from "../rules/time.ts"
import * as rosters from "../services/roster.ts"
import { Refusal } from "../services/refusal.ts"
import * as rotas from "../services/shifts/rotas.ts"
import { unitField } from "./form/choices.ts"
import { type Answers, command, press, say, type Scene } from "./form/command.ts"
import { field, many, oneOf, onlyWhen, silent } from "./form/fields.ts"
import { aheadDayField, hoursOfDay, memberField, rotaInWords } from "./form/roster.ts"
import { warnings } from "./form/effect.ts"

const shiftsIn = (answers: Answers): number =>
  (answers["hours"] ?? "").split(/[,，、;；]+/).filter(Boolean).length
const apart = (count: number) => (answers: Answers) =>
  shiftsIn(answers) >= count && answers["sharing"] === "apart"

const turnField = field(
  z.string().regex(/^\d{1,3}\D?$/),
  (scene, typed) => {
    const count = Number.parseInt(typed, 10)
    if (count < 1 || count > 366) throw new Refusal(scene.text.roster.notTurn(typed))
    return Promise.resolve(count)
  },
  {
    choices: (scene) =>
      Promise.resolve(
        [1, 2, 7, 14].map((each) => ({ value: String(each), label: scene.text.roster.turns(each) })),
      ),
  },
)

const FIRST_DAYS = 14
const FIRST_SHIFTS = 4

/** Arranges who takes which shift in turn. */
export const rota = command({
  name: "rota",
  right: "roster.edit",
  words: (text) => text.roster.commands.rota,
  fields: {
    unit: unitField("roster.edit"),
    layer: oneOf(layers, (text) => text.roster.layers),
    days: oneOf(rotaDays, (text) => text.roster.days),
    hours: hoursOfDay(),
    sharing: onlyWhen(
      (answers) => shiftsIn(answers) > 1,
      oneOf(["together", "apart"] as const, (text) => text.roster.sharings),
    ),
    people: many(memberField()),
    second: onlyWhen(apart(2), many(memberField())),
    third: onlyWhen(apart(3), many(memberField())),
    turn: turnField,
    from: aheadDayField(),
    beside: silent(oneOf(["beside"] as const, (text) => text.roster.besides)),
  },
  run: async (scene, { unit, people, second, third, beside, sharing, ...wanted }) => {
    const groups = [people, second ?? [], third ?? []].slice(0, sharing === "apart" ? wanted.hours.length : 1)
    const made = await rotas.setUp(scene, scene.me, {
      ...wanted,
      unitId: unit.id,
      groups: groups.map((group) => group.filter((person) => person !== null)),
      beside: beside !== null,
    })
    const ended = []
    for (const each of made.ended) ended.push(await rotaInWords(scene, [each]))
    const text = scene.text.roster.setUp({
      unit: unit.name,
      rota: await rotaInWords(scene, made.rotas),
      ended,
      voided: made.voided,
      first: await firstShifts(scene, unit.id, wanted),
      warnings: warnings(scene, made.effect),
    })
    const { show, undoRota } = scene.text.roster.buttons
    return say(text, {
      buttons: [
        [{ label: show, press: press("roster", { unit: unit.id }) }],
        [{ label: undoRota, press: press("unrota", { step: made.undo }) }],
      ],
    })
  },
})

/** The first few shifts, so that whoever arranged them sees that they are meant so. */
const firstShifts = async (
  scene: Scene,
  unitId: string,
  { layer, from }: { readonly layer: Layer; readonly from: Day },
): Promise<readonly ShownShift[]> => {
  const start = Math.max(scene.now, instantOf(from))
  const shifts = await rosters.shiftsOf(scene, unitId, start, start + days(FIRST_DAYS))
  return rosters.named(
    scene,
    shifts.filter((shift) => shift.layer === layer && shift.on >= from).slice(0, FIRST_SHIFTS),
  )
}
