import { describe, expect, test } from "vitest"
import { office } from "../office.ts"
import { arrange } from "../rota.ts"
import { group, li, type World, zhang, zhou } from "../world.ts"

/** The pictures that somebody sees, newest last, with what stands under them. */
const pictures = (w: World, who: number) =>
  w.playground
    .transcript({ chat: who, as: who })
    .flatMap(({ text, picture }) => (picture === null ? [] : [{ text, width: picture.width }]))

/** The bytes of the newest picture. */
const newest = (w: World, who: number): Buffer => {
  const shown = w.playground.transcript({ chat: who, as: who }).findLast(({ picture }) => picture !== null)
  return Buffer.from(w.playground.file(shown?.picture?.id ?? "")?.bytes ?? [])
}

describe("the roster as a picture", () => {
  test("is one tap away: of the week that is shown, and of its month", async () => {
    const w = await office(["sxjt"])
    await arrange(w)
    await w.say(li, "值班表")
    expect(w.only(li).buttons).toEqual(["‹ 上一周", "下一周 ›", "图片", "月历"])
    await w.press(li, "下一周 ›")
    w.said()
    await w.press(li, "图片")
    expect(w.only(li).text).toBe("示例县人民政府办公室值班表（2026年3月9日—3月15日）")
    await w.press(li, "月历")
    expect(pictures(w, li)).toEqual([
      { text: "示例县人民政府办公室值班表（2026年3月9日—3月15日）", width: 1_170 },
      { text: "示例县人民政府办公室值班表（2026年3月）", width: 1_170 },
    ])
    expect(newest(w, li).length).toBeLessThan(200_000)
    const outbox = await w.look(({ tables }) => tables.outbox.all())
    expect(outbox.filter(({ body }) => body.picture !== undefined)).toEqual([])
  })

  test("can be asked for in words, in the group too", async () => {
    const w = await office(["sxjt"])
    await arrange(w)
    await w.say(li, "/roster 图片", { in: group })
    expect(w.playground.transcript({ chat: group }).at(-1)?.picture).toMatchObject({ width: 1_170 })
    w.said()
    await w.say(zhou, "/roster 2026-04-01 月历")
    expect(w.only(zhou).text).toBe("示例县人民政府办公室值班表（2026年4月）")
  })

  test("shows another picture when somebody is on leave", async () => {
    const w = await office(["sxjt"])
    await arrange(w, { hours: "09:00-09:00", people: "张敏，李国强" })
    await w.say(zhang, "/roster 图片")
    const before = newest(w, zhang)
    await w.say(zhang, "/shift 值班 2026-03-05 09:00-09:00 周静")
    await w.say(zhang, "/roster 图片")
    expect(newest(w, zhang).equals(before)).toBe(false)
  })

  test("says whose name it cannot write", async () => {
    const w = await office(["sxjt"])
    await arrange(w)
    await w.look(async ({ tables }) => {
      for (const person of await tables.persons.all())
        if (person.name === "李国强") await tables.persons.put({ ...person, name: "李🔥" })
    })
    await w.say(zhang, "/roster 图片")
    expect(w.said().at(-1)?.text).toBe("示例县人民政府办公室值班表（2026年3月2日—3月8日）\n图中的〓：李🔥")
  })

  test("is not offered where nothing is arranged, and not shown to strangers", async () => {
    const w = await office(["sxjt"])
    await w.say(zhang, "/roster")
    expect(w.said().at(-1)?.buttons).toEqual(["‹ 上一周", "下一周 ›"])
    await w.say(zhang, "/roster 图片")
    expect(w.said().at(-1)?.text).toContain("还没有值班安排")
    await arrange(w)
    await w.say(zhang, "/roster 示例县教育局 图片")
    expect(w.said().at(-1)?.text).toContain("还没有值班安排")
  })
})
