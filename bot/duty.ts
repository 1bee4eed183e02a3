import { addDays, dayOf } from "../rules/time.ts"
import type { Act } from "../services/app.ts"
import * as people from "../services/people.ts"
import * as rotas from "../services/shifts/rotas.ts"
import { cast } from "./county.ts"

/** From tomorrow on the operator and the leader of the county office take day and night in turn, so that there is something to swap. */
export const onTurns = async (turn: Act): Promise<void> => {
  const [operator, leader] = cast.people
  const zhang = await people.memberOf(turn, `telegram:${operator.id}`)
  const li = await people.memberOf(turn, `telegram:${leader.id}`)
  if (!zhang || !li) throw new Error("the county has lost its cast")
  await rotas.setUp({ ...turn, by: zhang.person.id }, zhang, {
    unitId: zhang.person.unitId,
    layer: "duty",
    days: "every day",
    hours: [
      { start: "08:00", end: "20:00" },
      { start: "20:00", end: "08:00" },
    ],
    groups: [
      [zhang.person, li.person],
      [li.person, zhang.person],
    ],
    turn: 1,
    from: addDays(dayOf(turn.now), 1),
    beside: false,
  })
}
