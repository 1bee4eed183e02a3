import { describe, expect, test } from "vitest"
import { give, roster } from "../duty.ts"
import { latest, story } from "../emergency.ts"
import { office } from "../office.ts"
import { li, type World, zhang, zhou } from "../world.ts"
import { instantOf } from "../../rules/time.ts"

/** 张敏 by day and 周静 by night; public opinion stirred in the afternoon, and 张敏 has it. */
const stirred = async (): Promise<World> => {
  const w = await office(["longzihu"])
  await roster(
    w,
    { people: ["张敏"], start: "08:00", end: "20:00", from: "2026-03-03" },
    { people: ["周静"], from: "2026-03-03", until: "2026-03-03" },
  )
  await w.turnTo("2026-03-03", "07:40")
  await w.press(zhang, "我在岗")
  await w.turnTo("2026-03-03", "19:00")
  await w.say(li, "/sos 舆情 一般 刚刚 网上有帖子")
  await w.press(zhang, "我来处理")
  await w.say(zhang, "/progress 正在核实")
  w.said()
  return w
}

const holder = async (w: World): Promise<string | null> => {
  const { holder: has } = await latest(w)
  return w.look(async ({ tables }) => (await tables.persons.get(has?.personId ?? ""))?.name ?? null)
}

describe("an emergency that is open when the shift changes", () => {
  test("stands on the card of whoever comes next, and is theirs when their shift begins, acknowledged as it was", async () => {
    const w = await stirred()
    await w.turnTo("2026-03-03", "19:30")
    const card = w.said().find(({ to, text }) => to === zhou && text.startsWith("【接班签到】"))
    expect(card?.text).toContain("未了的突发情况：2026-1（张敏在处理），发 /incidents 查看")
    await w.press(zhou, "我在岗")
    expect(await holder(w)).toBe("张敏")
    await w.turnTo("2026-03-03", "20:00")
    expect(await holder(w)).toBe("周静")
    const { acknowledged, state } = await latest(w)
    expect([acknowledged.length, state]).toEqual([2, "taken"])
    expect((await story(w)).at(-1)).toEqual(["handed-on", "周静"])
  })

  test("stays with whoever has it while nobody has come, and passes to whoever steps in", async () => {
    const w = await stirred()
    await w.turnTo("2026-03-03", "20:25")
    expect(await holder(w)).toBe("张敏")
    await w.press(li, "我来顶班")
    await w.turnTo("2026-03-03", "20:26")
    expect(await holder(w)).toBe("李国强")
  })

  test("stays with whoever goes on with the next shift too, and with a leader who has it", async () => {
    const w = await stirred()
    await give(w, "张敏", instantOf("2026-03-03", "20:00"), instantOf("2026-03-04", "08:00"))
    await w.turnTo("2026-03-03", "21:00")
    expect(await holder(w)).toBe("张敏")
  })
})
