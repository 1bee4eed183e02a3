import { isAnswered, isOver } from "../../rules/incident.ts"
import { leftBy } from "../../rules/taking.ts"
import type { Act } from "../app.ts"
import { may, rolesOf } from "../people.ts"
import { groupsOf, tell, toGroup } from "./cards.ts"
import { climb } from "./climbing.ts"
import { refresh, silence } from "./dealing.ts"
import { keep, note } from "./notes.ts"
import { nameOf, shown } from "./showing.ts"

/** Somebody has left, or may deal with emergencies no longer: what they have goes back to the ladder. */
export const release = async (act: Act, personId: string): Promise<void> => {
  const person = await act.tables.persons.get(personId)
  if (!person) return
  const me = { person, roles: await rolesOf(act, personId) }
  for (const it of await act.tables.incidents.all()) {
    if (isOver(it) || !it.acknowledged.some((each) => each.personId === personId)) continue
    if (person.state === "active" && (await may(act, me, "incident.take", it.unitId))) continue
    await note(act, it, { what: "left", personId })
    const text = act.text.incident.leftIt(await shown(act, it), await nameOf(act, personId))
    for (const chat of await groupsOf(act, it))
      await tell(act, it, toGroup(chat), { key: `left:${personId}:${act.now}`, text })
    const freed = leftBy(it, personId, act.now)
    const open = freed.state === "open" ? await silence(act, freed) : freed
    const next = await keep(act, isAnswered(open) ? open : await climb(act, open))
    await refresh(act, next)
  }
}
