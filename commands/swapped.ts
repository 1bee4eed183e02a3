import * as cards from "../services/shifts/cards.ts"
import * as swaps from "../services/shifts/swaps.ts"
import { command, type Scene, turnInto } from "./form/command.ts"
import { id, oneOf } from "./form/fields.ts"

const steps = ["yes", "no", "undo", "withdraw"] as const
type Step = (typeof steps)[number]

const act = (scene: Scene, swap: string, step: Step) => {
  switch (step) {
    case "yes":
      return swaps.answer(scene, scene.me, swap, true)
    case "no":
      return swaps.answer(scene, scene.me, swap, false)
    case "undo":
      return swaps.undo(scene, scene.me, swap)
    case "withdraw":
      return swaps.withdraw(scene, scene.me, swap)
  }
}

/** A press on the card of a swap. */
export const swapped = command({
  name: "swapped",
  hidden: true,
  right: "see",
  words: (text) => text.swap.commands.swapped,
  fields: { swap: id(), step: oneOf(steps, (text) => text.swap.steps) },
  run: async (scene, { swap, step }) => {
    const now = await act(scene, swap, step)
    return turnInto(scene.text.swap.settledAs[now.state](await cards.shown(scene, now)), {
      buttons: cards.buttonsFor(scene, now),
    })
  },
})
