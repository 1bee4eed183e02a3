import { platforms } from "../rules/account.ts"
import { calledSince } from "../services/incidents/climbing.ts"
import * as raising from "../services/incidents/raising.ts"
import * as units from "../services/units.ts"
import { unitField } from "./form/choices.ts"
import { command, press, say } from "./form/command.ts"
import { link, name, oneOf, optional, silent } from "./form/fields.ts"
import { momentField } from "./form/moment.ts"

const kinds = ["fake-account", "personal-account"] as const
const LONGEST_NAME = 60

/** An account that pretends to be the unit's, or that somebody opened in its name. */
export const fake = command({
  name: "fake",
  right: "incident.raise",
  words: (words) => words.incident.commands.fake,
  fields: {
    kind: oneOf(kinds, (words) => words.incident.kinds),
    platform: oneOf(platforms, (words) => words.platform),
    name: name(LONGEST_NAME),
    link: optional(link()),
    found: silent(momentField((words) => words.incident.foundInFuture)),
    unit: { ...silent(unitField("incident.raise")), free: false, takes: () => false },
  },
  run: async (scene, { kind, platform, name: called, link: where, found, unit }) => {
    const words = scene.text.incident
    const raised = await raising.raise(scene, scene.me, {
      unitId: unit?.id ?? scene.place.unitId ?? scene.me.person.unitId,
      account: null,
      kind,
      severity: "other",
      foundAt: found ?? scene.now,
      what: scene.text.quota.named({ platform, name: called }),
      link: where,
      drill: false,
    })
    const names = await calledSince(scene, { called: [] }, raised)
    const unitName = (await units.unit(scene, raised.unitId)).name
    return say(words.raised({ number: raised.number, called: names, unit: unitName }), {
      buttons: [[{ label: words.buttons.supply, press: press("supply", { case: raised.id }) }]],
    })
  },
})
