import type { Account } from "../rules/account.ts"
import { isWatched } from "../rules/life.ts"
import { dayOf } from "../rules/time.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import * as occasions from "./occasions.ts"
import * as units from "./units.ts"

/**
 * What a rulebook asks of accounts that are older than it. It is counted from the day on which the book came in force; one
 * without a date from the day on which the unit came under it.
 */
export const note = async (act: Act, account: Account): Promise<void> => {
  const { unitId, id: accountId, openedOn } = account
  if (!isWatched(account) || openedOn === null) return
  const { started } = await bindings.duties(act, unitId, account)
  const books = new Map((started["rulebook.in-force"] ?? []).map(({ book }) => [book.id, book]))
  for (const book of books.values()) {
    const happened = { kind: "rulebook.in-force" as const, unitId, accountId, book: book.id }
    const known = await act.tables.occasions.get(occasions.idOf(happened))
    if (known !== null) continue
    const on = book.inForceFrom ?? (await metOn(act, unitId, book.id)) ?? dayOf(act.now)
    if (openedOn < on) await occasions.happen(act, { ...happened, on })
  }
}

/** Notes that a unit stands under a book that has no date of its own, and since when. */
export const meet = async (act: Act, unitId: string): Promise<void> => {
  const { started } = await bindings.duties(act, unitId, null)
  for (const { book } of started["rulebook.in-force"] ?? []) {
    if (book.inForceFrom !== undefined || (await metOn(act, unitId, book.id)) !== null) continue
    const kind = "rulebook.in-force" as const
    const id = occasions.idOf({ kind, unitId, book: book.id })
    const nothing = { accountId: null, personId: null, dueOn: null, note: null }
    const on = dayOf(act.now)
    await act.tables.occasions.put({
      ...nothing,
      id,
      kind,
      on,
      unitId,
      book: book.id,
      by: act.by,
      at: act.now,
    })
  }
}

/**
 * Since when the unit, or an account of it, has been known under a book that has no date of its own. What was noted of the
 * unit itself is as old as anything of its accounts, for it is noted only where nothing else is.
 */
const metOn = async (act: Act, unitId: string, book: string): Promise<string | null> =>
  (await metIn(act, unitId, book, "unitItself")) ?? (await metIn(act, unitId, book, "unit"))

const metIn = async (
  act: Act,
  unitId: string,
  book: string,
  index: "unitItself" | "unit",
): Promise<string | null> => {
  const days: string[] = []
  for (const unit of await units.path(act, unitId))
    for (const each of await act.tables.occasions.where(index, unit))
      if (each.kind === "rulebook.in-force" && each.book === book && typeof each.on === "string")
        days.push(each.on)
  return days.sort()[0] ?? null
}
