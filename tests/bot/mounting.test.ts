import { type ChildProcess, spawn } from "node:child_process"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Bot } from "grammy"
import { Telegraf } from "telegraf"
import { describe, expect, onTestFinished, test, vi } from "vitest"
import { mount } from "../../bot/mount.ts"
import { cast } from "../../bot/county.ts"
import { WrongSetting } from "../../bot/settings.ts"
import { createPlayground, type Playground } from "../../playground/playground.ts"
import { zhang } from "../world.ts"

const PATIENCE = { timeout: 60_000, interval: 20 }

/** The program of a vendor, on the built package, and what it wrote. */
class Program {
  readonly #child: ChildProcess
  written = ""

  constructor(file: string, environment: Readonly<Record<string, string>>) {
    this.#child = spawn(process.execPath, [file], { env: { ...process.env, ...environment } })
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on("data", (chunk: Buffer) => (this.written += chunk.toString()))
  }

  get code(): number | null {
    return this.#child.exitCode
  }

  async stop(): Promise<number | null> {
    if (this.#child.exitCode === null) {
      const ended = new Promise((resolve) => this.#child.once("exit", resolve))
      this.#child.kill("SIGTERM")
      await ended
    }
    return this.code
  }
}

const run = async (name: string): Promise<{ readonly playground: Playground; readonly program: Program }> => {
  const folder = await mkdtemp(join(tmpdir(), "zhishou-mounting-"))
  const playground = await createPlayground({ people: [...cast.people], limits: "none" })
  const program = new Program(`docs/examples/${name}.mjs`, {
    TELEGRAM_TOKEN: playground.token,
    TELEGRAM_API_ROOT: playground.apiRoot,
    DATA_DIR: folder,
    LANGUAGE: "zh",
  })
  onTestFinished(async () => {
    await program.stop()
    await playground.close()
    await rm(folder, { recursive: true })
  })
  return { playground, program }
}

/** What the bot said in a person's private chat, a message each. */
const heard = (playground: Playground): readonly string[] => playground.doings().map(({ text }) => text)

describe.each(["telegraf", "grammy"])("the example on %s", (name) => {
  test("answers its own commands, and so does Zhishou; a handler that throws stops neither", async () => {
    const { playground, program } = await run(name)
    const link = await vi.waitFor(() => {
      const [found] = /https:\/\/t\.me\/\S+/.exec(program.written) ?? []
      if (found === undefined) throw new Error(program.written)
      return found
    }, PATIENCE)
    const says = async (text: string): Promise<readonly string[]> => {
      const before = heard(playground).length
      playground.say({ who: zhang, text })
      await vi.waitFor(() => expect(heard(playground).length).toBeGreaterThan(before), PATIENCE)
      await vi.waitFor(() => expect(playground.counts().pending).toBe(0), PATIENCE)
      return heard(playground).slice(before)
    }
    const before = heard(playground).length
    playground.openLink({ who: zhang, link })
    await vi.waitFor(() => expect(heard(playground)).toHaveLength(before + 1), PATIENCE)
    expect(await says("/weather")).toEqual(["晴，12 到 21 度"])
    playground.say({ who: zhang, text: "/repair" })
    expect(await says("/nothing")).toEqual(["没有这个指令，可以用 /weather 或 /repair"])
    expect((await says("/me")).join()).toContain("张敏")
    expect(await says("/weather")).toEqual(["晴，12 到 21 度"])
    const menu = playground.menu({ who: zhang }).map(({ command }) => command)
    expect(menu.slice(0, 2)).toEqual(["weather", "repair"])
    expect(menu).toContain("post")
    expect(await program.stop()).toBe(0)
    expect(program.written).toContain("the repair desk cannot be reached")
    expect(program.written).not.toContain(playground.token.split(":")[1])
    expect(playground.counts().pending).toBe(0)
  })
})

test("the page on mounting shows the program that runs", async () => {
  const page = await readFile("docs/mounting.md", "utf8")
  const program = await readFile("docs/examples/telegraf.mjs", "utf8")
  expect(page).toContain(`\`\`\`js\n${program}\`\`\``)
})

test("a bot of either library may be mounted in, and a wrong setting is one clear line", async () => {
  const settings = { LANGUAGE: "xx" }
  const token = "7000000001:playground-token-no-secret"
  for (const bot of [new Telegraf(token), new Bot(token)])
    await expect(mount(bot, { settings })).rejects.toBeInstanceOf(WrongSetting)
})
