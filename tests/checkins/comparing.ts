import { Naive } from "./naive.ts"
import { scenarioBy } from "./scenario.ts"
import { Served } from "./served.ts"

/** What happens in the same minute may be told in any order. */
const inOrder = (lines: readonly string[]): readonly string[] => {
  const minuteOf = (line: string): number => Number(line.split(" ")[0])
  return [...lines].sort((a, b) => minuteOf(a) - minuteOf(b) || (a < b ? -1 : 1))
}

/** Where the services part from the naive telling, with what came before; null where they are the same. */
export const differing = async (seed: number): Promise<string | null> => {
  const it = scenarioBy(seed)
  const one = inOrder(new Naive(it).tell())
  const other = inOrder(await new Served(it).tell())
  if (one.join("\n") === other.join("\n")) return null
  const at = one.findIndex((line, index) => line !== other[index])
  const from = Math.max(0, (at < 0 ? one.length : at) - 5)
  const told = (lines: readonly string[]): string => lines.slice(from, from + 8).join("; ")
  return `seed ${seed}: naively ${told(one)} | but ${told(other)}`
}
