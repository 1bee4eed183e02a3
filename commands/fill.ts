import { z } from "zod"
import * as filling from "../services/shifts/fill.ts"
import { command, press, turnInto } from "./form/command.ts"
import { warnings } from "./form/effect.ts"
import { field, id } from "./form/fields.ts"

/** A press on the card of a leave's holes: somebody takes the shift, and the card goes on to the next. */
export const fill = command({
  name: "fill",
  hidden: true,
  right: "roster.edit",
  words: (text) => text.leave.commands.fill,
  fields: {
    leave: id(),
    at: field(z.string().regex(/^[dpl][a-z0-9]{1,10}$/), (_scene, typed) => Promise.resolve(typed)),
    by: id(),
  },
  run: async (scene, { leave: leaveId, at, by: byId }) => {
    const words = scene.text.leave
    const filled = await filling.fill(scene, scene.me, { leaveId, at, byId })
    const done = [words.filled(filled.person.name, filled.shift), ...warnings(scene, filled.effect)]
    const next = await filling.card(scene, filled.leave)
    const text = next === null ? [...done, words.allFilled] : [...done, "", next.text]
    const end = { label: words.buttons.end, press: press("leave", { end: leaveId }) }
    return turnInto(text.join("\n"), { buttons: [...(next?.buttons ?? []), [end]] })
  },
})
