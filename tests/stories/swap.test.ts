import { expect, test } from "vitest"
import { onDuty } from "../../services/roster.ts"
import { instantOf } from "../../rules/time.ts"
import { COUNTY, office } from "../office.ts"
import { arrange } from "../rota.ts"
import { li, type World, zhang, zhou } from "../world.ts"

/** 张敏, 李国强 and 周静 take day and night in turn from 3 March on: 3 March is 张敏's by day and 李国强's by night. */
const arranged = async (book = "longzihu"): Promise<World> => {
  const w = await office([book])
  await arrange(w)
  return w
}

const at = (w: World, day: string, time: string) =>
  w.look(async (turn) => {
    const [county] = await turn.tables.units.where("name", COUNTY)
    const found = await onDuty(turn, county?.id ?? "", "duty", instantOf(day, time))
    return found.map(({ name }) => name).join()
  })

/** What was said, by reader. */
const told = (w: World) => [...w.heard()].sort(([a], [b]) => a - b)

const ZHANGS = "3月3日（周二）08:00–20:00 值班 张敏"
const LIS = "3月6日（周五）20:00–次日08:00 值班 李国强"
const PLEA = "张敏的 3月3日（周二）08:00–20:00值班，和李国强的 3月6日（周五）20:00–次日08:00值班对换"

/** 张敏, who only publishes now, asks 李国强 for a swap. */
const asked = async (): Promise<World> => {
  const w = await arranged()
  await publisherOnly(w)
  await w.say(zhang, "/swap")
  await w.press(zhang, ZHANGS)
  await w.press(zhang, "李国强")
  await w.press(zhang, LIS)
  return w
}

const publisherOnly = (w: World) =>
  w.look(async ({ tables }) => {
    const zhangs = (await tables.persons.all()).find(({ name }) => name === "张敏")
    for (const role of await tables.roles.where("person", zhangs?.id ?? ""))
      if (role.role === "administrator") await tables.roles.put({ ...role, until: 1 })
  })

test("a swap needs both: asked for by one, agreed to by the other, and both see it", async () => {
  const w = await asked()
  expect(w.heard().slice(-2)).toEqual([
    [zhang, `已请李国强确认：\n${PLEA}。\n对方同意后生效，开班前都可以撤销。`],
    [li, `【换班】张敏想换班：\n${PLEA}。\n您同意吗？`],
  ])
  expect(await at(w, "2026-03-03", "09:00")).toBe("张敏")
  await w.press(li, "同意")
  expect(told(w)).toEqual([
    [zhang, `✅ 换班已生效：${PLEA}。\n开班前可以撤销。`],
    [li, `✅ 换班已生效：${PLEA}。\n开班前可以撤销。`],
  ])
  expect(await at(w, "2026-03-03", "09:00")).toBe("李国强")
  expect(await at(w, "2026-03-06", "23:00")).toBe("张敏")
})

test("a no changes nothing", async () => {
  const w = await asked()
  w.said()
  await w.press(li, "不同意")
  expect(told(w)).toEqual([
    [zhang, `❎ 对方不同意换班：${PLEA}。值班表没有变化。`],
    [li, `❎ 对方不同意换班：${PLEA}。值班表没有变化。`],
  ])
  expect(await at(w, "2026-03-03", "09:00")).toBe("张敏")
})

test("a swap that is given up takes the question back", async () => {
  const w = await asked()
  w.said()
  await w.press(zhang, "不换了")
  const says = `换班已取消：${PLEA}。值班表没有变化。`
  expect(told(w)).toEqual([
    [zhang, says],
    [li, says],
  ])
})

test("either of both can undo it until the first shift starts, and no later", async () => {
  const w = await asked()
  await w.press(li, "同意")
  w.said()
  await w.press(zhang, "撤销换班")
  expect(w.heard()).toContainEqual([li, `↩️ 张敏撤销了换班，恢复原来的安排：${PLEA}。`])
  expect(await at(w, "2026-03-03", "09:00")).toBe("张敏")

  const late = await asked()
  await late.press(li, "同意")
  await late.turnTo("2026-03-03", "08:00")
  expect(await late.press(zhang, "撤销换班")).toBe("这个班已经开始，不能再改。")
  expect(await at(late, "2026-03-03", "09:00")).toBe("李国强")
})

