import type { Account } from "../rules/account.ts"
import type { Said, Source, Titled } from "../rules/owed.ts"
import {
  type BindingQuota,
  type Duties,
  dutiesFor,
  quotasFor,
  type Silences,
  silencesFor,
} from "../rules/binding.ts"
import type { Open } from "../rules/figure.ts"
import { figuresOf } from "../rules/figures.ts"
import type { Quantity } from "../rules/quantity.ts"
import { ownOfKey } from "../rules/ownkind.ts"
import { percentLeft as percentLeftOf } from "../rules/recurrence.ts"
import type { Cited, Stack } from "../rules/stack.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import { stackOf } from "./rulebooks.ts"
import * as units from "./units.ts"

/** A unit and what binds it: looked up once where several things are asked of the same account. */
export interface Bound {
  readonly unit: Unit
  readonly stack: Stack
}

export const boundOf = async (act: Act, { unitId }: Pick<Account, "unitId">): Promise<Bound> => {
  const unit = await units.unit(act, unitId)
  return { unit, stack: await stackOf(act, unit) }
}

/** The quotas that bind an account, whichever rulebooks they come from. */
export const quotas = async (act: Act, account: Account, bound?: Bound): Promise<readonly BindingQuota[]> => {
  const { unit, stack } = bound ?? (await boundOf(act, account))
  return quotasFor(stack, unit.kind, account.platform)
}

/** After how much silence an account is called dormant or a zombie. */
export const silences = async (act: Act, account: Account, bound?: Bound): Promise<Silences> => {
  const { unit, stack } = bound ?? (await boundOf(act, account))
  return silencesFor(stack, unit.kind, account.platform)
}

/** How a rule is cited. */
export const sourceOf = ({ book, rule }: Pick<Cited, "book" | "rule">): Source => ({
  title: book.title,
  titleEn: book.titleEn,
  article: rule.article,
  origin: rule.origin,
})

/** A rule, or a house figure, by its key; null when the rulebook no longer has it. */
const byKey = async (act: Act, key: string) => {
  const [bookId = "", id = ""] = key.split(":")
  const book = (await act.tables.rulebooks.get(bookId))?.book
  if (!book) return null
  const rule = book.rules.find((each) => each.id === id) ?? null
  const figure = book.figures.find((each) => each.id === id) ?? null
  return rule === null && figure === null ? null : { book, rule, figure }
}

/** How a rule is cited, from the key that rows carry. */
export const sourceOfKey = async (act: Act, key: string): Promise<Source | null> => {
  const own = ownOfKey(key)
  if (own !== null) return ownSource(act, own)
  const found = await byKey(act, key)
  if (found === null) return null
  const { book, rule } = found
  return rule === null
    ? { title: book.title, titleEn: book.titleEn, article: "", origin: "house" }
    : sourceOf({ book, rule })
}

const ownLine = async (act: Act, { tableId, n }: { readonly tableId: string; readonly n: number }) =>
  (await act.tables.kindTables.get(tableId))?.kinds.find((each) => each.n === n) ?? null

/** A line of a unit's own table of events: an agreement of the house that has a name. */
const ownSource = async (
  act: Act,
  { tableId, n }: { readonly tableId: string; readonly n: number },
): Promise<Source | null> => {
  const line = await ownLine(act, { tableId, n })
  const { title, article } = act.text.ownkind
  return line ? { title, article: article(line.name), origin: "text" } : null
}

/** What a rule or a house figure says, in our own words. */
export const saidByKey = async (act: Act, key: string): Promise<Said | null> => {
  const own = ownOfKey(key)
  const line = own === null ? null : await ownLine(act, own)
  if (line !== null) return { says: act.text.ownkind.rule(line) }
  const found = await byKey(act, key)
  return found === null ? null : (found.rule ?? found.figure)
}

/** The lengths that a rule or a house figure gives, from one day to the last. */
export const lengthsByKey = async (act: Act, key: string): Promise<readonly (Quantity | Open)[]> => {
  const found = await byKey(act, key)
  const entry = found && (found.rule ?? found.figure)
  return (entry === null ? [] : [figuresOf(entry).within]).filter((each) => each !== undefined)
}

/** What rulebooks are called; one that nobody has, by its id. */
export const titles = async (act: Act, ids: readonly string[]): Promise<readonly string[]> => {
  const called = []
  for (const id of ids) {
    const stored = await act.tables.rulebooks.get(id)
    called.push(stored === null ? id : act.text.cited.title(stored.book))
  }
  return called
}

/** The rulebooks a unit can be put under; those that bind everywhere need not be chosen. */
export const choosable = async (act: Act): Promise<readonly (Titled & { readonly id: string })[]> =>
  (await act.tables.rulebooks.all())
    .map(({ book }) => book)
    .filter(
      (book) => book.binds === "those-who-name-it" && book.status !== "draft" && book.status !== "replaced",
    )
    .map(({ id, title, titleEn }) => ({ id, title, titleEn }))

/** The dated duties of an account, or of a unit as such. */
export const duties = async (
  act: Act,
  unitId: string,
  account: Pick<Account, "platform"> | null,
): Promise<Duties> => {
  const unit = await units.unit(act, unitId)
  return dutiesFor(await stackOf(act, unit), unit.kind, account?.platform ?? null)
}

/** How much of a period has to be left for a unit, in percent, that it is asked for what comes round in it. */
export const percentLeft = async (act: Act, unitId: string): Promise<number> =>
  percentLeftOf(await stackOf(act, await units.unit(act, unitId)))
