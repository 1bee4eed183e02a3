import * as registration from "../services/registration.ts"
import { ahead } from "./form/ahead.ts"
import { unitField } from "./form/choices.ts"
import { Ambiguous, type Answers, type Command, command, type Scene } from "./form/command.ts"
import {
  custodianField,
  editorField,
  editorsOf,
  linkField,
  mainField,
  nameField,
  openedField,
  operatorField,
  platformField,
  runningField,
  verificationField,
} from "./form/details.ts"
import { many, onlyWhen, optional } from "./form/fields.ts"
import { momentField } from "./form/moment.ts"
import { outcomeOf, reconsidered } from "./form/outcome.ts"

const sponsors = unitField("account.register")

/** The unit that was answered before, for the fields that offer its people. */
const sponsorOf = async (scene: Scene, answers: Answers): Promise<string | null> => {
  const unit = await sponsors.find(scene, answers["unit"] ?? "")
  return unit instanceof Ambiguous ? null : unit.id
}

/** What the filing form (备案登记表) asks for. */
export const register: Command = command({
  name: "register",
  right: "account.register",
  words: (text) => text.account.commands.register,
  fields: {
    unit: sponsors,
    platform: platformField(),
    name: nameField(),
    link: optional(linkField()),
    verification: optional(verificationField()),
    openedOn: optional(openedField()),
    main: mainField(),
    running: runningField(),
    operator: onlyWhen((answers) => answers["running"] === "outsourced", operatorField()),
    custodian: optional(custodianField(sponsorOf)),
    editors: optional(many(editorField(sponsorOf))),
    lastPost: optional(momentField()),
  },
  early: { unit: ahead("unit"), platform: ahead("platform"), name: ahead("name"), main: ahead("main") },
  run: async (scene, { unit, main, running, operator, editors, lastPost, ...said }) => {
    const draft = {
      ...said,
      unitId: unit.id,
      main: main === "yes",
      operator: running === "outsourced" ? (operator ?? "") : null,
      editors: editorsOf(scene, editors ?? []),
    }
    const outcome = registration.register(scene, scene.me, draft, lastPost)
    return outcomeOf(scene, await reconsidered(outcome, Object.keys(register.fields)))
  },
})
