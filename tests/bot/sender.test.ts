import { beforeEach, describe, expect, test } from "vitest"
import { Moved } from "../../bot/messenger.ts"
import { openSender } from "../../bot/sender.ts"
import { hours, minutes, seconds } from "../../rules/time.ts"
import { post } from "../../services/outbox.ts"
import { MONDAY, toChat } from "./desk.ts"
import { GROUP, type Office, useOffice } from "./office.ts"

const { now } = useOffice()
let office: Office
beforeEach(() => {
  office = now()
})

describe("a message", () => {
  test("leaves once its transaction is done, and is remembered for a week", async () => {
    await office.say("你好", { key: "hello", replyTo: "17" })
    await office.settle()
    expect(office.paper.letters).toMatchObject([
      { chat: GROUP, text: "你好", edited: false, to: { kind: "group", topic: null, replyTo: "17" } },
    ])
    expect(await office.desk.outbox()).toMatchObject([
      {
        id: "hello",
        state: "sent",
        messageId: "101",
        chat: GROUP,
        sentAt: MONDAY,
        dueAt: MONDAY + hours(168),
      },
    ])
  })

  test("is recorded as leaving before the messenger is called", async () => {
    const release = office.paper.hold()
    await office.say("你好")
    office.sender.wake()
    await office.breathe()
    expect(await office.states()).toEqual(["sending"])
    release()
    await office.settle()
    expect(await office.states()).toEqual(["sent"])
  })

  test("that is not due yet waits until it is", async () => {
    await office.say("早上好", { dueAt: MONDAY + hours(1) })
    await office.settle()
    expect(office.paper.texts).toEqual([])
    expect(await office.sender.nextDue()).toBe(MONDAY + hours(1))
    await office.after(hours(1))
    expect(office.paper.texts).toEqual(["-1 早上好"])
    expect(await office.sender.nextDue()).toBeNull()
  })

  test("of a person goes to the private chat, even when that came later", async () => {
    const person = {
      id: "p",
      name: "李静",
      unitId: "u",
      user: "telegram:7",
      since: 0,
      state: "active" as const,
    }
    await office.desk.do(({ tables }) => tables.persons.put({ ...person, chat: "7", reachable: true }))
    await office.settle()
    await office.desk.post(toChat("p", "一", { to: { kind: "person", id: "p" }, dueAt: MONDAY + 1 }))
    await office.desk.do(({ tables }) => tables.persons.put({ ...person, chat: "8", reachable: true }))
    await office.after(1)
    expect(office.paper.texts).toEqual(["8 一"])
  })

  test("goes to the topic of a forum", async () => {
    await office.say("你好", { to: { kind: "chat", id: GROUP, topic: "5" } })
    await office.settle()
    expect(office.paper.letters[0]?.to.topic).toBe("5")
  })
})

describe("order", () => {
  test("one chat's messages leave one after another, each when the one before is answered", async () => {
    const release = office.paper.hold()
    for (const text of ["一", "二", "三"]) await office.say(text)
    await office.breathe()
    expect(office.paper.texts).toEqual(["-1 一"])
    release()
    await office.settle()
    expect(office.paper.texts).toEqual(["-1 一", "-1 二", "-1 三"])
  })

  test("the messages of one transaction leave in the order in which they were posted, after a restart too", async () => {
    await office.sender.stop()
    await office.desk.do(async (turn) => {
      for (const key of ["z", "y", "x"]) await post(turn, toChat(GROUP, key, { lane: "answer", key }))
    })
    await office.restart()
    expect(office.paper.texts).toEqual(["-1 z", "-1 y", "-1 x"])
  })

  test("lanes overtake each other: emergency, answer, notice, digest", async () => {
    await office.sender.stop()
    for (const lane of ["digest", "notice", "answer", "emergency"] as const) await office.say(lane, { lane })
    await office.restart()
    expect(office.paper.texts).toEqual(["-1 emergency", "-1 answer", "-1 notice", "-1 digest"])
  })

  test("those behind a message that is tried again wait for it", async () => {
    office.paper.faults.push(new Error("Bad Gateway"))
    await office.say("一")
    await office.say("二")
    await office.settle()
    expect(office.paper.texts).toEqual([])
    await office.after(seconds(1))
    expect(office.paper.texts).toEqual(["-1 一", "-1 二"])
  })

  test("an emergency does not wait for a call that hangs in the same chat", async () => {
    const release = office.paper.hold()
    await office.say("日报", { lane: "digest" })
    await office.breathe()
    await office.say("紧急", { lane: "emergency" })
    await office.breathe()
    expect(office.paper.texts).toEqual(["-1 日报", "-1 紧急"])
    release()
  })
})

describe("a group that moved", () => {
  test("gets its message under the new id, and so does all that waits", async () => {
    await office.desk.do(({ tables }) =>
      tables.chats.put({ id: GROUP, unitId: "u", title: "示例群", topic: null, reachable: true }),
    )
    office.paper.closed.set(GROUP, new Moved("-1001"))
    await office.say("一")
    await office.say("二", { lane: "digest" })
    await office.settle()
    expect(office.paper.texts).toEqual(["-1001 一", "-1001 二"])
    expect(await office.desk.do(({ tables }) => tables.chats.get("-1001"))).toMatchObject({ unitId: "u" })
  })

  test("to itself is a fault that may pass", async () => {
    office.paper.faults.push(new Moved(GROUP))
    await office.say("一")
    await office.settle()
    expect(office.paper.texts).toEqual([])
    await office.after(seconds(1))
    expect(office.paper.texts).toEqual(["-1 一"])
  })
})

test("a message that throws inside is put off and reported, and the others leave", async () => {
  await office.sender.stop()
  const { app } = office.desk
  const outbox = {
    ...app.text.outbox,
    get detour(): string {
      throw new Error("no words")
    },
  }
  await office.desk.do(async ({ tables }) => {
    const person = {
      name: "李静",
      unitId: "u",
      user: null,
      reachable: false,
      state: "active" as const,
      since: 0,
    }
    await tables.persons.put({ ...person, id: "p", chat: "7" })
    await tables.chats.put({ id: GROUP, unitId: "u", title: "示例群", topic: null, reachable: true })
  })
  await office.say("一", { to: { kind: "person", id: "p" }, lane: "notice" })
  await office.say("二")
  office.sender = openSender({ ...app, text: { ...app.text, outbox } }, office.paper)
  await office.settle()
  expect(office.paper.texts).toEqual(["-1 二"])
  expect(office.desk.faults).toEqual(["sending: no words"])
  expect(await office.sender.nextDue()).toBe(MONDAY + minutes(10))
})

test("a sender that was stopped sends no more", async () => {
  await office.sender.stop()
  await office.say("一")
  await office.settle()
  expect(office.paper.letters).toEqual([])
})
