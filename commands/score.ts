import { z } from "zod"
import { gradings } from "../rules/score.ts"
import * as scoring from "../services/reports/scoring.ts"
import { accountField } from "./form/account.ts"
import { command, type Field, say } from "./form/command.ts"
import { field, oneOf, optional } from "./form/fields.ts"
import { termField } from "./form/term.ts"

/** More than there are people is a slip of the pen. */
const MOST = 10_000_000_000

const count = (): Field<number> =>
  field(z.coerce.number().int().min(0).max(MOST), (_scene, typed) => Promise.resolve(typed), {
    takes: (word) => /^\d{1,11}$/.test(word),
  })

/** What only a platform shows of an account, by the quarter. */
export const score = command({
  name: "score",
  unlisted: true,
  right: "score.enter",
  words: (words) => words.report.commands.score,
  fields: {
    account: accountField("score.enter"),
    term: termField(["quarter"]),
    followers: count(),
    reposts: count(),
    comments: count(),
    content: optional(oneOf(gradings, (words) => words.report.gradings)),
  },
  run: async (scene, { account, term, followers, reposts, comments, content }) => {
    const said = { content, followers, reposts, comments }
    const kept = await scoring.enter(scene, scene.me, account, term, said)
    return say(scene.text.report.scored(scene.text.quota.named(account), term, kept))
  },
})
