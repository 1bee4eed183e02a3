import { differing } from "../inspections/comparing.ts"

const DAYS = 365
const MOMENTS = 60

/** Inspects so many accounts at moments of a year and of two months ahead, and gives back how many answers differ from a count over the journal. */
export const inspectMany = async (many: number, seed: number): Promise<number> => {
  const begun = performance.now()
  const { answers, differences } = await differing(seed, { many, long: DAYS, asked: MOMENTS })
  for (const difference of differences) console.error(`  ${difference}`)
  const seconds = ((performance.now() - begun) / 1_000).toFixed(0)
  console.log(
    `${many} accounts over a year at ${MOMENTS} moments from seed ${seed} in ${seconds} s: ${answers} answers, ${differences.length} differ`,
  )
  return differences.length
}
