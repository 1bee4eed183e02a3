import type { Incident } from "./incident.ts"
import { begunAnew } from "./ladder.ts"
import type { Instant } from "./time.ts"

/** Somebody has it; where somebody has it already, they join. */
export const takenBy = (it: Incident, personId: string, now: Instant): Incident => ({
  ...it,
  state: "taken",
  holder: it.holder ?? { personId, at: now, heardAt: now, acting: false },
  acknowledged: [...it.acknowledged, { personId, at: now }],
  clocks: it.clocks.map((clock) =>
    clock.do === "incident.report" && clock.done === null
      ? { ...clock, done: { by: personId, at: now, link: null } }
      : clock,
  ),
})

/** Somebody who was called says: not me. */
export const passedBy = (it: Incident, personId: string, now: Instant): Incident => ({
  ...it,
  called: it.called.map((each) => (each.personId === personId ? { ...each, passedAt: now } : each)),
})

/** Somebody takes back that they have it: whoever acknowledged before them has it, or nobody. */
export const takenBackBy = (it: Incident, personId: string, now: Instant): Incident => {
  const mine = it.acknowledged.find((each) => each.personId === personId)
  const freed = mine === undefined ? it : { ...it, clocks: runningAgain(it, mine) }
  return withoutThem(freed, personId, now)
}

/** Closing is taken back: whoever had it has it again. */
export const reopened = (it: Incident): Incident => ({
  ...it,
  closed: null,
  state: it.holder === null ? "open" : "taken",
  clocks: it.closed === null ? it.clocks : runningAgain(it, { personId: it.closed.by, at: it.closed.at }),
})

/** What nothing but this word had ended goes on. */
const runningAgain = (
  { clocks }: Incident,
  { personId, at }: { readonly personId: string; readonly at: Instant },
): Incident["clocks"] =>
  clocks.map((clock) =>
    clock.done?.by === personId && clock.done.at === at && clock.done.link === null
      ? { ...clock, done: null }
      : clock,
  )

const withoutThem = (it: Incident, personId: string, now: Instant): Incident => {
  const acknowledged = it.acknowledged.filter((each) => each.personId !== personId)
  const [first] = acknowledged
  if (first === undefined) return { ...it, acknowledged, state: "open", holder: null }
  if (it.holder?.personId === first.personId) return { ...it, acknowledged }
  return { ...it, acknowledged, holder: { ...first, heardAt: now, acting: false } }
}

/** Somebody is not there any more: it passes to whoever acknowledged next; where nobody did, all are called anew. */
export const leftBy = (it: Incident, personId: string, now: Instant): Incident => {
  const after = withoutThem(it, personId, now)
  return after.state === "open" ? fallenSilent(after, now) : after
}

/** Whoever had it has said nothing for too long: it is open again, and everybody is called anew. */
export const fallenSilent = (it: Incident, now: Instant): Incident => ({
  ...it,
  state: "open",
  holder: null,
  acknowledged: [],
  climb: begunAnew(it.climb, now),
})

/** Whoever has it says that they are still at it. */
export const heardStill = (it: Incident, now: Instant): Incident => ({
  ...it,
  holder: it.holder === null ? null : { ...it.holder, heardAt: now },
})

/** Somebody said how it goes: nobody else is woken until news is asked for again. */
export const heardNews = (it: Incident, personId: string, now: Instant): Incident => ({
  ...it,
  holder: it.holder?.personId === personId ? { ...it.holder, heardAt: now, acting: true } : it.holder,
  askAt: it.askEvery === null ? null : now + it.askEvery,
})

/** News is asked for: from now on whoever has it is waited for, as when they had just taken it. */
export const askedForNews = (it: Incident, askAt: Instant, askEvery: number, now: Instant): Incident => {
  const missed = Math.floor((now - askAt) / askEvery) + 1
  const holder = it.holder === null ? null : { ...it.holder, acting: false, heardAt: now }
  return { ...it, askAt: askAt + missed * askEvery, holder }
}

/** It passes to whoever is on duty now, with everything that was acknowledged. */
export const handedTo = (
  it: Incident,
  holder: NonNullable<Incident["holder"]>,
  personId: string,
  now: Instant,
): Incident => ({
  ...it,
  holder: { ...holder, personId, at: now, heardAt: now },
  acknowledged: [{ personId, at: now }, ...it.acknowledged.filter((each) => each.personId !== personId)],
})
