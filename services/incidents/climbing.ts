import { goneUp, type Standing } from "../../rules/climbing.ts"
import type { Incident } from "../../rules/incident.ts"
import type { Step } from "../../rules/kinds/common.ts"
import type { Candidate, Climbed } from "../../rules/ladder.ts"
import type { Recipient } from "../../rules/outgoing.ts"
import type { Act } from "../app.ts"
import * as officers from "../officers.ts"
import { on } from "./callees.ts"
import { groupsAbove, groupsOf, toGroup, toPerson } from "./cards.ts"
import { deal, refresh, sound } from "./dealing.ts"
import { note } from "./notes.ts"
import { nameOf } from "./showing.ts"

const standingNow = async (act: Act, it: Incident): Promise<Standing> => {
  const found = new Map<Step, readonly Candidate[]>()
  for (const step of new Set(it.ladder.steps.flatMap(({ calls }) => calls)))
    found.set(step, await on(act, it, step))
  return found
}

/** Calls whoever is to be called by now, and raises the alarm when nobody is left. Puts nothing: gives the row back. */
export const climb = async (act: Act, before: Incident, moreHelp = false): Promise<Incident> => {
  const gone = goneUp(before, await standingNow(act, before), act.now, moreHelp)
  await record(act, before, gone)
  const ids = gone.fresh.map(({ personId }) => personId)
  const dealt = ids.length === 0 ? gone.after : await call(act, before, gone.after, ids)
  return gone.nobodyLeft ? sound(act, dealt, await alarmed(act, dealt), before.climb.round) : dealt
}

const record = async (act: Act, it: Incident, { calls, skipped, empty, nobodyLeft, climb: to }: Climbed) => {
  const round = nobodyLeft && calls.length === 0 ? to.round - 1 : to.round
  for (const { personId, step, hindered } of skipped)
    await note(act, it, { what: "skipped", personId, step, round, note: hindered })
  for (const step of empty) await note(act, it, { what: "nobody-on-step", step, round })
  if (nobodyLeft) await note(act, it, { what: "nobody-left", round: it.climb.round })
  for (const { personId, step } of calls) await note(act, it, { what: "called", personId, step, round })
}

/** Those who are called get a card; in a new round the groups get a new one too, so that it is seen. */
const call = async (
  act: Act,
  before: Incident,
  after: Incident,
  ids: readonly string[],
): Promise<Incident> => {
  const isNewRound = before.called.every(({ round }) => round < after.climb.round)
  const groups = isNewRound ? (await groupsOf(act, after)).map(toGroup) : []
  await refresh(act, { ...after, cards: others(after, [...ids, ...groups.map(({ id }) => id)]) })
  return deal(act, after, [...ids.map(toPerson), ...groups])
}

const others = ({ cards }: Incident, ids: readonly string[]): Incident["cards"] =>
  Object.fromEntries(Object.entries(cards).filter(([reader]) => !ids.includes(reader)))

/** Who hears that nobody is left: the offices above, in their group or else their officers; or at least whoever reported it. */
const alarmed = async (act: Act, it: Incident): Promise<readonly Recipient[]> => {
  const groups = await groupsAbove(act, it)
  if (groups.length > 0) return groups.map(toGroup)
  // A drill never leaves the unit.
  const ids = it.drill ? [] : await officers.of(act, it.unitId)
  return (ids.length > 0 ? ids : [it.raisedBy]).map(toPerson)
}

/** The names of those who were called in between. */
export const calledSince = async (
  act: Act,
  before: Pick<Incident, "called">,
  after: Incident,
): Promise<readonly string[]> => {
  const known = before.called.map(({ personId, round }) => `${personId}/${round}`)
  const fresh = after.called.filter(({ personId, round }) => !known.includes(`${personId}/${round}`))
  const names = []
  for (const { personId } of fresh) names.push(await nameOf(act, personId))
  return names
}
