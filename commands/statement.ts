import * as settling from "../services/settling.ts"
import * as statements from "../services/statements.ts"
import { type Answers, command, Reconsider, type Scene, turnInto } from "./form/command.ts"
import { field, many, oneOf, onlyWhen, optional, text } from "./form/fields.ts"
import { dutiesHere } from "./form/obligation.ts"
import { z } from "zod"

const says = ["kept", "broken"] as const

const ofAnswers = (scene: Scene, { obligation = "" }: Answers) =>
  settling.openObligation(scene, scene.me, obligation)

/** States for a month that logins were safe, by one tap; or says what was not. */
export const statement = command({
  name: "statement",
  right: "see",
  words: (text) => text.statement.commands.statement,
  fields: {
    obligation: field(
      z.string().regex(/^[\w-]{1,40}$/),
      (scene, typed) => settling.openObligation(scene, scene.me, typed),
      {
        takes: () => false,
        nothing: (text) => text.statement.none,
        choices: async (scene) =>
          (await dutiesHere(scene))
            .filter((row) => row.act === "statement.give")
            .map((row) => ({ value: row.id, label: String(row.since) })),
      },
    ),
    say: oneOf(says, (text) => text.statement.buttons),
    which: onlyWhen(
      ({ say }) => say === "broken",
      many(
        text(60, {
          choices: async (scene, answers) =>
            (await statements.linesOf(scene, await ofAnswers(scene, answers))).map((line) => ({
              value: line.id,
              label: scene.text.cited.says(line),
            })),
        }),
      ),
    ),
    note: onlyWhen(({ say }) => say === "broken", optional(text(300))),
  },
  run: async (scene, { obligation: row, say, which, note }) => {
    const words = scene.text.statement
    const lines = await statements.linesOf(scene, row)
    const broken = lines.filter(({ id, says, saysEn }) =>
      (which ?? []).some((each) => [id, says, saysEn].includes(each)),
    )
    if (say === "broken" && broken.length === 0) throw new Reconsider(words.whichMissing, ["which"])
    const ids = say === "kept" ? [] : broken.map(({ id }) => id)
    await statements.give(scene, scene.me, row, { broken: ids, note })
    return turnInto(ids.length === 0 ? words.given(String(row.since).slice(0, 7)) : words.told(broken))
  },
})
