import { beforeAll, expect, test } from "vitest"
import { build } from "./built.ts"
import { reckon } from "./reckoning.ts"
import { torment } from "./torment.ts"

/** Two bots at once, one for each core of a small machine. */
const SEEDS = [20_260_214, 20_261_003]
const KILLS = 25

beforeAll(build, 300_000)

test(
  "the bot is killed 50 times in the middle of its work: nothing is lost, whoever is to be called is called, and what comes twice says so",
  { timeout: 900_000 },
  async () => {
    const verdicts = await Promise.all(SEEDS.map((seed) => torment({ kills: KILLS, seed }, reckon)))
    for (const [at, { summary }] of verdicts.entries()) console.log(`seed ${SEEDS[at] ?? ""}: ${summary}`)
    expect(verdicts.flatMap(({ faults }) => faults)).toEqual([])
  },
)
