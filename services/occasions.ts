import type { Obligation } from "../rules/obligation.ts"
import type { Occasion } from "../rules/occasion.ts"
import type { Act } from "./app.ts"
import * as obligations from "./obligations.ts"
import * as overdue from "./overdue.ts"
import { Refusal } from "./refusal.ts"

type Happened = Pick<Occasion, "kind" | "on" | "unitId"> &
  Partial<
    Pick<Occasion, "accountId" | "personId" | "book" | "dueOn" | "followers" | "parts" | "given" | "note">
  > & {
    /** Tells apart what can happen to one account more than once. */
    readonly nth?: string
  }

/** Under which id an occasion is noted. */
export const idOf = ({ kind, unitId, accountId, personId, book, nth }: Omit<Happened, "on">): string =>
  [kind, personId ?? accountId ?? unitId, book, nth]
    .filter((part) => part !== null && part !== undefined)
    .join("/")

/**
 * Notes that something happened, and opens what the rules tie to it. What is noted already under the same id is put
 * right instead. Gives back the obligations as they stand.
 */
export const happen = async (act: Act, { nth, ...happened }: Happened): Promise<readonly Obligation[]> => {
  const id = idOf({ ...happened, ...(nth === undefined ? {} : { nth }) })
  const known = await act.tables.occasions.get(id)
  const occasion: Occasion = {
    accountId: null,
    personId: null,
    book: null,
    dueOn: null,
    note: null,
    ...happened,
    id,
    by: known?.by ?? act.by,
    at: known?.at ?? act.now,
    ...(known?.corrected === undefined ? {} : { corrected: known.corrected }),
  }
  await act.tables.occasions.put(occasion)
  const rows = await obligations.start(act, occasion)
  await overdue.tellUrgent(act, rows)
  return rows
}

/** Refuses to put a day of what was noted right by oneself, where that would turn late into in time. */
export const refuseMending = async (act: Act, { nth, ...happened }: Happened): Promise<void> => {
  const known = await act.tables.occasions.get(idOf({ ...happened, ...(nth === undefined ? {} : { nth }) }))
  if (known !== null && (await obligations.wouldMend(act, { ...known, ...happened })))
    throw new Refusal(act.text.redate.mends)
}

/** It did not happen after all: what it had started loses its cause. */
export const unhappen = async (act: Act, id: string): Promise<void> => {
  await act.tables.occasions.remove(id)
  for (const row of await act.tables.obligations.where("occasion", id)) await obligations.end(act, row)
}
