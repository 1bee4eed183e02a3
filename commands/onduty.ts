import * as onDuty from "../services/onduty.ts"
import { command, press, say } from "./form/command.ts"
import { anyMoment, rosterUnit, unitMeant } from "./form/roster.ts"

/** Who is on duty, now or at a time, who is next, and whom else to call. */
export const onduty = command({
  name: "onduty",
  right: "see",
  words: (text) => text.roster.commands.onduty,
  fields: { at: anyMoment(), unit: rosterUnit() },
  run: async (scene, { at: typed, unit: meant }) => {
    const unit = await unitMeant(scene, meant)
    const at = typed ?? scene.now
    const found = await onDuty.at(scene, scene.me, unit, at)
    const { show } = scene.text.roster.buttons
    return say(scene.text.roster.onDuty({ ...found, at, isNow: typed === null }), {
      buttons: [[{ label: show, press: press("roster", { unit: unit.id }) }]],
    })
  },
})
