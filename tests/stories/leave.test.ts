import { expect, test } from "vitest"
import { instantOf } from "../../rules/time.ts"
import { onDuty } from "../../services/roster.ts"
import { away, give } from "../duty.ts"
import { COUNTY, office } from "../office.ts"
import { arrange } from "../rota.ts"
import { li, type World, zhang, zhou } from "../world.ts"

/** 张敏, 李国强 and 周静 take day and night in turn from 3 March on: the night of the 3rd is 李国强's. */
const arranged = async (): Promise<World> => {
  const w = await office(["longzihu"])
  await arrange(w)
  return w
}

const at = (w: World, day: string, time: string) =>
  w.look(async (turn) => {
    const [county] = await turn.tables.units.where("name", COUNTY)
    const found = await onDuty(turn, county?.id ?? "", "duty", instantOf(day, time))
    return found.map(({ name }) => name).join()
  })

test("whoever arranges the roster is shown what their leave leaves open, and who could fill it", async () => {
  const w = await arranged()
  await w.say(li, "/leave 2026-03-03 2026-03-05")
  const card = w.only(li)
  expect(card.text).toBe(
    [
      "✅ 已登记：李国强3月3日（周二）至3月5日（周四）请假，这几天开始的班不再由其负责。",
      "⚠️ 这些时间没有人值班：3月3日（周二）20:00–次日08:00 空档；3月5日（周四）08:00–20:00 空档。依据：《龙子湖区政务新媒体管理暂行办法》第二十四条（一）。",
      "",
      "【顶班】示例县人民政府办公室：李国强请假，这些班还没有人：",
      "· 3月3日（周二）20:00–次日08:00",
      "· 3月5日（周四）08:00–20:00",
      "先看第一个班，按一下由谁来顶：",
    ].join("\n"),
  )
  expect(card.buttons).toEqual([
    // Who has fewer shifts comes first.
    "周静顶 3月3日（周二）20:00–次日08:00",
    "张敏顶 3月3日（周二）20:00–次日08:00",
    "销假",
    "请假一览",
  ])
  await w.press(li, "周静顶 3月3日（周二）20:00–次日08:00")
  expect([...w.heard()].sort(([a], [b]) => a - b)).toEqual([
    [
      li,
      [
        "✅ 3月3日（周二）20:00–次日08:00由周静顶班，已告诉本人。",
        "",
        "【顶班】示例县人民政府办公室：李国强请假，这些班还没有人：",
        "· 3月5日（周四）08:00–20:00",
        "先看第一个班，按一下由谁来顶：",
      ].join("\n"),
    ],
    [
      zhou,
      "【顶班】李国强请假，3月3日（周二）20:00–次日08:00由您顶班。如有不便，请尽快告诉排班的人，或用 /swap 换班。",
    ],
  ])
  expect(await at(w, "2026-03-03", "23:00")).toBe("周静")
  await w.press(li, "张敏顶 3月5日（周四）08:00–20:00")
  expect(w.heard().find(([to]) => to === li)?.[1]).toBe(
    "✅ 3月5日（周四）08:00–20:00由张敏顶班，已告诉本人。\n请假空出的班都有人了。",
  )
})

test("a colleague's leave brings the card to whoever arranges the roster, at once when the shift is near", async () => {
  const w = await arranged()
  await w.look(async ({ tables }) => {
    // 周静 leads no more: she only takes her turns.
    const zhous = (await tables.persons.all()).find(({ name }) => name === "周静")
    for (const role of await tables.roles.where("person", zhous?.id ?? ""))
      await tables.roles.put({ ...role, role: "duty" })
  })
  await w.turnTo("2026-03-03", "22:00")
  w.said()
  await w.say(zhou, "/leave 2026-03-04 2026-03-04")
  const said = w.said()
  expect(said.map(({ to }) => to)).toEqual([zhou, zhang])
  expect(said[0]?.text).toContain("有 1 个班要找人顶班，已告诉排班的人。")
  expect(said[0]?.buttons).toEqual(["销假", "请假一览"])
  expect(said[1]?.text).toContain("【顶班】示例县人民政府办公室：周静请假")
  expect(await at(w, "2026-03-04", "09:00")).toBe("")
  await w.press(zhang, "李国强顶 3月4日（周三）08:00–20:00")
  expect(await at(w, "2026-03-04", "09:00")).toBe("李国强")
})

