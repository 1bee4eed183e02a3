import type { Lane } from "../rules/outgoing.ts"
import type { Role } from "../rules/person.ts"
import type { Act } from "./app.ts"
import { post } from "./outbox.ts"
import * as people from "./people.ts"
import * as units from "./units.ts"

/** Who can mend what cannot be delivered: the supervising officers; where there are none, those who lead. */
const MENDING: readonly (readonly Role[])[] = [["supervisor"], ["leader", "chief"], ["administrator"]]

interface News {
  /** Each officer hears it once under this key. */
  readonly key: string
  readonly lane: Lane
  readonly text: string
  /** Whom it is about. */
  readonly except: string | null
}

/** The people with one of these roles in the nearest unit upwards that has any who can be reached. */
const nearest = async (
  act: Act,
  path: readonly string[],
  roles: readonly Role[],
  except: string | null,
): Promise<readonly string[]> => {
  for (const unitId of path) {
    const found = await people.holding(act, unitId, roles)
    const fit = found.filter(({ id, chat, reachable }) => id !== except && chat !== null && reachable)
    if (fit.length > 0) return fit.map(({ id }) => id)
  }
  return []
}

/** The supervising officers of a unit, or of the units above it; where there are none, whoever leads or administers. */
export const of = async (
  act: Act,
  unitId: string,
  except: string | null = null,
): Promise<readonly string[]> => {
  const path = await units.path(act, unitId)
  let ids: readonly string[] = []
  for (const roles of MENDING) if (ids.length === 0) ids = await nearest(act, path, roles, except)
  return ids
}

/** Tells them what they can mend. */
export const tell = async (act: Act, unitId: string, news: News): Promise<void> => {
  const ids = await of(act, unitId, news.except)
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
