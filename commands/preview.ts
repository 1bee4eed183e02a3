import { z } from "zod"
import { tidyName } from "../rules/words.ts"
import * as preview_ from "../services/preview.ts"
import { Refusal } from "../services/refusal.ts"
import { command, say } from "./form/command.ts"
import { field } from "./form/fields.ts"

const LONGEST = 92
const SHOWN = 30

/** What would be sent if nobody did anything: the clock is played forward, and then all of it is forgotten. */
export const preview = command({
  name: "preview",
  right: "account.edit",
  where: "private",
  words: (text) => text.quota.commands.preview,
  fields: {
    days: field(
      z
        .string()
        .transform(tidyName)
        .pipe(z.string().regex(/^\d{1,9} ?(天|日|days?)?$/i)),
      (scene, typed) => {
        const days = Number.parseInt(typed)
        if (days < 1 || days > LONGEST) throw new Refusal(scene.text.quota.preview.outOfRange(days, LONGEST))
        return Promise.resolve(days)
      },
      { choices: () => Promise.resolve(["7", "30", "92"].map((value) => ({ value, label: value }))) },
    ),
  },
  run: async (scene, { days }) => {
    const foreseen = await scene.rehearse(() => preview_.play(scene, scene.me, days))
    const { title, line, more } = scene.text.quota.preview
    const lines = foreseen.slice(0, SHOWN).map(({ at, to, text }) => line(at, to, text))
    const rest = foreseen.length > SHOWN ? [more(foreseen.length - SHOWN)] : []
    return say([title(days, foreseen.length), ...lines, ...rest].join("\n"))
  },
})
