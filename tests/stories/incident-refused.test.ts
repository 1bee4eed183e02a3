import { describe, expect, test } from "vitest"
import { emergency, join, latest } from "../emergency.ts"
import { group, li, type World, world, zhang, zhao } from "../world.ts"

const all = (w: World) => w.look(({ tables }) => tables.incidents.all())

describe("an emergency is not changed by", () => {
  test("a time of finding that is still to come (F2)", async () => {
    const w = await emergency(["xuancheng"])
    await w.say(li, "/sos 舆情 一般 2026-03-02 10:30 有人在传")
    expect(w.only(li).text.split("\n")[0]).toBe(
      "发现时间 3月2日（周一）10:30 比现在（3月2日（周一）10:00）还晚，请核对。",
    )
    expect(await all(w)).toEqual([])
  })

  test("closing it without what its kind requires: each missing line is named (XC-17, XC-21)", async () => {
    const w = await emergency(["xuancheng"])
    await w.say(zhang, "/sos 严重谣言 一般 刚刚 传言")
    await w.press(zhang, "我来处理")
    const before = await latest(w)
    w.said()
    await w.say(zhang, "/resolved 结束了")
    expect(w.only(zhang).text).toBe(
      ["还不能办结，还差：", "· 公开回应的链接（/answered）", "· 已移交公安或网络监管（/supply）"].join("\n"),
    )
    expect(await latest(w)).toEqual(before)
  })

  test("somebody of the operating company, where the rulebook keeps gatekeeping in house; elsewhere they may (LZ-48)", async () => {
    const w = await emergency(["longzihu"])
    await join(w, zhao, "赵六", ["duty"], { employer: "某某传媒公司" })
    await w.say(li, "/sos 苗头性问题")
    const before = await latest(w)
    w.said()
    expect(await w.press(zhao, "我来处理", { in: group })).toBe(
      "您是某某传媒公司的人员。按规定，外包人员不能接手突发情况，请本单位人员处理。",
    )
    w.silence()
    expect(await latest(w)).toEqual(before)

    const elsewhere = await emergency(["xuancheng"])
    await join(elsewhere, zhao, "赵六", ["duty"], { employer: "某某传媒公司" })
    await elsewhere.say(li, "/sos 苗头性问题")
    expect(await elsewhere.press(zhao, "我来处理")).toBe("2026-1 由您处理。处理中请随手登记进展。")
  })
})

test("however much happens in a minute, a group's card is edited within its limit, and says the last in the end", async () => {
  const limits = { perSecond: 1e6, perChatSecond: 1e6, chatBurst: 1e6, perGroupMinute: 20 }
  const w = await world({ limits })
  await w.say(li, "/sos 苗头性问题")
  await w.press(zhang, "我来处理")
  for (let n = 1; n <= 30; n++) await w.say(zhang, `/progress 第${n}条`)
  const first = w.said().filter(({ to }) => to === group)
  expect(first.length).toBeGreaterThan(5)
  expect(first.length).toBeLessThanOrEqual(20)
  expect(new Set(first.map(({ id }) => id)).size).toBe(1)
  await w.turnTo("2026-03-02", "10:02")
  const later = w.said().filter(({ to }) => to === group)
  expect(later).toHaveLength(1)
  expect(later[0]?.text).toContain("第30条")
})
