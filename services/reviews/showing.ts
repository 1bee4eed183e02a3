import { isCleared, type Doubt, type Item, stillOn } from "../../rules/item.ts"
import type { Source } from "../../rules/owed.ts"
import { nextLevel, saidNow } from "../../rules/review.ts"
import type { ShownItem, ShownItemLevel } from "../../rules/shownitem.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import { Refusal } from "../refusal.ts"
import * as units from "../units.ts"

const nameOf = async (act: Act, id: string): Promise<string | null> =>
  (await act.tables.persons.get(id))?.name ?? null

/** How rules are cited, each once. */
export const cited = async (act: Act, keys: readonly string[]): Promise<readonly Source[]> => {
  const sources: Source[] = []
  for (const key of new Set(keys)) {
    const source = await bindings.sourceOfKey(act, key)
    if (source) sources.push(source)
  }
  return sources
}

const levelsOf = async (act: Act, item: Item): Promise<readonly ShownItemLevel[]> => {
  const next = nextLevel(item)?.at
  const levels: ShownItemLevel[] = []
  for (const [at, { step, before, reason }] of item.chain.entries()) {
    const opinion = saidNow(item).find(({ level }) => level === at)
    const standIn = opinion?.standIn ? await act.tables.standIns.get(opinion.standIn) : null
    levels.push({
      step,
      before,
      reason,
      state: opinion?.verdict ?? (at === next ? "waiting" : "later"),
      by: opinion ? await nameOf(act, opinion.by) : null,
      at: opinion?.at ?? null,
      note: opinion?.note ?? null,
      paper: opinion?.paper ?? null,
      standsFor: standIn ? await nameOf(act, standIn.forId) : null,
    })
  }
  return levels
}

const told = async (act: Act, doubts: readonly Doubt[]) => {
  const shownDoubts = []
  for (const { what, rules } of doubts) shownDoubts.push({ what, sources: await cited(act, rules) })
  return shownDoubts
}

export const shown = async (act: Act, item: Item): Promise<ShownItem> => {
  const named = async (ids: readonly string[]) => {
    const found = []
    for (const id of ids) {
      const account = await act.tables.accounts.get(id)
      if (account) found.push({ platform: account.platform, name: account.name })
    }
    return found
  }
  const levels = await levelsOf(act, item)
  return {
    ...item,
    unit: (await units.unit(act, item.unitId)).name,
    author: (await nameOf(act, item.by)) ?? "—",
    accounts: await named(item.accountIds),
    open: await named(stillOn(item)),
    levels,
    next: levels.find(({ state }) => state === "waiting") ?? null,
    doubts: await told(act, item.doubts),
    hints: await told(act, item.hints),
    sources: await cited(
      act,
      item.chain.flatMap(({ rules }) => rules),
    ),
    cleared: isCleared(item),
  }
}

/** An item that must be there. */
export const known = async (act: Act, id: string): Promise<Item> => {
  const item = await act.tables.items.get(id)
  if (!item) throw new Refusal(act.text.review.gone)
  return item
}
