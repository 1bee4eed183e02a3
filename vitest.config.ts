import { defineConfig } from "vitest/config"

const report = process.env["TEST_REPORT"]

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // Packages look to the tests as they look to Node.
    deps: { interopDefault: false },
    pool: "forks",
    testTimeout: 30_000,
    hookTimeout: 30_000,
    env: { TZ: "America/New_York" },
    ...(report === undefined ? {} : { reporters: ["default", "json"], outputFile: { json: report } }),
  },
})
