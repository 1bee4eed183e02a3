import * as filling from "../services/shifts/fill.ts"
import * as services from "../services/shifts/leaves.ts"
import { standingLeaves } from "../services/shifts/standing.ts"
import { command, press, type Reply, say, type Scene, turnInto } from "./form/command.ts"
import { oneOf, pressed, silent } from "./form/fields.ts"

const steps = ["end", "fill"] as const

/** How many leaves have buttons; the others come up as these end. */
const LISTED = 8

/** Which leaves stand: each can be ended early, and have its shifts filled, by a button. */
export const leaves = command({
  name: "leaves",
  unlisted: true,
  right: "see",
  where: "private",
  words: (text) => text.leave.commands.leaves,
  fields: { leave: pressed(), step: silent(oneOf(steps, (text) => text.leave.steps)) },
  run: async (scene, { leave: id, step }) => {
    if (id === null || step === null) return say(...(await listed(scene)))
    if (step === "fill") return holesOf(scene, id)
    const ended = await services.end(scene, scene.me, id)
    const person = await scene.tables.persons.get(ended.personId)
    const [text, body] = await listed(scene)
    return turnInto(`${scene.text.leave.ended(person?.name ?? "")}\n\n${text}`, body)
  },
})

const listed = async (scene: Scene) => {
  const words = scene.text.leave
  const found = await standingLeaves(scene, scene.me)
  const shown = found.map(({ leave, person, lost }) => ({ ...leave, who: person.name, lost: lost.length }))
  const buttons = found.slice(0, LISTED).map(({ leave: { id }, lost }, index) => {
    const it = shown[index] ?? { who: "", from: "", to: "" }
    return [
      { label: words.endOf(it), press: press("leaves", { leave: id, step: "end" }) },
      ...(lost.length === 0
        ? []
        : [{ label: words.buttons.fill, press: press("leaves", { leave: id, step: "fill" }) }]),
    ]
  })
  return [words.listed(shown), { buttons }] as const
}

const holesOf = async (scene: Scene, id: string): Promise<Reply> => {
  const words = scene.text.leave
  const found = (await standingLeaves(scene, scene.me)).find(({ leave }) => leave.id === id)
  const card = found === undefined ? null : await filling.card(scene, found.leave)
  return card === null ? say(words.allFilled) : say(card.text, { buttons: card.buttons })
}
