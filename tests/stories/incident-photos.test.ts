import { deflateSync } from "node:zlib"
import { expect, test } from "vitest"
import { emergency, latest } from "../emergency.ts"
import { group, li, type World, zhang } from "../world.ts"

/** The beginning of a picture, which is all that anybody looks at. */
const PHOTO = (() => {
  const bytes = Buffer.alloc(64)
  Buffer.from("89504e470d0a1a0a", "hex").copy(bytes)
  bytes.writeUInt32BE(90, 16)
  bytes.writeUInt32BE(60, 20)
  deflateSync(Buffer.alloc(8)).copy(bytes, 40)
  return new Uint8Array(bytes)
})()

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
