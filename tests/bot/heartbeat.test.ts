import { once } from "node:events"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { openHeart, type Heart } from "../../bot/heart.ts"
import { openHeartbeat, type Heartbeat } from "../../bot/heartbeat.ts"
import { openLog } from "../../bot/log.ts"
import { start } from "../../bot/main.ts"
import { openSender, type Sender } from "../../bot/sender.ts"
import { readSettings } from "../../bot/settings.ts"
import { createPlayground } from "../../playground/playground.ts"
import { minutes } from "../../rules/time.ts"
import * as canaries from "../../services/canaries.ts"
import { jobs } from "../../services/jobs.ts"
import { openMemory } from "../../storage/memory.ts"
import { Desk } from "./desk.ts"
import { Postman } from "./postman.ts"

let server: Server
let url: string
let asked: string[]
let answer: number
let desk: Desk
let paper: Postman
let heart: Heart
let sender: Sender
let heartbeat: Heartbeat
const warned: string[] = []
const log = { warn: (...said: unknown[]) => void warned.push(said.join(" ")) }

beforeEach(async () => {
  asked = []
  answer = 200
  warned.length = 0
  server = createServer((request, response) => {
    asked.push(request.url ?? "")
    response.writeHead(answer).end("OK")
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/ping/some-secret`
  desk = await Desk.open()
  paper = new Postman(() => desk.now)
  heart = openHeart(desk.app, jobs)
  sender = openSender(desk.app, paper)
  heartbeat = openHeartbeat(desk.app, url, log as never)
})

afterEach(async () => {
  heartbeat.stop()
  await heart.stop()
  await sender.stop()
  server.close()
})

/** Lets everything that can be done be done. */
const settle = async (): Promise<void> => {
  await heart.settle()
  await sender.settle()
}

/** So many calls have come, and no more. */
const calls = async (count: number): Promise<void> => {
  await vi.waitFor(() => expect(asked).toHaveLength(count))
  await new Promise((resolve) => setImmediate(resolve))
  expect(asked).toHaveLength(count)
}

describe("somebody watches the watcher", () => {
  test("a canary that went through store, clock, outbox and the messenger's answer is told outside, once", async () => {
    await heartbeat.tick()
    await settle()
    await calls(1)
    expect(asked).toEqual(["/ping/some-secret"])
    expect(paper.asked).toBe(1)
    expect(paper.letters).toEqual([])
    expect(await desk.outbox()).toEqual([])
    desk.now += minutes(4)
    await heartbeat.tick()
    await settle()
    await calls(1)
    desk.now += minutes(1)
    await heartbeat.tick()
    await settle()
    await calls(2)
  })

  test("as long as the messenger does not answer nothing is told outside", async () => {
    let release: () => void = () => undefined
    paper.silent = new Promise((resolve) => (release = resolve))
    await heartbeat.tick()
    await heart.settle()
    await vi.waitFor(async () => expect((await desk.outbox())[0]?.state).toBe("sending"))
    await calls(0)
    release()
    await sender.settle()
    await calls(1)
  })

  test("a messenger that cannot be reached is not told as well, and the next canary goes when it can", async () => {
    paper.unreachable.push(new Error("no network"), new Error("no network"))
    await heartbeat.tick()
    await heart.settle()
    await sender.settle()
    await calls(0)
    expect(await desk.outbox()).toEqual([])
    desk.now += minutes(5)
    await heartbeat.tick()
    await settle()
    await calls(1)
  })

  test("a clock that takes nothing, or a sender that sends nothing, is not told as well", async () => {
    await heart.stop()
    await heartbeat.tick()
    await sender.settle()
    await calls(0)
    heart = openHeart(desk.app, jobs)
    await sender.stop()
    await heart.settle()
    await calls(0)
    expect((await desk.outbox()).map(({ state }) => state)).toEqual(["waiting"])
  })

  test("while one canary waits no second one is sent", async () => {
    await sender.stop()
    for (let count = 0; count < 3; count += 1) {
      await heartbeat.tick()
      await heart.settle()
      desk.now += minutes(5)
    }
    expect(await desk.outbox()).toHaveLength(1)
    sender = openSender(desk.app, paper)
    await sender.settle()
    await calls(1)
  })

  test("an address that refuses is written down without the address, and stops nothing", async () => {
    answer = 500
    await heartbeat.tick()
    await settle()
    await calls(1)
    await vi.waitFor(() => expect(warned).toEqual(["the heartbeat address did not answer"]))
  })

  test("without an address nothing goes anywhere, and it is only noted that the bot is there", async () => {
    heartbeat.stop()
    heartbeat = openHeartbeat(desk.app, null, log as never)
    await heartbeat.tick()
    await settle()
    expect(paper.asked).toBe(0)
    expect(await desk.do((act) => canaries.aliveAt(act))).toBe(desk.now)
  })
})

describe("a stop with a fault", () => {
  const settings = async () => {
    const playground = await createPlayground({})
    const read = readSettings({
      TELEGRAM_TOKEN: playground.token,
      TELEGRAM_API_ROOT: playground.apiRoot,
      HEARTBEAT_URL: `${url}/`,
      LOG_LEVEL: "error",
    })
    return { playground, read }
  }

  test("is told outside before the process ends", async () => {
    const { playground, read } = await settings()
    let fatal: (fault: Error) => void = () => undefined
    const running = await start(read, {
      open: async (_log, broken, now) => {
        fatal = broken
        return openMemory({ now })
      },
      log: openLog({ level: "silent", secrets: [] }),
      ticking: false,
    })
    fatal(new Error("the disk is full"))
    expect((await running.broken).message).toBe("the disk is full")
    expect(asked).toEqual(["/ping/some-secret/fail"])
    await running.stop()
    await playground.close()
  })

  test("is told outside too when it comes at the start", async () => {
    const { playground, read } = await settings()
    const open = () => Promise.reject(new Error("the journal is damaged"))
    await expect(start(read, { open, log: openLog({ level: "silent", secrets: [] }) })).rejects.toThrow(
      "damaged",
    )
    expect(asked).toEqual(["/ping/some-secret/fail"])
    await playground.close()
  })

  test("an ordinary stop is not", async () => {
    const { playground, read } = await settings()
    const running = await start(read, {
      open: (_log, _broken, now) => openMemory({ now }),
      log: openLog({ level: "silent", secrets: [] }),
      ticking: false,
    })
    await running.stop()
    expect(asked).toEqual([])
    await playground.close()
  })
})

test("a wrong address is refused without being shown", () => {
  expect(() => readSettings({ HEARTBEAT_URL: "hc-ping.com/secret" })).toThrow(
    "HEARTBEAT_URL=(not shown) is wrong",
  )
})
