import { expect, test } from "vitest"
import { byRules, byServices, numbersFrom } from "./comparing.ts"

const SEED = 20_260_000
const [BY_RULES, FRESH, BY_SERVICES] = [2_500, 500, 30]

test(`${BY_RULES} emergencies go by the rules as they are told minute by minute, whoever comes, goes or presses`, () => {
  expect(numbersFrom(SEED, BY_RULES).flatMap((seed) => byRules(seed) ?? [])).toEqual([])
})

test(`and ${FRESH} that nobody has seen before`, () => {
  const first = Date.now() % 1_000_000_000
  console.log(`ladders from seed ${first}`)
  expect(numbersFrom(first, FRESH).flatMap((seed) => byRules(seed) ?? [])).toEqual([])
})

test(`${BY_SERVICES} of them go the same way through the services, with the store closed and opened on the way`, async () => {
  const found = []
  for (const seed of numbersFrom(SEED, BY_SERVICES)) found.push((await byServices(seed)) ?? [])
  expect(found.flat()).toEqual([])
})

test.each([
  ["a “not me” while a second acknowledgement is missing calls the next at once", 20_260_794],
  [
    "a card that does not arrive while a second acknowledgement is missing calls the next at once",
    20_264_290,
  ],
])("through the services too, %s", async (_what, seed) => {
  expect(await byServices(seed)).toBeNull()
})
