import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { Refused, Unreachable } from "../../bot/messenger.ts"
import { openSender, type Sender } from "../../bot/sender.ts"
import type { Message } from "../../rules/outbox.ts"
import type { Person, Role } from "../../rules/person.ts"
import { Desk, MONDAY, toChat } from "./desk.ts"
import { Postman } from "./postman.ts"

let desk: Desk
let paper: Postman
let sender: Sender

const person = (id: string, name: string, unitId: string): Person => ({
  id,
  name,
  unitId,
  user: `telegram:${id}`,
  chat: id,
  reachable: true,
  state: "active",
  since: MONDAY,
})

/** 示例县 stands above its transport bureau; 王芳 (2) supervises the county, 李静 (1) works in the bureau. */
beforeEach(async () => {
  desk = await Desk.open()
  paper = new Postman(() => desk.now)
  sender = openSender(desk.app, paper)
  await desk.do(async ({ tables }) => {
    const unit = { shortNames: [], kind: "other" as const, rulebooks: [], times: {} }
    await tables.units.put({ ...unit, id: "county", name: "示例县", parentId: null })
    await tables.units.put({ ...unit, id: "bureau", name: "县交通局", parentId: "county" })
    await tables.persons.put(person("1", "李静", "bureau"))
    await tables.persons.put(person("2", "王芳", "county"))
  })
  await appoint("2", "county", "supervisor")
})
afterEach(() => sender.stop())

const appoint = (personId: string, unitId: string, role: Role): Promise<void> =>
  desk.do(({ tables }) =>
    tables.roles.put({
      id: `${personId} ${role}`,
      personId,
      unitId,
      role,
      since: MONDAY,
      until: null,
    }),
  )
const bind = (id: string, unitId: string): Promise<void> =>
  desk.do(({ tables }) => tables.chats.put({ id, unitId, title: "示例群", topic: "3", reachable: true }))
const change = (id: string, changes: Partial<Person>): Promise<void> =>
  desk.do(async ({ tables }) => {
    const row = await tables.persons.get(id)
    if (row) await tables.persons.put({ ...row, ...changes })
  })
const toPerson = async (id: string, text: string, more: Partial<Message> = {}): Promise<void> => {
  await desk.post(toChat(id, text, { to: { kind: "person", id }, ...more }))
  await sender.settle()
}
const blocked = new Unreachable("Forbidden: bot was blocked by the user")
const TOLD =
  "2 县交通局的李静收不到我的私聊，单位也没有可用的群，消息送不到本人。请提醒本人打开与我的对话，点一下「开始」。"

describe("somebody who blocked the bot", () => {
  beforeEach(() => paper.closed.set("1", blocked))

  test("is named in the unit's group, where the message is said instead", async () => {
    await bind("-1", "bureau")
    const buttons = [[{ label: "已更新", press: "post" }]]
    await toPerson("1", "账号今天到期", { body: { text: "账号今天到期", buttons } })
    expect(paper.letters).toMatchObject([
      {
        chat: "-1",
        text: "李静，您收不到我的私聊，先在群里说：\n\n账号今天到期",
        to: { topic: "3" },
        body: { buttons, mentions: [{ offset: 0, length: 2, user: "telegram:1" }] },
      },
    ])
    expect(await desk.do(({ tables }) => tables.persons.get("1"))).toMatchObject({ reachable: false })
    expect((await desk.outbox()).map(({ state, fault }) => [state, fault])).toEqual([
      ["failed", "Forbidden: bot was blocked by the user"],
      ["sent", null],
    ])
  })

  test("in a unit without a group is told of to the supervising officer, once", async () => {
    await toPerson("1", "第一条")
    await toPerson("1", "第二条")
    await toPerson("1", "第三条", { lane: "digest" })
    expect(paper.texts).toEqual([TOLD])
  })

  test("is not called again for routine messages, but for an emergency", async () => {
    await toPerson("1", "通知")
    paper.closed.clear()
    await toPerson("1", "日报", { lane: "digest" })
    await toPerson("1", "紧急", { lane: "emergency" })
    expect(paper.texts).toEqual([TOLD, "1 紧急"])
  })

  test("gets no answer into the group that was meant for them alone", async () => {
    await bind("-1", "bureau")
    await desk.post(toChat("1", "邀请链接", { lane: "answer" }))
    await sender.settle()
    expect(paper.texts).toEqual([])
    expect(await desk.do(({ tables }) => tables.persons.get("1"))).toMatchObject({ reachable: false })
  })

  test("has nobody told when there is nobody else, and nothing throws", async () => {
    await change("2", { state: "left" })
    await toPerson("1", "通知")
    expect(paper.texts).toEqual([])
    expect(desk.faults).toEqual([])
  })

  test("is told of to whoever leads, where nobody supervises", async () => {
    await change("2", { state: "left" })
    await desk.do(({ tables }) => tables.persons.put(person("4", "赵强", "bureau")))
    await appoint("4", "bureau", "leader")
    await toPerson("1", "通知")
    expect(paper.texts.map((text) => text.slice(0, 10))).toEqual([TOLD.replace("2", "4").slice(0, 10)])
  })
})

