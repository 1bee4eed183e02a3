import { timesOf } from "../rules/times.ts"
import type { Unit, UnitTimes } from "../rules/unit.ts"
import { inOrder, tidyName } from "../rules/words.ts"
import type { Act } from "./app.ts"
import * as editions from "./editions.ts"
import { Refusal } from "./refusal.ts"

/** A tree deeper than this is a mistake, and a circle ends here. */
const DEEPEST = 12

export const unit = async (act: Act, id: string): Promise<Unit> => {
  const found = await act.tables.units.get(id)
  if (!found) throw new Error(`no unit ${id}`)
  return found
}

/** A unit, then the units above it, up to the root. */
export const above = async (act: Act, id: string): Promise<readonly Unit[]> => {
  const path: Unit[] = []
  let next: string | null = id
  while (next !== null && path.length < DEEPEST) {
    const found: Unit | null = await act.tables.units.get(next)
    if (!found) break
    path.push(found)
    next = found.parentId
  }
  return path
}

/** The ids of a unit and of those above it. */
export const path = async (act: Act, id: string): Promise<readonly string[]> =>
  (await above(act, id)).map((each) => each.id)

/** A unit and everything below it, parents before children, siblings in the order of their names. */
export const below = async (
  act: Act,
  id: string,
  depth = 0,
): Promise<readonly { unit: Unit; depth: number }[]> => {
  const own = await act.tables.units.get(id)
  if (!own || depth >= DEEPEST) return []
  const children = [...(await act.tables.units.where("parent", id))].sort((a, b) => inOrder(a.name, b.name))
  const branches = []
  for (const child of children) branches.push(...(await below(act, child.id, depth + 1)))
  return [{ unit: own, depth }, ...branches]
}

/** Of several units those that lie below none of the others. */
export const topmost = async (act: Act, ids: readonly string[]): Promise<readonly string[]> => {
  const found: string[] = []
  for (const id of new Set(ids)) {
    const [, ...higher] = await path(act, id)
    if (!higher.some((each) => ids.includes(each))) found.push(id)
  }
  return found
}

/** The times that hold for a unit: its own, else those of the units above it. */
export const times = async (act: Act, id: string): Promise<UnitTimes> => timesOf(await above(act, id))

/** Whether a second person witnesses that a password was changed: as the nearest unit says that says anything. */
export const wantsWitness = async (act: Act, id: string): Promise<boolean> =>
  (await above(act, id)).find(({ witness }) => witness !== undefined)?.witness ?? false

/** Whether a unit is told of festivals ahead, where a rulebook speaks of them. */
export const wantsFestivals = async (act: Act, id: string): Promise<boolean> =>
  (await above(act, id)).find(({ festivals }) => festivals !== undefined)?.festivals ?? true

type NewUnit = Pick<Unit, "name" | "kind" | "parentId" | "rulebooks">

/** Creates a unit; its name must be new among its siblings. */
export const create = async (act: Act, wanted: NewUnit): Promise<Unit> => {
  const name = tidyName(wanted.name)
  await refuseTwin(act, { id: null, name, parentId: wanted.parentId })
  const created: Unit = { ...wanted, id: act.newId(), name, shortNames: [], times: {} }
  await act.tables.units.put(created)
  return created
}

/** Changes a unit in place. */
export const change = async (act: Act, id: string, changes: Partial<Omit<Unit, "id">>): Promise<Unit> => {
  const old = await unit(act, id)
  const changed: Unit = { ...old, ...changes }
  await refuseTwin(act, changed)
  await editions.ofUnit(act, old, changed)
  await act.tables.units.put(changed)
  return changed
}

interface Called {
  readonly id: string | null
  readonly name: string
  readonly parentId: string | null
}

/** Whether another unit below the same parent is called so. */
export const hasTwin = async (act: Act, { id, name, parentId }: Called): Promise<boolean> =>
  (await act.tables.units.where("parent", parentId ?? "")).some(
    (each) => each.id !== id && each.name === tidyName(name),
  )

const refuseTwin = async (act: Act, wanted: Called): Promise<void> => {
  if (await hasTwin(act, wanted)) throw new Refusal(act.text.unit.twin(wanted.name))
}

/** A unit that was merged or abolished gets nothing and nobody new. */
export const refuseDissolved = async (act: Act, id: string): Promise<void> => {
  const { dissolved, name } = await unit(act, id)
  if (dissolved) throw new Refusal(act.text.closing.nothingNew(name))
}

/** A unit's name, with what became of it. */
export const called = async (act: Act, { name, dissolved }: Unit): Promise<string> => {
  if (!dissolved) return name
  const into = dissolved.into === null ? null : await act.tables.units.get(dissolved.into)
  return act.text.people.marked(name, act.text.closing.gone(dissolved.how, dissolved.on, into?.name ?? null))
}
