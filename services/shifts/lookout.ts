import { ahead, type Hole, isArranged, type Lookout, newsIn } from "../../rules/coverage.ts"
import { isWatched } from "../../rules/life.ts"
import type { Person, Role } from "../../rules/person.ts"
import type { Plan } from "../../rules/roster.ts"
import { addDays, dayOf, hours, instantOf } from "../../rules/time.ts"
import { atWork } from "../../rules/times.ts"
import type { Act } from "../app.ts"
import { calendar } from "../calendar.ts"
import * as outbox from "../outbox.ts"
import * as people from "../people.ts"
import { leavesOf, planOf } from "../roster.ts"
import * as units from "../units.ts"
import { type Demand, demandsOn, holesOf } from "./demands.ts"

/** A hole that is so near is told at any hour. */
const NEAR = hours(24)

const MENDING: readonly (readonly Role[])[] = [
  ["information-officer", "administrator"],
  ["leader", "chief"],
  ["supervisor"],
]

/** Whoever is on leave today mends nothing. */
const isAway = async (act: Act, personId: string): Promise<boolean> =>
  (await leavesOf(act, personId)).some(({ from, to }) => from <= dayOf(act.now) && dayOf(act.now) <= to)

/** Who can mend a hole, is there and can be reached: those who arrange the roster, else who leads, in the unit or the nearest above. */
export const menders = async (act: Act, unitId: string): Promise<readonly Person[]> => {
  for (const id of await units.path(act, unitId))
    for (const roles of MENDING) {
      const found: Person[] = []
      for (const person of await people.holding(act, id, roles))
        if (person.chat !== null && person.reachable && !(await isAway(act, person.id))) found.push(person)
      if (found.length > 0) return found
    }
  return []
}

const nextLook = async (act: Act, unitId: string): Promise<number> => {
  const { digest } = await units.times(act, unitId)
  const today = dayOf(act.now)
  const at = instantOf(today, digest)
  return at > act.now ? at : instantOf(addDays(today, 1), digest)
}

const lookoutOf = async (act: Act, unitId: string): Promise<Pick<Lookout, "told" | "seenUntil">> =>
  (await act.tables.lookouts.get(unitId)) ?? { told: [], seenUntil: act.now }

const keep = async (act: Act, unitId: string, told: readonly Hole[], bare: boolean): Promise<void> => {
  const known = (await act.tables.lookouts.get(unitId))?.bareSince ?? act.now
  await act.tables.lookouts.put({
    id: unitId,
    told,
    seenUntil: ahead(act.now).to,
    bareSince: bare ? known : null,
    dueAt: await nextLook(act, unitId),
  })
}

/** Tells whoever can mend them of holes; in working hours, unless one is near. */
const tell = async (act: Act, unitId: string, holes: readonly Hole[]): Promise<void> => {
  const unit = await units.unit(act, unitId)
  const [demand] = await demandsOn(act, unitId)
  const near = holes.some(({ from }) => from - act.now < NEAR)
  const dueAt = near ? act.now : atWork(await calendar(act), await units.times(act, unitId), act.now)
  for (const { id } of await menders(act, unitId))
    await outbox.post(act, {
      to: { kind: "person", id },
      lane: "notice",
      dueAt,
      body: {
        text: act.text.coverage.told({ unit: unit.name, holes, source: demand?.source ?? null }),
        buttons: [[{ label: act.text.roster.buttons.show, press: `roster unit=${unitId}` }]],
      },
    })
}

/** Whether nobody at all is arranged for accounts that somebody has to watch at every hour. */
export const isBare = async (
  act: Act,
  unitId: string,
  plan: Plan,
  demands: readonly Demand[],
): Promise<boolean> =>
  demands.some(({ cover }) => cover === "around the clock") &&
  !isArranged(plan, act.now) &&
  (await act.tables.accounts.where("unit", unitId)).some(isWatched)

/** Looks for holes once a day, also on days of rest: whoever can mend a new one hears of it, once. */
export const run = async (act: Act, { id }: Lookout): Promise<void> => look(act, id, false)

/** The same after a change; whoever arranges the roster and made it has seen what it does. */
export const look = async (act: Act, unitId: string, seen: boolean): Promise<void> => {
  const plan = await planOf(act, unitId)
  const demands = await demandsOn(act, unitId)
  const holes = await holesOf(act, plan, demands)
  const news = newsIn(holes, await lookoutOf(act, unitId))
  // Where nobody was ever arranged the digest speaks of it, once and then weekly.
  const bare = await isBare(act, unitId, plan, demands)
  if (news.length > 0 && !seen && !bare) await tell(act, unitId, news)
  await keep(act, unitId, holes, bare)
}
