import type { Account } from "../../rules/account.ts"
import { type Departure, EARLIEST_DAYS, isUnderWay, LATEST_DAYS } from "../../rules/departure.ts"
import { type Handover, isOpen } from "../../rules/handover.ts"
import { isStaying, type Person } from "../../rules/person.ts"
import { addDays, dayOf, endOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as occasions from "../occasions.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { bring, canBeReached, card } from "./cards.ts"
import * as kept from "./kept.ts"
import * as noting from "./noting.ts"
import { allShown } from "./showing.ts"

/** The departure of somebody that is not over yet. */
export const underWay = async (act: Act, personId: string): Promise<Departure | null> =>
  (await act.tables.departures.where("person", personId)).find(isUnderWay) ?? null

interface Announced extends Pick<Departure, "kind" | "lastOn"> {
  readonly person: Person
  /** Who receives what the person keeps; null where there is nothing. */
  readonly receiver: Person | null
}

export interface Announcement {
  readonly departure: Departure
  readonly handovers: readonly Handover[]
  /** Those who cannot be reached in private, and have to be told by somebody. */
  readonly unreached: readonly Person[]
  /** The hand-overs of others that the person was to receive. */
  readonly receiving: readonly Handover[]
}

/** Enters that somebody leaves on a day, or puts right what was entered; everything they keep is handed over by then. */
export const announce = async (act: Act, me: people.Member, wanted: Announced): Promise<Announcement> => {
  const { person, receiver, kind, lastOn } = wanted
  await people.demand(act, me, "person.leave", person.unitId)
  const known = await underWay(act, person.id)
  const accounts = await kept.by(act, person)
  await refuseUnfit(act, wanted, accounts)
  const departure: Departure = {
    id: known?.id ?? act.newId(),
    personId: person.id,
    unitId: person.unitId,
    kind,
    lastOn,
    state: "planned",
    by: me.person.id,
    at: known?.at ?? act.now,
    dueAt: endOf(lastOn),
  }
  const before = known === null ? [] : await act.tables.handovers.where("departure", known.id)
  await act.tables.departures.put(departure)
  await act.tables.persons.put({ ...person, leavesAt: endOf(lastOn) })
  const handovers = await allOf(act, departure, accounts, receiver)
  const isSaidAgain =
    known?.kind === kind &&
    known.lastOn === lastOn &&
    handovers.every((of) => before.some(({ id, receiverId }) => id === of.id && receiverId === of.receiverId))
  // Who entered it twice, or entered what a colleague has entered, disturbs nobody.
  if (!isSaidAgain) await tell(act, me, departure, { person, receiver, handovers })
  const waiting = await act.tables.handovers.where("waiting", "yes")
  return {
    departure,
    handovers,
    unreached: [person, ...(receiver ? [receiver] : [])].filter((each) => !canBeReached(each)),
    receiving: waiting.filter(({ receiverId }) => receiverId === person.id),
  }
}

const refuseUnfit = async (
  act: Act,
  { person, receiver, lastOn }: Announced,
  accounts: readonly Account[],
): Promise<void> => {
  const words = act.text.leaving
  const today = dayOf(act.now)
  if (lastOn < addDays(today, -LATEST_DAYS)) throw new Refusal(words.tooLongAgo(lastOn, LATEST_DAYS))
  if (lastOn > addDays(today, EARLIEST_DAYS)) throw new Refusal(words.tooFarAhead(lastOn))
  for (const { role, unitId } of await people.rolesOf(act, person.id))
    if (role === "administrator" && (await people.isLastAdministrator(act, person.id, unitId)))
      throw new Refusal(words.lastAdministrator(person.name))
  if (accounts.length > 0 && receiver === null) throw new Refusal(words.needsReceiver(accounts.length))
  if (receiver?.id === person.id) throw new Refusal(words.himself)
  if (receiver && !isStaying(receiver)) throw new Refusal(words.leavesToo(receiver.name))
}

/** A hand-over for each account: what was begun goes on, with the new last day. */
const allOf = async (
  act: Act,
  departure: Departure,
  accounts: readonly Account[],
  receiver: Person | null,
): Promise<readonly Handover[]> => {
  const known = await act.tables.handovers.where("departure", departure.id)
  const handovers: Handover[] = []
  for (const of of known.filter(isOpen)) {
    const another = receiver && of.state === "receiving" && of.receiverId !== receiver.id
    const going = another ? { ...of, receiverId: receiver.id, ticked: [] } : of
    handovers.push(await noting.note(act, departure, going))
  }
  for (const account of accounts)
    if (receiver && !known.some(({ accountId }) => accountId === account.id))
      handovers.push(await noting.begun(act, departure, account, receiver.id))
  return handovers
}

/** Whoever leaves hears of it, and each receiver gets one card for everything that comes to them. */
const tell = async (
  act: Act,
  me: people.Member,
  departure: Departure,
  { person, receiver, handovers }: Pick<Announced, "person" | "receiver"> & Pick<Announcement, "handovers">,
): Promise<void> => {
  if (person.id !== me.person.id)
    await bring(act, [person], person.unitId, {
      text: act.text.leaving.toLeaver(departure, await allShown(act, handovers)),
    })
  const mine = handovers.filter(
    ({ state, receiverId }) => state === "receiving" && receiverId === receiver?.id,
  )
  if (receiver && mine.length > 0) await bring(act, [receiver], person.unitId, await card(act, mine))
}

/** They stay after all: what their leaving had started has lost its cause. What was handed over stays handed over. */
export const withdraw = async (act: Act, me: people.Member, departure: Departure): Promise<Departure> => {
  await people.demand(act, me, "person.leave", departure.unitId)
  const person = await act.tables.persons.get(departure.personId)
  const words = act.text.leaving
  if (!person || departure.state === "withdrawn") throw new Refusal(words.staysAlready(person?.name ?? ""))
  if (departure.state !== "planned" || endOf(departure.lastOn) <= act.now)
    throw new Refusal(words.goneAlready(person.name, departure.lastOn))
  const open = (await act.tables.handovers.where("departure", departure.id)).filter(isOpen)
  for (const of of open) {
    await act.tables.handovers.put({ ...of, state: "void" })
    await occasions.unhappen(act, noting.occasionOf(of))
  }
  const after: Departure = { ...departure, state: "withdrawn", dueAt: null }
  await act.tables.departures.put(after)
  await act.tables.persons.put({ ...person, leavesAt: null })
  const receivers = new Set(open.map(({ receiverId }) => receiverId))
  for (const id of [person.id, ...receivers]) {
    const one = await act.tables.persons.get(id)
    if (one && id !== me.person.id)
      await bring(act, [one], departure.unitId, { text: words.stays(person.name) })
  }
  return after
}
