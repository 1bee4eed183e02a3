import type { Account } from "../rules/account.ts"
import { type Edition, heldAt, type Kept, Placed } from "../rules/edition.ts"
import type { Instant } from "../rules/time.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"

type Was = { readonly [K in Kept]: Omit<Extract<Edition, { readonly of: K }>, "id" | "until"> }[Kept]

/** Keeps how a row was until now. Of several changes in one instant the first counts: what it replaced was there before. */
export const keep = async (act: Act, replaced: Was): Promise<void> => {
  const id = `${replaced.of}/${replaced.key}/${act.now}`
  if (await act.tables.editions.get(id)) return
  await act.tables.editions.put({ ...replaced, id, until: act.now })
}

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b)

/** Keeps how an account was, where what changes decides by which rules it is judged. */
export const ofAccount = async (act: Act, before: Account, after: Account): Promise<void> => {
  const was = Placed.parse(before)
  if (differs(was, Placed.parse(after))) await keep(act, { of: "account", key: before.id, was })
}

/** The same for a unit: its place in the tree, its kind and its rulebooks. */
export const ofUnit = async (act: Act, before: Unit, after: Unit): Promise<void> => {
  const deciding = ({ parentId, kind, rulebooks }: Unit) => [parentId, kind, rulebooks]
  if (differs(deciding(before), deciding(after))) await keep(act, { of: "unit", key: before.id, was: before })
}

type EditionOf<K extends Kept> = Extract<Edition, { readonly of: K }>

/** What held of rows of one kind at an instant, by their ids; of those that are as they were then nothing. */
export const heldBy = async <K extends Kept>(
  act: Act,
  of: K,
  at: Instant,
): Promise<ReadonlyMap<string, EditionOf<K>>> => {
  const found = new Map<string, EditionOf<K>[]>()
  for (const each of await act.tables.editions.where("kind", of))
    if (each.until > at) found.set(each.key, [...(found.get(each.key) ?? []), each as EditionOf<K>])
  const held = new Map<string, EditionOf<K>>()
  for (const [key, editions] of found) {
    const edition = heldAt<EditionOf<K>>(editions, at)
    if (edition !== null) held.set(key, edition)
  }
  return held
}

/** How an account was placed before, as often as that changed. */
export const ofOne = async (act: Act, accountId: string) =>
  (await act.tables.editions.where("row", `account/${accountId}`)).filter((each) => each.of === "account")
