import { type Checkin, here, untimely } from "../../rules/checkin.ts"
import type { Act } from "../app.ts"
import type { Member } from "../people.ts"
import { Refusal } from "../refusal.ts"
import { cardOf, nameOf, refresh, refreshGap, shown } from "./cards.ts"
import { replan } from "./planning.ts"

/** Whoever comes on duty says that they are there; gives back their card as it stands then. */
export const checkIn = async (act: Act, me: Member, id: string | null) => {
  const found = id === null ? await nearest(act, me) : await act.tables.checkins.get(id)
  if (found === null) throw new Refusal(act.text.checkin.nothing)
  if (found.personId !== me.person.id)
    throw new Refusal(act.text.checkin.notYours(await nameOf(act, found.personId)))
  await replan(act, found.unitId)
  const row = (await act.tables.checkins.get(found.id)) ?? found
  await refuseUntimely(act, row)
  const next = here(row, act.now)
  await act.tables.checkins.put(next)
  if (row.state === "absent") await refreshGap(act, next)
  return cardOf(act, next)
}

/** The unit for which somebody is on duty now, else their own. */
export const unitOf = async (act: Act, { person }: Member): Promise<string> => {
  const own = await act.tables.checkins.where("person", person.id)
  const running = own.find(({ state, from, to }) => state !== "void" && from <= act.now && act.now < to)
  return running?.unitId ?? person.unitId
}

/** Puts the card of somebody's turn in a unit right; false where they have none. */
export const refreshOwn = async (act: Act, { person }: Member, unitId: string): Promise<boolean> => {
  const own = (await act.tables.checkins.where("open", unitId)).filter(
    ({ personId, state }) => personId === person.id && (state === "in" || state === "late"),
  )
  for (const { id } of own) await refresh(act, id)
  return own.length > 0
}

/** The turn that somebody means who names none: the one that waits for them, else the next. */
const nearest = async (act: Act, { person }: Member): Promise<Checkin | null> => {
  const own = [...(await act.tables.checkins.where("person", person.id))].sort((a, b) => a.from - b.from)
  const open = own.filter(({ over, state, to }) => !over && state !== "void" && to > act.now)
  return open.find((row) => untimely(row, act.now) === null) ?? open[0] ?? null
}

const refuseUntimely = async (act: Act, row: Checkin): Promise<void> => {
  const words = act.text.checkin
  const it = await shown(act, row)
  switch (untimely(row, act.now)) {
    case null:
      return
    case "early":
      throw new Refusal(words.early(it))
    case "twice":
      throw new Refusal(words.twice(it))
    case "covered":
      throw new Refusal(words.coveredAlready(it.cover ?? ""))
    case "over":
      throw new Refusal(words.closed)
    case "moved":
      throw new Refusal(words.moved(it))
  }
}
