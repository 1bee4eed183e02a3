import type { Departure } from "../../rules/departure.ts"
import { type Handover, isOpen } from "../../rules/handover.ts"
import type { Obligation } from "../../rules/obligation.ts"
import { isHere, isStaying, type Person } from "../../rules/person.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import * as units from "../units.ts"

/** Who confirms that an account has changed hands: who leads the unit or the nearest above, never one of the two. */
export const confirmersOf = async (
  act: Act,
  { unitId, personId, receiverId }: Pick<Handover, "unitId" | "personId" | "receiverId">,
): Promise<readonly Person[]> => {
  for (const { id } of await units.above(act, unitId))
    for (const role of ["leader", "chief", "supervisor"] as const) {
      const found = await people.holding(act, id, [role])
      const others = found.filter((each) => each.id !== personId && each.id !== receiverId)
      if (others.length > 0) return others
    }
  return []
}

/** Who has to do something for what somebody's leaving asks of an account; nobody in particular once it is handed over. */
export const readersOf = async (act: Act, row: Obligation): Promise<readonly Person[]> => {
  if (row.personId === null || row.accountId === null) return []
  const of = (await act.tables.handovers.where("account", row.accountId)).find(
    (each) => each.personId === row.personId && isOpen(each),
  )
  if (!of) return []
  if (of.state === "confirming" && row.act === "handover.finish") return confirmersOf(act, of)
  const both = [await act.tables.persons.get(of.personId), await act.tables.persons.get(of.receiverId)]
  return both.filter((person) => person !== null).filter((person) => isHere(person, act.now))
}

/** Who sees to it that a departure is carried out: whoever entered it, else the nearest officer. */
export const officerOf = async (
  act: Act,
  { by, personId, unitId }: Pick<Departure, "by" | "personId" | "unitId">,
): Promise<Person | null> => {
  const fits = (person: Person | null): person is Person =>
    person !== null && person.id !== personId && isStaying(person)
  const entered = await act.tables.persons.get(by)
  if (fits(entered)) return entered
  for (const { id } of await units.above(act, unitId)) {
    const [first] = (await people.holding(act, id, ["administrator", "supervisor"])).filter(fits)
    if (first) return first
  }
  return null
}
