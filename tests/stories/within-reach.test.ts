import { describe, expect, test } from "vitest"
import { roster } from "../duty.ts"
import { office } from "../office.ts"
import { li, type World, zhang } from "../world.ts"

const HANDSHAKE = [
  "【值班确认】示例县人民政府办公室：您第一次值班，3月6日（周五）20:00–次日08:00",
  "到时在这里签到，有突发情况也在这里找您。请点“收到”，证明这里能联系到您；只问这一次。",
].join("\n")

/** 李国强 has the night of Friday 6 March; it is Monday. */
const friday = async (): Promise<World> => {
  const w = await office([])
  await roster(w, { people: ["李国强"], from: "2026-03-06", until: "2026-03-08" })
  return w
}

const of = (w: World, who: number) =>
  w
    .heard()
    .filter(([to]) => to === who)
    .map(([, text]) => text)

describe("before a first shift", () => {
  test("its person is asked once, days before and by day, whether a message reaches them", async () => {
    const w = await friday()
    await w.turnTo("2026-03-03", "07:59")
    w.silence()
    await w.turnTo("2026-03-03", "08:00")
    expect(w.only(li)).toMatchObject({ text: HANDSHAKE, buttons: ["收到"] })
    await w.press(li, "收到")
    expect(w.only(li).text).toBe("✅ 已收到，谢谢。")
    await w.turnTo("2026-03-06", "19:29")
    w.silence()
    await w.turnTo("2026-03-06", "19:30")
    await w.press(li, "我在岗")
    await w.turnTo("2026-03-07", "19:00")
    expect(w.heard().map(([, text]) => text.split("，")[0])).not.toContain("【值班确认】")
  })

  test("no answer is told on the last working morning to whoever can mend it", async () => {
    const w = await friday()
    await w.turnTo("2026-03-05", "08:59")
    w.said()
    await w.turnTo("2026-03-05", "09:00")
    expect(w.only(zhang).text).toBe(
      [
        "【值班确认】示例县人民政府办公室：李国强一直没有点“收到”",
        "李国强从 3月6日（周五）20:00 起第一次值班。请打电话提醒一下；此事只通知您一次。",
      ].join("\n"),
    )
    await w.turnTo("2026-03-06", "19:29")
    w.silence()
  })

  test("somebody who has blocked the bot is told of by day, days before, once", async () => {
    const w = await friday()
    await w.look(async (turn) => {
      const [person] = (await turn.tables.persons.all()).filter(({ name }) => name === "李国强")
      if (person) await turn.tables.persons.put({ ...person, reachable: false })
    })
    await w.turnTo("2026-03-03", "08:00")
    expect(w.only(zhang).text).toBe(
      [
        "【值班联系不上】示例县人民政府办公室：李国强 3月6日（周五）20:00–次日08:00值班",
        "李国强还没有和我开通私聊（或已把我屏蔽），到时签到和突发情况都叫不到。请让本人打开与我的私聊、点“开始”，或用 /shift 换人。",
      ].join("\n"),
    )
    await w.turnTo("2026-03-06", "19:29")
    w.silence()
  })

  test("somebody who stays out of reach is told of once, whatever the shifts, and again after a time within reach", async () => {
    const w = await office([])
    await roster(w, { people: ["李国强"], from: "2026-03-06" })
    const silence = (reachable: boolean) =>
      w.look(async (turn) => {
        const [person] = (await turn.tables.persons.all()).filter(({ name }) => name === "李国强")
        if (person) await turn.tables.persons.put({ ...person, reachable })
      })
    const told = () => of(w, zhang).filter((text) => text.startsWith("【值班联系不上】")).length
    await silence(false)
    await w.turnTo("2026-03-11", "12:00")
    expect(told()).toBe(1)
    await silence(true)
    await w.turnTo("2026-03-12", "12:00")
    await silence(false)
    // Found at midnight, said by day.
    await w.turnTo("2026-03-13", "07:59")
    expect(told()).toBe(0)
    await w.turnTo("2026-03-13", "12:00")
    expect(told()).toBe(1)
  })
})

describe("the monthly test", () => {
  test("asks administrators for one tap in working hours, and holds the duty of the month (LZ-56)", async () => {
    const w = await office(["longzihu"], "2026-03-31")
    await w.turnTo("2026-04-16", "08:59")
    w.said()
    await w.turnTo("2026-04-16", "09:00")
    const asked = w.said().filter(({ text }) => text.startsWith("【联系测试】"))
    // She looks after the school too, and is asked once.
    expect(asked).toMatchObject([
      {
        to: zhang,
        text: "【联系测试】示例县人民政府办公室：看看有事时能不能马上找到您。请在 30 分钟内点“收到”，没有别的事。",
        buttons: ["收到"],
      },
    ])
    await w.press(zhang, "收到")
    w.said()
    await w.turnTo("2026-04-30", "23:00")
    expect(w.heard().filter(([, text]) => text.includes("联系测试"))).toEqual([])
    const rows = await w.look(({ tables }) => tables.obligations.all())
    expect(
      rows.filter(({ act, since }) => act === "reachability.test" && since === "2026-04-01"),
    ).toMatchObject([{ phase: "done" }, { phase: "done" }])
  })

  test("that is not answered within half an hour is told to the leader in charge, once (LZ-56)", async () => {
    const w = await office(["longzihu"], "2026-03-31")
    await w.turnTo("2026-04-16", "09:29")
    w.said()
    await w.turnTo("2026-04-16", "09:30")
    expect(of(w, li)).toContain(
      "【联系测试】示例县人民政府办公室：张敏没有回应 4月16日（周四）09:00 的测试。请了解原因，留意有事时能否找到人；此事只通知您一次。",
    )
    await w.turnTo("2026-04-30", "23:00")
    expect(of(w, li).filter((text) => text.includes("联系测试"))).toEqual([])
  })
})
