import * as cards from "../services/reviews/cards.ts"
import * as deciding from "../services/reviews/deciding.ts"
import * as showing from "../services/reviews/showing.ts"
import { openGates } from "../rules/review.ts"
import type { Item } from "../rules/item.ts"
import { z } from "zod"
import { command, type Reply, type Scene, turnInto } from "./form/command.ts"
import { field, id, oneOf, onlyWhen, silent, text } from "./form/fields.ts"

const says = ["yes", "why", "no", "back", "each", "tick", "paper"] as const
const count = () =>
  field(z.coerce.number().int().min(0).max(10_000), (_scene, typed) => Promise.resolve(typed), {
    takes: () => false,
  })

/** Whoever's turn it is passes an item, ticks its gates one by one, or gives it back. */
export const gate = command({
  name: "gate",
  right: "see",
  hidden: true,
  words: (words) => words.review.commands.gate,
  fields: {
    item: id(),
    n: count(),
    say: oneOf(says, (words) => words.review.says),
    t: silent(count()),
    reason: onlyWhen(
      ({ say = "" }) => ["why", "no", "back"].includes(say),
      text(300, {
        // Looked at before anybody is asked to write: what is settled needs no reason any more.
        choices: async (scene, { item = "", n }) => {
          await deciding.refuseOthers(scene, scene.me, await showing.known(scene, item), Number(n))
          return []
        },
      }),
    ),
    paper: onlyWhen(({ say = "" }) => ["paper", "back"].includes(say), text(60)),
  },
  run: async (scene, { item: itemId, n, say, t, reason, paper }) => {
    const item = await showing.known(scene, itemId)
    if (say === "each") {
      await deciding.refuseOthers(scene, scene.me, item, n)
      return singly(scene, item)
    }
    if (say === "tick") {
      const after = await deciding.mark(scene, scene.me, item, n, t ?? -1)
      return after.turn === n && after.state === "waiting" ? singly(scene, after) : settled(scene, after)
    }
    const after = await deciding.decide(scene, scene.me, item, {
      turn: n,
      verdict: say === "no" || say === "back" ? "returned" : "approved",
      gates: item.gates.filter((each) => each.needed || item.marked.includes(each.id)).map((each) => each.id),
      note: reason,
      paper,
    })
    return settled(scene, after)
  },
})

const settled = async (scene: Scene, item: Item): Promise<Reply> =>
  turnInto(scene.text.reviewcard.settled(await showing.shown(scene, item)))

/** The card with a button for each gate. */
const singly = async (scene: Scene, item: Item): Promise<Reply> =>
  turnInto(
    scene.text.reviewcard.card(await showing.shown(scene, item)),
    { buttons: cards.buttonsFor(scene, item, true) },
    scene.text.review.ticked(openGates(item).map(scene.text.cited.says)),
  )
