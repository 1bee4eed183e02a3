import { availableParallelism } from "node:os"
import { defineConfig } from "vitest/config"

const report = process.env["TEST_REPORT"]

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // Packages look to the tests as they look to Node.
    deps: { interopDefault: false },
    pool: "forks",
    // A test cleans up after itself, so the files of a worker share what they import: a third of the time.
    isolate: false,
    // All cores: vitest would leave one of two idle.
    maxWorkers: availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: { TZ: "America/New_York" },
    ...(report === undefined ? {} : { reporters: ["default", "json"], outputFile: { json: report } }),
  },
})
