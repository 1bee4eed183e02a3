import { mkdtemp, rm } from "node:fs/promises"
import { hostname, tmpdir } from "node:os"
import { join } from "node:path"
import { beforeAll, expect, onTestFinished, test, vi } from "vitest"
import { createPlayground, type Playground } from "../../playground/playground.ts"
import type { Outgoing } from "../../rules/outgoing.ts"
import { show, verify } from "../../storage/audit.ts"
import { build } from "./built.ts"
import { Child } from "./child.ts"
import { allSaid, nextWord } from "./hearing.ts"

const strangers = Array.from({ length: 100 }, (_, at) => ({ id: 1_001 + at, name: `路人${at}` }))

beforeAll(build, 300_000)

const freshFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "zhishou-start-"))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const freshPlayground = async (): Promise<Playground> => {
  const playground = await createPlayground({
    people: strangers,
    limits: "none",
  })
  onTestFinished(() => playground.close())
  return playground
}

/** The built bot on a folder; ended after the test whatever happens. */
const bear = (folder: string, settings: Readonly<Record<string, string>>): Child => {
  const child = new Child({ DATA_DIR: join(folder, "data"), ...settings }, folder)
  onTestFinished(() => child.kill())
  return child
}

const reaching = ({ token, apiRoot }: Playground): Record<string, string> => ({
  TELEGRAM_TOKEN: token,
  TELEGRAM_API_ROOT: apiRoot,
})

/** What it said to whoever started it; its log aside. */
const linesOf = (child: Child): readonly string[] =>
  child.said.split("\n").filter((line) => line !== "" && !line.startsWith("{"))

test("asked to stop in the middle of its work, it finishes what is under way and leaves nothing doubtful", async () => {
  const [folder, playground] = [await freshFolder(), await freshPlayground()]
  const child = bear(folder, reaching(playground))
  expect(await child.onWatch()).toBe(true)
  const said = nextWord(playground)
  for (const { id } of strangers) playground.say({ who: id, text: "/today" })
  await said
  expect(await child.stop()).toBe(0)
  const outbox = new Map<string, Outgoing>()
  for await (const { changes } of show(join(folder, "data"), { table: "outbox" }))
    for (const [table, id, row] of changes) if (table === "outbox") outbox.set(id, row as Outgoing)
  expect([...outbox.values()].filter(({ state, doubtful }) => state === "sending" || doubtful)).toEqual([])
  expect(await verify(join(folder, "data"))).toMatchObject({ sound: true, unfinished: 0, inUse: false })

  // What it had not come to is done by the next one, and no answer comes twice.
  const next = bear(folder, reaching(playground))
  await allSaid(playground, strangers.length)
  expect(await next.stop()).toBe(0)
  expect(
    playground
      .doings()
      .map(({ chat }) => chat)
      .sort(),
  ).toEqual(strangers.map(({ id }) => id))
  expect(playground.doings().filter(({ text }) => text.includes("可能重复"))).toEqual([])
})

test("a bot that starts before its network waits for it, and is on watch as soon as it is there", async () => {
  const [folder, playground] = [await freshFolder(), await freshPlayground()]
  playground.unreachable(60_000)
  const child = bear(folder, reaching(playground))
  await vi.waitFor(() => expect(child.said).toContain("the messenger does not answer yet"), {
    timeout: 60_000,
  })
  playground.unreachable(0)
  expect(await child.onWatch()).toBe(true)
  expect(await child.stop()).toBe(0)
})

test("a second bot on the same folder is refused, and told which process is first", async () => {
  const [folder, playground] = [await freshFolder(), await freshPlayground()]
  const first = bear(folder, reaching(playground))
  await first.onWatch()
  const second = bear(folder, reaching(playground))
  expect(await second.ended).toBe(1)
  expect(linesOf(second)).toHaveLength(1)
  expect(linesOf(second)[0]).toContain(`the folder is in use by process ${first.pid} on ${hostname()} since`)
  expect(await first.stop()).toBe(0)
})

test.each([
  [
    { TELEGRAM_TOKEN: "hello" },
    "TELEGRAM_TOKEN=(not shown) is wrong: expected a token as BotFather gives it",
  ],
  [{ PORT: "eighty" }, 'PORT="eighty" is wrong: expected'],
  [{ LANGUAGE: "fr" }, 'LANGUAGE="fr" is wrong: expected zh or en'],
  [{ LOG_LEVEL: "loud" }, 'LOG_LEVEL="loud" is wrong: expected'],
  [{ TELEGRAM_API_ROOT: "telegram" }, 'TELEGRAM_API_ROOT="telegram" is wrong: expected'],
  [{ WEBHOOK_URL: "http://example.com" }, 'WEBHOOK_URL="http://example.com" is wrong: expected'],
  [{ WEBHOOK_URL: "https://example.com/hook" }, "WEBHOOK_SECRET is missing: with WEBHOOK_URL it is required"],
  [{ MESSAGES_PER_SECOND: "0" }, 'MESSAGES_PER_SECOND="0" is wrong: expected'],
])("a wrong setting stops the start with one clear line: %o", async (settings, line) => {
  const child = bear(await freshFolder(), settings)
  expect(await child.ended).toBe(1)
  expect(child.said.split("\n")).toEqual([expect.stringContaining(`zhishou: ${line}`), ""])
})

test("a token that Telegram does not know stops the start with one clear line", async () => {
  const [folder, playground] = [await freshFolder(), await freshPlayground()]
  const child = bear(folder, { ...reaching(playground), TELEGRAM_TOKEN: "7000000009:not-the-right-token" })
  expect(await child.ended).toBe(1)
  expect(linesOf(child)).toEqual([
    "zhishou: Telegram does not know this token. Please check TELEGRAM_TOKEN with BotFather.",
  ])
})
