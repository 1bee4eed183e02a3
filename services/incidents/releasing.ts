import { type Incident, isAnswered, isOver } from "../../rules/incident.ts"
import { leftBy } from "../../rules/taking.ts"
import type { Act } from "../app.ts"
import { may, rolesOf } from "../people.ts"
import { groupsOf, tell, toGroup, toPerson } from "./cards.ts"
import { climb } from "./climbing.ts"
import { deal, refresh, silence } from "./dealing.ts"
import { keep, note } from "./notes.ts"
import { nameOf, shown } from "./showing.ts"

/** Whoever has it now hears of it by a card of their own; as long as too few have it, others are called. */
const goOn = async (act: Act, before: Incident, freed: Incident): Promise<Incident> => {
  const { holder } = freed
  const isNew = holder !== null && holder.personId !== before.holder?.personId
  const dealt = isNew ? await deal(act, freed, [toPerson(holder.personId)]) : freed
  const quiet = dealt.state === "open" ? await silence(act, dealt) : dealt
  return isAnswered(quiet) ? quiet : climb(act, quiet)
}

/** Somebody has left, or may deal with emergencies no longer: what they have goes back to the ladder. */
export const release = async (act: Act, personId: string): Promise<void> => {
  const person = await act.tables.persons.get(personId)
  if (!person) return
  const me = { person, roles: await rolesOf(act, personId) }
  for (const it of await act.tables.incidents.all()) {
    if (isOver(it) || !it.acknowledged.some((each) => each.personId === personId)) continue
    if (person.state === "active" && (await may(act, me, "incident.take", it.unitId))) continue
    await note(act, it, { what: "left", personId })
    const freed = leftBy(it, personId, act.now)
    const { holder } = freed
    const heir = holder === null ? null : await nameOf(act, holder.personId)
    const text = act.text.incident.leftIt(await shown(act, it), await nameOf(act, personId), heir)
    for (const chat of await groupsOf(act, it))
      await tell(act, it, toGroup(chat), { key: `left:${personId}:${act.now}`, text })
    const next = await keep(act, await goOn(act, it, freed))
    await refresh(act, next)
  }
}
