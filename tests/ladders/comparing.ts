import { Naive } from "./naive.ts"
import { Ruled } from "./ruled.ts"
import { scenarioBy } from "./scenario.ts"
import { Served } from "./served.ts"

/** Where two tellings of the same scenario part, with what came before; null where they are the same. */
const parting = (seed: number, one: readonly string[], other: readonly string[]): string | null => {
  if (one.join("\n") === other.join("\n")) return null
  const at = one.findIndex((line, index) => line !== other[index])
  const from = Math.max(0, (at < 0 ? one.length : at) - 5)
  const told = (lines: readonly string[]): string => lines.slice(from, from + 8).join("; ")
  return `seed ${seed}: naively ${told(one)} | but ${told(other)}`
}

/** By the rules alone. */
export const byRules = (seed: number): string | null => {
  const it = scenarioBy(seed)
  return parting(seed, new Naive(it).tell(), new Ruled(it).tell())
}

/** Through the services, the heart and a store on a disk. */
export const byServices = async (seed: number): Promise<string | null> => {
  const it = scenarioBy(seed)
  return parting(seed, new Naive(it).tell(), await new Served(it).tell())
}

/** The numbers from one on. */
export const numbersFrom = (first: number, many: number): readonly number[] =>
  Array.from({ length: many }, (_, at) => first + at)
