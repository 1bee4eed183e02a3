import type { Finding } from "../rules/finding.ts"
import * as answering from "../services/findings/answering.ts"
import * as showing from "../services/findings/showing.ts"
import { Refusal } from "../services/refusal.ts"
import { command, type Scene, turnInto } from "./form/command.ts"
import { link, onlyWhen, optional, pressed, text } from "./form/fields.ts"
import { findingField } from "./form/finding.ts"

/** Those concerned say that a finding was put right, with a link that shows it. */
export const rectified = command({
  name: "rectified",
  right: "see",
  unlisted: true,
  words: (words) => words.finding.commands.rectified,
  fields: {
    obligation: pressed(),
    finding: onlyWhen(({ obligation }) => !obligation, findingField()),
    evidence: link(),
    note: optional(text(300)),
  },
  early: {
    // What needs no answer any more is said before a link is asked for.
    finding: async (scene, { finding }) => {
      if (finding) await answering.refuseAnswered(scene, finding)
      return null
    },
  },
  run: async (scene, { obligation, finding, evidence, note }) => {
    const meant = finding ?? (await ofDuty(scene, obligation))
    const after = await answering.rectify(scene, scene.me, meant, { evidence, note })
    return turnInto(scene.text.finding.answered(await showing.shown(scene, after)))
  },
})

/** The finding that a reminder was about. */
const ofDuty = async (scene: Scene, id: string | null): Promise<Finding> => {
  const duty = id === null ? null : await scene.tables.obligations.get(id)
  const found = duty === null ? null : await showing.findingOf(scene, duty)
  if (found === null) throw new Refusal(scene.text.finding.gone)
  return showing.known(scene, scene.me, found.id)
}
