import type { Obligation } from "../rules/obligation.ts"
import * as duties from "../services/duties.ts"
import * as ending from "../services/ending.ts"
import { bodyOf } from "../services/incidents/cards.ts"
import * as owing from "../services/incidents/owing.ts"
import * as showing from "../services/incidents/showing.ts"
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
    const { unitId } = scene.place
    const alone = scope === null && scene.place.kind === "private"
    const own = alone ? await within(scene, "mine") : []
    const mine = alone ? await owing.of(scene, scene.me, "mine", null) : []
    const chosen = scope ?? (own.length + mine.length > 0 ? "mine" : "all")
    const running = mine.length > 0 ? mine : await owing.of(scene, scene.me, chosen, unitId)
    const rows = own.length > 0 ? own : await within(scene, chosen)
    const incidents = []
    for (const it of running.slice(0, LINES))
      incidents.push(
        bodyOf(scene, it, scene.text.incident.due(await showing.shown(scene, it), scene.now)).text,
      )
    const shown = []
    for (const row of rows.slice(0, LINES)) shown.push(await duties.shown(scene, row))
    const others = scopes.filter(
      (each) => each !== chosen && (scene.place.kind === "private" || each !== "mine"),
    )
    return say(
      words.list({ scope: words.scopes[chosen], due: shown, hidden: rows.length - shown.length, incidents }),
      {
        buttons: [
          ...running
            .slice(0, BUTTONS)
            .map(({ id, number }) => [
              { label: `${words.buttons.why} ${number}`, press: press("why", { case: id }) },
            ]),
          ...shown
            .slice(0, BUTTONS)
            .map((each) => [
              ...ending.buttonsFor(scene, each),
              { label: words.buttons.why, press: press("why", { obligation: each.id }) },
            ]),
          others.map((each) => ({ label: words.scopes[each], press: press("due", { scope: each }) })),
        ],
      },
    )
  },
})
