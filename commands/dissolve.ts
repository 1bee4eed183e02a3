import * as dissolution from "../services/dissolution.ts"
import { unitField } from "./form/choices.ts"
import { command, say } from "./form/command.ts"
import { pastDayField } from "./form/day.ts"
import { oneOf, onlyWhen, optional, text } from "./form/fields.ts"

const how = ["merged", "abolished", "mistaken"] as const

/** A unit was merged into another, or abolished: its accounts are closed, or get another sponsor. */
export const dissolve = command({
  name: "dissolve",
  right: "unit.edit",
  words: (words) => words.closing.commands.dissolve,
  fields: {
    unit: unitField("unit.edit"),
    how: oneOf(how, (words) => words.closing.how),
    into: onlyWhen((answers) => answers["how"] === "merged", unitField("see", { everywhere: true })),
    on: onlyWhen((answers) => answers["how"] !== "mistaken", pastDayField()),
    reason: onlyWhen((answers) => answers["how"] !== "mistaken", optional(text(200))),
  },
  run: async (scene, { unit, how: what, into, on, reason }) => {
    const words = scene.text.closing
    if (what === "mistaken" || on === null) {
      await dissolution.revive(scene, scene.me, unit)
      return say(words.revived(unit.name))
    }
    const done = await dissolution.dissolve(scene, scene.me, unit, { how: what, on, into, reason })
    return say(words.dissolved({ unit: unit.name, how: what, on, into: into?.name ?? null, ...done }))
  },
})
