import { isRole, nextLevel } from "../../rules/procedure.ts"
import { type Day, dayOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as cards from "./cards.ts"
import { shown } from "./showing.ts"

/**
 * What waits for a person since an earlier day, a line each, for their digest: their own decisions every working day, what
 * an office outside is to answer once a week.
 */
export const linesFor = async (
  act: Act,
  personId: string,
  { today, weekly }: { readonly today: Day; readonly weekly: boolean },
): Promise<readonly string[]> => {
  const lines: string[] = []
  for (const procedure of await act.tables.procedures.where("state", "waiting")) {
    const next = nextLevel(procedure)
    if (next === null || dayOf(procedure.since) >= today || !(isRole(next.step) || weekly)) continue
    if (!(await cards.actors(act, procedure)).includes(personId)) continue
    lines.push(act.text.procedure.waitingSince(await shown(act, procedure), procedure.since))
  }
  return lines
}
