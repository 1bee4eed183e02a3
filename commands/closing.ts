import { z } from "zod"
import { closingSteps, stepsOf, takenOn } from "../rules/closing.ts"
import { isWatched } from "../rules/life.ts"
import * as steps from "../services/closing/steps.ts"
import * as closings from "../services/closing/closings.ts"
import { accountField } from "./form/account.ts"
import { Ambiguous, type Answers, command, type Field, say } from "./form/command.ts"
import { pastDayField } from "./form/day.ts"
import { field, link, oneOf, onlyWhen } from "./form/fields.ts"
import { UNNEEDED } from "./form/procedure.ts"

const accounts = accountField("procedure.ask", { fits: isWatched, first: ({ state }) => state === "closing" })
const announces = ({ step }: Answers): boolean => step === "announced" || step === "destination"

const Count = z
  .string()
  .transform((typed) => typed.replace(/[,，\s]/g, ""))
  .pipe(z.union([z.literal(UNNEEDED), z.string().regex(/^\d{1,9}$/)]))

/** How many follow the account: asked only where the platform keeps an account the longer, the more do. */
const followers: Field<number | null> = field(
  Count,
  (_scene, typed) => Promise.resolve(typed === UNNEEDED ? null : Number(typed)),
  {
    choices: async (scene, { account = "" }) => {
      const found = await accounts.find(scene, account)
      const counts = !(found instanceof Ambiguous) && (await closings.countsFollowers(scene, found))
      return counts ? [] : [{ value: UNNEEDED, label: scene.text.opening.unneeded }]
    },
  },
)

/** Records a step between the consent to a closing and its end; pressed on the card of the closing. */
export const closing = command({
  name: "closing",
  right: "procedure.ask",
  words: (text) => text.closing.commands.closing,
  fields: {
    account: accounts,
    step: oneOf(closingSteps, (text) => text.closing.steps, {
      // Looked at before anybody is asked for more: what is out of order needs no link.
      choices: async (scene, { account = "" }) => {
        const found = await accounts.find(scene, account)
        if (found instanceof Ambiguous) return []
        const { asks, procedure } = await closings.agreed(scene, found)
        return stepsOf(asks)
          .filter((step) => takenOn(procedure, step) === null)
          .map((step) => ({ value: step, label: scene.text.closing.steps[step] }))
      },
      nothing: (text) => text.closing.noStepLeft,
    }),
    link: onlyWhen(announces, link()),
    on: pastDayField(),
    followers: onlyWhen(({ step }) => step === "submitted", followers),
  },
  // The only step that is left is not asked for: what is meant has to be read before its link or its day is given.
  early: {
    step: (scene, { step }) => Promise.resolve(step ? { note: scene.text.closing.buttons[step] } : null),
  },
  run: async (scene, { account, step, link: at, on, followers: many }) => {
    const taken = { on, link: at, followers: many }
    const { text, buttons } = await steps.take(scene, scene.me, account, step, taken)
    return say(text, { buttons })
  },
})
