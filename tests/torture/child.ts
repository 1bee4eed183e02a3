import { type ChildProcess, spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"

const SCRIPT = join(import.meta.dirname, "../../dist/bot/start.js")
/** The clock of the process goes ahead of the machine's, or behind it, by as many milliseconds as a file says. */
const CLOCK = `
import { readFileSync } from "node:fs"
const real = Date.now
let ahead = 0
const look = () => {
  try { ahead = Number(readFileSync(process.env.CLOCK_AHEAD, "utf8")) } catch {}
}
look()
setInterval(look, 50).unref()
Date.now = () => real() + ahead
`
/** What a process said last is enough to know why it ended. */
const KEPT = 20_000

/** The built bot as a process of its own. */
export class Child {
  /** What it wrote so far: its log and its lines. */
  said = ""
  readonly #process: ChildProcess
  /** The exit code, or null when a signal ended it. */
  readonly ended: Promise<number | null>
  readonly #onWatch: Promise<boolean>
  #isOver = false

  constructor(settings: Readonly<Record<string, string>>, cwd: string) {
    if (!existsSync(SCRIPT)) throw new Error("the bot is not built: node setup.mjs build")
    const turned =
      settings["CLOCK_AHEAD"] === undefined
        ? []
        : ["--import", `data:text/javascript,${encodeURIComponent(CLOCK)}`]
    this.#process = spawn(process.execPath, [...turned, SCRIPT], {
      // Elsewhere, so that no .env of this clone is read.
      cwd,
      env: { LANGUAGE: "zh", LOG_LEVEL: "info", ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    })
    this.ended = new Promise((resolve) => this.#process.on("close", (code) => resolve(code)))
    void this.ended.then(() => (this.#isOver = true))
    this.#onWatch = new Promise((resolve) => {
      const hear = (chunk: Buffer): void => {
        this.said = (this.said + chunk.toString()).slice(-KEPT)
        if (this.said.includes('"on watch"')) resolve(true)
      }
      this.#process.stdout?.on("data", hear)
      this.#process.stderr?.on("data", hear)
      void this.ended.then(() => resolve(false))
    })
  }

  get isOver(): boolean {
    return this.#isOver
  }

  get pid(): number {
    return this.#process.pid ?? 0
  }

  /** Resolves once it polls; false when it ended before. */
  onWatch(): Promise<boolean> {
    return this.#onWatch
  }

  /** Ends it at once; whatever it was doing stays as it is. */
  async kill(): Promise<void> {
    this.#process.kill("SIGKILL")
    await this.ended
  }

  /** Asks it to stop, as an administrator would. */
  async stop(): Promise<number | null> {
    this.#process.kill("SIGTERM")
    return this.ended
  }
}
