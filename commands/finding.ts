import * as opening from "../services/findings/opening.ts"
import * as showing from "../services/findings/showing.ts"
import { command, press, say } from "./form/command.ts"
import { link, optional, text } from "./form/fields.ts"
import { aboutField, accountOf, dueField, pointField, pointsAbout, unitOf } from "./form/finding.ts"

const LONGEST = 200

/** Enters something that is to be put right by a day. */
export const finding = command({
  name: "finding",
  right: "finding.open",
  where: "private",
  unlisted: true,
  words: (words) => words.finding.commands.finding,
  fields: {
    about: aboutField("finding.open"),
    what: text(LONGEST),
    point: pointField("finding.open"),
    by: dueField("finding.open", "about"),
    evidence: optional(link()),
  },
  run: async (scene, { about, what, point, by, evidence }) => {
    const failed = (await pointsAbout(scene, about)).find(
      (each) => each.id === point || scene.text.cited.says(each) === point,
    )
    const found = await opening.open(scene, scene.me, {
      kind: "finding",
      unitId: unitOf(about),
      account: accountOf(about),
      what,
      rules: failed?.rules ?? [],
      line: failed?.id ?? null,
      evidence,
      dueOn: by,
    })
    const { finding: words } = scene.text
    return say(words.opened(await showing.shown(scene, found), found.told.length), {
      buttons: [
        [{ label: words.buttons.withdraw, press: press("verify", { finding: found.id, say: "withdraw" }) }],
      ],
    })
  },
})
