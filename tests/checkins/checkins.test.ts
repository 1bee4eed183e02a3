import { expect, test } from "vitest"
import { differing } from "./comparing.ts"
import { Naive } from "./naive.ts"
import { scenarioBy } from "./scenario.ts"

const SEED = 1
const MANY = 24
const seeds = Array.from({ length: MANY }, (_, at) => SEED + at)

test(`${MANY} rosters go through their check-ins as they are told minute by minute, whoever taps, declines or is away`, async () => {
  const found = []
  for (const seed of seeds) found.push((await differing(seed)) ?? [])
  expect(found.flat()).toEqual([])
})

test("whoever is in the middle of shifts without a break when the roster is set up is not asked later, at the next of them", async () => {
  expect(await differing(9)).toBeNull()
  expect(new Naive(scenarioBy(9)).tell().filter((line) => line.includes("ask e"))).toEqual([])
})
