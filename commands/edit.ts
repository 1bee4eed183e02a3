import type { Account, Draft } from "../rules/account.ts"
import { isEnded } from "../rules/life.ts"
import * as registration from "../services/registration.ts"
import { accountField } from "./form/account.ts"
import { unitField } from "./form/choices.ts"
import { Ambiguous, type Answers, command, type Scene } from "./form/command.ts"
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
import { many, oneOf, onlyWhen, optional } from "./form/fields.ts"
import { outcomeOf, reconsidered } from "./form/outcome.ts"

const parts = [
  "name",
  "link",
  "verification",
  "custodian",
  "editors",
  "running",
  "main",
  "openedOn",
  "platform",
  "unit",
] as const
type Part = (typeof parts)[number]

const edited = accountField("account.edit", { fits: (each) => !isEnded(each) })
const wanted = (part: Part) => (answers: Answers) => answers["what"] === part

const sponsorOf = async (scene: Scene, answers: Answers): Promise<string | null> => {
  const account = await edited.find(scene, answers["account"] ?? "")
  return account instanceof Ambiguous ? null : account.unitId
}

/** Changes one thing that is said of an account. */
export const edit = command({
  name: "edit",
  right: "account.edit",
  words: (text) => text.account.commands.edit,
  fields: {
    account: edited,
    what: oneOf(parts, (words) => words.account.editable),
    name: onlyWhen(wanted("name"), nameField()),
    link: onlyWhen(wanted("link"), optional(linkField())),
    verification: onlyWhen(wanted("verification"), optional(verificationField())),
    custodian: onlyWhen(wanted("custodian"), optional(custodianField(sponsorOf))),
    editors: onlyWhen(wanted("editors"), optional(many(editorField(sponsorOf)))),
    running: onlyWhen(wanted("running"), runningField()),
    operator: onlyWhen((answers) => answers["running"] === "outsourced", operatorField()),
    main: onlyWhen(wanted("main"), mainField()),
    openedOn: onlyWhen(wanted("openedOn"), optional(openedField())),
    platform: onlyWhen(wanted("platform"), platformField()),
    unit: onlyWhen(wanted("unit"), unitField("account.register")),
  },
  run: async (scene, { account, what, ...values }) => {
    const outcome = registration.edit(scene, scene.me, account, patchOf(scene, what, values))
    return outcomeOf(scene, await reconsidered(outcome, [what]))
  },
})

interface Values {
  readonly name: string | null
  readonly link: string | null
  readonly verification: string | null
  readonly custodian: Account["custodian"]
  readonly editors: readonly string[] | null
  readonly running: "own" | "outsourced" | null
  readonly operator: string | null
  readonly main: "yes" | "no" | null
  readonly openedOn: string | null
  readonly platform: Account["platform"] | null
  readonly unit: { readonly id: string } | null
}

const patchOf = (scene: Scene, part: Part, values: Values): Partial<Draft> => {
  switch (part) {
    case "name":
      return values.name === null ? {} : { name: values.name }
    case "link":
      return { link: values.link }
    case "verification":
      return { verification: values.verification }
    case "custodian":
      return { custodian: values.custodian }
    case "editors":
      return { editors: editorsOf(scene, values.editors ?? []) }
    case "running":
      return { operator: values.running === "outsourced" ? (values.operator ?? "") : null }
    case "main":
      return { main: values.main === "yes" }
    case "openedOn":
      return { openedOn: values.openedOn }
    case "platform":
      return values.platform === null ? {} : { platform: values.platform }
    case "unit":
      return values.unit === null ? {} : { unitId: values.unit.id }
  }
}
