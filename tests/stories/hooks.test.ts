import { createHmac } from "node:crypto"
import { createServer, type IncomingHttpHeaders } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, onTestFinished, test } from "vitest"
import { mayCall } from "../../bot/http/outside.ts"
import * as people from "../../services/people.ts"
import { asked, SERVED } from "../api.ts"
import { COUNTY } from "../office.ts"
import { wang, world, type World, zhang } from "../world.ts"

const KEY = "a key of thirty-two characters!!"
const LINK = "https://weibo.com/1/abc"

interface Heard {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A program that listens, and answers as it is told. */
const program = async () => {
  const heard: Heard[] = []
  const answers: number[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      heard.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
      const status = answers.shift() ?? 200
      response.writeHead(status, status === 302 ? { location: "/elsewhere" } : {}).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(async () => {
    await new Promise((resolve) => server.close(resolve))
  })
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hook`
  return { heard, answers, url }
}

/** The county, with 张敏 as its administrator, and a program that is told of these things. */
const open = async (topics: string, url: string): Promise<{ w: World; secret: string }> => {
  const w = await world({ settings: { ...SERVED, EVENTS_KEY: KEY, EVENTS_INSIDE: "yes" } })
  await w.look(async (turn) => {
    const [county] = await turn.tables.units.where("name", COUNTY)
    const admin = (await turn.tables.persons.all()).find(({ name }) => name === "张敏")
    if (!county || !admin) throw new Error("no county")
    await people.appoint(turn, admin.id, county.id, "administrator")
  })
  w.said()
  await w.say(zhang, `/webhook\n地址：${url}\n单位：${COUNTY}\n内容：${topics}`)
  const { text } = w.only(zhang)
  expect(text).toMatch(/^✅ 已登记“示例县人民政府办公室”的外发通知。\n/)
  const path = new URL(/http\S+/.exec(text)?.[0] ?? "").pathname
  const secret = (await asked(w, path, { method: "POST" })).text.trim()
  expect((await asked(w, path, { method: "POST" })).status).toBe(404)
  return { w, secret }
}

const types = (heard: readonly Heard[]) =>
  heard.map(({ body }) => (JSON.parse(body) as { type: string }).type)

test("a program hears of what happens, signed, and can tell that it was us", async () => {
  const { heard, url } = await program()
  const { w, secret } = await open("登记的更新", url)
  await w.say(zhang, `/post 微博示例县发布 ${LINK}`)
  const [call] = heard
  if (!call) throw new Error("nothing was heard")
  expect(JSON.parse(call.body)).toMatchObject({
    type: "post.reported",
    at: "2026-03-02T02:00:00.000Z",
    unit: { name: COUNTY },
    account: { platform: "weibo", name: "示例县发布" },
    data: { link: LINK, original: true },
  })
  const { "webhook-id": id, "webhook-timestamp": at, "webhook-signature": signature } = call.headers
  expect(at).toBe(String(Date.parse("2026-03-02T02:00:00Z") / 1000))
  const mac = createHmac("sha256", Buffer.from(secret.replace("whsec_", ""), "base64"))
  expect(signature).toBe(`v1,${mac.update(`${String(id)}.${String(at)}.${call.body}`).digest("base64")}`)
  // Neither the key nor the secret is kept, and nobody is named.
  const kept = await w.look(async ({ tables }) =>
    JSON.stringify([await tables.hooks.all(), await tables.outbox.all(), await tables.showings.all()]),
  )
  expect(kept).not.toContain(secret.slice(10))
  for (const { name, id: person } of await w.look(({ tables }) => tables.persons.all()))
    for (const word of [name, person]) expect(call.body).not.toContain(word)
  expect(await w.look(({ tables }) => tables.hookCalls.all())).toEqual([])
})

test("only what was asked for is told, and a drill never", async () => {
  const { heard, url } = await program()
  const { w } = await open("突发情况、事项到期和办结", url)
  await w.say(zhang, `/post 微博示例县发布 ${LINK}`)
  await w.say(zhang, "/drill 账号被盗")
  await w.running.settle()
  expect(heard).toEqual([])
})

test("what could not be told is told later, with the same id and in order", async () => {
  const { heard, answers, url } = await program()
  const { w } = await open("登记的更新", url)
  answers.push(500, 302)
  await w.say(zhang, `/post 微博示例县发布 ${LINK}`)
  await w.say(zhang, `/post 微博示例县发布 ${LINK}2`)
  expect(types(heard)).toEqual(["post.reported"])
  await w.turnTo("2026-03-02", "10:01")
  // A redirect is no answer, and is not followed.
  expect(heard).toHaveLength(2)
  await w.turnTo("2026-03-02", "10:06")
  expect(heard.map(({ body }) => (JSON.parse(body) as { data: { link: string } }).data.link)).toEqual([
    LINK,
    LINK,
    LINK,
    `${LINK}2`,
  ])
  const ids = heard.map(({ headers }) => headers["webhook-id"])
  expect(new Set(ids.slice(0, 3)).size).toBe(1)
  expect(ids[3]).not.toBe(ids[0])
})

test("after three days of failing it is given up, a person is told, and a press goes on where it stopped", async () => {
  const { heard, answers, url } = await program()
  const { w } = await open("登记的更新", url)
  answers.push(...Array.from({ length: 30 }, () => 500))
  await w.say(zhang, `/post 微博示例县发布 ${LINK}`)
  w.said()
  await w.turnTo("2026-03-06", "10:00")
  const told = w.said().filter(({ text }) => text.includes("外发"))
  const failed = w.playground
    .transcript({ chat: zhang })
    .filter(({ text }) => text.includes("一直失败，现已停用"))
  expect([told.length, failed.length]).toEqual([0, 1])
  expect(failed[0]?.text).toContain("发往 127.0.0.1:")
  expect(failed[0]?.text).not.toContain("/hook")
  const before = heard.length
  await w.turnTo("2026-03-07", "10:00")
  expect(heard).toHaveLength(before)
  answers.length = 0
  await w.press(zhang, "启用")
  expect(heard).toHaveLength(before + 1)
  await w.say(zhang, "/webhooks")
  expect(w.said().at(-1)?.text).toContain("；启用")
})

test("given up after whoever set it up has left, the officers of the unit are told and nobody who is gone", async () => {
  const { answers, url } = await program()
  const { w } = await open("登记的更新", url)
  answers.push(...Array.from({ length: 30 }, () => 500))
  await w.say(zhang, `/post 微博示例县发布 ${LINK}`)
  await w.look(async ({ tables }) => {
    for (const person of await tables.persons.all())
      if (person.name === "张敏") await tables.persons.put({ ...person, leavesAt: 1 })
  })
  w.said()
  await w.turnTo("2026-03-06", "10:00")
  const told = (chat: number) =>
    w.playground.transcript({ chat }).filter(({ text }) => text.includes("一直失败，现已停用")).length
  expect([told(zhang), told(wang)]).toEqual([0, 1])
})

test("an address inside, or without HTTPS, or with a password in it, is refused before and when it is called", async () => {
  for (const address of [
    "http://oa.example.gov.cn/hook",
    "https://name:word@oa.example.gov.cn/hook",
    "https://127.0.0.1/hook",
    "https://2130706433/hook",
    "https://10.1.2.3/",
    "https://192.168.1.1/",
    "https://169.254.169.254/latest",
    "https://[::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[fd00::1]/",
    "ftp://oa.example.gov.cn/",
    "no address",
  ])
    expect([address, mayCall(address, false)]).toEqual([address, false])
  expect(mayCall("https://oa.example.gov.cn/hook", false)).toBe(true)
  expect(mayCall("https://203.0.113.7:8443/hook", false)).toBe(true)
  const { post } = await import("../../bot/http/outside.ts")
  const { heard, url } = await program()
  const posting = { headers: {}, body: "{}", patience: 5000 }
  // A name that leads inside is found out when it is resolved.
  const named = url.replace("http://127.0.0.1", "https://localhost")
  expect(await post({ ...posting, url: named, allowsInside: false })).toBe(false)
  expect(await post({ ...posting, url, allowsInside: false })).toBe(false)
  expect(heard).toEqual([])
  expect(await post({ ...posting, url, allowsInside: true })).toBe(true)
})

test("without a key nothing can be told outside, and it says what to set", async () => {
  const w = await world({ settings: SERVED })
  await w.look(async (turn) => {
    const admin = (await turn.tables.persons.all()).find(({ name }) => name === "张敏")
    if (admin) await people.appoint(turn, admin.id, admin.unitId, "administrator")
  })
  await w.say(zhang, `/webhook\n地址：https://oa.example.gov.cn/h\n单位：${COUNTY}\n内容：突发情况`)
  expect(w.only(zhang).text).toBe("外发通知还没有开通。请管理员设置 EVENTS_KEY（签名密钥）后再试。")
  expect(await w.look(({ tables }) => tables.hooks.all())).toEqual([])
})
