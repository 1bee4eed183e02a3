import type { Unit } from "../unit.ts"
import { nameKey } from "../words.ts"

/** Units by the names that `namesOf` gives them. */
const indexed = (units: readonly Unit[], namesOf: (unit: Unit) => readonly string[]): Map<string, Unit[]> => {
  const index = new Map<string, Unit[]>()
  for (const unit of units)
    for (const key of new Set(namesOf(unit).map(nameKey))) {
      const found = index.get(key)
      if (found) found.push(unit)
      else index.set(key, [unit])
    }
  return index
}

/** The name by which each unit is told from all others, by id: its own, or `上级/本级` where another has the same. */
export const unitLabels = (units: readonly Unit[]): ReadonlyMap<string, string> => {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const byName = indexed(units, (unit) => [unit.name])
  return new Map(
    units.map((unit) => {
      const parent = unit.parentId === null ? undefined : byId.get(unit.parentId)
      const alone = byName.get(nameKey(unit.name))?.length === 1
      return [unit.id, alone || !parent ? unit.name : `${parent.name}/${unit.name}`]
    }),
  )
}

/** Finds the units that a name may mean: whole names go before short ones. */
export const unitFinder = (units: readonly Unit[]): ((name: string) => readonly Unit[]) => {
  const labels = unitLabels(units)
  const indexes = [
    indexed(units, (unit) => [labels.get(unit.id) ?? unit.name]),
    indexed(units, (unit) => [unit.name]),
    indexed(units, (unit) => unit.shortNames),
  ]
  return (name) => indexes.map((index) => index.get(nameKey(name))).find((found) => found !== undefined) ?? []
}
