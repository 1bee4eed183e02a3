import { describe, expect, test } from "vitest"
import { office } from "../office.ts"
import { arrange, kept } from "../rota.ts"
import { zhang } from "../world.ts"

const UNDO = "撤销这次排班"

describe("a rota that was set up by mistake", () => {
  test("is taken back with one press, with everything it had ended and made void", async () => {
    const w = await office(["sxjt"])
    await arrange(w)
    await w.say(zhang, "/shift 值班 2026-03-10 08:00-20:00 周静")
    const before = await kept(w)
    await arrange(w, { days: "工作日", people: "李国强，周静", from: "2026-03-09" })
    expect(await kept(w)).not.toEqual(before)
    await w.press(zhang, UNDO)
    expect(w.only(zhang).text).toBe("✅ 已撤销，恢复原来的安排。")
    expect(await kept(w)).toEqual(before)
  })

  test("stays once its first shift has started, and its button says so", async () => {
    const w = await office(["sxjt"])
    await arrange(w, { hours: "08:30-17:30" })
    await w.turnTo("2026-03-03", "08:31")
    w.said()
    const before = await kept(w)
    expect(await w.press(zhang, UNDO)).toBe("这个班已经开始，不能再改。")
    expect(await kept(w)).toEqual(before)
  })

  test("can be taken back until the first shift that is another because of it", async () => {
    const w = await office(["sxjt"])
    await arrange(w, { hours: "08:30-17:30", people: "张敏", from: "2026-03-02" })
    w.said()
    await w.turnTo("2026-03-02", "20:00")
    await w.press(zhang, UNDO)
    expect(w.said().at(-1)?.text).toBe("✅ 已撤销，恢复原来的安排。")
    expect((await kept(w))[0]).toEqual([])
  })

  test("is not taken back from under a change that was made on top of it", async () => {
    const w = await office(["sxjt"])
    await arrange(w, { from: "2026-03-09" })
    await w.say(zhang, "/shift 值班 2026-03-10 08:00-20:00 周静")
    w.said()
    expect(await w.press(zhang, UNDO)).toBe("之后又有新的调整，不能直接撤销。请先撤销后来的调整。")
    await w.press(zhang, "撤销这次调整")
    await w.press(zhang, UNDO)
    expect(w.said().at(-1)?.text).toBe("✅ 已撤销，恢复原来的安排。")
  })

  test("and one that was ended too early goes on again", async () => {
    const w = await office(["sxjt"])
    await arrange(w, { hours: "08:30-17:30" })
    const before = await kept(w)
    await w.say(zhang, "/endrota")
    await w.press(zhang, "示例县人民政府办公室")
    await w.say(zhang, "2026-03-06")
    w.said()
    await w.press(zhang, UNDO)
    expect(w.only(zhang).text).toBe("✅ 已撤销，恢复原来的安排。")
    expect(await kept(w)).toEqual(before)
  })

  test("is kept where undoing it would leave hours to nobody that a rule wants filled (LZ-53)", async () => {
    const w = await office(["longzihu"])
    await arrange(w)
    w.said()
    const before = await kept(w)
    expect(await w.press(zhang, UNDO)).toContain("空档")
    expect(await kept(w)).toEqual(before)
  })

  test("is nobody's to take back who may not arrange it", async () => {
    const w = await office(["sxjt"])
    await arrange(w)
    await w.look(async ({ tables }) => {
      for (const role of await tables.roles.all())
        if (role.role === "administrator") await tables.roles.put({ ...role, until: 1 })
    })
    const before = await kept(w)
    expect(await w.press(zhang, UNDO)).toContain("您没有")
    expect(await kept(w)).toEqual(before)
  })
})
