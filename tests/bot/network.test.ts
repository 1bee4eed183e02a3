import { beforeEach, describe, expect, test } from "vitest"
import { Doubtful } from "../../bot/messenger.ts"
import { hours, minutes, seconds } from "../../rules/time.ts"
import { MONDAY, toChat } from "./desk.ts"
import { GROUP, type Office, useOffice } from "./office.ts"

const { now } = useOffice()
let office: Office
beforeEach(() => {
  office = now()
})

describe("a network that fails", () => {
  test("for a while loses nothing: the messenger is asked until it answers, then everything leaves", async () => {
    office.paper.faults.push(new Error("connect ECONNREFUSED"))
    for (let times = 0; times < 4; times++) office.paper.unreachable.push(new Error("connect ECONNREFUSED"))
    await office.say("一")
    await office.say("二", { lane: "digest" })
    await office.settle()
    const asked: number[] = []
    for (let times = 0; times < 8 && office.paper.letters.length === 0; times++) {
      asked.push(await office.wait())
      await office.after(asked.at(-1) ?? 0)
    }
    expect(asked).toEqual([1, 2, 4, 8].map(seconds))
    expect(office.paper.texts).toEqual(["-1 一", "-1 二"])
    expect(office.paper.letters.map(({ text }) => text).join("")).not.toContain("可能重复")
  })

  test("for hours is asked twice a minute, and no message is tried meanwhile", async () => {
    office.paper.faults.push(new Error("ENOTFOUND"))
    for (let times = 0; times < 1_000; times++) office.paper.unreachable.push(new Error("ENOTFOUND"))
    await office.say("一")
    await office.settle()
    for (let steps = 0; office.desk.now < MONDAY + hours(2) && steps < 500; steps++) {
      await office.after(await office.wait())
    }
    expect(office.paper.asked).toBeLessThan(250)
    expect(await office.desk.outbox()).toMatchObject([{ state: "waiting", attempts: 1 }])
    office.paper.unreachable.splice(0)
    await office.after(seconds(30))
    expect(office.paper.texts).toEqual(["-1 一"])
  })

  test("a message that keeps failing alone backs off, holds nobody up, and is never given up", async () => {
    office.paper.closed.set(GROUP, new Error("Internal Server Error"))
    await office.say("一")
    await office.settle()
    const waits: number[] = []
    for (let times = 0; times < 9; times++) {
      waits.push(await office.wait())
      await office.after(waits.at(-1) ?? 0)
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map(seconds))
    await office.desk.post(toChat("7", "二"))
    await office.settle()
    office.paper.closed.clear()
    await office.after(minutes(1))
    expect(office.paper.texts).toEqual(["7 二", "-1 一"])
  })
})

describe("no answer", () => {
  const silent = (): Doubtful => new Doubtful("socket hang up")

  test("the message is sent once more and says so", async () => {
    office.paper.faults.push(silent())
    await office.say("一")
    await office.settle()
    await office.after(seconds(1))
    expect(office.paper.texts).toEqual(["-1 一", "-1 （可能重复）\n一"])
    expect(await office.states()).toEqual(["sent"])
  })

  test("twice: it is not sent a third time, the reader is told what may be missing, and it is reported", async () => {
    office.paper.faults.push(silent(), silent())
    await office.say("账号「示例交通」今天到期，请更新", { key: "digest" })
    await office.settle()
    await office.after(minutes(1))
    await office.after(minutes(1))
    expect(office.paper.texts.slice(2)).toEqual([
      "-1 有一条消息可能没有送到这里，开头是「账号「示例交通」今天到期，请更新」。请发 /today 看看现在的情况。",
    ])
    expect(office.desk.faults).toEqual(["message digest: no answer twice: socket hang up"])
  })

  test("even to that: nothing more is said", async () => {
    office.paper.faults.push(silent(), silent(), silent(), silent())
    await office.say("一")
    for (let times = 0; times < 6; times++) await office.after(minutes(1))
    expect(office.paper.letters).toHaveLength(4)
    expect(await office.states()).toEqual(["failed", "failed"])
    expect(await office.sender.nextDue()).toBeNull()
  })

  test("a repeat that is certainly not delivered is tried again, still marked", async () => {
    office.paper.faults.push(silent(), new Error("ECONNREFUSED"))
    await office.say("一")
    for (let times = 0; times < 3; times++) await office.after(minutes(1))
    expect(office.paper.texts).toEqual(["-1 一", "-1 （可能重复）\n一"])
  })

  test("after a restart, what was on its way is sent once more, marked; what had not left is not", async () => {
    await office.sender.stop()
    await office.say("一", { key: "left" })
    await office.say("二", { key: "waited" })
    await office.change("left", { state: "sending", attempts: 1 })
    await office.restart()
    expect(office.paper.texts).toEqual(["-1 （可能重复）\n一", "-1 二"])
    expect(await office.states()).toEqual(["sent", "sent"])
  })

  test("after two restarts the reader is told instead", async () => {
    await office.sender.stop()
    await office.say("一", { key: "k" })
    await office.change("k", { state: "sending", attempts: 2, doubtful: true })
    await office.restart()
    expect(office.paper.texts).toEqual([
      "-1 有一条消息可能没有送到这里，开头是「一」。请发 /today 看看现在的情况。",
    ])
    expect(office.desk.faults).toEqual(["message k: no answer twice"])
  })
})
