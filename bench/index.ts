import { readFileSync, writeFileSync } from "node:fs"
import { cpus } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import type { Benchmark } from "./benchmark.ts"
import { calendarBenchmarks } from "./calendar.ts"
import { dueBenchmarks } from "./due.ts"
import { importingBenchmarks } from "./importing.ts"
import { inspectingBenchmarks } from "./inspecting.ts"
import { obligationBenchmarks } from "./obligations.ts"
import { pictureBenchmarks } from "./pictures.ts"
import { postingBenchmarks } from "./posting.ts"
import { pressingBenchmarks } from "./pressing.ts"
import { quarterBenchmarks } from "./quarter.ts"
import { sendingBenchmarks } from "./sending.ts"
import { storageBenchmarks } from "./storage.ts"

/**
 * `npm run bench [-- --write] [-- --only WORD]`: measures, and with `--write` keeps the table in docs/benchmarks.md; the
 * rows that were not measured stay as they were.
 */
const { values } = parseArgs({
  options: { write: { type: "boolean", default: false }, only: { type: "string", default: "" } },
})

const all: readonly Benchmark[] = [
  ...calendarBenchmarks,
  ...storageBenchmarks,
  ...postingBenchmarks,
  ...sendingBenchmarks,
  ...dueBenchmarks,
  ...pressingBenchmarks,
  ...obligationBenchmarks,
  ...importingBenchmarks,
  ...quarterBenchmarks,
  ...pictureBenchmarks,
  ...inspectingBenchmarks,
]

const PAGE = join(import.meta.dirname, "../docs/benchmarks.md")

/** The rows of the page, by what they measure. */
const rows = new Map(
  readFileSync(PAGE, "utf8")
    .split("\n")
    .map((line) => [line.split(" | ")[0]?.replace(/^\| /, "") ?? "", line] as const),
)
let missed = 0
for (const benchmark of all.filter(({ name }) => name.includes(values.only))) {
  const { name } = benchmark
  const { measured, ratio, goal, met } = await benchmark.run()
  if (!met) missed += 1
  rows.set(
    name,
    `| ${name} | ${measured} | ${ratio === null ? "" : ratio.toFixed(2)} | ${goal} | ${met ? "yes" : "**no**"} |`,
  )
  console.log(
    `${met ? "met   " : "MISSED"} ${name}: ${measured}${ratio === null ? "" : ` (${ratio.toFixed(2)})`}; ${goal}`,
  )
}

const [cpu] = cpus()
const page = `# Benchmarks

What \`npm run bench -- --write\` measured: each against its peer in the same run, turn and turn about, medians.
A figure is never a test: it says how things stood once, on this machine; one row may be older than another.

${cpus().length} cores (${cpu?.model.trim() ?? "unknown"}), Node ${process.version}, ${new Date().toISOString().slice(0, 10)}.

| What | Measured | Ratio | Goal | Met |
| --- | --- | --- | --- | --- |
${all.flatMap(({ name }) => rows.get(name) ?? []).join("\n")}
`
if (values.write) writeFileSync(PAGE, page)
process.exit(missed > 0 ? 1 : 0)
