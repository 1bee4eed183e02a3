import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { describe, expect, test } from "vitest"

const run = promisify(execFile)

/** Opens the built messenger of these settings, and says which libraries have been loaded. */
const OPENING = `
  const [{ openMessenger }, { readSettings }, { openLog }] = await Promise.all(
    ["messengers/index.js", "settings.js", "log.js"].map((file) => import(process.cwd() + "/dist/bot/" + file)),
  )
  const settings = readSettings({ MESSENGER: process.env.MESSENGER, TELEGRAM_TOKEN: "123456:A-x_9A-x_9A-x_9A-x_9" })
  const { _cache: loaded } = (await import("node:module")).default
  try {
    const log = openLog({ level: "silent", secrets: [] })
    const messenger = await openMessenger({ settings, host: null, log, fatal: () => undefined })
    await messenger.stop()
  } catch (fault) {
    console.log(fault.constructor.name + ": " + fault.message)
  }
  for (const name of ["grammy", "telegraf"])
    if (Object.keys(loaded).some((file) => file.includes("/node_modules/" + name + "/"))) console.log(name)
`

/** A clone in which a package was not installed. */
const without = (name: string): string =>
  `data:text/javascript,${encodeURIComponent(`
    import { register } from "node:module"
    register("data:text/javascript," + encodeURIComponent(\`
      export const resolve = (specifier, context, next) => {
        if (specifier !== "${name}") return next(specifier, context)
        throw Object.assign(new Error("Cannot find package '${name}'"), { code: "ERR_MODULE_NOT_FOUND" })
      }\`))`)}`

const said = async (MESSENGER: string, ...options: string[]): Promise<string> => {
  const words = [...options, "--input-type=module", "-e", OPENING]
  return (await run(process.execPath, words, { env: { ...process.env, MESSENGER } })).stdout.trim()
}

describe("a library that talks to Telegram", () => {
  test.each(["grammy", "telegraf"])("is loaded when it is chosen, and no other: %s", async (name) => {
    expect(await said(name)).toBe(name)
  })

  test("that is not installed is asked for in one sentence", async () => {
    expect(await said("telegraf", "--import", without("telegraf"))).toBe(
      "WrongSetting: MESSENGER=telegraf needs a package that is not installed: npm install telegraf@4",
    )
  })

  test("that is not chosen need not be there", async () => {
    expect(await said("grammy", "--import", without("telegraf"))).toBe("grammy")
  })
})
