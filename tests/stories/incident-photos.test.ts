import { expect, test } from "vitest"
import { emergency, latest } from "../emergency.ts"
import { PHOTO } from "../photo.ts"
import { group, li, type World, zhang } from "../world.ts"

const snap = async (w: World, who: number, text?: string): Promise<void> => {
  w.playground.say({ who, photo: PHOTO, ...(text === undefined ? {} : { text }) })
  await w.playground.settled()
}

const shownTo = (w: World, chat: number) =>
  w.playground.transcript({ chat }).filter(({ picture }) => picture !== null)

test("a photo goes to everybody who has a card, by the messenger's own name for it, and stands in the story", async () => {
  const w = await emergency(["xuancheng"])
  await snap(w, li)
  expect(w.only(li).text).toBe(
    "现在没有您在处理或报告的突发情况，照片没有保存。出了事请先发 /sos，再把照片发来。",
  )
  await w.say(li, "/sos 突发事件 重大 刚刚 大火")
  w.said()
  w.playground.say({ who: li, chat: group, photo: PHOTO })
  await w.playground.settled()
  w.silence()
  await snap(w, li, "现场浓烟")
  const said = w.said()
  expect(said.some(({ to, text }) => to === li && text === "已把照片补充到 2026-1，有关人员都能看到。")).toBe(
    true,
  )
  for (const reader of [zhang, group])
    expect(said.filter(({ to }) => to === reader).map(({ text }) => text)).toEqual([
      expect.stringContaining("📷 照片 1 张"),
      "📷 2026-1：李国强发来照片：现场浓烟",
    ])
  expect(shownTo(w, zhang)).toHaveLength(1)
  const { photos } = await latest(w)
  expect(photos).toEqual([shownTo(w, zhang)[0]?.picture?.id])

  await w.say(zhang, "/timeline")
  expect(w.only(zhang).text).toContain("李国强 照片：现场浓烟")
  await w.press(zhang, "照片")
  expect(shownTo(w, zhang)).toHaveLength(2)

  await snap(w, li, "/progress 2026-1 已控制")
  expect((await latest(w)).photos).toHaveLength(2)
  for (let n = 3; n <= 6; n++) await snap(w, li)
  w.said()
  await snap(w, li)
  expect(w.only(li).text).toBe("2026-1 已有 6 张照片，不再增加。请发链接补充。")
  expect((await latest(w)).photos).toHaveLength(6)
})

test("a photo that answers the card in the group is added to that emergency, and is not shown there twice", async () => {
  const w = await emergency(["xuancheng"])
  await w.say(li, "/sos 突发事件 重大 刚刚 大火")
  const card = w.playground.transcript({ chat: group }).at(-1)
  await w.say(li, "/sos 突发事件 重大 刚刚 另一处")
  w.said()
  w.playground.say({ who: zhang, chat: group, photo: PHOTO, text: "西侧", replyTo: card?.id })
  await w.playground.settled()
  const said = w.said()
  expect(said.filter(({ to, text }) => to === group && text.includes("已把照片补充到 2026-1"))).toHaveLength(
    1,
  )
  expect(
    said.filter(({ text }) => text === "📷 2026-1：张敏发来照片：西侧").map(({ to }) => to),
  ).not.toContain(group)
  const [first, second] = await w.look(async ({ tables }) => tables.incidents.all())
  expect([first, second].map((it) => [it?.number, it?.photos?.length ?? 0]).sort()).toEqual([
    ["2026-1", 1],
    ["2026-2", 0],
  ])
  w.playground.say({ who: zhang, chat: group, photo: PHOTO, text: "午饭" })
  await w.playground.settled()
  w.silence()
})
