import { type Doing, doingOf } from "../rules/acts.ts"
import { isOpen } from "../rules/obligation.ts"
import * as duties from "../services/duties.ts"
import * as settling from "../services/settling.ts"
import { Ambiguous, command, press, Reconsider, remarked, say } from "./form/command.ts"
import { pastDayField } from "./form/day.ts"
import { text } from "./form/fields.ts"
import { doableObligationField } from "./form/obligation.ts"

const LONGEST_PROOF = 500

const duty = doableObligationField()

/** Says that a dated duty was done, with what shows it. */
export const done = command({
  name: "done",
  right: "see",
  words: (words) => words.obligation.commands.done,
  fields: {
    obligation: duty,
    on: pastDayField(),
    proof: text(LONGEST_PROOF, {
      asks: async (scene, answers) => {
        const row = await duty.find(scene, answers["obligation"] ?? "")
        const words = scene.text.obligation
        const kind = row instanceof Ambiguous ? null : doingOf(row.act).proof
        return kind === null ? words.commands.done.fields.proof.ask : words.proofs[kind].ask
      },
    }),
  },
  early: {
    // What has a command of its own need not be asked about any further.
    obligation: (scene, { obligation }) => {
      const { command: own }: Doing =
        obligation === undefined ? { of: "account", proof: null } : doingOf(obligation.act)
      if (obligation === undefined || own === undefined) return Promise.resolve(null)
      return Promise.resolve({
        field: "obligation",
        problem: scene.text.obligation.byCommand(obligation.act, own),
      })
    },
  },
  run: async (scene, { obligation, on, proof }) => {
    const words = scene.text.obligation
    const said = { on, proof, note: null }
    const row = await settling.finish(scene, scene.me, obligation, said).catch(reconsidered)
    if (isOpen(row)) return remarked
    return say(words.finished(await duties.shown(scene, row)), {
      buttons: [[{ label: words.buttons.why, press: press("why", { obligation: row.id }) }]],
    })
  },
})

/** What was wrong with one answer is asked again; the others stand. */
const reconsidered = (fault: unknown): never => {
  if (fault instanceof settling.Unfit) throw new Reconsider(fault.message, [fault.what])
  throw fault
}
