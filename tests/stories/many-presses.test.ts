import { expect, test } from "vitest"
import * as people from "../../services/people.ts"
import { cast } from "../../bot/county.ts"
import { bind } from "../books.ts"
import { latest, story } from "../emergency.ts"
import { COUNTY } from "../office.ts"
import { group, MORNING, wang, type World, world, zhang, zhao } from "../world.ts"

const FIFTY = Array.from({ length: 46 }, (_, each) => ({ id: 3000 + each, name: `同事${each + 1}` }))
/** 陈晨 has left the office, and is still in the group. */
const chen = { id: 3100, name: "陈晨" }
/** 王芳 writes as an anonymous administrator; 何静 reads the card in another office's group. */
const he = { id: 3200, name: "何静" }
const elsewhere = -2002

const TAKE = "我来处理"
const OUTSIDER = "您好，您还没有登记，暂时不能使用。请向本单位管理员索取邀请链接。"
const OTHER_GROUP = "这起事件不归这个群，请在本单位的群里或私聊里处理。"
const YOURS = "2026-1 由您处理。处理中请随手登记进展。"
const YOURS_ALREADY = "您在 10:00 已经接手了。"
const JOINED = "2026-1 已记下您的应答。"

/** Fifty telephones, and an emergency whose card stands in the county's two groups. */
const crowd = async (): Promise<World> => {
  const w = await world({
    at: MORNING,
    playground: {
      people: [
        ...cast.people,
        { id: zhao, name: "赵六" },
        ...[...FIFTY, chen, he].map((each) => ({ ...each, started: true })),
      ],
      groups: [
        {
          ...cast.group,
          members: [zhang, zhao, ...FIFTY.map(({ id }) => id), chen.id],
          admins: [wang],
        },
        { id: elsewhere, title: "示例县教育群", members: [he.id] },
      ],
    },
  })
  await w.look(async (turn) => {
    const [county] = await turn.tables.units.where("name", COUNTY)
    if (!county) throw new Error("no county")
    for (const { id, name } of [...FIFTY, chen, he]) {
      const joining = { user: `telegram:${id}`, name, chat: String(id), unitId: county.id }
      const person = await people.enrol(turn, joining)
      await people.appoint(turn, person.id, county.id, "publisher")
      if (id === chen.id) await turn.tables.persons.put({ ...person, user: null, chat: null, state: "left" })
    }
    const chat = { id: String(elsewhere), title: "示例县教育群", topic: null, reachable: true }
    await turn.tables.chats.put({ ...chat, unitId: county.id })
  })
  return w
}

/** 张敏 reports something; then one of the two groups with the card becomes another office's. */
const raised = async (w: World): Promise<void> => {
  await w.say(zhang, "/sos 说不清 拿不准")
  await w.look(async ({ tables }) => {
    const [school] = await tables.units.where("name", "示例县教育局")
    const chat = await tables.chats.get(String(elsewhere))
    if (chat && school) await tables.chats.put({ ...chat, unitId: school.id })
  })
  // Whoever writes without a name is nobody yet; the press that follows has one.
  await w.say(wang, "/resolved 2026-1 我来处理了", { in: group, anonymous: true })
  expect(w.heard().at(-1)).toEqual([
    group,
    "您现在以匿名管理员身份发言，无法确认是谁。请按下面的按钮，以本人身份继续。",
  ])
  expect(await latest(w)).toMatchObject({ state: "open", acknowledged: [] })
}

/** Everybody presses twice, all at once; gives back what each was shown, in the order of their presses. */
const all = async (w: World): Promise<ReadonlyMap<number, readonly (string | null)[]>> => {
  const shown = (chat: number) => {
    const card = w.playground.transcript({ chat }).findLast(({ text }) => text.startsWith("🚨"))
    if (!card) throw new Error("no card")
    return { chat, message: card.id, button: TAKE }
  }
  const here = shown(group)
  const there = shown(elsewhere)
  const pressing = [
    ...FIFTY.map(({ id }) => ({ who: id, ...here })),
    { who: zhang, ...here },
    { who: wang, ...here },
    { who: chen.id, ...here },
    { who: he.id, ...there },
  ]
  const answers = [...pressing, ...pressing].map(async (press) => {
    const { answered, text } = await w.playground.press(press)
    expect(answered).toBe(true)
    return [press.who, text] as const
  })
  const found = new Map<number, (string | null)[]>()
  for (const [who, text] of await Promise.all(answers)) found.set(who, [...(found.get(who) ?? []), text])
  await w.playground.settled()
  return found
}

test("fifty press at once, twice each: exactly one has it, and each is told what is so", async () => {
  const w = await crowd()
  await raised(w)
  const shown = await all(w)
  const [first] = FIFTY
  const taken = "同事1已经接手（10:00）。多谢！要帮忙请与其联系。"
  expect(shown.size).toBe(50)
  expect(shown.get(first?.id ?? 0)).toEqual([YOURS, YOURS_ALREADY])
  for (const { id } of [...FIFTY.slice(1), { id: zhang }, { id: wang }])
    expect(shown.get(id)).toEqual([taken, taken])
  expect(shown.get(chen.id)).toEqual([OUTSIDER, OUTSIDER])
  expect(shown.get(he.id)).toEqual([OTHER_GROUP, OTHER_GROUP])
  expect((await latest(w)).acknowledged).toHaveLength(1)
  expect((await story(w)).filter(([what]) => what === "taken" || what === "joined")).toEqual([
    ["taken", "同事1"],
  ])
  // Each card was put right once, however many pressed; what is another office's now is not told any more.
  const cards = w.heard().filter(([, text]) => text.includes("🙋"))
  expect(cards.map(([to]) => to).sort((a, b) => a - b)).toEqual([group, zhang])
  for (const [, text] of cards) expect(text).toContain("🙋 同事1接手了，3月2日（周一）10:00起")
})

test("where three have to acknowledge, exactly three do: one has it, two stand by", async () => {
  const w = await crowd()
  await bind(
    w,
    COUNTY,
    `
id: three
title: 三人应答办法
issuer: 示例县
status: in-force
rules:
  - { id: T-1, article: 一, kind: response, on: any, do: incident.acknowledge, within: 10 minutes, takers: 3, says: 三人应答 }
`,
  )
  await raised(w)
  const shown = await all(w)
  const [first, second, third, ...others] = FIFTY
  const taken = "同事1已经接手（10:00）。多谢！要帮忙请与其联系。"
  expect(shown.get(first?.id ?? 0)).toEqual([YOURS, YOURS_ALREADY])
  for (const each of [second, third]) expect(shown.get(each?.id ?? 0)).toEqual([JOINED, YOURS_ALREADY])
  for (const { id } of [...others, { id: zhang }, { id: wang }]) expect(shown.get(id)).toEqual([taken, taken])
  expect(shown.get(chen.id)).toEqual([OUTSIDER, OUTSIDER])
  expect(shown.get(he.id)).toEqual([OTHER_GROUP, OTHER_GROUP])
  expect((await story(w)).filter(([what]) => what === "taken" || what === "joined")).toEqual([
    ["taken", "同事1"],
    ["joined", "同事2"],
    ["joined", "同事3"],
  ])
  const last = w.heard().findLast(([to]) => to === group)?.[1] ?? ""
  expect(last).toContain("🙋 同事1接手了，3月2日（周一）10:00起\n已应答：同事1、同事2、同事3")
  expect(last).not.toContain("还要")
})
