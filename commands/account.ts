import { isEnded, isUp } from "../rules/life.ts"
import * as listing from "../services/listing.ts"
import * as people from "../services/people.ts"
import { accountField } from "./form/account.ts"
import { command, press, say } from "./form/command.ts"

/** Everything about one account, with what can be done about it. */
export const account = command({
  name: "account",
  right: "see",
  words: (text) => text.account.commands.account,
  fields: { account: accountField("see", { fits: (each) => !isEnded(each), retired: true }) },
  run: async (scene, { account: wanted }) => {
    const shown = await listing.show(scene, scene.me, wanted)
    const { buttons } = scene.text.account
    const { marks, standings, states, show } = scene.text.listing
    const may = (right: Parameters<typeof people.may>[2]) => people.may(scene, scene.me, right, wanted.unitId)
    const to = (label: string, name: string) => ({ label, press: press(name, { account: wanted.id }) })
    const up = isUp(wanted)
    const there = !isEnded(wanted)
    const first = [
      ...(up && (await may("post.report")) ? [to(buttons.report, "post")] : []),
      ...(up ? [to(scene.text.quota.whyButton, "why")] : []),
    ]
    const second = [
      ...(there && (await may("account.edit")) ? [to(buttons.edit, "edit")] : []),
      ...(there && (await may("account.retire")) ? [to(buttons.retire, "retire")] : []),
    ]
    const state = wanted.state === "live" || wanted.state === "retired" ? null : states[wanted.state]
    const closing =
      wanted.state === "closing" && (await may("procedure.ask"))
        ? [to(scene.text.closing.buttons.close, "close")]
        : []
    const standing = [`${marks[shown.standing]} ${standings[shown.standing]}`, state]
      .filter((part) => part !== null)
      .join(" · ")
    return say(show({ ...shown, standing, rules: shown.dues }), {
      buttons: [first, closing, second].filter((row) => row.length > 0),
    })
  },
})
