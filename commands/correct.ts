import { isWatched } from "../rules/life.ts"
import { calledSince } from "../services/incidents/climbing.ts"
import * as raising from "../services/incidents/raising.ts"
import * as units from "../services/units.ts"
import { accountField } from "./form/account.ts"
import { command, press, say } from "./form/command.ts"
import { link, silent, text } from "./form/fields.ts"
import { momentField } from "./form/moment.ts"

const LONGEST = 1000

/** Something wrong was published: it is put right, and the case ends with the link of the correction. */
export const correct = command({
  name: "correct",
  right: "incident.raise",
  words: (words) => words.incident.commands.correct,
  fields: {
    account: accountField("incident.raise", { fits: isWatched }),
    link: link(),
    found: silent(momentField((words) => words.incident.foundInFuture)),
    what: silent(text(LONGEST)),
  },
  run: async (scene, { account, link: where, found, what }) => {
    const words = scene.text.incident
    const raised = await raising.raise(scene, scene.me, {
      unitId: account.unitId,
      account,
      kind: "wrong-post",
      severity: "other",
      foundAt: found ?? scene.now,
      what,
      link: where,
      drill: false,
    })
    const called = await calledSince(scene, { called: [] }, raised)
    const name = (await units.unit(scene, raised.unitId)).name
    return say(words.raised({ number: raised.number, called, unit: name }), {
      buttons: [[{ label: words.buttons.answered, press: press("answered", { case: raised.id }) }]],
    })
  },
})
