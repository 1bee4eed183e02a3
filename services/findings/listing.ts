import type { Finding } from "../../rules/finding.ts"
import type { Button } from "../../rules/outgoing.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { openIn } from "./reading.ts"
import { dutyOf, shown, type ShownFinding } from "./showing.ts"
import * as telling from "./telling.ts"

/** Everything that is still to be put right or closed in these units, soonest first. */
export const openAt = async (
  act: Act,
  them: readonly { readonly id: string }[],
): Promise<readonly ShownFinding[]> => {
  const found: ShownFinding[] = []
  for (const { id } of them) for (const each of await openIn(act, id)) found.push(await shown(act, each))
  return found.sort((a, b) =>
    a.it.dueOn < b.it.dueOn ? -1 : a.it.dueOn > b.it.dueOn ? 1 : a.it.at - b.it.at,
  )
}

/** What somebody may press on one of them. */
export const buttonsFor = async (
  act: Act,
  me: people.Member,
  it: Finding,
): Promise<readonly (readonly Button[])[]> => {
  if (it.state === "rectified")
    return (await people.may(act, me, "finding.close", it.officeId)) && it.rectified?.by !== me.person.id
      ? telling.closeButtons(act, it)
      : []
  if (it.state !== "open") return []
  const duty = await dutyOf(act, it)
  const { withdraw } = act.text.finding.buttons
  const why =
    duty === null ? [] : [{ label: act.text.obligation.buttons.why, press: `why obligation=${duty.id}` }]
  return [
    ...telling.answerButtons(act, [it]),
    ...(why.length === 0 ? [] : [why]),
    ...(it.by === me.person.id ? [[{ label: withdraw, press: `verify finding=${it.id} say=withdraw` }]] : []),
  ]
}
