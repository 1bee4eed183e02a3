import type { Verdict } from "../rules/procedure.ts"
import * as deciding from "../services/procedures/deciding.ts"
import { command, turnInto } from "./form/command.ts"
import { field, id, oneOf, onlyWhen, text } from "./form/fields.ts"
import { z } from "zod"

const says = ["yes", "no", "back"] as const
const verdicts: Record<(typeof says)[number], Verdict> = { yes: "approved", no: "refused", back: "returned" }

/** Whoever holds the role that is waited for agrees, refuses, or gives back for changes. */
export const decide = command({
  name: "decide",
  right: "see",
  hidden: true,
  words: (words) => words.opening.commands.decide,
  fields: {
    application: id(),
    n: field(z.coerce.number().int().min(0).max(10_000), (_scene, typed) => Promise.resolve(typed)),
    say: oneOf(says, ({ procedure: { buttons } }) => ({
      yes: buttons.agree,
      no: buttons.refuse,
      back: buttons.sendBack,
    })),
    reason: onlyWhen(
      ({ say }) => say === "no" || say === "back",
      text(300, {
        // Looked at before anybody is asked to write: a step that is settled needs no reason any more.
        choices: async (scene, answers) => {
          const of = await deciding.procedure(scene, scene.me, answers["application"] ?? "")
          await deciding.refuseStale(scene, of, Number(answers["n"]))
          return []
        },
      }),
    ),
  },
  run: async (scene, { application: applicationId, n, say, reason }) => {
    const of = await deciding.procedure(scene, scene.me, applicationId)
    const outcome = await deciding.decide(scene, scene.me, of, {
      turn: n,
      verdict: verdicts[say],
      note: reason,
    })
    return turnInto(outcome.text)
  },
})
