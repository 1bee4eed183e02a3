import * as hooks from "../services/hooks.ts"
import { command, press, turnInto } from "./form/command.ts"
import { oneOf, pressed, silent } from "./form/fields.ts"

const BUTTONS = 10
const steps = ["on", "off", "remove"] as const

/** Which programs are told what; each is stopped, started and removed with a press. */
export const webhooks = command({
  name: "webhooks",
  right: "api.manage",
  where: "private",
  unlisted: true,
  words: (text) => text.hook.commands.webhooks,
  fields: { hook: pressed(), step: silent(oneOf(steps, (text) => text.hook.steps)) },
  run: async (scene, { hook: id, step }) => {
    const words = scene.text.hook
    const said: string[] = []
    if (id !== null && step === "remove")
      said.push(words.removed((await hooks.remove(scene, scene.me, id)).url))
    else if (id !== null && (step === "on" || step === "off"))
      said.push(words.turned[step]((await hooks.turn(scene, scene.me, id, step)).url))
    const listed = (await hooks.list(scene, scene.me)).map(({ hook, ...rest }) => ({ ...hook, ...rest }))
    said.push(listed.length === 0 ? words.none : words.list(listed))
    return turnInto(said.join("\n\n"), {
      buttons: listed.slice(0, BUTTONS).map(({ id: each, state }, at) => {
        const other = state === "on" ? ("off" as const) : ("on" as const)
        return [
          {
            label: words.nth(words.buttons[other], at + 1),
            press: press("webhooks", { hook: each, step: other }),
          },
          {
            label: words.nth(words.buttons.remove, at + 1),
            press: press("webhooks", { hook: each, step: "remove" }),
          },
        ]
      }),
    })
  },
})
