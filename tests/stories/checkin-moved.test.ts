import { describe, expect, test } from "vitest"
import { instantOf } from "../../rules/time.ts"
import { away, checkins, give, nights, roster } from "../duty.ts"
import { office } from "../office.ts"
import { li, zhang } from "../world.ts"

const CARD = "【接班签到】示例县人民政府办公室，3月2日（周一）20:00–次日08:00"

describe("who is asked to check in", () => {
  test("is whoever has the shift by then: a swap takes the question along", async () => {
    const w = await nights()
    await give(w, "李国强", instantOf("2026-03-02", "20:00"), instantOf("2026-03-03", "08:00"))
    await w.turnTo("2026-03-02", "20:10")
    expect(w.heard().map(([to]) => to)).toEqual([li])
    expect(await checkins(w, "张敏")).toMatchObject([{ state: "void", dueAt: null }])
    await w.press(li, "我在岗")
    await w.turnTo("2026-03-03", "08:30")
    expect(w.heard().map(([to]) => to)).toEqual([li])
  })

  test("changes even after the question was asked, and its card says so", async () => {
    const w = await nights()
    await w.turnTo("2026-03-02", "19:40")
    w.said()
    await give(w, "李国强", instantOf("2026-03-02", "20:00"), instantOf("2026-03-03", "08:00"))
    await w.turnTo("2026-03-02", "19:41")
    const heard = w.heard()
    expect(heard).toHaveLength(2)
    expect(heard).toContainEqual([zhang, `${CARD}\n班次有变，这一班不用签到了。`])
    expect(heard).toContainEqual([li, expect.stringContaining("【接班签到】") as string])
  })

  test("is nobody who is on leave that day, whatever was planned before", async () => {
    const w = await nights()
    await away(w, "张敏", "2026-03-02")
    await w.turnTo("2026-03-03", "08:30")
    w.silence()
  })

  test("is asked once for all the days that the same person goes on with", async () => {
    const w = await office([])
    await roster(w, { people: ["张敏", "李国强"], start: "08:00", end: "08:00", turn: 3, from: "2026-03-03" })
    await w.turnTo("2026-03-03", "07:45")
    expect(w.only(zhang).text).toContain("3月3日（周二）08:00 至 3月6日（周五）08:00")
    await w.press(zhang, "我在岗")
    w.said()
    await w.turnTo("2026-03-06", "07:29")
    expect(w.heard().filter(([, text]) => text.startsWith("【接班签到】"))).toEqual([])
    await w.turnTo("2026-03-06", "07:30")
    expect(
      w
        .heard()
        .filter(([, text]) => text.startsWith("【接班签到】"))
        .map(([to]) => to),
    ).toEqual([li])
  })

  test("is asked once before a night, at any hour", async () => {
    const w = await office([])
    await roster(w, {
      people: ["张敏"],
      start: "00:00",
      end: "06:00",
      from: "2026-03-03",
      until: "2026-03-03",
    })
    await w.turnTo("2026-03-03", "00:14")
    expect(w.heard().map(([to]) => to)).toEqual([zhang])
    await w.press(zhang, "我在岗")
    w.said()
    await w.turnTo("2026-03-03", "08:30")
    w.silence()
  })
})

describe("a downtime", () => {
  test("over the start of a shift costs nobody their quarter of an hour", async () => {
    const w = await nights()
    w.playground.clock.set(instantOf("2026-03-02", "21:00"))
    await w.running.settle()
    expect(w.said().find(({ to }) => to === zhang)?.text).toContain("21:15 还没有点")
    await w.turnTo("2026-03-02", "21:14")
    await w.press(zhang, "我在岗")
    w.said()
    await w.turnTo("2026-03-03", "08:30")
    w.silence()
    expect(await checkins(w, "张敏")).toMatchObject([{ state: "in" }])
  })

  test("in which the tap was made lets it arrive first", async () => {
    const w = await nights()
    await w.turnTo("2026-03-02", "19:30")
    w.said()
    w.playground.clock.set(instantOf("2026-03-02", "20:30"))
    await w.running.settle()
    w.silence()
    await w.press(zhang, "我在岗")
    w.said()
    await w.turnTo("2026-03-03", "08:30")
    w.silence()
    expect(await checkins(w, "张敏")).toMatchObject([{ state: "in" }])
  })

  test("over a whole shift has nobody absent, and asks for the next", async () => {
    const w = await office([])
    await roster(w, { people: ["张敏"] })
    w.playground.clock.set(instantOf("2026-03-03", "12:00"))
    await w.running.settle()
    expect(w.heard().filter(([, text]) => text.startsWith("【接班签到】"))).toEqual([])
    await w.turnTo("2026-03-03", "19:30")
    expect(
      w
        .heard()
        .filter(([, text]) => text.startsWith("【接班签到】"))
        .map(([to]) => to),
    ).toEqual([zhang])
    expect((await checkins(w, "张敏")).map(({ state }) => state).slice(0, 2)).toEqual(["void", "asked"])
  })

  test("and a clock that is put back ask nobody twice", async () => {
    const w = await nights()
    await w.turnTo("2026-03-02", "19:45")
    await w.press(zhang, "我在岗")
    w.said()
    w.playground.clock.set(instantOf("2026-03-02", "18:45"))
    await w.turnTo("2026-03-02", "21:00")
    w.silence()
  })
})
