import type { Lane } from "../rules/outgoing.ts"
import type { Role } from "../rules/person.ts"
import type { Act } from "./app.ts"
import { post } from "./outbox.ts"

/** Who can mend what cannot be delivered: the supervising officers; where there are none, those who lead. */
const MENDING: readonly (readonly Role[])[] = [["supervisor"], ["leader", "chief"], ["administrator"]]

/** A tree of units is never deeper. */
const DEEPEST = 20

const pathOf = async (act: Act, unitId: string): Promise<readonly string[]> => {
  const path: string[] = []
  let next: string | null = unitId
  while (next !== null && path.length < DEEPEST) {
    path.push(next)
    next = (await act.tables.units.get(next))?.parentId ?? null
  }
  return path
}

/** The people with one of these roles in the nearest unit upwards that has any who can be reached. */
const nearest = async (
  act: Act,
  path: readonly string[],
  roles: readonly Role[],
  except: string | null,
): Promise<readonly string[]> => {
  for (const unitId of path) {
    const held = await act.tables.roles.where("unit", unitId)
    const ids = held.filter(({ role, until }) => until === null && roles.includes(role))
    const found = new Set<string>()
    for (const { personId } of ids) {
      const person = await act.tables.persons.get(personId)
      const fit = person?.state === "active" && person.chat !== null && person.reachable
      if (fit && person.id !== except) found.add(person.id)
    }
    if (found.size > 0) return [...found]
  }
  return []
}

interface News {
  /** Each officer hears it once under this key. */
  readonly key: string
  readonly lane: Lane
  readonly text: string
  /** Whom it is about. */
  readonly except: string | null
}

/** Tells the supervising officers of a unit, or of the units above it. */
export const tell = async (act: Act, unitId: string, news: News): Promise<void> => {
  const path = await pathOf(act, unitId)
  let ids: readonly string[] = []
  for (const roles of MENDING) {
    if (ids.length === 0) ids = await nearest(act, path, roles, news.except)
  }
  const lane = news.lane === "emergency" ? "emergency" : "notice"
  for (const id of ids) {
    await post(act, {
      key: `${news.key}/${id}`,
      to: { kind: "person", id },
      lane,
      body: { text: news.text },
    })
  }
}
