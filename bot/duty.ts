import { dayOf, hours, type Instant, timeOf } from "../rules/time.ts"
import type { Act } from "../services/app.ts"
import * as people from "../services/people.ts"
import * as rotas from "../services/shifts/rotas.ts"
import { cast } from "./county.ts"

/** The next full hour: whoever starts the playground sees somebody check in within the hour. */
const nextHour = (now: Instant): Instant => (Math.floor(now / hours(1)) + 1) * hours(1)

/**
 * From the next full hour on the operator and the leader of the county office take twelve hours each, and change places
 * each week, so that there is a shift to check in for and one to swap.
 */
export const onTurns = async (turn: Act): Promise<void> => {
  const [operator, leader] = cast.people
  const zhang = await people.memberOf(turn, `telegram:${operator.id}`)
  const li = await people.memberOf(turn, `telegram:${leader.id}`)
  if (!zhang || !li) throw new Error("the county has lost its cast")
  const begins = nextHour(turn.now)
  const [first, second] = [timeOf(begins), timeOf(begins + hours(12))]
  await rotas.setUp({ ...turn, by: zhang.person.id }, zhang, {
    unitId: zhang.person.unitId,
    layer: "duty",
    days: "every day",
    hours: [
      { start: first, end: second },
      { start: second, end: first },
    ],
    groups: [
      [zhang.person, li.person],
      [li.person, zhang.person],
    ],
    turn: 7,
    from: dayOf(begins),
    beside: false,
  })
}
