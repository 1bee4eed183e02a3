import { SHOWN_WITHIN } from "../rules/showing.ts"
import { minutes } from "../rules/time.ts"
import { lifetimes, scopes } from "../rules/token.ts"
import { Refusal } from "../services/refusal.ts"
import * as tokens from "../services/tokens.ts"
import { unitField } from "./form/choices.ts"
import { command, press, say } from "./form/command.ts"
import { many, name, oneOf } from "./form/fields.ts"

const LONGEST_NAME = 40

/** Lets a program of the unit in: the token is shown under a link, once, and stands in no chat. */
export const token = command({
  name: "token",
  right: "api.manage",
  where: "private",
  unlisted: true,
  words: (text) => text.token.commands.token,
  fields: {
    name: name(LONGEST_NAME),
    unit: unitField("api.manage"),
    scopes: many(oneOf(scopes, (text) => text.token.scopes)),
    lifetime: oneOf(lifetimes, (text) => text.token.lifetimes),
  },
  run: async (scene, wanted) => {
    const words = scene.text.token
    const made = await tokens.issue(scene, scene.me, wanted)
    const link = scene.onceLink(made.code)
    if (link === null) throw new Refusal(words.off)
    const { name: called, until } = made.token
    const text = words.issued({
      name: called,
      unit: wanted.unit.name,
      until,
      link,
      minutes: SHOWN_WITHIN / minutes(1),
    })
    return say(text, { buttons: [[{ label: words.buttons.all, press: press("tokens") }]] })
  },
})
