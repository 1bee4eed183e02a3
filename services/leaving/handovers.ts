import { type Handover, type Item, items, toggled } from "../../rules/handover.ts"
import { isOpen as isLeftOpen } from "../../rules/obligation.ts"
import { isStaying, type Person } from "../../rules/person.ts"
import { dayOf } from "../../rules/time.ts"
import * as accounts from "../accounts.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import * as settling from "../settling.ts"
import { bring, canBeReached, card } from "./cards.ts"
import { confirmersOf, officerOf } from "./confirmers.ts"
import { review } from "./ending.ts"
import * as kept from "./kept.ts"
import { occasionOf } from "./noting.ts"
import { shown } from "./showing.ts"

const isReceiver = (me: people.Member, of: Handover): boolean => of.receiverId === me.person.id

const isConfirmer = async (act: Act, me: people.Member, of: Handover): Promise<boolean> =>
  (await confirmersOf(act, of)).some(({ id }) => id === me.person.id)

/** Whether it is this person's turn. */
const isMine = async (act: Act, me: people.Member, of: Handover): Promise<boolean> =>
  (of.state === "receiving" && isReceiver(me, of)) ||
  (of.state === "confirming" && (await isConfirmer(act, me, of)))

/** The hand-overs that wait for somebody, of one departure or of all. */
export const waitingFor = async (
  act: Act,
  me: people.Member,
  departureId: string | null = null,
): Promise<readonly Handover[]> => {
  const all =
    departureId === null
      ? await act.tables.handovers.where("waiting", "yes")
      : await act.tables.handovers.where("departure", departureId)
  const mine: Handover[] = []
  for (const each of all) if (await isMine(act, me, each)) mine.push(each)
  return mine
}

/** One hand-over, or by the id of a departure those of it that wait for whoever asks. */
export const meant = async (act: Act, me: people.Member, id: string): Promise<readonly Handover[]> => {
  const one = await act.tables.handovers.get(id)
  if (one) {
    if (!isReceiver(me, one)) await people.demand(act, me, "see", one.unitId)
    return [one]
  }
  const mine = await waitingFor(act, me, id)
  if (mine.length === 0) throw new Refusal(act.text.handover.nothingWaits)
  const state = mine[0]?.state
  return mine.filter((each) => each.state === state)
}

/** Refuses what is settled already, or waits for somebody else, before a reason is asked for. */
export const refuseSettled = async (
  act: Act,
  me: people.Member,
  them: readonly Handover[],
): Promise<void> => {
  for (const of of them) await refuseUnless(act, of, "confirming", await isConfirmer(act, me, of))
}

const refuseUnless = async (
  act: Act,
  of: Handover,
  state: Handover["state"],
  mine: boolean,
): Promise<void> => {
  const words = act.text.handover
  if (of.state !== state) {
    const by = of.state === "done" ? of.confirmed?.by : of.received?.by
    const name = by === undefined ? null : ((await act.tables.persons.get(by))?.name ?? null)
    throw new Refusal(words.stands(await shown(act, of), name))
  }
  if (!mine) throw new Refusal(words.notYours(await shown(act, of)))
}

const put = async (act: Act, of: Handover): Promise<Handover> => {
  await act.tables.handovers.put(of)
  return of
}

/** The receiver ticks one thing, or takes the tick back. */
export const tick = async (act: Act, me: people.Member, of: Handover, item: Item): Promise<Handover> => {
  await refuseUnless(act, of, "receiving", isReceiver(me, of))
  return put(act, toggled(of, item))
}

/** The receiver has found everything in order: it goes on to the leader. Gives back whether somebody can confirm it. */
export const receive = async (
  act: Act,
  me: people.Member,
  them: readonly Handover[],
): Promise<readonly Person[]> => {
  const received: Handover[] = []
  for (const of of them) {
    await refuseUnless(act, of, "receiving", isReceiver(me, of))
    const by = { by: me.person.id, at: act.now }
    received.push(await put(act, { ...of, ticked: items, received: by, state: "confirming" }))
  }
  return askToConfirm(act, received)
}

