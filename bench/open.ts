import { openFile } from "../storage/file.ts"

/** Run as a process of its own: opens the store in a folder, and prints what that took. */
const [, , folder = ""] = process.argv
const begun = performance.now()
const store = await openFile({ folder, now: () => 0, notice: console.error, fatal: console.error })
const seconds = (performance.now() - begun) / 1_000
const found = await store.transaction(
  { by: "bench", why: "bench" },
  async ({ accounts }) => (await accounts.all()).length,
)
if (found.repeated) throw new Error("repeated")
console.log(
  JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1_024, accounts: found.value }),
)
process.exit(0)
