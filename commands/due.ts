import type { Obligation } from "../rules/obligation.ts"
import * as duties from "../services/duties.ts"
import * as ending from "../services/ending.ts"
import { command, press, say, type Scene } from "./form/command.ts"
import { oneOf, silent } from "./form/fields.ts"

const scopes = ["mine", "unit", "all"] as const
type Scope = (typeof scopes)[number]

/** What can be shown at once without drowning anybody, and for how many of it there is a button. */
const LINES = 20
const BUTTONS = 5

const within = (scene: Scene, scope: Scope): Promise<readonly Obligation[]> => {
  const { me, place } = scene
  switch (scope) {
    case "mine":
      return duties.ofPerson(scene, me.person, "open")
    case "unit":
      return duties.ofUnit(scene, me, place.unitId ?? me.person.unitId)
    case "all":
      return duties.seen(scene, me, place.unitId)
  }
}

/** Every dated duty that is open, soonest first. */
export const due = command({
  name: "due",
  right: "see",
  words: (text) => text.obligation.commands.due,
  fields: { scope: silent(oneOf(scopes, (text) => text.obligation.scopes)) },
  run: async (scene, { scope }) => {
    const words = scene.text.obligation
    const own = scope === null && scene.place.kind === "private" ? await within(scene, "mine") : []
    const chosen = scope ?? (own.length > 0 ? "mine" : "all")
    const rows = own.length > 0 ? own : await within(scene, chosen)
    const shown = []
    for (const row of rows.slice(0, LINES)) shown.push(await duties.shown(scene, row))
    const others = scopes.filter(
      (each) => each !== chosen && (scene.place.kind === "private" || each !== "mine"),
    )
    return say(words.list({ scope: words.scopes[chosen], due: shown, hidden: rows.length - shown.length }), {
      buttons: [
        ...shown
          .slice(0, BUTTONS)
          .map((each) => [
            ...ending.buttonsFor(scene, each),
            { label: words.buttons.why, press: press("why", { obligation: each.id }) },
          ]),
        others.map((each) => ({ label: words.scopes[each], press: press("due", { scope: each }) })),
      ],
    })
  },
})