test("who is on leave, has a shift then, or cannot be reached is not offered", async () => {
  const offered = async (prepare: (w: World) => Promise<unknown>) => {
    const w = await arranged()
    await prepare(w)
    w.said()
    await w.say(li, "/leave 2026-03-03 2026-03-03")
    const { buttons } = w.only(li)
    return buttons.slice(0, -2).map((label) => label.split("顶")[0])
  }
  expect(await offered(() => Promise.resolve())).toEqual(["周静", "张敏"])
  expect(await offered((w) => w.say(zhang, "/leave 2026-03-03 2026-03-03 周静"))).toEqual(["张敏"])
  expect(await offered((w) => w.say(zhang, "/shift 副班 2026-03-03 22:00-23:00 张敏"))).toEqual(["周静"])
  const silent = offered((w) =>
    w.look(async ({ tables }) => {
      const zhous = (await tables.persons.all()).find(({ name }) => name === "周静")
      if (zhous) await tables.persons.put({ ...zhous, reachable: false })
    }),
  )
  expect(await silent).toEqual(["张敏"])
})

test("nobody is given a shift by hand on a day of leave", async () => {
  const w = await arranged()
  await w.say(zhang, "/leave 2026-03-03 2026-03-03 周静")
  w.said()
  await w.say(li, "/shift 值班 2026-03-03 20:00-08:00 周静")
  expect(w.only(li).text).toBe("周静3月3日（周二）请假，请另作安排。")
})

test("coming back gives the shifts back, but for those that others have taken", async () => {
  const w = await arranged()
  await w.say(li, "/leave 2026-03-03 2026-03-05")
  await w.press(li, "周静顶 3月3日（周二）20:00–次日08:00")
  expect(await at(w, "2026-03-05", "09:00")).toBe("")
  w.said()
  await w.press(li, "销假")
  expect(w.only(li).text).toBe("✅ 李国强已销假。之后的班照旧；已经由别人顶的班不变。")
  expect(await at(w, "2026-03-03", "23:00")).toBe("周静")
  expect(await at(w, "2026-03-05", "09:00")).toBe("李国强")
})

test.each([
  ["a leave that is over", "/leave 2026-02-20 2026-02-21", "请假的日子已经过去"],
  ["a leave that ends before it begins", "/leave 2026-03-06 2026-03-05", "最后一天早于第一天"],
  ["a leave longer than a year", "/leave 2026-03-06 2027-12-05", "请假最长登记一年"],
])("%s is refused, and nothing changes", async (_name, typed, answer) => {
  const w = await arranged()
  await w.say(li, typed)
  expect(w.only(li).text).toContain(answer)
  expect(await w.look(({ tables }) => tables.leaves.all())).toEqual([])
})

test("the same days twice are refused, and somebody else's need the right", async () => {
  const w = await arranged()
  await w.say(li, "/leave 2026-03-05 2026-03-06")
  await w.say(li, "/leave 2026-03-06 2026-03-07")
  expect(w.said().at(-1)?.text).toBe("李国强3月5日（周四）至3月6日（周五）请假，请另作安排。")
  await w.look(async ({ tables }) => {
    for (const role of await tables.roles.all())
      if (role.role === "administrator") await tables.roles.put({ ...role, until: 1 })
  })
  await w.say(zhang, "/leave 2026-03-09 2026-03-09 李国强")
  expect(w.only(zhang).text).toBe("您没有在“示例县人民政府办公室”排班的权限。需要时请联系该单位管理员。")
})

