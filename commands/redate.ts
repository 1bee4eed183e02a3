import * as duties from "../services/duties.ts"
import { redate as correct } from "../services/redating.ts"
import { command, press, say } from "./form/command.ts"
import { pastDayField } from "./form/day.ts"
import { text } from "./form/fields.ts"
import { obligationField } from "./form/obligation.ts"

const LONGEST_REASON = 300

/** Corrects the day with which a duty began. */
export const redate = command({
  name: "redate",
  right: "account.edit",
  words: (words) => words.redate.commands.redate,
  fields: { obligation: obligationField(), on: pastDayField(), reason: text(LONGEST_REASON) },
  run: async (scene, { obligation, on, reason }) => {
    const words = scene.text.redate
    const outcome = await correct(scene, scene.me, obligation, { on, reason })
    if (outcome.kind === "asked") return say(words.asked(outcome.leaders))
    const row = (await scene.tables.obligations.get(obligation.id)) ?? obligation
    const why = { label: scene.text.obligation.buttons.why, press: press("why", { obligation: row.id }) }
    return say(words.done(await duties.shown(scene, row), on), { buttons: [[why]] })
  },
})
