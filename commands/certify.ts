import { isWatched } from "../rules/life.ts"
import { addDays, dayOf } from "../rules/time.ts"
import * as certification from "../services/certification.ts"
import { Refusal } from "../services/refusal.ts"
import { accountField } from "./form/account.ts"
import { command, press, say } from "./form/command.ts"
import { dayField } from "./form/day.ts"

/** No certification holds longer than this. */
const FURTHEST_DAYS = 3660

/** Until when the platform's certification of an account holds. */
export const certify = command({
  name: "certify",
  right: "account.edit",
  words: (text) => text.contract.commands.certify,
  fields: { account: accountField("account.edit", { fits: isWatched }), until: dayField() },
  run: async (scene, { account, until }) => {
    const words = scene.text.contract
    if (until > addDays(dayOf(scene.now), FURTHEST_DAYS)) throw new Refusal(words.tooFar(until))
    const rows = await certification.note(scene, scene.me, account, until)
    const [row] = rows
    return say(words.certified(account, until, rows.length > 0 && until >= dayOf(scene.now)), {
      buttons: row
        ? [[{ label: scene.text.obligation.buttons.why, press: press("why", { obligation: row.id }) }]]
        : [],
    })
  },
})
