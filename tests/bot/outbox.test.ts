import { beforeEach, expect, test } from "vitest"
import type { Outgoing } from "../../rules/outgoing.ts"
import { hours } from "../../rules/time.ts"
import { post } from "../../services/outbox.ts"
import { Desk, MONDAY, toChat } from "./desk.ts"

let desk: Desk
beforeEach(async () => {
  desk = await Desk.open()
})

const told = (row: Outgoing): string => `${row.id} ${row.state} ${row.lane} ${row.body.text}`
const outbox = async (): Promise<string[]> => (await desk.outbox()).map(told)
const change = (id: string, changes: Partial<Outgoing>): Promise<void> =>
  desk.do(async ({ tables }) => {
    const row = await tables.outbox.get(id)
    if (row) await tables.outbox.put({ ...row, ...changes })
  })
const card = (text: string, key: string): ReturnType<typeof toChat> => toChat("g", text, { key })
const edit = (text: string, more = {}): ReturnType<typeof toChat> =>
  toChat("elsewhere", text, { edits: "card", ...more })

test("a message waits from the moment it is posted, or until it is due", async () => {
  const now = await desk.post(toChat("g", "你好"))
  const later = await desk.post(toChat("g", "明天见", { dueAt: MONDAY + hours(23) }))
  expect([now.leaveAt, later.leaveAt]).toEqual([MONDAY, MONDAY + hours(23)])
  expect(await outbox()).toEqual(["id-1 waiting notice 你好", "id-2 waiting notice 明天见"])
})

test("posting the same key twice is harmless", async () => {
  await desk.post(card("第一遍", "digest/7"))
  expect((await desk.post(card("第二遍", "digest/7"))).body.text).toBe("第一遍")
  expect(await outbox()).toEqual(["digest/7 waiting notice 第一遍"])
})

test("a transaction that fails posts nothing", async () => {
  const failing = desk.do(async (act) => {
    await post(act, toChat("g", "不该看到"))
    throw new Error("not today")
  })
  await expect(failing).rejects.toThrow("not today")
  expect(await outbox()).toEqual([])
})

test("the messages of one transaction keep their order", async () => {
  const turns = await desk.do(async (act) => [
    (await post(act, toChat("g", "一"))).turn,
    (await post(act, toChat("g", "二"))).turn,
  ])
  expect(turns).toEqual([0, 1])
})

test("an edit of a card that has not left changes the card and sends nothing of its own", async () => {
  await desk.post(card("待认领", "card"))
  await desk.post(edit("已认领", { key: "edit" }))
  expect(await outbox()).toEqual(["card waiting notice 已认领", "edit replaced notice 已认领"])
  await desk.post(edit("李静已认领", { edits: "edit" }))
  expect((await outbox())[0]).toBe("card waiting notice 李静已认领")
})

test("a more urgent edit takes an unseen card along", async () => {
  await desk.post({ ...card("待认领", "card"), dueAt: MONDAY + hours(10) })
  await desk.post(edit("紧急", { lane: "emergency" }))
  const [first] = await desk.outbox()
  expect(first).toMatchObject({ lane: "emergency", leaveAt: MONDAY, body: { text: "紧急" } })
})

test("several waiting edits of one card collapse into the last, in the place of the first", async () => {
  await desk.post(card("0", "card"))
  await change("card", { state: "sent", messageId: "5", dueAt: MONDAY + hours(168) })
  const first = await desk.post(edit("1", { key: "e1" }))
  desk.now += 1000
  await desk.post(edit("2", { key: "e2" }))
  const last = await desk.post(edit("3", { key: "e3", edits: "e2" }))
  expect(await outbox()).toEqual([
    "card sent notice 0",
    "e1 replaced notice 1",
    "e2 replaced notice 2",
    "e3 waiting notice 3",
  ])
  expect(last).toMatchObject({ edits: "card", to: { id: "g" }, createdAt: first.createdAt })
})

test("an edit does not overtake a card that is on its way, even when it is more urgent", async () => {
  await desk.post(card("0", "card"))
  await change("card", { state: "sending" })
  await desk.post(edit("1", { key: "e1", lane: "emergency" }))
  expect(await outbox()).toEqual(["card sending emergency 0", "e1 waiting emergency 1"])
})

test("an edit of a message nobody remembers is a message of its own", async () => {
  const row = await desk.post(edit("新的"))
  expect(row).toMatchObject({ edits: null, to: { id: "elsewhere" }, state: "waiting" })
})
