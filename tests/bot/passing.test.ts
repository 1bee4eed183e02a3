import { beforeEach, expect, test } from "vitest"
import type { Departure } from "../../bot/passing.ts"
import type { Message } from "../../rules/outbox.ts"
import { minutes } from "../../rules/time.ts"
import { post } from "../../services/outbox.ts"
import { toChat } from "./desk.ts"
import { GROUP, type Office, useOffice } from "./office.ts"

const { now } = useOffice()
let office: Office
beforeEach(async () => {
  office = now()
  await office.settle()
})

/** Posts in a transaction with which leaves what can. */
const answer = async (...messages: readonly Message[]): Promise<void> => {
  const departure = await office.desk.do(async (turn) => {
    for (const message of messages) await post(turn, message)
    return office.sender.depart(turn)
  })
  departure.go()
}

const toGroup = (text: string, more: Partial<Message> = {}): Message =>
  toChat(GROUP, text, { lane: "answer", key: text, ...more })

/** The states in which a message was recorded, one transaction after the other. */
const pastOf = async (id: string): Promise<unknown[]> => {
  const lines = await office.desk.app.store.history("outbox", id)
  return lines.map(
    ({ changes }) => (changes.find(([, row]) => row === id)?.[2] as { readonly state: string }).state,
  )
}

test("an answer is recorded as leaving by the transaction that posts it", async () => {
  await answer(toGroup("好"))
  await office.settle()
  expect(office.paper.texts).toEqual(["-1 好"])
  expect(await pastOf("好")).toEqual(["sending", "sent"])
})

test("nothing leaves before its transaction is done", async () => {
  const departure = await office.desk.do(async (turn) => {
    await post(turn, toGroup("好"))
    const leaving = await office.sender.depart(turn)
    await office.breathe()
    expect(office.paper.texts).toEqual([])
    return leaving
  })
  await office.settle()
  expect(office.paper.texts).toEqual([])
  departure.go()
  await office.settle()
  expect(office.paper.texts).toEqual(["-1 好"])
})

test("with a transaction that fails nothing leaves, and the next may", async () => {
  const leaving: Departure[] = []
  const failing = office.desk.do(async (turn) => {
    await post(turn, toGroup("坏"))
    leaving.push(await office.sender.depart(turn))
    throw new Error("no")
  })
  await expect(failing).rejects.toThrow("no")
  for (const departure of leaving) departure.stay()
  await answer(toGroup("好"))
  await office.settle()
  expect(office.paper.texts).toEqual(["-1 好"])
  expect(await pastOf("好")).toEqual(["sending", "sent"])
})

test("whoever is answered twice at once gets both in order", async () => {
  await answer(toGroup("一"), toGroup("二"))
  await answer(toGroup("三"))
  await office.settle()
  expect(office.paper.texts).toEqual(["-1 一", "-1 二", "-1 三"])
  expect(await pastOf("二")).toEqual(["waiting", "sending", "sent"])
})

test("an answer takes nobody's place: behind what is due it waits", async () => {
  await office.desk.post(toChat("-2", "通知"))
  await answer(toGroup("好"))
  await office.settle()
  expect(await pastOf("好")).toEqual(["waiting", "sending", "sent"])
})

test("what is no answer, or is not due yet, waits", async () => {
  await answer(
    toGroup("通知", { lane: "notice" }),
    toGroup("以后", { dueAt: office.desk.now + minutes(1) }),
    toGroup("某人", { to: { kind: "person", id: "p" } }),
  )
  expect(await office.states()).toEqual(["waiting", "waiting", "waiting"])
})

test("as many leave at once as the limits allow, the others when there is room again", async () => {
  const many = Array.from({ length: 40 }, (_, at) => toChat(`-${at + 1}`, "好", { lane: "answer" }))
  const release = office.paper.hold()
  await answer(...many)
  const leaving = (await office.states()).filter((state) => state === "sending").length
  expect(leaving).toBeGreaterThan(20)
  expect(leaving).toBeLessThanOrEqual(office.paper.limits.perSecond)
  release()
  await office.settle()
  await office.after(minutes(1))
  expect(office.paper.texts).toHaveLength(40)
})

test("a restart in between makes it doubtful: it is sent, and says that it may be a repeat", async () => {
  await office.desk.do(async (turn) => {
    await post(turn, toGroup("好"))
    await office.sender.depart(turn)
  })
  await office.restart()
  expect(office.paper.texts).toEqual(["-1 （可能重复）\n好"])
})

test("who has stopped takes nothing along", async () => {
  await office.sender.stop()
  await answer(toGroup("好"))
  expect(await office.states()).toEqual(["waiting"])
})

test("an answer waits for what is more urgent and was posted before it", async () => {
  await answer(toGroup("急", { lane: "emergency" }), toGroup("好"))
  await office.settle()
  expect(office.paper.texts).toEqual(["-1 急", "-1 好"])
  expect(await pastOf("好")).toEqual(["waiting", "sending", "sent"])
})
