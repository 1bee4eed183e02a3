import type { Case } from "../../rules/case.ts"
import { isOpen } from "../../rules/case.ts"
import { noted, promised, stepped } from "../../rules/casework.ts"
import { holdsPersonalData } from "../../rules/personal.ts"
import { type Day, dayOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import type * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { ask, close, keep, tell, tellUnit } from "./cards.ts"
import { askedOf } from "./asking.ts"
import { follow, settle } from "./clocks.ts"
import { shown } from "./showing.ts"
import { demand, doing, refuseOutOfTurn } from "./taking.ts"

/** Hands a message to the office that is to answer it, which hears of it; null is the unit itself. */
export const assign = async (
  act: Act,
  me: people.Member,
  it: Case,
  department: Case["department"],
): Promise<Case> => {
  await demand(act, me, it)
  refuseOutOfTurn(act, it, "assigned")
  if (department !== null && holdsPersonalData(department.name)) throw new Refusal(act.text.cases.personal)
  const after = await keep(
    act,
    stepped({ ...it, department }, "assigned", doing(act, department?.name ?? null)),
  )
  await follow(act, after)
  if (department?.unitId != null)
    await tellUnit(act, after, department.unitId, act.text.casecard.handed(await shown(act, after)))
  return after
}

/** People were told that their message is seen to. */
export const firstReply = async (act: Act, me: people.Member, it: Case): Promise<Case> => {
  await demand(act, me, it)
  if (!isOpen(it)) throw new Refusal(act.text.cases.over(it.number))
  if (it.firstReplyAt !== null) throw new Refusal(act.text.cases.repliedAlready(it.number))
  await settle(act, it, "request.first-reply")
  return keep(act, noted({ ...it, firstReplyAt: act.now }, "first-reply", doing(act)))
}

/** Promises people a day; a day after that needs the consent of whoever the rulebooks name. */
export const promise = async (
  act: Act,
  me: people.Member,
  it: Case,
  day: Day,
  reason: string | null,
): Promise<Case> => {
  await demand(act, me, it)
  const words = act.text.cases
  if (!isOpen(it) || it.state === "replied") throw new Refusal(words.over(it.number))
  if (day < dayOf(act.now)) throw new Refusal(words.past(day))
  if (it.postponing !== null) throw new Refusal(words.postponingAlready(it.number))
  const last = it.promises.at(-1)
  if (last?.day === day) throw new Refusal(words.promisedAlready(it.number))
  const [level] = last === undefined ? [] : (await askedOf(act, it, "reply.postpone")).chain
  if (level === undefined) {
    const after = await keep(act, promised(it, day, "promised", doing(act)))
    await follow(act, after)
    return after
  }
  if (it.state === "answered") throw new Refusal(words.answerWaits(it.number))
  if (reason === null || holdsPersonalData(reason))
    throw new Refusal(reason === null ? words.whyLater : words.personal)
  const postponing = { day, reason, by: act.by, step: level.step }
  const asking = noted({ ...it, postponing }, "asked-to-postpone", doing(act, day))
  const asked = await ask(act, asking)
  if (asked.asked.length === 0) throw new Refusal(words.nobody(level.step))
  return asked
}

/** Whoever was asked agrees to another day, or does not. */
export const postpone = async (
  act: Act,
  before: Case,
  { agreed, note }: { readonly agreed: boolean; readonly note: string | null },
): Promise<Case> => {
  const { postponing } = before
  if (postponing === null) throw new Refusal(act.text.cases.stale)
  const after = agreed
    ? promised(before, postponing.day, "postponed", doing(act))
    : noted({ ...before, postponing: null }, "not-postponed", doing(act, note ?? postponing.day))
  const kept = await keep(act, await close(act, before, after))
  if (agreed) await follow(act, kept)
  await tell(act, kept, [postponing.by], act.text.casecard.settled(await shown(act, kept)))
  return kept
}
