import { reckon } from "./reckoning.ts"
import { torment } from "./torment.ts"

/** Kills the built bot so many times, and gives back how many promises it broke. */
export const killMany = async (kills: number, seed: number, many: number): Promise<number> => {
  const begun = performance.now()
  const verdicts = await Promise.all(
    Array.from({ length: many }, (_, at) => {
      const progress = (count: number): void => console.log(`bot ${at + 1}: ${count} kills`)
      return torment({ kills: Math.ceil(kills / many), seed: seed + at, progress }, reckon)
    }),
  )
  for (const { faults, summary } of verdicts) {
    console.log(summary)
    for (const fault of faults) console.error(`  ${fault}`)
  }
  const broken = verdicts.reduce((sum, { faults }) => sum + faults.length, 0)
  const seconds = (performance.now() - begun) / 1_000
  console.log(`${kills} kills with seed ${seed} in ${seconds.toFixed(0)} s: ${broken} promises broken`)
  return broken
}
