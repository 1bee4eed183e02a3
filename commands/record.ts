import { isRole, type StepName, type Verdict } from "../rules/procedure.ts"
import * as deciding from "../services/procedures/deciding.ts"
import { languages } from "../text/index.ts"
import { command, say } from "./form/command.ts"
import { dayField } from "./form/day.ts"
import { oneOf, onlyWhen, pick, text } from "./form/fields.ts"
import { applicationField } from "./form/procedure.ts"

const verdicts = ["approved", "refused", "returned"] as const satisfies readonly Verdict[]
const LONGEST_NUMBER = 60

/** An officer records what an office above decided on paper. */
export const record = command({
  name: "record",
  right: "procedure.record",
  words: (words) => words.opening.commands.record,
  fields: {
    application: applicationField(({ state }) => state === "waiting"),
    step: pick(async (scene, answers) => {
      const of = await scene.tables.procedures.get(answers["application"] ?? "")
      const steps = of ? of.chain.map(({ step }) => step).filter((step) => !isRole(step)) : offices
      return steps.map((step) => ({
        value: step,
        label: scene.text.procedure.steps[step],
        also: Object.values(languages).map(({ procedure }) => procedure.steps[step]),
      }))
    }),
    say: oneOf(verdicts, (words) => words.procedure.verdicts),
    paper: text(LONGEST_NUMBER),
    on: dayField(),
    reason: onlyWhen((answers) => answers["say"] !== "approved", text(300)),
  },
  early: {
    // What is not its turn yet needs no number and no date.
    step: async (scene, { application: of, step }) => {
      if (of !== undefined && step !== undefined) await deciding.refuseHindered(scene, of, step as StepName)
      return null
    },
  },
  run: async (scene, { application: of, step, say: verdict, paper, on, reason }) => {
    const given = { step: step as StepName, verdict, paper, on, note: reason }
    const { text: outcome, following } = await deciding.record(scene, scene.me, of, given)
    return following === null
      ? say(outcome)
      : say(`${outcome}\n${following.text}`, { buttons: following.buttons })
  },
})

/** Every office that a chain may name. */
const offices = (Object.keys(languages.zh.procedure.steps) as StepName[]).filter((step) => !isRole(step))
