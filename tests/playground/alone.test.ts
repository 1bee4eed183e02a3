import { spawn } from "node:child_process"
import { once } from "node:events"
import { Api } from "grammy"
import { expect, test } from "vitest"
import { operator } from "./county.ts"

test("the playground runs as a process of its own, and stops when told", async () => {
  const config = JSON.stringify({ people: [{ id: operator, name: "李明", started: true }], limits: "none" })
  const child = spawn(process.execPath, ["--import", "tsx", "playground/alone.ts", "--port", "0"], {
    env: { ...process.env, PLAYGROUND_CONFIG: config },
    stdio: ["ignore", "pipe", "inherit"],
  })
  const [line] = (await once(child.stdout, "data")) as [Buffer]
  const { apiRoot, token, url } = JSON.parse(line.toString()) as {
    apiRoot: string
    token: string
    url: string
  }
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  expect((await new Api(token, { apiRoot }).sendMessage(operator, "你好")).message_id).toBe(1)
  child.kill("SIGTERM")
  expect(await once(child, "exit")).toEqual([0, null])
})
