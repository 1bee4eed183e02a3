import { severities } from "../rules/gravity.ts"
import { isWatched } from "../rules/life.ts"
import * as raising from "../services/incidents/raising.ts"
import { calledSince } from "../services/incidents/climbing.ts"
import * as units from "../services/units.ts"
import { accountField } from "./form/account.ts"
import { unitField } from "./form/choices.ts"
import { command, press, say } from "./form/command.ts"
import { link, oneOf, onlyWhen, optional, silent, text } from "./form/fields.ts"
import { asksAccount, asksSeverity, happenedField } from "./form/incidentkind.ts"
import { momentField } from "./form/moment.ts"

const LONGEST = 1000

/** Something has gone wrong: two presses, and whoever is on duty is called. Details can follow. */
export const sos = command({
  name: "sos",
  right: "incident.raise",
  words: (words) => words.incident.commands.sos,
  fields: {
    kind: happenedField(),
    severity: onlyWhen(
      asksSeverity,
      oneOf(severities, (words) => words.incident.severities),
    ),
    account: onlyWhen(asksAccount, optional(accountField("incident.raise", { fits: isWatched }))),
    unit: { ...silent(unitField("incident.raise")), free: false, takes: () => false },
    found: silent(momentField((words) => words.incident.foundInFuture)),
    link: silent(link()),
    what: silent(text(LONGEST)),
  },
  run: async (scene, { kind, severity, account, unit, found, link: where, what }) => {
    const words = scene.text.incident
    const raised = await raising.raise(scene, scene.me, {
      unitId: account?.unitId ?? unit?.id ?? scene.place.unitId ?? scene.me.person.unitId,
      account,
      kind: kind.kind,
      severity: kind.severity ?? severity ?? "other",
      own: kind.own,
      foundAt: found ?? scene.now,
      what,
      link: where,
      drill: false,
    })
    const called = await calledSince(scene, { called: [] }, raised)
    const name = (await units.unit(scene, raised.unitId)).name
    return say(words.raised({ number: raised.number, called, unit: name }), {
      buttons: [[{ label: words.buttons.detail, press: press("detail", { case: raised.id }) }]],
    })
  },
})
