import { createHash } from "node:crypto"
import { writeCalendar } from "../papers/calendar.ts"
import type { Feed } from "../rules/feed.ts"
import { isHere } from "../rules/person.ts"
import { type Shift, shiftKey } from "../rules/roster.ts"
import { days } from "../rules/time.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import * as people from "./people.ts"
import { shiftsOf } from "./roster.ts"
import { unitsOf } from "./shifts/lost.ts"
import * as units from "./units.ts"

/** How many links of one kind somebody may have; the oldest makes room for one more. */
const MOST = 5
const BEFORE = days(30)
const AHEAD = days(120)

/** The form of what a link ends with. */
export const CODE = /^[a-z0-9]{36}$/

const fingerprint = (code: string): string => createHash("sha256").update(code).digest("hex")

/** The links of somebody that stand, the oldest first: those to their own shifts, or to those of a unit. */
const standing = async (act: Act, by: string, unit: Unit | null): Promise<readonly Feed[]> =>
  (await act.tables.feeds.where("by", by))
    .filter(
      ({ revokedAt, personId, unitId }) =>
        revokedAt === null && (unit === null ? personId !== null : personId === null && unitId === unit.id),
    )
    .sort((a, b) => a.at - b.at)

/** Makes a private link; only its fingerprint is kept, so that nobody can read it from the store. */
export const issue = async (act: Act, me: people.Member, unit: Unit | null): Promise<string> => {
  if (unit !== null) await people.demand(act, me, "see", unit.id)
  const known = await standing(act, me.person.id, unit)
  for (const old of known.slice(0, Math.max(0, known.length - MOST + 1)))
    await act.tables.feeds.put({ ...old, revokedAt: act.now })
  const code = act.newId() + act.newId() + act.newId()
  await act.tables.feeds.put({
    id: fingerprint(code),
    personId: unit === null ? me.person.id : null,
    unitId: unit?.id ?? me.person.unitId,
    by: me.person.id,
    at: act.now,
    revokedAt: null,
  })
  return code
}

/** Revokes every link of somebody; gives back how many there were. */
export const revoke = async (act: Act, me: people.Member): Promise<number> => {
  const all = (await act.tables.feeds.where("by", me.person.id)).filter(({ revokedAt }) => revokedAt === null)
  for (const each of all) await act.tables.feeds.put({ ...each, revokedAt: act.now })
  return all.length
}

/** The calendar under a link as text; null for a link that never was, was revoked, or whose owner may not see it any more. */
export const read = async (act: Act, code: string): Promise<string | null> => {
  const feed = CODE.test(code) ? await act.tables.feeds.get(fingerprint(code)) : null
  const person = feed && (await act.tables.persons.get(feed.by))
  if (!feed || !person || feed.revokedAt !== null || !isHere(person, act.now)) return null
  const member = { person, roles: await people.rolesOf(act, person.id) }
  if (feed.personId === null && !(await people.may(act, member, "see", feed.unitId))) return null
  const unitIds = feed.personId === null ? [feed.unitId] : await unitsOf(act, person)
  const shifts: Shift[] = []
  for (const id of unitIds) shifts.push(...(await shiftsOf(act, id, act.now - BEFORE, act.now + AHEAD)))
  const own = shifts.filter(({ personId }) => feed.personId === null || personId === feed.personId)
  const words = act.text.feed
  const unit = await units.unit(act, feed.unitId)
  const entries = []
  for (const shift of own) {
    const who = (await act.tables.persons.get(shift.personId))?.name ?? ""
    const { name } = await units.unit(act, shift.unitId)
    const title =
      feed.personId === null
        ? words.ofUnit({ layer: shift.layer, who })
        : words.ofPerson({ layer: shift.layer, unit: name })
    entries.push({ id: `${shiftKey(shift)}@zhishou`, title, from: shift.from, to: shift.to })
  }
  const name = feed.personId === null ? words.unitCalendar(unit.name) : words.personCalendar(person.name)
  return writeCalendar({ name, now: act.now, entries })
}
