import { type CheckSheet, isSigned } from "../../rules/check.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { keep } from "./filling.ts"

/** Refuses whoever may not fill this kind of sheet for the unit. */
export const demandChecker = (
  act: Act,
  me: people.Member,
  { kind, unitId }: Pick<CheckSheet, "kind" | "unitId">,
): Promise<void> => people.demand(act, me, kind === "self" ? "check.self" : "check.hold", unitId)

/** A sheet that nobody has signed, for whoever may fill it. */
const unsigned = async (act: Act, me: people.Member, id: string): Promise<CheckSheet> => {
  const sheet = await act.tables.checks.get(id)
  if (!sheet) throw new Refusal(act.text.check.gone)
  await demandChecker(act, me, sheet)
  if (isSigned(sheet)) throw new Refusal(act.text.check.signedMeanwhile)
  return sheet
}

/** A person says otherwise of one line than the sheet does: wrong, or fine after all. */
export const markLine = async (act: Act, me: people.Member, id: string, at: number): Promise<CheckSheet> => {
  const sheet = await unsigned(act, me, id)
  const lines = sheet.lines.map((line, index) =>
    index === at
      ? {
          ...line,
          answer: line.answer === "wrong" ? ("fine" as const) : ("wrong" as const),
          by: act.by,
          note: line.answer === "wrong" ? null : line.note,
        }
      : line,
  )
  return keep(act, { ...sheet, lines })
}

/** Whether a post that was reported is to be found; nobody confirms what they reported themselves. */
export const markPost = async (act: Act, me: people.Member, id: string, at: number): Promise<CheckSheet> => {
  const sheet = await unsigned(act, me, id)
  if (sheet.sample[at]?.reportedBy === act.by) throw new Refusal(act.text.check.ownPost)
  const sample = sheet.sample.map((each, index) =>
    index === at ? { ...each, found: each.found === false, by: act.by } : each,
  )
  return keep(act, { ...sheet, sample })
}