test("the leaves that stand are listed, filled and ended early by buttons", async () => {
  const w = await arranged()
  await w.say(li, "/leaves")
  expect(w.only(li).text).toBe("现在没有登记的请假。请假用 /leave。")
  await w.say(li, "/leave 2026-03-03 2026-03-05")
  await w.say(li, "/leave 2026-03-09 2026-03-10 张敏")
  w.said()
  await w.say(li, "/leaves")
  const list = w.only(li)
  expect(list.text).toBe(
    [
      "登记的请假：",
      "· 李国强 3月3日（周二）至3月5日（周四），⚠️ 2 个班还没有人",
      "· 张敏 3月9日（周一）至3月10日（周二），⚠️ 2 个班还没有人",
    ].join("\n"),
  )
  expect(list.buttons).toEqual([
    "销假：李国强 3月3日（周二）至3月5日（周四）",
    "找人顶班",
    "销假：张敏 3月9日（周一）至3月10日（周二）",
    "找人顶班",
  ])
  await w.press(li, "找人顶班")
  expect(w.only(li).text).toContain("【顶班】示例县人民政府办公室：李国强请假，这些班还没有人：")
  await w.press(li, "张敏顶 3月3日（周二）20:00–次日08:00")
  w.said()
  await w.press(li, "销假：李国强 3月3日（周二）至3月5日（周四）")
  expect(w.only(li).text).toBe(
    [
      "✅ 李国强已销假。之后的班照旧；已经由别人顶的班不变。",
      "",
      "登记的请假：",
      "· 张敏 3月9日（周一）至3月10日（周二），⚠️ 2 个班还没有人",
    ].join("\n"),
  )
  expect(await at(w, "2026-03-05", "09:00")).toBe("李国强")
  await w.turnTo("2026-03-11", "09:00")
  w.said()
  await w.say(li, "/leaves")
  expect(w.only(li).text).toBe("现在没有登记的请假。请假用 /leave。")
})

test("whose leave another enters or ends is told, and sees and ends only their own", async () => {
  const w = await arranged()
  await w.look(async ({ tables }) => {
    for (const role of await tables.roles.all())
      if (role.role === "administrator") await tables.roles.put({ ...role, until: 1 })
  })
  await w.say(li, "/leave 2026-03-09 2026-03-10 张敏")
  expect(w.heard().find(([to]) => to === zhang)?.[1]).toBe(
    "李国强给您登记了请假：3月9日（周一）至3月10日（周二），这几天开始的班不再由您负责。如有出入，用 /leaves 可以销假。",
  )
  await w.say(li, "/leave 2026-03-05 2026-03-05")
  w.said()
  await w.say(zhang, "/leaves")
  expect(w.only(zhang).text).toBe("登记的请假：\n· 张敏 3月9日（周一）至3月10日（周二），⚠️ 2 个班还没有人")
  await w.say(li, "/leaves")
  w.said()
  await w.press(li, "销假：张敏 3月9日（周一）至3月10日（周二）")
  expect(w.heard().find(([to]) => to === zhang)?.[1]).toBe(
    "李国强把您3月9日（周一）至3月10日（周二）的请假销了，之后的班照旧由您负责（已经由别人顶的除外）。",
  )
  expect(await w.press(zhang, "销假：张敏 3月9日（周一）至3月10日（周二）")).toBe("这次请假已经结束。")
})

test("hours without anybody are told to whoever is there to mend them, not to somebody on leave", async () => {
  const told = async (onLeave: boolean): Promise<readonly number[]> => {
    const w = await arranged()
    if (onLeave) await away(w, "张敏", "2026-03-03")
    await give(w, null, instantOf("2026-03-10", "08:00"), instantOf("2026-03-10", "20:00"))
    w.said()
    await w.turnTo("2026-03-03", "12:00")
    const hole = "3月10日（周二）08:00–20:00"
    return w.said().flatMap(({ to, text }) => (text.includes(hole) ? [to] : []))
  }
  expect(await told(false)).toEqual([zhang])
  expect(await told(true)).toEqual([zhou, li])
})
