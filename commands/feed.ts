import * as feeds from "../services/feeds.ts"
import { Refusal } from "../services/refusal.ts"
import { unitField } from "./form/choices.ts"
import { command, press, say, turnInto } from "./form/command.ts"
import { oneOf, onlyWhen, silent } from "./form/fields.ts"

/** A private link under which a calendar program finds shifts. */
export const feed = command({
  name: "feed",
  right: "see",
  where: "private",
  words: (text) => text.feed.commands.feed,
  fields: {
    step: silent(oneOf(["revoke"] as const, (text) => text.feed.steps)),
    whose: onlyWhen(
      (answers) => answers["step"] === undefined,
      oneOf(["mine", "unit"] as const, (text) => text.feed.whose),
    ),
    unit: onlyWhen((answers) => answers["whose"] === "unit", unitField("see")),
  },
  run: async (scene, { step, whose, unit }) => {
    const words = scene.text.feed
    if (step !== null || whose === null) return turnInto(words.revoked(await feeds.revoke(scene, scene.me)))
    const link = scene.feedLink(await feeds.issue(scene, scene.me, unit))
    if (link === null) throw new Refusal(words.off)
    const what = unit === null ? words.personCalendar(scene.me.person.name) : words.unitCalendar(unit.name)
    return say(words.issued({ what, link }), {
      buttons: [[{ label: words.buttons.revoke, press: press("feed", { step: "revoke" }) }]],
    })
  },
})
