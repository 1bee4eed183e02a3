import * as answering from "../services/cases/answering.ts"
import { askedOf } from "../services/cases/asking.ts"
import { after, caseAt, inTurn } from "./form/case.ts"
import { command } from "./form/command.ts"
import { many, text } from "./form/fields.ts"
import { UNNEEDED } from "./form/procedure.ts"

/** Says that the answer is published, and ticks what the rulebooks ask of it. */
export const replied = command({
  name: "replied",
  right: "case.handle",
  unlisted: true,
  words: (words) => words.cases.commands.replied,
  fields: {
    case: caseAt("replied"),
    ticks: many(
      text(60, {
        choices: async (scene, { case: id = "" }) => {
          const [numbered] = await scene.tables.cases.where("number", id.toUpperCase())
          const it = (await scene.tables.cases.get(id)) ?? numbered
          const ticks = it === undefined ? [] : (await askedOf(scene, it, "reply.send")).ticks
          if (ticks.length === 0) return [{ value: UNNEEDED, label: scene.text.cases.unneeded }]
          const choices = ticks.map((tick) => ({ value: tick.id, label: scene.text.cited.says(tick) }))
          // A single choice would be taken without asking.
          return choices.length > 1
            ? choices
            : [...choices, { value: UNNEEDED, label: scene.text.cases.noTick }]
        },
      }),
    ),
  },
  early: { case: inTurn("replied") },
  run: async (scene, { case: it, ticks: typed }) => {
    const { ticks } = await askedOf(scene, it, "reply.send")
    const meant = ticks.filter(({ id, says, saysEn }) =>
      typed.some((each) => [id, says, saysEn].includes(each)),
    )
    return after(
      scene,
      await answering.replied(
        scene,
        scene.me,
        it,
        meant.map(({ id }) => id),
      ),
    )
  },
})
