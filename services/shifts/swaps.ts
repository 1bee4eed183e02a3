import type { Person } from "../../rules/person.ts"
import type { Shift } from "../../rules/roster.ts"
import { startOf, type Swap } from "../../rules/swap.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import * as cards from "./cards.ts"
import { changed, type Effect } from "./changing.ts"
import * as members from "./members.ts"
import * as overrides from "./overrides.ts"

interface Wanted {
  readonly give: Shift
  readonly withPerson: Person
  /** Null when the shift is taken over for nothing. */
  readonly take: Shift | null
}

const partOf = ({ layer, personId, from, to }: Shift) => ({ layer, personId, from, to })

/** Whether somebody may change shifts for others. */
const arranges = (act: Act, me: people.Member, unitId: string): Promise<boolean> =>
  people.may(act, me, "roster.edit", unitId)

/** Asks the other, or, from somebody who arranges the roster and is neither of both, does it at once. */
export const propose = async (
  act: Act,
  me: people.Member,
  { give, withPerson, take }: Wanted,
): Promise<{ readonly swap: Swap; readonly effect: Effect | null }> => {
  const words = act.text.swap
  if (withPerson.id === give.personId) throw new Refusal(words.himself)
  if (take !== null && (take.unitId !== give.unitId || take.layer !== give.layer))
    throw new Refusal(words.otherKind)
  await members.demand(act, give.unitId, [withPerson])
  const mine = [give.personId, withPerson.id].includes(me.person.id)
  if (!mine) await people.demand(act, me, "roster.edit", give.unitId)
  const swap: Swap = {
    id: act.newId(),
    unitId: give.unitId,
    give: partOf(give),
    withId: withPerson.id,
    take: take && partOf(take),
    askedId: give.personId === me.person.id ? withPerson.id : give.personId,
    state: "asked",
    batch: null,
    by: me.person.id,
    at: act.now,
    dueAt: null,
  }
  demandAhead(act, swap)
  if (!mine) {
    const { effect, done } = await carryOut(act, swap, true)
    await cards.told(act, done, [give.personId, withPerson.id])
    return { swap: done, effect }
  }
  // What cannot be done is refused before anybody is asked.
  await act.rehearse(() => carryOut(act, swap, true))
  const asked = { ...swap, dueAt: startOf(swap) }
  await act.tables.swaps.put(asked)
  await cards.ask(act, asked)
  return { swap: asked, effect: null }
}

const demandAhead = (act: Act, swap: Swap): void => {
  if (startOf(swap) <= act.now) throw new Refusal(act.text.roster.begun)
}

/** Whether the shifts still stand as they were when the swap was asked for. */
const carryOut = async (
  act: Act,
  swap: Swap,
  seen: boolean,
): Promise<{ readonly effect: Effect; readonly done: Swap }> => {
  const { give, take, withId, unitId } = swap
  demandAhead(act, swap)
  await cards.demandStands(act, swap)
  const [giver, taker] = [await act.tables.persons.get(give.personId), await act.tables.persons.get(withId)]
  if (!giver || !taker) throw new Refusal(act.text.swap.changedSince)
  await members.demandThere(act, taker, give.from, give.to)
  if (take) await members.demandThere(act, giver, take.from, take.to)
  const { layer, from, to } = give
  let batch = ""
  const work = async () => {
    batch = await overrides.put(act, unitId, "swap", [
      { layer, from, to, personId: withId, forId: give.personId },
      ...(take === null
        ? []
        : [{ layer: take.layer, from: take.from, to: take.to, personId: give.personId, forId: withId }]),
    ])
  }
  const effect = await changed(act, unitId, work, { named: take ? [giver, taker] : [taker], seen })
  const done: Swap = { ...swap, state: "done", askedId: null, batch, dueAt: null }
  await act.tables.swaps.put(done)
  return { effect, done }
}

const inState = async (act: Act, id: string, state: Swap["state"]): Promise<Swap> => {
  const swap = await act.tables.swaps.get(id)
  if (swap?.state !== state) throw new Refusal(act.text.swap.settled)
  return swap
}

/** The one who was asked says yes or no. */
export const answer = async (act: Act, me: people.Member, id: string, agrees: boolean): Promise<Swap> => {
  const swap = await inState(act, id, "asked")
  if (swap.askedId !== me.person.id) throw new Refusal(act.text.swap.notAsked)
  const settled: Swap = agrees
    ? (await carryOut(act, swap, await arranges(act, me, swap.unitId))).done
    : { ...swap, state: "refused", askedId: null, dueAt: null }
  await act.tables.swaps.put(settled)
  await cards.told(act, settled, [swap.by])
  return settled
}

/** Whoever asked gives it up. */
export const withdraw = async (act: Act, me: people.Member, id: string): Promise<Swap> => {
  const swap = await inState(act, id, "asked")
  if (swap.by !== me.person.id) throw new Refusal(act.text.swap.notAsked)
  const settled: Swap = { ...swap, state: "withdrawn", askedId: null, dueAt: null }
  await act.tables.swaps.put(settled)
  await cards.close(act, swap, settled)
  return settled
}

/** Takes a swap back until the first of its shifts starts: either of both, or whoever arranges the roster. */
export const undo = async (act: Act, me: people.Member, id: string): Promise<Swap> => {
  const swap = await inState(act, id, "done")
  const parties = [swap.give.personId, swap.withId]
  const may = await arranges(act, me, swap.unitId)
  if (!parties.includes(me.person.id) && !may) throw new Refusal(act.text.swap.notYours)
  if (startOf(swap) <= act.now) throw new Refusal(act.text.roster.begun)
  await overrides.undo(act, swap.batch ?? "", may)
  const undone: Swap = { ...swap, state: "undone" }
  await act.tables.swaps.put(undone)
  await cards.told(
    act,
    undone,
    parties.filter((each) => each !== me.person.id),
  )
  return undone
}

/** The clock has come to the first shift of a swap that nobody agreed to. */
export const lapse = async (act: Act, swap: Swap): Promise<void> => {
  const lapsed: Swap = { ...swap, state: "lapsed", askedId: null, dueAt: null }
  await act.tables.swaps.put(lapsed)
  await cards.close(act, swap, lapsed)
  await cards.told(act, lapsed, [swap.by])
}
