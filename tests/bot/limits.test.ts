import { beforeEach, describe, expect, test } from "vitest"
import { Pause } from "../../bot/messenger.ts"
import { openSender } from "../../bot/sender.ts"
import { hours, minutes, seconds } from "../../rules/time.ts"
import { post } from "../../services/outbox.ts"
import { MONDAY, toChat } from "./desk.ts"
import { type Office, useOffice } from "./office.ts"

const { now } = useOffice()
let office: Office
beforeEach(() => {
  office = now()
})

describe("budgets", () => {
  const digests = (count: number): Promise<void> =>
    office.desk.do(async (turn) => {
      for (let chat = 1; chat <= count; chat++)
        await post(turn, toChat(String(chat), "日报", { lane: "digest" }))
    })

  test("a thousand digests keep to the limit, and an emergency in their middle leaves at once", async () => {
    await digests(1_000)
    await office.settle()
    expect(office.paper.letters).toHaveLength(27)
    for (let second = 0; second < 10; second++) await office.after(seconds(1))
    expect(office.paper.letters).toHaveLength(27 * 11)
    await office.desk.post(toChat("5", "紧急", { lane: "emergency" }))
    await office.settle()
    expect(office.paper.texts.at(-1)).toBe("5 紧急")
    while ((await office.sender.nextDue()) !== null) await office.after(await office.wait())
    expect(office.paper.letters).toHaveLength(1_001)
    const most = Math.max(
      ...office.paper.letters.map(
        ({ at }) => office.paper.letters.filter((one) => one.at >= at && one.at < at + 1000).length,
      ),
    )
    expect(most).toBeLessThanOrEqual(30)
    expect(office.desk.now - MONDAY).toBeLessThanOrEqual(seconds(1_000 / 27 + 1))
  })

  test("a group gets twenty messages a minute, four of them for emergencies only", async () => {
    for (let count = 1; count <= 20; count++) await office.say(`通知 ${count}`)
    await office.settle()
    expect(office.paper.letters).toHaveLength(16)
    for (let count = 1; count <= 5; count++) await office.say(`紧急 ${count}`, { lane: "emergency" })
    await office.settle()
    expect(office.paper.texts.slice(16)).toEqual(["-1 紧急 1", "-1 紧急 2", "-1 紧急 3", "-1 紧急 4"])
    expect(await office.sender.nextDue()).toBe(MONDAY + minutes(1))
    await office.after(minutes(1))
    expect(office.paper.texts.slice(20)).toEqual([
      "-1 紧急 5",
      "-1 通知 17",
      "-1 通知 18",
      "-1 通知 19",
      "-1 通知 20",
    ])
  })

  test("a full group holds up nobody else", async () => {
    for (let count = 1; count <= 30; count++) await office.say(`通知 ${count}`)
    await office.desk.post(toChat("9", "日报", { lane: "digest" }))
    await office.settle()
    expect(office.paper.texts).toContain("9 日报")
  })

  test("a private chat gets a burst, then one message a second; an emergency still leaves at once", async () => {
    const answer = (text: string, lane: "answer" | "emergency") =>
      office.desk.post(toChat("7", text, { lane }))
    for (let count = 1; count <= 7; count++) await answer(`答 ${count}`, "answer")
    await office.settle()
    expect(office.paper.letters).toHaveLength(4)
    await answer("紧急", "emergency")
    await office.settle()
    expect(office.paper.texts.at(-1)).toBe("7 紧急")
    expect(await office.sender.nextDue()).toBe(MONDAY + seconds(2))
    await office.after(seconds(2))
    expect(office.paper.texts.at(-1)).toBe("7 答 5")
  })

  test("what left just before a restart still counts", async () => {
    for (let count = 1; count <= 16; count++) await office.say(`通知 ${count}`)
    await office.settle()
    await office.sender.stop()
    await office.say("再一条")
    await office.restart()
    expect(office.paper.letters).toHaveLength(16)
    await office.after(minutes(1))
    expect(office.paper.texts.at(-1)).toBe("-1 再一条")
  })

  test("settings may lower the limits", async () => {
    await office.sender.stop()
    office.sender = openSender(office.desk.app, office.paper, { limits: { perGroupMinute: 5 } })
    for (let count = 1; count <= 6; count++) await office.say(`通知 ${count}`)
    await office.settle()
    expect(office.paper.letters).toHaveLength(4)
  })

  test("whoever keeps the time is told when to wake the sender again", async () => {
    await office.sender.stop()
    const alarms: (number | null)[] = []
    office.sender = openSender(office.desk.app, office.paper, { alarm: (at) => alarms.push(at) })
    await office.say("早上好", { dueAt: MONDAY + hours(1) })
    await office.settle()
    await office.after(hours(1))
    expect([alarms[0], alarms.at(-1)]).toEqual([MONDAY + hours(1), null])
  })
})

describe("told to wait", () => {
  test("a 429 pauses everything for as long as it says, and nothing is lost", async () => {
    office.paper.faults.push(new Pause(seconds(30)))
    await office.say("一")
    await office.settle()
    await office.desk.post(toChat("7", "二", { lane: "emergency" }))
    await office.settle()
    expect(await office.sender.nextDue()).toBe(MONDAY + seconds(30))
    await office.after(seconds(29))
    expect(office.paper.texts).toEqual([])
    await office.after(seconds(1))
    expect(office.paper.texts).toEqual(["7 二", "-1 一"])
    expect(office.desk.faults).toEqual([])
  })
})
