import { beforeEach, expect, test } from "vitest"
import * as chats from "../../services/chats.ts"
import { Desk, toChat } from "./desk.ts"

let desk: Desk
beforeEach(async () => {
  desk = await Desk.open()
  await desk.do(async ({ tables }) => {
    await tables.chats.put({ id: "-1", unitId: "u", title: "示例群", topic: null, reachable: true })
    await tables.dialogs.put({
      id: "-1/p7",
      nonce: "n",
      command: "register",
      answers: {},
      asking: "name",
      picked: [],
      narrowed: null,
      page: 0,
      chat: "-1",
      topic: null,
      question: "q",
      dueAt: 0,
    })
  })
  await desk.post(toChat("-1", "提醒", { key: "a", replyTo: "17" }))
  await desk.post(toChat("-2", "别处", { key: "b" }))
})

const move = (from: string, to: string): Promise<void> => desk.do((act) => chats.move(act, from, to))

test("a group that became a supergroup is found under its new id everywhere", async () => {
  await move("-1", "-1001")
  await desk.do(async ({ tables }) => {
    expect(await tables.chats.all()).toMatchObject([{ id: "-1001", unitId: "u" }])
    expect(await tables.dialogs.all()).toMatchObject([{ id: "-1001/p7", chat: "-1001" }])
    expect(await tables.outbox.all()).toMatchObject([
      { to: { id: "-1001" }, replyTo: null, body: { text: "提醒" } },
      { to: { id: "-2" } },
    ])
  })
})

test("hearing twice of the move changes nothing more, and keeps what was bound since", async () => {
  await move("-1", "-1001")
  await desk.do(async ({ tables }) => {
    const chat = await tables.chats.get("-1001")
    if (chat) await tables.chats.put({ ...chat, title: "新名" })
    await tables.chats.put({ id: "-1", unitId: "other", title: "旧名", topic: null, reachable: true })
  })
  await move("-1", "-1001")
  await move("-1001", "-1001")
  const rows = await desk.do(({ tables }) => tables.chats.all())
  expect(rows).toMatchObject([{ id: "-1001", title: "新名", unitId: "u" }])
})
