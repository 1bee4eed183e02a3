import { drawMatrix, type MatrixSheet, standings } from "../papers/picture/matrix.ts"
import { drawPng } from "../papers/picture/png.ts"
import { type Benchmark, median, type Measurement } from "./benchmark.ts"

const GOAL_MS = 500
const GOAL_BYTES = 200_000
const ROUNDS = 9
const ACCOUNTS = 40
const WEEKS = 12

const sheet: MatrixSheet = {
  unit: "示例县人民政府办公室",
  span: "2026年9月—11月",
  weeks: Array.from({ length: WEEKS }, (_, week) => `第${week + 1}周`),
  accounts: Array.from({ length: ACCOUNTS }, (_, row) => ({
    name: `示例县卫生健康局政务微博${row + 1}`,
    standings: Array.from(
      { length: WEEKS },
      (_, week) => standings[(row * 7 + week * week * 3) % standings.length] ?? "none",
    ),
  })),
}

const run = async (): Promise<Measurement> => {
  const times: number[] = []
  let bytes = 0
  // The first one also reads the font, as the first picture of a day does: it is counted too.
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    bytes = (await drawPng(drawMatrix(sheet, "zh"))).length
    times.push(performance.now() - start)
  }
  const [usual, worst] = [median(times), Math.max(...times)]
  return {
    measured: `${usual.toFixed(0)} ms, at worst ${worst.toFixed(0)} ms, ${(bytes / 1_000).toFixed(0)} kB`,
    ratio: null,
    goal: `under ${GOAL_MS} ms and ${GOAL_BYTES / 1_000} kB`,
    met: usual < GOAL_MS && bytes < GOAL_BYTES,
  }
}

export const pictureBenchmarks: readonly Benchmark[] = [
  { name: `a picture of ${ACCOUNTS} accounts over ${WEEKS} weeks, from values to PNG`, run },
]
