import { z } from "zod"
import { SHOWN_WITHIN } from "../rules/showing.ts"
import { minutes } from "../rules/time.ts"
import { topics } from "../rules/hook.ts"
import { tidy } from "../rules/words.ts"
import * as hooks from "../services/hooks.ts"
import { Refusal } from "../services/refusal.ts"
import { unitField } from "./form/choices.ts"
import { command, press, say } from "./form/command.ts"
import { field, many, oneOf } from "./form/fields.ts"

const LONGEST = 500
const Address = z
  .string()
  .transform(tidy)
  .pipe(z.url({ protocol: /^https?$/ }).max(LONGEST))

/** Has a program of the unit told what happens, by signed calls. */
export const webhook = command({
  name: "webhook",
  right: "api.manage",
  where: "private",
  unlisted: true,
  words: (text) => text.hook.commands.webhook,
  fields: {
    url: field(Address, (scene, url) => {
      if (scene.mayCall && !scene.mayCall(url)) throw new Refusal(scene.text.hook.unsafe)
      return Promise.resolve(url)
    }),
    unit: unitField("api.manage"),
    topics: many(oneOf(topics, (text) => text.hook.topics)),
  },
  run: async (scene, wanted) => {
    const words = scene.text.hook
    if (scene.mayCall === null) throw new Refusal(words.off)
    const hook = await hooks.register(scene, scene.me, wanted)
    const link = scene.onceLink(await hooks.offer(scene, hook))
    if (link === null) throw new Refusal(scene.text.token.off)
    const text = words.registered({ unit: wanted.unit.name, link, minutes: SHOWN_WITHIN / minutes(1) })
    return say(text, { buttons: [[{ label: words.buttons.all, press: press("webhooks") }]] })
  },
})
