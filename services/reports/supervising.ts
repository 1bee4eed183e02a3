import type { Act } from "../app.ts"
import * as units from "../units.ts"

/**
 * Whether a unit writes up what a rulebook wants reported: the highest one that the book binds, as long as there are units
 * below it. What a unit that stands alone has to report goes to an office that is not kept here.
 */
export const supervises = async (act: Act, unitId: string, bookId: string): Promise<boolean> => {
  const path = await units.above(act, unitId)
  const highest = path.findLast(({ rulebooks }) => rulebooks.includes(bookId)) ?? path.at(-1)
  if (highest?.id !== unitId || highest.dissolved) return false
  return (await act.tables.units.where("parent", unitId)).some(({ dissolved }) => !dissolved)
}
