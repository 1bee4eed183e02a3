import { begun, type Checkin, declined, missed, notThere, waiting } from "../../rules/checkin.ts"
import { isHere, type Person, type Role } from "../../rules/person.ts"
import { minutes } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import type { Member } from "../people.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { onDuty } from "../roster.ts"
import * as groups from "../groups.ts"
import * as officers from "../officers.ts"
import * as outbox from "../outbox.ts"
import * as overrides from "../shifts/overrides.ts"
import * as units from "../units.ts"
import { call, endOfShift, nameOf, refresh, refreshGap, shown } from "./cards.ts"
import { replan, timesOf } from "./planning.ts"

const canBeReached = ({ chat, reachable }: Person): boolean => chat !== null && reachable

/** Who did not check in is absent: the deputies on duty are asked to step in, or the leader is told at once. */
export const miss = async (act: Act, row: Checkin): Promise<void> => {
  const times = await timesOf(act, row.unitId)
  if (times === null) return act.tables.checkins.put(waiting({ ...row, state: "void" }))
  if (row.layer !== "duty") {
    await act.tables.checkins.put(notThere(row))
    return refresh(act, row.id)
  }
  const deputies = (await onDuty(act, row.unitId, "deputy", act.now)).filter(
    (person) => person.id !== row.personId && isHere(person, act.now) && canBeReached(person),
  )
  const ids = deputies.map(({ id }) => id)
  const absent = missed(row, ids, times, act.now)
  await act.tables.checkins.put(absent)
  await refresh(act, row.id)
  for (const id of ids) await call(act, absent, id, false)
  if (ids.length === 0) await raise(act, absent)
}

const LEADING: readonly Role[] = ["leader", "chief", "supervisor"]

/** The leaders on duty, else those in charge, else whoever leads above; those who can be reached. */
const leadersFor = async (act: Act, row: Checkin): Promise<readonly string[]> => {
  const fit = (found: readonly Person[]) =>
    found.filter((person) => person.id !== row.personId && isHere(person, act.now) && canBeReached(person))
  const rostered = fit(await onDuty(act, row.unitId, "leader", act.now))
  if (rostered.length > 0) return rostered.map(({ id }) => id)
  for (const unitId of await units.path(act, row.unitId))
    for (const role of LEADING) {
      const found = fit(await people.holding(act, unitId, [role]))
      if (found.length > 0) return found.map(({ id }) => id)
    }
  return []
}

/** Nobody has stepped in: the leader in charge hears of it, at any hour. */
export const raise = async (act: Act, row: Checkin): Promise<void> => {
  if (row.gap === null) return
  const ids = await leadersFor(act, row)
  const times = await timesOf(act, row.unitId)
  // As long as no leader can be reached the next look finds whoever can be by then.
  const raiseAt = ids.length === 0 && times !== null ? act.now + times.each : null
  const told = waiting({ ...row, gap: { ...row.gap, raiseAt, told: ids } })
  await act.tables.checkins.put(told)
  if (ids.length === 0) await alarm(act, told)
  // Somebody who was asked as a deputy has a card already; as a leader they get another.
  for (const id of ids.filter((each) => !row.gap?.asked.some(({ personId }) => personId === each)))
    await call(act, told, id, true)
  await refreshGap(act, told)
}

/** No leader can be reached: said once in the nearest group, the unit's own first, and to whoever looks after it. */
const alarm = async (act: Act, row: Checkin): Promise<void> => {
  const text = act.text.checkin.nobodyLeads(await shown(act, row))
  const key = `checkin-gap:${row.id}:nobody`
  for (const unitId of await units.path(act, row.unitId)) {
    const chats = await groups.ofUnit(act, unitId)
    for (const { id, topic } of chats)
      await outbox.post(act, {
        to: { kind: "chat", id, topic },
        lane: "emergency",
        key: `${key}:${id}`,
        body: { text },
        keptUntil: row.to,
      })
    if (chats.length > 0) return
  }
  await officers.tell(act, row.unitId, { key, lane: "emergency", text, except: row.personId })
}

/** The shift somebody was asked to step into, as long as it is theirs to answer. */
const openGap = async (act: Act, me: Member, id: string): Promise<Checkin> => {
  const words = act.text.checkin
  const row = await act.tables.checkins.get(id)
  const asked = [...(row?.gap?.asked.map(({ personId }) => personId) ?? []), ...(row?.gap?.told ?? [])]
  if (row === null || !asked.includes(me.person.id)) throw new Refusal(words.notAsked)
  if (row.coveredBy !== null)
    throw new Refusal(
      row.coveredBy === me.person.id
        ? words.yoursAlready
        : words.coveredAlready(await nameOf(act, row.coveredBy)),
    )
  if (row.state === "late") throw new Refusal(words.cameAfterAll(await nameOf(act, row.personId)))
  if (row.state !== "absent" || row.over || row.to <= act.now) throw new Refusal(words.closed)
  return row
}

/** Somebody steps in: from now on to the end of the shift they are on duty. */
export const cover = async (act: Act, me: Member, id: string): Promise<string> => {
  const row = await openGap(act, me, id)
  const now = Math.floor(act.now / minutes(1)) * minutes(1)
  const to = await endOfShift(act, row)
  // What the roster says until the end of the shift.
  await overrides.put(act, row.unitId, "stand-in", [
    { layer: "duty", from: now, to, personId: me.person.id, forId: row.personId },
  ])
  const covered = waiting({ ...row, coveredBy: me.person.id, coveredAt: act.now })
  await act.tables.checkins.put(covered)
  const turn = {
    id: act.newId(),
    unitId: row.unitId,
    personId: me.person.id,
    layer: "duty" as const,
    from: now,
    to,
    askAt: now,
  }
  await act.tables.checkins.put(waiting({ ...begun(turn), state: "in", inAt: act.now }))
  await replan(act, row.unitId)
  await refresh(act, row.id)
  await refreshGap(act, covered)
  return act.text.checkin.youCover({ ...(await shown(act, row)), from: now, to })
}

/** Somebody who was asked will not; when nobody else is left the leader is told at once. */
export const decline = async (act: Act, me: Member, id: string): Promise<string> => {
  const row = await openGap(act, me, id)
  await act.tables.checkins.put(declined(row, me.person.id, act.now))
  return act.text.checkin.declined(await shown(act, row))
}
