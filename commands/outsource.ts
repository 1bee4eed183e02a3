import { z } from "zod"
import { isWatched } from "../rules/life.ts"
import * as contracts from "../services/contracts.ts"
import * as duties from "../services/duties.ts"
import { accountField } from "./form/account.ts"
import { Ambiguous, type Choice, command, say } from "./form/command.ts"
import { dayField, pastDayField } from "./form/day.ts"
import { field, many, name } from "./form/fields.ts"

const LONGEST_NAME = 60

const outsourced = accountField("account.edit", { fits: isWatched })

/** A line of the contract: pressed, or typed as the rulebook has it. */
const Line = z.string().trim().min(1).max(60)

/** Where no rulebook says what a contract has to hold, there is nothing to ask. */
const NOTHING: readonly Choice[] = [{ value: "none", label: "none" }]

/** Who runs an account by contract, and until when. */
export const outsource = command({
  name: "outsource",
  right: "account.edit",
  words: (text) => text.contract.commands.outsource,
  fields: {
    account: outsourced,
    operator: name(LONGEST_NAME),
    signedOn: pastDayField(),
    endsOn: dayField(),
    lines: many(
      field(Line, (_scene, typed) => Promise.resolve(typed), {
        choices: async (scene, answers) => {
          const account = await outsourced.find(scene, answers["account"] ?? "")
          if (account instanceof Ambiguous) return NOTHING
          const lines = await contracts.lines(scene, account)
          const { says } = scene.text.cited
          return lines.length === 0 ? NOTHING : lines.map((line) => ({ value: line.id, label: says(line) }))
        },
        free: true,
      }),
    ),
  },
  run: async (scene, { account, operator, signedOn, endsOn, lines }) => {
    const rows = await contracts.sign(scene, scene.me, account, { operator, signedOn, endsOn, ticks: lines })
    const shown = []
    for (const row of rows) shown.push(await duties.shown(scene, row))
    return say(
      scene.text.contract.signed({
        account,
        operator,
        signedOn,
        endsOn,
        next: scene.text.obligation.brought(shown, 0),
      }),
    )
  },
})
