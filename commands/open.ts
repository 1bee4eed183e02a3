import * as planning from "../services/opening/planning.ts"
import * as asking from "../services/procedures/asking.ts"
import { unitField } from "./form/choices.ts"
import { Ambiguous, type Answers, type Command, command, say, type Scene } from "./form/command.ts"
import {
  custodianField,
  editorField,
  editorsOf,
  mainField,
  nameField,
  operatorField,
  platformField,
  runningField,
} from "./form/details.ts"
import { many, oneOf, onlyWhen, optional } from "./form/fields.ts"
import { outcomeOf, reconsidered } from "./form/outcome.ts"

const sponsors = unitField("procedure.ask")
const purposes = ["standing", "special"] as const
const answers = ["yes", "no"] as const

const sponsorOf = async (scene: Scene, known: Answers): Promise<string | null> => {
  const unit = await sponsors.find(scene, known["unit"] ?? "")
  return unit instanceof Ambiguous ? null : unit.id
}

/** Plans an account, as far as it is known before it exists, and goes on to send the application in. */
export const open: Command = command({
  name: "open",
  right: "procedure.ask",
  words: (text) => text.opening.commands.open,
  fields: {
    unit: sponsors,
    platform: platformField(),
    name: nameField(),
    special: oneOf(purposes, (text) => text.opening.purposes),
    news: oneOf(answers, (text) => text.account.yesOrNo, {
      // Asked only where a rulebook asks more of a news service.
      choices: async (scene, known) => {
        const unitId = await sponsorOf(scene, known)
        const asked = unitId !== null && (await asking.tellsNewsApart(scene, unitId))
        const labels = scene.text.account.yesOrNo
        return (asked ? answers : (["no"] as const)).map((value) => ({ value, label: labels[value] }))
      },
    }),
    main: mainField(),
    running: runningField(),
    operator: onlyWhen((known) => known["running"] === "outsourced", operatorField()),
    custodian: optional(custodianField(sponsorOf)),
    editors: optional(many(editorField(sponsorOf))),
  },
  run: async (
    scene,
    { unit, platform, name, special, news, main, running, operator, custodian, editors },
  ) => {
    const draft = {
      unitId: unit.id,
      platform,
      name,
      link: null,
      verification: null,
      operator: running === "outsourced" ? (operator ?? "") : null,
      custodian,
      editors: editorsOf(scene, editors ?? []),
      openedOn: null,
      main: main === "yes",
    }
    const purpose = { special: special === "special", news: news === "yes" }
    const planned = planning.plan(scene, scene.me, draft, purpose)
    const outcome = await reconsidered(planned, Object.keys(open.fields))
    if (outcome.kind === "asked") return outcomeOf(scene, outcome)
    return {
      ...say(scene.text.opening.planned(outcome)),
      then: { command: "apply", answers: { account: outcome.account.id } },
    }
  },
})
