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

test("however much is told, a card stays one message that is put right in place", async () => {
  const w = await emergency()
  await w.say(li, HARMFUL)
  const { id } = w.said().find(({ to }) => to === group) ?? { id: 0 }
  for (let each = 0; each < 6; each += 1)
    await w.say(li, `/detail 2026-1 ${String(each)}${"情况复杂，".repeat(180)}`)
  await w.press(zhang, TAKE)
  await w.say(zhang, `/progress 2026-1 ${"正在核实，".repeat(180)}`)
  expect(new Set(w.said().flatMap((said) => (said.to === group ? [said.id] : [])))).toEqual(new Set([id]))
})

test("thrown out of the group in mid-ladder, the bot goes on in private, tells the office above, and is back once it is let in", async () => {
  const w = await emergency()
  await w.say(li, HARMFUL)
  w.playground.kickBot({ who: wang, chat: group })
  await w.playground.settled()
  w.said()
  await w.turnTo("2026-03-02", "11:05")
  const said = w.said()
  expect(said.filter(({ to }) => to === group)).toEqual([])
  expect(new Set(said.filter(({ text }) => text.startsWith(ALARM)).map(({ to }) => to))).toEqual(
    new Set([wang]),
  )
  w.playground.addBot({ who: wang, chat: group })
  await w.playground.settled()
  await w.turnTo("2026-03-02", "12:05")
  expect(told(w, "第 3 轮")).toContain(group)
})

test("a press that comes when it is over is told who ended it, whatever it wants", async () => {
  const w = await emergency()
  await w.say(li, HARMFUL)
  await w.press(zhang, TAKE)
  const card = w.playground.transcript({ chat: group }).findLast(({ text }) => text.startsWith("🚨"))
  const press = (who: number, button: string) =>
    w.playground.press({ who, chat: group, message: card?.id ?? 0, button })
  w.playground.say({ who: zhang, chat: group, text: "/resolved 2026-1 已删除" })
  const late = [
    press(li, "需要增援"),
    press(zhou, "还在处理"),
    press(zhang, "还在处理"),
    press(li, "撤销（1 分钟内）"),
  ]
  const shown = (await Promise.all(late)).map(({ text }) => text)
  const over = "这起事件已由张敏于 3月2日（周一）10:00 办结。"
  expect(shown).toEqual([over, over, over, "这不是您接手的，不能替别人操作。"])
  expect(await latest(w)).toMatchObject({ state: "closed" })
})

test("a card that somebody deleted in the group is sent there anew when something happens, and changed there from then on", async () => {
  const w = await emergency()
  const cards = () => w.playground.transcript({ chat: group }).filter(({ text }) => text.startsWith("🚨"))
  await w.say(li, HARMFUL)
  const [first] = cards()
  w.playground.promote({ by: li, chat: group, who: li, admin: true })
  w.playground.erase({ who: li, chat: group, message: first?.id ?? 0 })
  await w.playground.settled()
  expect(cards()).toEqual([])
  await w.press(zhang, TAKE)
  const [second, ...others] = cards()
  expect(others).toEqual([])
  expect(second?.text).toContain("🙋 张敏接手了")
  await w.turnTo("2026-03-02", "10:30")
  await w.say(zhang, "/progress 2026-1 仍在处理")
  expect(cards().map(({ id }) => id)).toEqual([second?.id])
  expect(cards()[0]?.text).toContain("仍在处理")
})
