import { readFileSync } from "node:fs"
import { createPlayground } from "./playground.ts"
import { type PlaygroundSettings, Settings } from "./settings.ts"

/**
 * The playground as a process of its own: `node playground/alone.js [--port N] [--config FILE]`, or the environment's
 * `PLAYGROUND_PORT` and `PLAYGROUND_CONFIG` (the settings themselves, as JSON). Prints one line of JSON once it listens.
 */
const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}

const settingsAsked = (): PlaygroundSettings => {
  const file = argument("config")
  const json = file === undefined ? (process.env["PLAYGROUND_CONFIG"] ?? "{}") : readFileSync(file, "utf8")
  const port = argument("port") ?? process.env["PLAYGROUND_PORT"]
  const settings = Settings.parse(JSON.parse(json))
  return port === undefined ? settings : { ...settings, port: Number(port) }
}

const playground = await createPlayground(settingsAsked())
const { url, apiRoot, token, port } = playground
process.stdout.write(`${JSON.stringify({ url, apiRoot, port, token })}\n`)

const stop = (): void => {
  void playground.close().then(() => process.exit(0))
}
process.once("SIGTERM", stop)
process.once("SIGINT", stop)
