import { handedTo } from "../../rules/taking.ts"
import type { Act } from "../app.ts"
import { onDuty } from "../roster.ts"
import { toPerson } from "./cards.ts"
import { deal, refresh } from "./dealing.ts"
import { keep, note } from "./notes.ts"

/**
 * A shift begins: what those of the shift before have, and are not on duty for any more, passes to whoever is on duty
 * now, with everything that was acknowledged. What a leader has stays with the leader.
 */
export const handOn = async (
  act: Act,
  unitId: string,
  before: readonly string[],
  personId: string,
): Promise<void> => {
  const still = (await onDuty(act, unitId, "duty", act.now)).map(({ id }) => id)
  for (const it of await act.tables.incidents.where("open", unitId)) {
    const { holder } = it
    if (holder === null || !before.includes(holder.personId) || still.includes(holder.personId)) continue
    await note(act, it, { what: "handed-on", personId })
    const handed = handedTo(it, holder, personId, act.now)
    // Their own card rings; those that are known say who has it now.
    const dealt = await deal(act, handed, [toPerson(personId)])
    await refresh(act, dealt)
    await keep(act, dealt)
  }
}