/** Those of one unit have the same leaders, who get one card for all of them. */
const askToConfirm = async (act: Act, them: readonly Handover[]): Promise<readonly Person[]> => {
  const asked: Person[] = []
  for (const unitId of new Set(them.map((each) => each.unitId))) {
    const own = them.filter((each) => each.unitId === unitId)
    const [first] = own
    const found = first ? await confirmersOf(act, first) : []
    await bring(act, found, unitId, await card(act, own))
    asked.push(...found.filter(canBeReached))
    if (first && !found.some(canBeReached)) await tellOfficer(act, first, found)
  }
  return asked
}

/** Whoever entered the departure hears that nobody can be asked. */
const tellOfficer = async (act: Act, of: Handover, found: readonly Person[]): Promise<void> => {
  const departure = await act.tables.departures.get(of.departureId)
  const officer = departure ? await officerOf(act, departure) : null
  if (officer)
    await bring(act, [officer], of.unitId, {
      text: act.text.handover.nobodyConfirms(
        await shown(act, of),
        found.map(({ name }) => name),
      ),
    })
}

/** The leader confirms: the receiver keeps the account from here on, and what asked for the hand-over is done. */
export const confirm = async (act: Act, me: people.Member, them: readonly Handover[]): Promise<void> => {
  for (const of of them) {
    await refuseUnless(act, of, "confirming", await isConfirmer(act, me, of))
    const confirmed = { by: me.person.id, at: act.now }
    const done = await put(act, { ...of, confirmed, state: "done" })
    const leaver = await act.tables.persons.get(of.personId)
    const receiver = await act.tables.persons.get(of.receiverId)
    const account = await accounts.account(act, of.accountId)
    if (leaver && receiver) await accounts.change(act, account, kept.handedTo(account, leaver, receiver))
    await settle(act, done, receiver)
  }
  const [first] = them
  const receiver = first ? await act.tables.persons.get(first.receiverId) : null
  const all = []
  for (const of of them) all.push(await shown(act, of))
  if (first && receiver)
    await bring(act, [receiver], first.unitId, {
      text: act.text.handover.confirmed(all, me.person.name),
    })
  for (const id of new Set(them.map(({ departureId }) => departureId))) {
    const departure = await act.tables.departures.get(id)
    if (departure) await review(act, departure)
  }
}

const settle = async (act: Act, of: Handover, receiver: Person | null): Promise<void> => {
  for (const row of await act.tables.obligations.where("occasion", occasionOf(of)))
    if (row.act === "handover.finish" && isLeftOpen(row))
      await settling.settle(act, row, { on: dayOf(act.now), proof: null, note: receiver?.name ?? null })
}

/** The leader gives it back to the receiver, who reads why. */
export const sendBack = async (
  act: Act,
  me: people.Member,
  them: readonly Handover[],
  reason: string,
): Promise<void> => {
  const back: Handover[] = []
  for (const of of them) {
    await refuseUnless(act, of, "confirming", await isConfirmer(act, me, of))
    back.push(await put(act, { ...of, ticked: [], received: null, state: "receiving" }))
  }
  const [first] = back
  const receiver = first ? await act.tables.persons.get(first.receiverId) : null
  if (!first || !receiver) return
  const body = await card(act, back)
  const text = `${act.text.handover.sentBack(me.person.name, reason)}\n${body.text}`
  await bring(act, [receiver], first.unitId, { ...body, text })
}

/** Another person receives it. */
export const reassign = async (
  act: Act,
  me: people.Member,
  of: Handover,
  receiver: Person,
): Promise<Handover> => {
  await people.demand(act, me, "person.leave", of.unitId)
  if (of.state === "done" || of.state === "void")
    throw new Refusal(act.text.handover.stands(await shown(act, of), null))
  if (receiver.id === of.personId) throw new Refusal(act.text.leaving.himself)
  if (!isStaying(receiver)) throw new Refusal(act.text.leaving.leavesToo(receiver.name))
  const given = { ...of, receiverId: receiver.id, ticked: [], received: null, state: "receiving" } as const
  await put(act, given)
  await bring(act, [receiver], of.unitId, await card(act, [given]))
  return given
}
