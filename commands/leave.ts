import * as fill from "../services/shifts/fill.ts"
import * as leaves from "../services/shifts/leaves.ts"
import * as people from "../services/people.ts"
import { type Answers, command, press, say, turnInto } from "./form/command.ts"
import { warnings } from "./form/effect.ts"
import { onlyWhen, pressed, silent } from "./form/fields.ts"
import { aheadDayField, memberField } from "./form/roster.ts"

const taking = (answers: Answers): boolean => answers["end"] === undefined

/** Days on which somebody takes no shift; and their end. */
export const leave = command({
  name: "leave",
  right: "see",
  words: (text) => text.leave.commands.leave,
  fields: {
    end: pressed(),
    who: silent(memberField()),
    from: onlyWhen(taking, aheadDayField()),
    to: onlyWhen(taking, aheadDayField()),
  },
  run: async (scene, { end, who, from, to }) => {
    const words = scene.text.leave
    if (from === null || to === null) {
      const ended = await leaves.end(scene, scene.me, end ?? "")
      const person = await scene.tables.persons.get(ended.personId)
      return turnInto(words.ended(person?.name ?? ""))
    }
    const person = who ?? scene.me.person
    const taken = await leaves.take(scene, scene.me, { person, from, to })
    const arranges = await people.may(scene, scene.me, "roster.edit", person.unitId)
    const card = arranges ? await fill.card(scene, taken.leave) : null
    const text = [
      words.taken({ who: person.name, from, to, warnings: warnings(scene, ...taken.effects) }),
      ...(taken.lost.length === 0 ? [words.noShifts] : []),
      ...(card === null && taken.lost.length > 0 ? [words.asked(taken.lost.length)] : []),
      ...(card === null ? [] : ["", card.text]),
    ].join("\n")
    return say(text, {
      buttons: [
        ...(card?.buttons ?? []),
        [{ label: words.buttons.end, press: press("leave", { end: taken.leave.id }) }],
        ...(scene.place.kind === "private"
          ? [[{ label: words.buttons.all, press: press("leaves", {}) }]]
          : []),
      ],
    })
  },
})
