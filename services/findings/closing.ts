import type { Finding } from "../../rules/finding.ts"
import { type Day, dayOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import * as opening from "./opening.ts"
import { closeSheets } from "./sheets.ts"
import { shown } from "./showing.ts"
import * as telling from "./telling.ts"

/** Whoever closes it is of the office, and not the one who put it right. */
export const refuseOthers = async (act: Act, me: people.Member, finding: Finding): Promise<void> => {
  await people.demand(act, me, "finding.close", finding.officeId)
  const words = act.text.finding
  if (finding.state !== "rectified") throw new Refusal(words.notRectified(await shown(act, finding)))
  if (finding.rectified?.by === act.by) throw new Refusal(words.ownWork)
}

/** A second person has seen that it was put right. */
export const close = async (act: Act, me: people.Member, finding: Finding): Promise<Finding> => {
  await refuseOthers(act, me, finding)
  const closed: Finding = { ...finding, state: "closed", closed: { by: act.by, at: act.now }, dueAt: null }
  await act.tables.findings.put(closed)
  await closeSheets(act, closed)
  await tellAnswerer(act, finding, act.text.finding.closedFor(await shown(act, closed)), "closed")
  return closed
}

/** It does not do: it is asked for anew, by a day of its own. */
export const sendBack = async (
  act: Act,
  me: people.Member,
  finding: Finding,
  { reason, dueOn }: { readonly reason: string; readonly dueOn: Day },
): Promise<Finding> => {
  await refuseOthers(act, me, finding)
  if (dueOn < dayOf(act.now)) throw new Refusal(act.text.finding.past(dueOn))
  const { rectified, sentBack, round } = finding
  if (rectified === null) return finding
  const again: Finding = {
    ...finding,
    state: "open",
    dueOn,
    round: round + 1,
    rectified: null,
    sentBack: [...sentBack, { rectified, reason, by: act.by, at: act.now, dueOn: finding.dueOn }],
    dueAt: null,
  }
  await act.tables.findings.put(again)
  await opening.ask(act, again)
  await tellAnswerer(act, finding, act.text.finding.sentBack(await shown(act, again), reason), "back")
  return again
}

/** Whoever put it right hears what another has made of it. */
const tellAnswerer = async (act: Act, finding: Finding, text: string, what: string): Promise<void> => {
  const person = finding.rectified === null ? null : await act.tables.persons.get(finding.rectified.by)
  if (person?.state !== "active") return
  const buttons = what === "back" ? telling.answerButtons(act, [finding]) : []
  await telling.tell(act, finding.unitId, [person], `${what}:${finding.id}:${finding.round}`, {
    text,
    buttons,
  })
}
