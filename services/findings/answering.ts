import type { Finding } from "../../rules/finding.ts"
import { due } from "../../rules/checkpoints.ts"
import { dayOf, endOf } from "../../rules/time.ts"
import { atWork } from "../../rules/times.ts"
import type { Act } from "../app.ts"
import { calendar } from "../calendar.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { stackOf } from "../rulebooks.ts"
import * as settling from "../settling.ts"
import * as units from "../units.ts"
import { dutyOf, shown } from "./showing.ts"
import * as telling from "./telling.ts"

/** Those concerned say that it was put right, with what shows it; another person has to close it. */
export const rectify = async (
  act: Act,
  me: people.Member,
  finding: Finding,
  said: { readonly evidence: string; readonly note: string | null },
): Promise<Finding> => {
  await refuseAnswered(act, finding)
  const duty = await dutyOf(act, finding)
  if (duty === null) await people.demand(act, me, "duty.finish", finding.unitId)
  else await settling.demandDoer(act, me, duty)
  const on = dayOf(act.now)
  const rectified = { on, by: act.by, at: act.now, ...said }
  const answered: Finding = {
    ...finding,
    state: "rectified",
    rectified,
    dueAt: await remindAt(act, finding),
  }
  await act.tables.findings.put(answered)
  if (duty !== null) await settling.settle(act, duty, { on, proof: said.evidence, note: said.note })
  await telling.tell(
    act,
    finding.officeId,
    await telling.closers(act, answered),
    `rectified:${finding.id}:${finding.round}`,
    {
      text: act.text.finding.toClose(await shown(act, answered)),
      buttons: telling.closeButtons(act, answered),
    },
  )
  return answered
}

/** Refuses to answer what nobody waits for. */
export const refuseAnswered = async (act: Act, finding: Finding): Promise<void> => {
  if (finding.state !== "open") throw new Refusal(act.text.finding.notOpen(await shown(act, finding)))
}

/** After so many working days whoever closes it is reminded, once. */
const remindAt = async (act: Act, { officeId }: Finding): Promise<number> => {
  const office = await units.unit(act, officeId)
  const days = await calendar(act)
  const { figures } = await stackOf(act, office)
  const last = due(days, figures, "finding.close", dayOf(act.now))
  return atWork(days, await units.times(act, officeId), endOf(last))
}
