import type { Person } from "../rules/person.ts"
import type { StandIn } from "../rules/standin.ts"
import type { Act } from "./app.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"

type Wanted = Pick<StandIn, "unitId" | "role" | "from" | "to" | "paper"> & {
  readonly forPerson: Person
  readonly person: Person
}

/** Keeps a written stand-in; it gives no right beyond the levels that its role decides. */
export const record = async (
  act: Act,
  me: people.Member,
  { forPerson, person, ...wanted }: Wanted,
): Promise<StandIn> => {
  await people.demand(act, me, "person.appoint", wanted.unitId)
  const words = act.text.opening.standIn
  const holders = await people.holding(act, wanted.unitId, [wanted.role])
  if (!holders.some(({ id }) => id === forPerson.id))
    throw new Refusal(words.notHolding(forPerson.name, act.text.people.roles[wanted.role]))
  if (person.id === forPerson.id) throw new Refusal(words.himself)
  if (wanted.to < wanted.from) throw new Refusal(words.backwards(wanted.from, wanted.to))
  const standIn: StandIn = {
    ...wanted,
    id: act.newId(),
    forId: forPerson.id,
    personId: person.id,
    by: act.by,
    at: act.now,
    endedAt: null,
  }
  await act.tables.standIns.put(standIn)
  return standIn
}
