import type { Account } from "../../rules/account.ts"
import type { Asked } from "../../rules/chain.ts"
import type { Procedure, ProcedureKind } from "../../rules/procedure.ts"
import { tidy } from "../../rules/words.ts"
import * as asking from "../../services/procedures/asking.ts"
import * as deciding from "../../services/procedures/deciding.ts"
import { shown } from "../../services/procedures/showing.ts"
import { z } from "zod"
import { Ambiguous, type Answers, type Choice, type Field, type Scene } from "./command.ts"
import { unitsHere } from "./choices.ts"
import { field, many, text } from "./fields.ts"

/** The mark of what need not be said: the only choice is taken without asking. */
export const UNNEEDED = "-"
const unneeded = (scene: Scene): readonly Choice[] => [
  { value: UNNEEDED, label: scene.text.opening.unneeded },
]

/** What is asked before the account that was answered before may do something. */
const askedIn = async (
  scene: Scene,
  { kind, accounts }: Before,
  { account = "" }: Answers,
): Promise<Asked | null> => {
  const found = await accounts.find(scene, account)
  return found instanceof Ambiguous ? null : asking.askedOf(scene, found, kind)
}

/** Which procedure is about to begin, and the field `account` that comes before. */
interface Before {
  readonly kind: ProcedureKind
  readonly accounts: Field<Account>
}

/** The lines of the checklists, to be ticked; not asked where no rulebook has any. */
export const ticksField = (before: Before): Field<readonly string[]> =>
  many(
    text(60, {
      choices: async (scene, answers) => {
        const ticks = (await askedIn(scene, before, answers))?.ticks ?? []
        if (ticks.length === 0) return unneeded(scene)
        const choices = ticks.map((tick) => ({ value: tick.id, label: scene.text.cited.says(tick) }))
        // A single choice would be taken without asking.
        return choices.length > 1
          ? choices
          : [...choices, { value: UNNEEDED, label: scene.text.opening.none }]
      },
    }),
  )

/** The ticks that were meant, pressed or typed. */
export const ticksOf = (asks: Asked, typed: readonly string[]): readonly string[] =>
  asks.ticks
    .filter(({ id, says, saysEn }) => typed.some((each) => [id, says, saysEn].includes(each)))
    .map(({ id }) => id)

/** The numbers or links of what has to be handed in; not asked where no rulebook wants any. */
export const papersField = (before: Before): Field<string> =>
  text(1000, {
    choices: async (scene, answers) =>
      (await askedIn(scene, before, answers))?.attach.length ? [] : unneeded(scene),
  })

/** `附件名：文号` a line; where only one thing is asked for, its number alone will do. */
export const attachmentsOf = (asks: Asked, typed: string): Procedure["attachments"] => {
  const [only, ...others] = asks.attach
  return typed.split("\n").flatMap((line) => {
    const [, named = "", number = ""] = /^([^:：]{1,60})[:：]\s*(.*)$/.exec(tidy(line)) ?? []
    const what = asks.attach.find((each) => each.what === named.trim())?.what
    if (what !== undefined) return number.trim() === "" ? [] : [{ what, paper: number.trim() }]
    return only && others.length === 0 && tidy(line) !== "" ? [{ what: only.what, paper: tidy(line) }] : []
  })
}

/** One of the reasons that a rulebook knows, or any where none says. */
export const reasonField = (before: Before): Field<string> =>
  text(200, {
    choices: async (scene, answers) =>
      ((await askedIn(scene, before, answers))?.reasons ?? []).map((each) => ({ value: each, label: each })),
  })

/** A procedure under way in a unit that the person may see. */
export const applicationField = (fits: (procedure: Procedure) => boolean = () => true): Field<Procedure> =>
  field(z.string().regex(/^[\w-]{1,40}$/), (scene, typed) => deciding.procedure(scene, scene.me, typed), {
    // The number of a paper, or its date, is no application.
    takes: () => false,
    calls: async (scene: Scene, of: Procedure) => scene.text.procedure.titled(await shown(scene, of)),
    nothing: (words) => words.procedure.none,
    choices: async (scene) => {
      const choices: Choice[] = []
      for (const { id } of await unitsHere(scene, "see"))
        for (const each of (await scene.tables.procedures.where("underWay", id)).filter(fits))
          choices.push({ value: each.id, label: scene.text.procedure.titled(await shown(scene, each)) })
      return choices
    },
  })
