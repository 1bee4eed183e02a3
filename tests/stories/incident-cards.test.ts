import { describe, expect, test } from "vitest"
import { emergency, latest, told } from "../emergency.ts"
import { group, li, wang, type World, zhang, zhou } from "../world.ts"

const HARMFUL = "/sos 有害或错敏信息 微博示例县发布"
const TAKE = "我来处理"
const FOLDED = "🚨 2026-1 有害或错敏信息 · 微博“示例县发布”：已经重新呼叫，请看最新的一张卡片。"
const ALARM = "🆘【无人应答】2026-1"

/** What stands in a chat: the first line of each message of the bot, and its buttons. */
const standing = (w: World, chat: number) =>
  w.playground
    .transcript({ chat })
    .filter(({ from }) => from?.isBot)
    .map(({ text, buttons }) => [text.split("\n")[0], buttons.flat().map(({ label }) => label)] as const)

/** The county's only group belongs to the city's office now. */
const groupAbove = (w: World) =>
  w.look(async ({ tables }) => {
    const [city] = await tables.units.where("name", "示例市人民政府办公室")
    const chat = await tables.chats.get(String(group))
    if (chat && city) await tables.chats.put({ ...chat, unitId: city.id })
  })

const withoutGroup = (w: World) => w.look(({ tables }) => tables.chats.remove(String(group)))

describe("a new round", () => {
  test("folds the cards of the round before: nothing that is not put right any more can be pressed", async () => {
    const w = await emergency()
    await w.say(li, HARMFUL)
    await w.turnTo("2026-03-02", "11:05")
    const cards = standing(w, zhang).filter(([text]) => text?.startsWith("🚨"))
    expect(cards).toEqual([
      [FOLDED, []],
      ["🚨【突发情况】2026-1 有害或错敏信息 · 微博“示例县发布”", [TAKE, "不是我的事", "需要增援"]],
    ])
    await w.press(zhang, TAKE)
    for (const chat of [zhang, li, zhou, wang, group])
      expect(standing(w, chat).filter(([, buttons]) => buttons.includes(TAKE))).toEqual([])
  })
})

describe("nobody is left", () => {
  test("is said in the group of the office above, which sees there too who has it in the end", async () => {
    const w = await emergency()
    await groupAbove(w)
    await w.say(li, HARMFUL)
    await w.turnTo("2026-03-02", "11:05")
    expect(standing(w, group).findLast(([text]) => text?.startsWith(ALARM))?.[1]).toEqual([TAKE])
    w.said()
    await w.press(zhang, TAKE)
    expect(
      w
        .heard()
        .filter(([to]) => to === group)
        .map(([, text]) => text.split("\n")[2]),
    ).toEqual(["🙋 张敏接手了，3月2日（周一）11:05起", "🙋 张敏接手了，3月2日（周一）11:05起"])
  })

  test("without any group goes to the officers above, with the button", async () => {
    const w = await emergency()
    await withoutGroup(w)
    await w.say(li, HARMFUL)
    w.said()
    await w.turnTo("2026-03-02", "11:05")
    expect(told(w, ALARM)).toEqual([wang])
    expect(await w.press(wang, TAKE)).toBe("2026-1 由您处理。处理中请随手登记进展。")
  })

  test("and nobody above goes at least to whoever reported it", async () => {
    const w = await emergency()
    await withoutGroup(w)
    await w.look(async ({ tables }) => {
      const reporter = (await tables.persons.all()).find(({ name }) => name === "张敏")
      const [school] = await tables.units.where("name", "示例县教育局")
      for (const role of await tables.roles.all())
        if (role.personId !== reporter?.id) await tables.roles.put({ ...role, until: 1 })
        else await tables.roles.put({ ...role, role: "reviewer" })
      if (school) await tables.units.put({ ...school, parentId: null })
    })
    await w.say(zhang, HARMFUL)
    expect(
      w
        .heard()
        .filter(([to]) => to === zhang)
        .map(([, text]) => text.split("\n")[0]),
    ).toEqual([
      "🆘【无人应答】2026-1 有害或错敏信息 · 微博“示例县发布”",
      "🚨 已报告，编号 2026-1（示例县人民政府办公室）。现在一个人也叫不到，请马上打电话。",
      "🚨【突发情况】2026-1 有害或错敏信息 · 微博“示例县发布”",
    ])
  })

  test("of a drill stays in the unit, and says 演练 in every line", async () => {
    const w = await emergency()
    await withoutGroup(w)
    await w.say(li, "/drill 示例县人民政府办公室 账号被盗")
    await w.turnTo("2026-03-02", "11:05")
    const heard = w.said()
    expect(heard.filter(({ to }) => to === wang)).toEqual([])
    const alarms = heard.filter(({ text }) => text.includes("无人应答"))
    expect(alarms.map(({ to }) => to)).toEqual([li])
    for (const line of alarms.flatMap(({ text }) => text.split("\n"))) expect(line).toMatch(/^【演练】/)
    expect(await latest(w)).toMatchObject({ state: "open" })
  })
})
