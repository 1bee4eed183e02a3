import * as brought from "../services/brought.ts"
import * as dues from "../services/dues.ts"
import { dayOf } from "../rules/time.ts"
import * as owners from "../services/owners.ts"
import { command, say } from "./form/command.ts"
import { dutiesHere } from "./form/obligation.ts"

/** What can be shown at once without drowning anybody. */
const LINES = 20

export const today = command({
  name: "today",
  right: "see",
  words: (text) => text.quota.commands.today,
  fields: {},
  run: async (scene) => {
    const { accounts, elsewhere } = await owners.ofPlace(scene, scene.me, scene.place.unitId)
    const { overdue, open, clear } = await dues.ofAll(scene, accounts)
    const first = overdue.slice(0, LINES)
    const due = open.slice(0, LINES - first.length)
    const near = await brought.near(scene, await dutiesHere(scene))
    const hidden = overdue.length + open.length - first.length - due.length
    return say(
      scene.text.quota.today({
        day: dayOf(scene.now),
        overdue: first,
        due,
        duties: near.lines,
        hidden,
        clear,
        elsewhere,
      }),
      { buttons: near.buttons },
    )
  },
})
