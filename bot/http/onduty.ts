import { z } from "zod"
import { layers } from "../../rules/roster.ts"
import * as roster from "../../services/roster.ts"
import * as units from "../../services/units.ts"
import { outlet, Stamp, stamp, unitAsked, UnitQuery, UnitRef } from "./outlet.ts"

/** Who is on duty. */
export const onDuty = outlet({
  path: "/on-duty",
  scope: "duty.read",
  about: "Whose shift it is in a unit, by layer: now, or at a time",
  query: z.object({ unit: UnitQuery, at: z.iso.datetime({ offset: true }).optional() }),
  answer: z.object({
    unit: UnitRef,
    at: Stamp,
    shifts: z.array(z.object({ layer: z.enum(layers), name: z.string(), from: Stamp, to: Stamp })),
  }),
  read: async (scene, { unit: asked, at }, caller) => {
    const { id, name } =
      (await unitAsked(scene, asked, caller)) ?? (await units.unit(scene, caller.token.unitId))
    const moment = at === undefined ? scene.now : Date.parse(at)
    const shifts = []
    for (const shift of await roster.shiftsOf(scene, id, moment, moment + 1))
      shifts.push({
        layer: shift.layer,
        name: (await scene.tables.persons.get(shift.personId))?.name ?? "",
        from: stamp(shift.from),
        to: stamp(shift.to),
      })
    return { unit: { id, name }, at: stamp(moment), shifts }
  },
})
