import * as closing from "../services/findings/closing.ts"
import * as opening from "../services/findings/opening.ts"
import * as showing from "../services/findings/showing.ts"
import { command, turnInto } from "./form/command.ts"
import { oneOf, onlyWhen, text } from "./form/fields.ts"
import { nearDayField } from "./form/day.ts"
import { findingField } from "./form/finding.ts"

const says = ["close", "back", "withdraw"] as const

/** A second person closes a finding, or sends it back; whoever entered it by mistake withdraws it. */
export const verify = command({
  name: "verify",
  right: "see",
  where: "private",
  unlisted: true,
  words: (words) => words.finding.commands.verify,
  fields: {
    finding: findingField(),
    say: oneOf(says, (words) => words.finding.says),
    reason: onlyWhen(({ say }) => say === "back", text(300)),
    by: onlyWhen(({ say }) => say === "back", nearDayField()),
  },
  early: {
    // Looked at before a reason is asked for.
    say: async (scene, { finding, say: what }) => {
      if (finding && what === "back") await closing.refuseOthers(scene, scene.me, finding)
      return null
    },
  },
  run: async (scene, { finding, say: what, reason, by }) => {
    const words = scene.text.finding
    if (what === "withdraw") {
      const withdrawn = await opening.withdraw(scene, scene.me, finding)
      return turnInto(words.withdrawn(await showing.shown(scene, withdrawn)))
    }
    if (reason !== null && by !== null) {
      const again = await closing.sendBack(scene, scene.me, finding, { reason, dueOn: by })
      return turnInto(words.sentBack(await showing.shown(scene, again), reason))
    }
    return turnInto(words.closed(await showing.shown(scene, await closing.close(scene, scene.me, finding))))
  },
})
