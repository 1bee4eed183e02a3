import { differing as checkingIn } from "../checkins/comparing.ts"
import { byRules, byServices, numbersFrom } from "../ladders/comparing.ts"

const TOLD_EVERY = 10_000

/** Tells so many emergencies by the rules, some of them through the services too, and gives back how many differ. */
export const climbMany = async (many: number, served: number, seed: number): Promise<number> => {
  const begun = performance.now()
  const seconds = (): string => ((performance.now() - begun) / 1_000).toFixed(0)
  let differing = 0
  const told = (difference: string | null): void => {
    if (difference === null) return
    differing += 1
    console.error(`  ${difference}`)
  }
  for (const number of numbersFrom(seed, many)) {
    told(byRules(number))
    const done = number - seed + 1
    if (done % TOLD_EVERY === 0) console.log(`${done} emergencies after ${seconds()} s`)
  }
  for (const number of numbersFrom(seed, served)) told(await byServices(number))
  console.log(
    `${many} emergencies by the rules and ${served} through the services from seed ${seed} in ${seconds()} s: ${differing} differ`,
  )
  return differing
}

/** Tells so many rosters with their check-ins through the services and naively, and gives back how many differ. */
export const checkManyIn = async (many: number, seed: number): Promise<number> => {
  const begun = performance.now()
  let differing = 0
  for (const number of numbersFrom(seed, many)) {
    const difference = await checkingIn(number)
    if (difference === null) continue
    differing += 1
    console.error(`  ${difference}`)
  }
  const seconds = ((performance.now() - begun) / 1_000).toFixed(0)
  console.log(`${many} rosters from seed ${seed} in ${seconds} s: ${differing} differ`)
  return differing
}
