import { isOpen, type Obligation } from "../../rules/obligation.ts"
import { type Person, Role } from "../../rules/person.ts"
import { dayOf } from "../../rules/time.ts"
import { lasting } from "../../rules/turns.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import * as duties from "../duties.ts"
import * as people from "../people.ts"
import * as settling from "../settling.ts"
import * as handshakes from "./handshakes.ts"

/** Once its time has come in a period, those who have to be within reach get one message to answer, and the test is held. */
export const begin = async (act: Act, row: Obligation): Promise<void> => {
  if (row.act !== "reachability.test" || !isOpen(row) || row.phase === "open" || row.phase === "scheduled")
    return
  const { again } = await bindings.duties(act, row.unitId, null)
  const [late] = again.find(({ rule }) => rule.do === row.act)?.rule.late ?? []
  const persons = await reachable(act, row)
  if (late?.after === undefined || persons.length === 0) return
  for (const { id } of persons)
    if (!(await isTested(act, id)))
      await handshakes.test(act, row.unitId, id, { within: lasting(late.after), tell: late.tell })
  const note = act.text.handshake.held(persons.length)
  await settling.settle(act, row, { on: dayOf(act.now), proof: null, note })
}

/** Who has to be within reach for a unit: its own, or whoever looks after it from above. */
const reachable = async (act: Act, row: Obligation): Promise<readonly Person[]> => {
  const role = Role.safeParse(row.who)
  const own = await people.holding(act, row.unitId, [role.success ? role.data : "administrator"])
  if (own.length > 0) return own
  const readers = await duties.readersOf(act, row)
  return readers?.kind === "people" ? readers.persons : []
}

/** Whoever looks after several units is asked once for all of them. */
const isTested = async (act: Act, personId: string): Promise<boolean> =>
  (await act.tables.handshakes.where("person", personId)).some(
    ({ kind, askedAt }) => kind === "test" && askedAt >= act.now,
  )
