import { isDecision, talkKinds } from "../rules/talk.ts"
import * as services from "../services/talks.ts"
import { unitField } from "./form/choices.ts"
import { command, press, say } from "./form/command.ts"
import { pastDayField } from "./form/day.ts"
import { link, name, oneOf, onlyWhen, optional, text } from "./form/fields.ts"

/** Keeps a notice or an interview after a grave problem, or an event about a policy that many care for. */
export const talk = command({
  name: "talk",
  right: "talk.record",
  unlisted: true,
  words: (words) => words.talk.commands.talk,
  fields: {
    kind: oneOf(talkKinds, (words) => words.talk.kinds),
    unit: unitField("talk.record"),
    on: pastDayField(),
    whom: onlyWhen(({ kind = "" }) => isDecision(kind), name(60)),
    what: text(200),
    link: optional(link()),
  },
  run: async (scene, { unit, ...said }) => {
    const kept = await services.note(scene, scene.me, unit, said)
    const words = scene.text.talk
    return say(words.noted(await services.shown(scene, kept)), {
      buttons: [[{ label: words.remove, press: press("untalk", { talk: kept.id }) }]],
    })
  },
})
