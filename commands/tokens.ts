import * as tokens from "../services/tokens.ts"
import { command, press, turnInto } from "./form/command.ts"
import { pressed } from "./form/fields.ts"

const BUTTONS = 10

/** The tokens of the units one looks after; each is revoked with a press. */
export const tokens_ = command({
  name: "tokens",
  right: "api.manage",
  where: "private",
  unlisted: true,
  words: (text) => text.token.commands.tokens,
  fields: { revoke: pressed() },
  run: async (scene, { revoke }) => {
    const words = scene.text.token
    const ended = revoke === null ? null : await tokens.revoke(scene, scene.me, revoke)
    const listed = await tokens.list(scene, scene.me)
    const shown = listed.map(({ token, ...rest }) => ({ ...token, ...rest }))
    const list = shown.length === 0 ? words.none : words.list(shown)
    return turnInto([...(ended === null ? [] : [words.revoked(ended.name)]), list].join("\n\n"), {
      buttons: shown
        .slice(0, BUTTONS)
        .map(({ id, name }) => [
          { label: words.buttons.revoke(name), press: press("tokens", { revoke: id }) },
        ]),
    })
  },
})
