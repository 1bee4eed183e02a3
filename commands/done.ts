import { type Doing, doingOf } from "../rules/acts.ts"
import * as duties from "../services/duties.ts"
import * as settling from "../services/settling.ts"
import { Ambiguous, command, type Field, press, say } from "./form/command.ts"
import { pastDayField } from "./form/day.ts"
import { link, onlyWhen, pick, text } from "./form/fields.ts"
import { obligationField } from "./form/obligation.ts"

const LONGEST_NUMBER = 80
const LONGEST_NOTE = 500

type Proof = NonNullable<Doing["proof"]>

const duty = obligationField()

/** What shows that it was done depends on the duty: there is one choice only, and so nobody is asked. */
const proofField = (): Field<string> =>
  pick(async (scene, answers) => {
    const row = await duty.find(scene, answers["obligation"] ?? "")
    const proof = row instanceof Ambiguous ? null : doingOf(row.act).proof
    return [{ value: proof ?? "none", label: proof ?? "none" }]
  })

const shownBy = <T>(proof: Proof, inner: Field<T>): Field<T | null> =>
  onlyWhen((answers) => answers["proof"] === proof, inner)

/** Says that a dated duty was done, with what shows it. */
export const done = command({
  name: "done",
  right: "see",
  words: (words) => words.obligation.commands.done,
  fields: {
    obligation: duty,
    proof: proofField(),
    on: pastDayField(),
    receipt: shownBy("receipt", text(LONGEST_NUMBER)),
    link: shownBy("link", link()),
    paper: shownBy("paper", text(LONGEST_NUMBER)),
    note: shownBy("note", text(LONGEST_NOTE)),
  },
  run: async (scene, { obligation, on, receipt, link: where, paper, note }) => {
    const proof = receipt ?? where ?? paper
    const row = await settling.finish(scene, scene.me, obligation, { on, proof: proof ?? note, note: null })
    const words = scene.text.obligation
    return say(words.finished(await duties.shown(scene, row)), {
      buttons: [[{ label: words.buttons.why, press: press("why", { obligation: row.id }) }]],
    })
  },
})
