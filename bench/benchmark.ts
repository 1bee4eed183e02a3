/** What one run of a benchmark found. */
export interface Measurement {
  /** The figures, for a person to read. */
  readonly measured: string
  /** How many times better than the peer; null where there is no peer. */
  readonly ratio: number | null
  readonly goal: string
  readonly met: boolean
}

/** One thing measured, against its peer in the same run where there is one. */
export interface Benchmark {
  readonly name: string
  run(): Promise<Measurement>
}

export const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN

/** Milliseconds of the processor, for a run of minutes beside whatever else the machine does. */
export const worked = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
