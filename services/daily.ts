import { type Doing, doingOf } from "../rules/acts.ts"
import { closed } from "../rules/lifecycle.ts"
import { isOpen, type Obligation } from "../rules/obligation.ts"
import { addDays } from "../rules/time.ts"
import type { Act } from "./app.ts"
import { keep } from "./obligations.ts"

const isDaily = ({ act }: Pick<Obligation, "act">): boolean => {
  const { daily }: Doing = doingOf(act)
  return daily === true
}

const miss = async (act: Act, row: Obligation): Promise<void> => {
  await keep(act, closed({ ...row, again: false }, "missed", act.now))
}

/** What was left out on an earlier day cannot be made up for any more: it stays on record as missed. */
export const missBefore = async (act: Act, { act: of, unitId, due }: Obligation): Promise<void> => {
  for (const row of await act.tables.obligations.where("open", unitId))
    if (row.act === of && row.due !== null && due !== null && row.due.day < due.day) await miss(act, row)
}

/** A day that went by without it is seen until the next one is over, so that no pile of them grows. */
export const lapse = async (act: Act, rows: readonly Obligation[]): Promise<void> => {
  const over = rows
    .filter((row) => isDaily(row) && isOpen(row) && (row.due?.at ?? Infinity) <= act.now)
    .sort((a, b) => (a.due?.at ?? 0) - (b.due?.at ?? 0))
  for (const [index, row] of over.entries())
    if (over.slice(index + 1).some((later) => later.act === row.act)) await miss(act, row)
}

/** Whether somebody was told of the day before already: they are not told again of each day. */
export const goesOn = async (act: Act, row: Obligation): Promise<boolean> => {
  if (!isDaily(row) || row.due === null) return false
  const before = addDays(row.due.day, -1)
  return (await act.tables.obligations.where("unit", row.unitId)).some(
    ({ act: of, due, settled, late }) =>
      of === row.act && due?.day === before && settled === null && late.some(({ told }) => told),
  )
}
