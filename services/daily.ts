import { type Doing, doingOf } from "../rules/acts.ts"
import { closed } from "../rules/lifecycle.ts"
import type { Obligation } from "../rules/obligation.ts"
import { addDays, type Day } from "../rules/time.ts"
import type { Act } from "./app.ts"
import { keep } from "./obligations.ts"

type Daily = Pick<Obligation, "act" | "unitId" | "due">

const isDaily = ({ act }: Daily): boolean => {
  const { daily }: Doing = doingOf(act)
  return daily === true
}

/** What was left out before a day cannot be made up for any more: it stays on record as missed. */
export const missBefore = async (act: Act, { act: of, unitId }: Daily, day: Day): Promise<void> => {
  for (const row of await act.tables.obligations.where("open", unitId))
    if (row.act === of && row.due !== null && row.due.day < day)
      await keep(act, closed({ ...row, again: false }, "missed", act.now))
}

/** A day went by without it: it is seen until the next one is over, so that no pile of them grows. */
export const lapse = async (act: Act, row: Obligation): Promise<void> => {
  if (isDaily(row) && row.due !== null && (row.phase === "overdue" || row.phase === "escalated"))
    await missBefore(act, row, row.due.day)
}

/** Whether it was left out on the day before already: whoever was told then is not told again of each day. */
export const goesOn = async (act: Act, row: Daily): Promise<boolean> => {
  if (!isDaily(row) || row.due === null) return false
  const before = addDays(row.due.day, -1)
  return (await act.tables.obligations.where("unit", row.unitId)).some(
    ({ act: of, due, settled }) => of === row.act && due?.day === before && settled === null,
  )
}