test("somebody who never opened the bot is told of without a call", async () => {
  await change("1", { chat: null, reachable: false })
  await toPerson("1", "通知")
  expect(paper.texts).toEqual([TOLD])
})

test("an officer who cannot be reached is passed over for the one above", async () => {
  await desk.do(({ tables }) => tables.persons.put(person("3", "赵强", "bureau")))
  await appoint("3", "bureau", "supervisor")
  await change("3", { reachable: false })
  paper.closed.set("1", blocked)
  await toPerson("1", "通知")
  expect(paper.texts).toEqual([TOLD])
})

test("somebody who has left gets nothing, and nobody is told", async () => {
  await change("1", { state: "left" })
  await toPerson("1", "通知")
  expect(paper.texts).toEqual([])
  expect(await desk.outbox()).toMatchObject([{ state: "failed" }])
})

test("a group that shut the bot out is told of to the supervising officer, once", async () => {
  await bind("-1", "bureau")
  paper.closed.set("-1", new Unreachable("Forbidden: bot was kicked from the supergroup chat"))
  for (const text of ["一", "二"]) {
    await desk.post(toChat("-1", text))
    await sender.settle()
  }
  expect(paper.texts).toEqual([
    "2 我在县交通局的群「示例群」里发不出消息，可能已被移出群或被禁言。请把我重新加进群里，并允许我发言。",
  ])
  expect(await desk.do(({ tables }) => tables.chats.get("-1"))).toMatchObject({ reachable: false })
})

test("a chat nobody enrolled gets nothing more, and nobody is told", async () => {
  paper.closed.set("99", new Unreachable("Forbidden: bot was blocked by the user"))
  await desk.post(toChat("99", "请向管理员要邀请链接", { lane: "answer" }))
  await sender.settle()
  expect(paper.texts).toEqual([])
  expect(await desk.outbox()).toMatchObject([{ state: "failed" }])
  expect(desk.faults).toEqual([])
})

describe("a message that the messenger will not take", () => {
  beforeEach(() => paper.faults.push(new Refused("Bad Request: BUTTON_DATA_INVALID")))

  test("is reported, and nobody is bothered", async () => {
    await toPerson("1", "通知", { key: "k" })
    expect(paper.texts).toEqual([])
    expect(desk.faults).toEqual(["message k: Bad Request: BUTTON_DATA_INVALID"])
    expect(await desk.outbox()).toMatchObject([
      { state: "failed", fault: "Bad Request: BUTTON_DATA_INVALID" },
    ])
  })

  test("in an emergency is told of to the supervising officer", async () => {
    await bind("-1", "bureau")
    await desk.post(toChat("-1", "账号被盗，请立即处置", { lane: "emergency" }))
    await sender.settle()
    expect(paper.texts).toEqual([
      "2 有一条紧急消息没能发出，请直接联系有关人员。消息开头：「账号被盗，请立即处置」。故障编号 F-1。",
    ])
  })
})
