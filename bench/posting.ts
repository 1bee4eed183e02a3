import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { openLog } from "../bot/log.ts"
import { start } from "../bot/main.ts"
import { readSettings } from "../bot/settings.ts"
import { act } from "../services/app.ts"
import * as people from "../services/people.ts"
import * as units from "../services/units.ts"
import { member } from "../tests/torture/office.ts"
import { type Benchmark, median, type Measurement } from "./benchmark.ts"

const ROUNDS = 7
/** After so many rounds both run as fast as they ever will. */
const WARMING = 3
/** One update from each person in each round, so that no chat's own order and pace hold anybody up. */
const PEOPLE = 2_000
/** How many of them write at the same moment. */
const WRITERS = 32
const GOAL = 0.8
const root = join(import.meta.dirname, "..")

const userOf = (number: number): number => 10_000 + number
const accountOf = (number: number): string => `账号${String(number).padStart(5, "0")}`

/** A playground's server as a process of its own. */
class Server {
  readonly #process: ChildProcess
  readonly token: string
  readonly apiRoot: string
  readonly #url: string
  #heard = 0

  private constructor(process: ChildProcess, said: { token: string; apiRoot: string; url: string }) {
    this.#process = process
    this.token = said.token
    this.apiRoot = said.apiRoot
    this.#url = said.url.replace(/\/$/, "")
  }

  static async open(folder: string): Promise<Server> {
    const config = join(folder, "people.json")
    const persons = Array.from({ length: PEOPLE }, (_, at) => ({
      id: userOf(at),
      name: accountOf(at),
      started: true,
    }))
    await writeFile(config, JSON.stringify({ people: persons, limits: "none" }))
    const script = join(root, "dist/playground/alone.js")
    const process_ = spawn(process.execPath, [script, "--port", "0", "--config", config], {
      stdio: ["ignore", "pipe", "inherit"],
    })
    const [line] = (await once(process_.stdout, "data")) as [Buffer]
    return new Server(
      process_,
      JSON.parse(line.toString()) as { token: string; apiRoot: string; url: string },
    )
  }

  async say(who: number, text: string): Promise<void> {
    const answer = await fetch(`${this.#url}/control/say`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ who, text }),
    })
    if (!answer.ok) throw new Error(await answer.text())
  }

  /** Waits until the bot has answered so many times; gives back when the last answer came. */
  async answered(count: number): Promise<number> {
    for (let last = 0, open = count; ;) {
      const answer = await fetch(`${this.#url}/control/doings?after=${this.#heard}`)
      const { result } = (await answer.json()) as { result: readonly { seq: number; at: number }[] }
      this.#heard = result.at(-1)?.seq ?? this.#heard
      last = result.at(-1)?.at ?? last
      open -= result.length
      if (open <= 0) return last
      await wait(50)
    }
  }

  close(): void {
    this.#process.kill("SIGTERM")
  }
}

/** Somebody who is to answer: a server and a bot on it. */
interface Rival {
  readonly server: Server
  readonly bot: ChildProcess
  readonly textOf: (number: number, round: number) => string
}

/** Resolves once the bot says that it listens. */
const listening = (bot: ChildProcess): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    for (const stream of [bot.stdout, bot.stderr])
      stream?.on("data", (chunk: Buffer) => {
        if (chunk.includes("on watch")) resolve(bot)
      })
    bot.on("exit", () => reject(new Error("a bot ended")))
  })

const openEcho = async (folder: string): Promise<Rival> => {
  const server = await Server.open(folder)
  const script = join(import.meta.dirname, "echo.ts")
  const bot = spawn(process.execPath, ["--import", "tsx", script, server.token, server.apiRoot])
  return {
    server,
    bot: await listening(bot),
    textOf: (number, round) => `/post ${accountOf(number)} ${round}`,
  }
}

const openOurs = async (folder: string): Promise<Rival> => {
  const server = await Server.open(folder)
  const settings = {
    TELEGRAM_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.apiRoot,
    DATA_DIR: join(folder, "data"),
    MESSAGES_PER_SECOND: "100000",
    LOG_LEVEL: "info",
  }
  const running = await start(readSettings(settings), {
    log: openLog({ level: "silent", secrets: [] }),
    ticking: false,
    prepare: async (app) => {
      await act(app, { by: "setup", why: "bench" }, async (turn) => {
        const office = { name: "示例县", kind: "county-government", parentId: null, rulebooks: [] } as const
        const top = await units.create(turn, office)
        for (let number = 0; number < PEOPLE; number += 1)
          await member(turn, top, userOf(number), accountOf(number), 0)
        const [first] = await turn.tables.persons.all()
        if (first) await people.appoint(turn, first.id, top.id, "administrator")
      })
    },
  })
  await running.stop()
  const bot = spawn(process.execPath, [join(root, "dist/bot/start.js")], { cwd: folder, env: settings })
  return {
    server,
    bot: await listening(bot),
    textOf: (number, round) => `/post ${accountOf(number)} https://example.com/${number}/${round}`,
  }
}

/** Updates per second, from the first that is said to the last that is answered; many people write at once. */
const rate = async ({ server, textOf }: Rival, round: number): Promise<number> => {
  const begun = Date.now()
  let next = 0
  const write = async (): Promise<void> => {
    for (let number = next++; number < PEOPLE; number = next++)
      await server.say(userOf(number), textOf(number, round))
  }
  await Promise.all(Array.from({ length: WRITERS }, write))
  return (PEOPLE * 1_000) / ((await server.answered(PEOPLE)) - begun)
}

const posting = async (): Promise<Measurement> => {
  const folders = [
    await mkdtemp(join(tmpdir(), "zhishou-bench-")),
    await mkdtemp(join(tmpdir(), "zhishou-bench-")),
  ] as const
  const rivals: Rival[] = []
  try {
    const echo = await openEcho(folders[0])
    rivals.push(echo)
    const ours = await openOurs(folders[1])
    rivals.push(ours)
    const [theirRates, ourRates]: [number[], number[]] = [[], []]
    // Turn and turn about, so that whatever else the machine does falls on both; the first rounds warm up.
    for (let round = 0; round < WARMING + ROUNDS; round += 1) {
      theirRates.push(await rate(echo, round))
      ourRates.push(await rate(ours, round))
    }
    const [own, other] = [median(ourRates.slice(WARMING)), median(theirRates.slice(WARMING))]
    return {
      measured: `${own.toFixed(0)} against ${other.toFixed(0)} updates per second`,
      ratio: own / other,
      goal: `at least ${GOAL} of its updates per second`,
      met: own / other >= GOAL,
    }
  } finally {
    for (const { server, bot } of rivals) {
      bot.kill("SIGKILL")
      server.close()
    }
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  }
}

export const postingBenchmarks: readonly Benchmark[] = [
  {
    name: "`/post` through grammY, durable before it is answered, against a bare grammY echo bot",
    run: posting,
  },
]
