import { parseArgs } from "node:util"
import { reckon } from "./reckoning.ts"
import { torment } from "./torment.ts"

/** `npm run torture -- --kills 10000 [--seed 7] [--at-once 2]`: kills the built bot over and over, and reckons up. */
const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "200" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    "at-once": { type: "string", default: "2" },
  },
})
const [kills, seed, many] = [Number(values.kills), Number(values.seed), Number(values["at-once"])]
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
process.exit(broken > 0 ? 1 : 0)
