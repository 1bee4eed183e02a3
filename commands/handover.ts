import { z } from "zod"
import { type Handover, Item, items } from "../rules/handover.ts"
import * as cards from "../services/leaving/cards.ts"
import * as handovers from "../services/leaving/handovers.ts"
import { allShown } from "../services/leaving/showing.ts"
import { Refusal } from "../services/refusal.ts"
import { Ambiguous, type Choice, command, say, type Scene, turnInto } from "./form/command.ts"
import { field, matching, oneOf, onlyWhen, silent, text } from "./form/fields.ts"

const steps = [...items, "receive", "confirm", "back"] as const
type Step = (typeof steps)[number]
const LONGEST_REASON = 300

/** What waits for whoever asks, by account. */
const choices = async (scene: Scene): Promise<readonly Choice[]> => {
  const all = await allShown(scene, await handovers.waitingFor(scene, scene.me))
  if (all.length === 0) throw new Refusal(scene.text.handover.nothingWaits)
  const { quota } = scene.text
  return all.map((each) => ({ value: each.id, label: quota.named(each.account) }))
}

const act = async (scene: Scene, them: readonly Handover[], step: Step, reason: string | null) => {
  const { text: words, me } = scene
  const [first] = them
  if (!first) throw new Refusal(words.handover.nothingWaits)
  const shown = await allShown(scene, them)
  switch (step) {
    case "receive": {
      const leaders = await handovers.receive(scene, me, them)
      return turnInto(words.handover.received(shown, [...new Set(leaders.map(({ name }) => name))]))
    }
    case "confirm":
      await handovers.confirm(scene, me, them)
      return turnInto(words.handover.confirmed(shown, me.person.name))
    case "back":
      await handovers.sendBack(scene, me, them, reason ?? "")
      return turnInto(words.handover.returned(shown[0]?.receiver ?? ""))
    default: {
      const ticked = await handovers.tick(scene, me, first, Item.parse(step))
      const { text: said, ...more } = await cards.card(scene, [ticked])
      return turnInto(said, more)
    }
  }
}

/** Receives what somebody hands over, thing by thing or with one press, and confirms it as a leader. */
export const handover = command({
  name: "handover",
  right: "see",
  words: (words) => words.handover.commands.handover,
  fields: {
    of: field<string, readonly Handover[]>(
      z.string().min(1).max(200),
      async (scene, typed) => {
        const known = (await scene.tables.handovers.get(typed)) ?? (await scene.tables.departures.get(typed))
        if (known) return handovers.meant(scene, scene.me, typed)
        const value = matching(scene, await choices(scene), typed)
        return value instanceof Ambiguous ? value : handovers.meant(scene, scene.me, value)
      },
      { choices, free: true },
    ),
    say: silent(oneOf(steps, (words) => words.handover.actions)),
    reason: onlyWhen(
      ({ say: step }) => step === "back",
      text(LONGEST_REASON, {
        choices: async (scene, { of = "" }) => {
          await handovers.refuseSettled(scene, scene.me, await handovers.meant(scene, scene.me, of))
          return []
        },
      }),
    ),
  },
  run: async (scene, { of, say: step, reason }) => {
    if (step !== null) return act(scene, of, step, reason)
    const { text: said, ...more } = await cards.card(scene, of)
    return say(said, more)
  },
})
