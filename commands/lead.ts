import * as leads from "../services/leads.ts"
import { Refusal } from "../services/refusal.ts"
import { unitField } from "./form/choices.ts"
import { Ambiguous, type Answers, command, type Scene, turnInto } from "./form/command.ts"
import { oneOf, onlyWhen, optional, text } from "./form/fields.ts"

const LONGEST_TITLE = 60
const LONGEST_TEXT = 500

const says = ["lead", "none"] as const
const stated = ["yes", "no"] as const

const unit = unitField("lead.submit")
const isLead = ({ say }: Answers): boolean => say === "lead"

/** What is answered for, in the words of the unit's rulebooks. */
const lines = async (scene: Scene, answers: Answers) => {
  const found = await unit.find(scene, answers["unit"] ?? "")
  return found instanceof Ambiguous ? [] : leads.linesOf(scene, found)
}

/** Sends in what is worth publishing, with the statement that belongs to it; or says that there is nothing today. */
export const lead = command({
  name: "lead",
  right: "lead.submit",
  words: (text) => text.lead.commands.lead,
  fields: {
    unit,
    say: oneOf(says, (text) => text.lead.buttons),
    title: onlyWhen(isLead, text(LONGEST_TITLE)),
    what: onlyWhen(isLead, optional(text(LONGEST_TEXT))),
    stated: onlyWhen(
      isLead,
      oneOf(stated, (text) => text.lead.stated, {
        asks: async (scene, answers) => scene.text.lead.asksStatement(await lines(scene, answers)),
      }),
    ),
  },
  run: async (scene, { unit, say, title, what, stated: statement }) => {
    const words = scene.text.lead
    if (say === "none") {
      const row = await leads.submit(scene, scene.me, unit, null)
      return turnInto(words.noneNoted(unit.name, row))
    }
    if (statement !== "yes" || title === null) throw new Refusal(words.notStated)
    const row = await leads.submit(scene, scene.me, unit, { title, what })
    return turnInto(words.sent({ unit: unit.name, title, row }))
  },
})
