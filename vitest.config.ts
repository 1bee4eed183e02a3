import { availableParallelism } from "node:os"
import { defineConfig } from "vitest/config"

/** Told once more with the other library that talks to Telegram: presses, files, pictures, cards, swaps, ladders, moves. */
const STORIES = [
  "checkin",
  "delivery",
  "groups",
  "incident",
  "incident-cards",
  "incident-photos",
  "passing-on",
  "posting",
  "roster-picture",
  "rostersheet",
  "secrets",
  "swap",
]
const WITH_BOTH = ["tests/messengers/**/*.test.ts", ...STORIES.map((name) => `tests/stories/${name}.test.ts`)]

const report = process.env["TEST_REPORT"]

export default defineConfig({
  test: {
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
    projects: [
      { extends: true, test: { name: "all", include: ["tests/**/*.test.ts"] } },
      { extends: true, test: { name: "telegraf", include: WITH_BOTH, env: { MESSENGER: "telegraf" } } },
    ],
    ...(report === undefined ? {} : { reporters: ["default", "json"], outputFile: { json: report } }),
  },
})
