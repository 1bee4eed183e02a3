import { describe, expect, test } from "vitest"
import { office } from "../office.ts"
import { arrange, kept } from "../rota.ts"
import { type World, zhang } from "../world.ts"

describe("what is refused with a sentence, and nothing changes", () => {
  test.each([
    [
      "a shift in the past",
      "/shift 值班 2026-02-27 08:00-20:00 张敏",
      "这个班已经过去，不能再改。请选择今天以后的日子。",
    ],
    ["hours that are none", "/shift 值班 2026-03-10 25:00-30:00 张敏", "时段“25:00-30:00”无法识别"],
    ["a shift farther ahead than a year", "/shift 值班 2028-03-10 08:00-20:00 张敏", "最多提前一年排班"],
    ["a week farther off than a year", "/roster 2029-01-01", "只能查看前后一年的值班表。"],
  ])("%s", async (_name, typed, answer) => {
    const w = await office(["sxjt"])
    await arrange(w)
    const before = await kept(w)
    await w.say(zhang, typed)
    expect(w.only(zhang).text).toContain(answer)
    expect(await kept(w)).toEqual(before)
  })

  test("two shifts at once for one person", async () => {
    const w = await office(["sxjt"])
    await arrange(w)
    const before = await kept(w)
    const text = await arrange(w, { layer: "副班", hours: "09:00-09:00", people: "张敏" })
    expect(text).toBe(
      "张敏在同一时间有两个班：3月3日（周二）08:00–20:00（值班）和 3月3日（周二）09:00–次日09:00（副班）。没有改动，请另作安排。",
    )
    expect(await kept(w)).toEqual(before)
  })

  test("a person of another unit, hours that overlap, a first day that is over", async () => {
    const w = await office(["sxjt"])
    const before = await kept(w)
    await w.look(async (turn) => {
      const [school] = await turn.tables.units.where("name", "示例县教育局")
      const wangs = (await turn.tables.persons.all()).find(({ name }) => name === "周静")
      if (!school || !wangs) throw new Error("the cast is not complete")
      await turn.tables.persons.put({
        ...wangs,
        id: "teacher",
        name: "钱老师",
        unitId: school.id,
        user: "telegram:9",
      })
    })
    expect(await arrange(w, { people: "张敏，钱老师" })).toBe(
      "钱老师不是“示例县人民政府办公室”的人，不能排在这里。",
    )
    expect(await arrange(w, { hours: "08:00-20:00，19:00-08:00" })).toBe(
      "时段 08:00–20:00 和 19:00–次日08:00 重叠了，请调整。",
    )
    expect(await arrange(w, { from: "2026-03-01" })).toBe("这个班已经过去，不能再改。请选择今天以后的日子。")
    expect(await kept(w)).toEqual(before)
  })

  test("somebody who cannot be reached, where every hour counts; elsewhere a warning (LZ-53)", async () => {
    const strict = await office(["longzihu"])
    const silence = async (w: World) => {
      await w.look(async ({ tables }) => {
        const person = (await tables.persons.all()).find(({ name }) => name === "李国强")
        if (person) await tables.persons.put({ ...person, reachable: false })
      })
    }
    await silence(strict)
    expect(await arrange(strict)).toBe(
      "李国强还没有和我开通私聊（或已把我屏蔽），夜里有事叫不到。没有改动，请先让本人打开与我的私聊、点“开始”，再来排班。",
    )
    expect((await kept(strict))[0]).toEqual([])
    const lax = await office(["jiangxi"])
    await silence(lax)
    expect(await arrange(lax)).toContain("⚠️ 李国强还没有和我开通私聊（或已把我屏蔽），有事叫不到。")
  })

  test("whoever has no right to arrange it", async () => {
    const w = await office(["sxjt"])
    await w.look(async ({ tables }) => {
      for (const role of await tables.roles.all())
        if (role.role === "administrator") await tables.roles.put({ ...role, role: "publisher" })
    })
    await w.say(zhang, "/rota")
    expect(w.only(zhang).text).toBe("您没有排班的权限。需要时请联系本单位管理员。")
  })
})
