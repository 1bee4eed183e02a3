import * as notes from "../services/checkins/notes.ts"
import { shown } from "../services/checkins/cards.ts"
import * as patrols from "../services/patrols.ts"
import { type Answers, command, Reconsider, type Scene, turnInto } from "./form/command.ts"
import { id, many, oneOf, onlyWhen, optional, silent, text } from "./form/fields.ts"

const LONGEST = 500
const says = ["fine", "walked", "more"] as const
const isMore = ({ say }: Answers): boolean => say === "more"

const linesOf = async (scene: Scene, { shift = null }: { readonly shift?: string | null }) =>
  notes.linesOf(scene, (await notes.turnOf(scene, scene.me, shift)).unitId)

/** Whoever goes off duty leaves a note: one tap when all is well, or what the next one has to know. */
export const handnote = command({
  name: "handnote",
  words: (words) => words.handnote.commands.handnote,
  fields: {
    shift: silent(id()),
    say: oneOf(says, (words) => words.handnote.buttons, {
      // Whoever has nothing to hand over is told so before anything is asked.
      choices: async (scene, { shift }) => {
        const { unitId } = await notes.turnOf(scene, scene.me, shift ?? null)
        const walk = (await patrols.openToday(scene, unitId)) !== null
        const { buttons } = scene.text.handnote
        return says
          .filter((value) => value !== "walked" || walk)
          .map((value) => ({ value, label: buttons[value] }))
      },
    }),
    which: onlyWhen(
      isMore,
      optional(
        many(
          text(60, {
            choices: async (scene, answers) =>
              (await linesOf(scene, answers)).map((line) => ({
                value: line.id,
                label: scene.text.cited.says(line),
              })),
          }),
        ),
      ),
    ),
    note: onlyWhen(isMore, text(LONGEST)),
  },
  run: async (scene, { shift, say, which, note }) => {
    const row = await notes.turnOf(scene, scene.me, shift)
    const lines = await notes.linesOf(scene, row.unitId)
    const about = lines
      .filter(({ id: key, says: zh, saysEn }) =>
        (which ?? []).some((each) => [key, zh, saysEn].includes(each)),
      )
      .map((line) => line.id)
    if (say === "more" && note === null) throw new Reconsider(scene.text.handnote.noteMissing, ["note"])
    if (say === "walked") await patrols.walk(scene, scene.me, row.unitId)
    const left = await notes.leave(scene, row, { about, said: say === "more" ? note : null })
    return turnInto(scene.text.handnote.left(left.note, await shown(scene, left)))
  },
})
