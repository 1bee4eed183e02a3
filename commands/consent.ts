import * as answering from "../services/cases/answering.ts"
import { known, shown } from "../services/cases/showing.ts"
import { z } from "zod"
import { command, turnInto } from "./form/command.ts"
import { field, id, oneOf, onlyWhen, text } from "./form/fields.ts"

/** Whoever's word is waited for agrees to an answer or to another day, or does not. */
export const consent = command({
  name: "consent",
  right: "see",
  hidden: true,
  careful: "people",
  words: (words) => words.cases.commands.consent,
  fields: {
    case: id(),
    n: field(z.coerce.number().int().min(0).max(10_000), (_scene, typed) => Promise.resolve(typed)),
    say: oneOf(["yes", "no"], (words) => words.cases.says),
    reason: onlyWhen(
      ({ say }) => say === "no",
      text(100, {
        // Looked at before anybody is asked to write: what is settled needs no reason any more.
        choices: async (scene, { case: of = "", n }) => {
          const it = await known(scene, scene.me, of)
          await answering.refuseOthers(scene, scene.me, it, Number(n))
          return []
        },
      }),
    ),
  },
  run: async (scene, { case: of, n, say, reason }) => {
    const before = await known(scene, scene.me, of)
    const it = await answering.consent(scene, scene.me, before, {
      turn: n,
      agreed: say === "yes",
      note: reason,
    })
    return turnInto(scene.text.casecard.settled(await shown(scene, it)))
  },
})
