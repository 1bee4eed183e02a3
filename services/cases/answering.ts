import type { Case } from "../../rules/case.ts"
import {
  answered,
  consented,
  nextConsent,
  reopened,
  returned,
  stepped,
  whySupervised,
} from "../../rules/casework.ts"
import { holdsPersonalData } from "../../rules/personal.ts"
import type { Act } from "../app.ts"
import * as officers from "../officers.ts"
import type * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { askedOf, supervisionOf, wantingDepartment } from "./asking.ts"
import { ask, close, decidersFor, keep, tell, tellUnit } from "./cards.ts"
import { follow, settle } from "./clocks.ts"
import { postpone } from "./handing.ts"
import { cited, shown } from "./showing.ts"
import { demand, doing, refuseOutOfTurn } from "./taking.ts"

/** Refuses an answer that is not its turn yet, or that nobody is named for although a rulebook wants it. */
export const refuseAnswer = async (act: Act, it: Case): Promise<void> => {
  refuseOutOfTurn(act, it, "answered")
  const named = it.attention === "hot" && it.department === null ? await wantingDepartment(act, it) : []
  if (named.length > 0) throw new Refusal(act.text.cases.noDepartment(it.number, await cited(act, named)))
}

/** An answer is written: whoever the rulebooks name looks at it before it goes out. Only where it stands is kept. */
export const reply = async (
  act: Act,
  me: people.Member,
  before: Case,
  link: string | null,
): Promise<Case> => {
  await demand(act, me, before)
  await refuseAnswer(act, before)
  if (link !== null && holdsPersonalData(link)) throw new Refusal(act.text.cases.personal)
  const { chain } = await askedOf(act, before, "reply.send")
  const after = await close(
    act,
    before,
    answered({ ...before, postponing: null }, chain, link, doing(act, link)),
  )
  if (chain.length === 0) return keep(act, after)
  const asked = await ask(act, after)
  const step = nextConsent(asked)
  if (asked.asked.length === 0 && step !== null) throw new Refusal(act.text.cases.nobody(step))
  return asked
}

/** Refuses whoever has nothing to say on a card: it is settled, or somebody else's. */
export const refuseOthers = async (
  act: Act,
  me: people.Member,
  it: Case,
  turn: number,
): Promise<string | null> => {
  const step = it.postponing?.step ?? nextConsent(it)
  if (it.turn !== turn || step === null) throw new Refusal(act.text.cases.stale)
  const decider = (await decidersFor(act, it)).find(({ person }) => person.id === me.person.id)
  if (!decider) throw new Refusal(act.text.cases.notYours(step))
  return decider.standIn?.id ?? null
}

/** Whoever's turn it is agrees to an answer or to another day, or does not. */
export const consent = async (
  act: Act,
  me: people.Member,
  before: Case,
  { turn, agreed, note }: { readonly turn: number; readonly agreed: boolean; readonly note: string | null },
): Promise<Case> => {
  const standIn = await refuseOthers(act, me, before, turn)
  if (note !== null && holdsPersonalData(note)) throw new Refusal(act.text.cases.personal)
  if (before.postponing !== null) return postpone(act, before, { agreed, note })
  const step = nextConsent(before)
  if (step === null) throw new Refusal(act.text.cases.stale)
  const after = agreed
    ? consented(before, { step, by: act.by, at: act.now, standIn })
    : returned(before, doing(act, note))
  const closed = await close(act, before, after)
  const kept = await (nextConsent(closed) === null ? keep(act, closed) : ask(act, closed))
  const author = before.reply?.by
  if (author !== undefined && nextConsent(kept) === null) {
    const text = act.text.casecard.settled(await shown(act, kept))
    await tell(act, kept, [author], text)
    if (agreed && kept.department?.unitId != null) await tellUnit(act, kept, kept.unitId, text)
  }
  return kept
}

/** The answer has gone out, and every point that the rulebooks ask of it is answered for. */
export const replied = async (
  act: Act,
  me: people.Member,
  it: Case,
  ticks: readonly string[],
): Promise<Case> => {
  await demand(act, me, it)
  refuseOutOfTurn(act, it, "replied")
  const asked = (await askedOf(act, it, "reply.send")).ticks
  const missing = asked.filter(({ id }) => !ticks.includes(id))
  if (missing.length > 0) throw new Refusal(act.text.cases.unticked(missing.map(act.text.cited.says)))
  if (it.firstReplyAt === null) await settle(act, it, "request.first-reply")
  const after = { ...it, ticks: asked.map(({ id }) => id), firstReplyAt: it.firstReplyAt ?? act.now }
  return keep(act, stepped(after, "replied", doing(act)))
}

/** It is over, as far as anybody has said; people who are not content are looked after by those above. */
export const end = async (
  act: Act,
  me: people.Member,
  it: Case,
  content: NonNullable<Case["content"]>,
): Promise<Case> => {
  await demand(act, me, it)
  refuseOutOfTurn(act, it, "closed")
  await settle(act, it, "request.finish")
  return supervise(act, stepped({ ...it, content, closedAt: act.now }, "closed", doing(act)))
}

/** It was not over after all: whoever answered before answers once more, and its days are counted anew. */
export const reopen = async (act: Act, me: people.Member, it: Case, reason: string): Promise<Case> => {
  await demand(act, me, it)
  if (holdsPersonalData(reason)) throw new Refusal(act.text.cases.personal)
  if (it.state !== "closed") throw new Refusal(act.text.cases.stillOpen(it.number))
  const after = await supervise(act, reopened(it, doing(act, reason)))
  await follow(act, after)
  if (after.department?.unitId != null)
    await tellUnit(act, after, after.department.unitId, act.text.casecard.handed(await shown(act, after)))
  return after
}

/** What comes back again and again, or leaves people discontent, is put before the supervising officers, once each time. */
const supervise = async (act: Act, before: Case): Promise<Case> => {
  const { atMost, rules } = await supervisionOf(act, before)
  const because = whySupervised(before, atMost)
  if (because === null) return keep(act, before)
  const marked = before.supervised ?? { at: act.now, because }
  const after = await keep(act, {
    ...before,
    supervised: marked,
    notes: [...before.notes, { what: "supervised", ...doing(act) }],
  })
  const text = act.text.casecard.supervised(await shown(act, after), because, await cited(act, rules))
  await tell(act, after, await officers.of(act, after.unitId), text)
  return after
}