test("what nobody agreed to before it starts is void", async () => {
  const w = await asked()
  w.said()
  await w.turnTo("2026-03-03", "08:01")
  expect(w.heard().filter(([, text]) => text.includes("没有在开班前确认"))).toHaveLength(2)
  expect(await at(w, "2026-03-03", "09:00")).toBe("张敏")
})

test("a shift can be given away for nothing", async () => {
  const w = await arranged()
  await publisherOnly(w)
  await w.say(zhang, "/swap")
  await w.press(zhang, ZHANGS)
  await w.press(zhang, "周静")
  await w.press(zhang, "跳过")
  await w.press(zhou, "同意")
  expect(await at(w, "2026-03-03", "09:00")).toBe("周静")
})

test("a leader swaps for two others at once, and both are told", async () => {
  const w = await arranged()
  await w.say(li, "/swap")
  await w.press(li, "下一页 ›")
  await w.press(li, "下一页 ›")
  await w.press(li, "3月3日（周二）08:00–20:00 值班 张敏")
  await w.press(li, "周静")
  w.said()
  await w.press(li, "跳过")
  const says = "✅ 换班已生效：张敏的 3月3日（周二）08:00–20:00值班，由周静来值。\n开班前可以撤销。"
  expect(told(w)).toEqual([
    [zhang, says],
    [li, says],
    [zhou, says],
  ])
  expect(await at(w, "2026-03-03", "09:00")).toBe("周静")
  await w.press(zhang, "撤销换班")
  expect(await at(w, "2026-03-03", "09:00")).toBe("张敏")
})

test("a swap with oneself, or that gives one person two shifts at once, changes nothing", async () => {
  const w = await arranged()
  await w.say(zhang, `/swap\n班次：${ZHANGS}\n对方：张敏`)
  expect(await w.press(zhang, "跳过")).toBe("不能和自己换班，请另选一位。")

  // 李国强 is the deputy of that noon already.
  await w.say(zhang, "/shift 副班 2026-03-03 10:00-12:00 李国强")
  await w.say(li, `/swap\n班次：${ZHANGS}\n对方：李国强`)
  expect(await w.press(li, "跳过")).toContain("李国强在同一时间有两个班")
  expect(await w.look(({ tables }) => tables.overrides.all())).toHaveLength(1)
  expect(await w.look(({ tables }) => tables.swaps.all())).toEqual([])
})

test("a shift that was changed meanwhile is not swapped", async () => {
  const w = await asked()
  await w.look(async ({ tables }) => {
    const zhangs = (await tables.persons.all()).find(({ name }) => name === "周静")
    const [county] = await tables.units.where("name", COUNTY)
    await tables.overrides.put({
      id: "o",
      unitId: county?.id ?? "",
      layer: "duty",
      from: instantOf("2026-03-03", "08:00"),
      to: instantOf("2026-03-03", "20:00"),
      personId: zhangs?.id ?? "",
      forId: null,
      because: "set",
      batch: "b",
      step: 1,
      by: "test",
      at: 0,
      undoneAt: null,
    })
  })
  expect(await w.press(li, "同意")).toBe("这个班后来又有调整，换不了了。请看最新的值班表再换。")
  expect(await at(w, "2026-03-06", "23:00")).toBe("李国强")
})

test("a shift is not swapped for one of another layer, typed or not", async () => {
  const w = await office(["jiangxi"])
  await arrange(w, { people: "张敏，李国强" })
  await arrange(w, { layer: "带班领导", hours: "09:00-09:00", people: "周静", from: "2026-03-20" })
  const before = await w.look(({ tables }) => tables.overrides.all())
  w.said()
  await w.say(li, "/swap")
  await w.press(li, "3月6日（周五）20:00–次日08:00 值班 李国强")
  await w.press(li, "周静")
  w.said()
  await w.say(li, "3月20日（周五）09:00–次日09:00 带班领导 周静")
  expect(w.only(li).text).toBe("两个班不是同一单位、同一类的班，不能对换。没有改动。")
  expect(await w.look(({ tables }) => tables.overrides.all())).toEqual(before)
  expect(await w.look(({ tables }) => tables.swaps.all())).toEqual([])
})
