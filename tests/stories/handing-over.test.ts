import { describe, expect, test } from "vitest"
import { bind } from "../books.ts"
import { nights, roster } from "../duty.ts"
import { office } from "../office.ts"
import { li, type World, zhang } from "../world.ts"

/** 张敏 by day and 李国强 by night; both have checked in, and it is half past seven in the evening. */
const evening = async (...rulebooks: readonly string[]): Promise<World> => {
  const w = await office(rulebooks)
  await roster(
    w,
    { people: ["张敏"], start: "08:00", end: "20:00", from: "2026-03-03" },
    { people: ["李国强"], from: "2026-03-03" },
  )
  await w.turnTo("2026-03-03", "07:40")
  await w.press(zhang, "我在岗")
  await w.turnTo("2026-03-03", "19:29")
  w.said()
  return w
}

const of = (w: World, who: number) =>
  w
    .heard()
    .filter(([to]) => to === who)
    .map(([, text]) => text)

describe("handing a shift over", () => {
  test("tells of updates, public opinion and messages in one tap, and the next one reads it when they check in (LZ-54)", async () => {
    const w = await evening("longzihu")
    await w.press(zhang, "交班说明")
    expect(w.only(zhang)).toMatchObject({
      text: "【交班说明】这一班情况怎么样？",
      buttons: ["一切正常", "有事要交代", "取消"],
    })
    await w.press(zhang, "一切正常")
    expect(of(w, zhang)).toContain(
      "✅ 已交班：示例县人民政府办公室，3月3日（周二）08:00–20:00\n一切正常（内容更新、舆情、留言）",
    )
    await w.turnTo("2026-03-03", "19:30")
    expect(w.only(li).text).toBe(
      [
        "【接班签到】示例县人民政府办公室，3月3日（周二）20:00–次日08:00",
        "到岗后请点“我在岗”；20:15 还没有点，就要请别人顶班。",
        "上一班（张敏）交班：一切正常（内容更新、舆情、留言）",
      ].join("\n"),
    )
    await w.press(li, "我在岗")
    w.said()
    await w.turnTo("2026-03-03", "21:00")
    w.silence()
  })

  test("says what there is to say, and reaches whoever has checked in already on their card", async () => {
    const w = await evening("longzihu")
    await w.turnTo("2026-03-03", "19:40")
    await w.press(li, "我在岗")
    w.said()
    await w.say(zhang, "/handnote 有事要交代\n哪几项：舆情\n说明：停水的帖文已报宣传部，请继续关注")
    const said = w.heard()
    const note = "舆情：停水的帖文已报宣传部，请继续关注；内容更新、留言正常"
    expect(said).toContainEqual([
      zhang,
      `✅ 已交班：示例县人民政府办公室，3月3日（周二）08:00–20:00\n${note}`,
    ])
    expect(said.find(([to]) => to === li)?.[1]).toContain(`上一班（张敏）交班：${note}`)
  })

  test("speaks of the comments where a rulebook wants them (SJ-34b)", async () => {
    const w = await evening("sxjt")
    await w.say(zhang, "/handnote 一切正常")
    expect(of(w, zhang).join()).toContain("一切正常（互动评论）")
  })

  test("that is forgotten is asked for once at the end, by one tap, and then stands in the leader's digest", async () => {
    const w = await evening("longzihu")
    await w.turnTo("2026-03-03", "19:40")
    await w.press(li, "我在岗")
    await w.turnTo("2026-03-03", "19:59")
    w.said()
    await w.turnTo("2026-03-03", "20:00")
    expect(w.only(zhang)).toMatchObject({
      text: [
        "【请交班】示例县人民政府办公室，3月3日（周二）08:00–20:00",
        "内容更新、舆情、留言都正常的，点一下就好；有事的，写给下一班。只提醒这一次。",
      ].join("\n"),
      buttons: ["一切正常", "有事要交代"],
    })
    await w.turnTo("2026-03-04", "08:59")
    expect(of(w, zhang).filter((text) => text.startsWith("【请交班】"))).toEqual([])
    await w.turnTo("2026-03-04", "09:01")
    expect(of(w, li).find((text) => text.startsWith("【每日提醒】"))).toContain(
      "值班情况：\n· 示例县人民政府办公室：张敏 3月3日（周二）08:00–20:00 没有交班说明",
    )
    await w.turnTo("2026-03-05", "09:01")
    expect(of(w, li).join()).not.toContain("3月3日（周二）08:00–20:00 没有交班说明")
  })

  test("is done from the reminder by one tap", async () => {
    const w = await evening("longzihu")
    await w.turnTo("2026-03-03", "20:00")
    w.said()
    await w.press(zhang, "一切正常")
    expect(of(w, zhang).join()).toContain("✅ 已交班")
    await w.turnTo("2026-03-04", "09:01")
    expect(of(w, li).join()).not.toContain("没有交班说明")
  })

  test("is asked of nobody where no rulebook wants it, nor of somebody who was not there", async () => {
    const w = await evening()
    await w.turnTo("2026-03-04", "09:01")
    expect(of(w, zhang).filter((text) => text.includes("交班"))).toEqual([])
    await w.say(li, "/handnote")
    w.said()
    const other = await nights()
    await other.say(zhang, "/handnote 一切正常")
    expect(other.only(zhang).text).toBe("您眼下没有要交的班。签到上岗后才能交班。")
  })

  test("may still be written for as long as the house says, a day or what an office makes of it (H-161)", async () => {
    const w = await evening("longzihu")
    await w.turnTo("2026-03-04", "19:59")
    w.said()
    await w.say(zhang, "/handnote")
    expect(w.only(zhang).text).toBe("【交班说明】这一班情况怎么样？")
    await w.press(zhang, "取消")
    await w.turnTo("2026-03-04", "20:00")
    w.said()
    expect(await w.press(zhang, "一切正常")).toBe("这一班结束已经超过24小时，不能再交班了。")
    await bind(
      w,
      "示例县人民政府办公室",
      `
id: own
title: 本单位交班约定
issuer: 示例县人民政府办公室
status: in-force
figures: [{ id: X-1, for: duty.hand-over, within: 2 days, says: 下班后2天内可以补写交班说明 }]
`,
    )
    await w.press(zhang, "一切正常")
    expect(of(w, zhang).join()).toContain("✅ 已交班：示例县人民政府办公室，3月3日（周二）08:00–20:00")
  })

  test("of a shift to which nobody came tells the leader in the morning who stepped in", async () => {
    const w = await evening("longzihu")
    await w.turnTo("2026-03-03", "20:16")
    await w.press(zhang, "一切正常")
    await w.turnTo("2026-03-04", "09:01")
    expect(of(w, li).find((text) => text.startsWith("【每日提醒】"))).toContain(
      "值班情况：\n· 示例县人民政府办公室：李国强 3月3日（周二）20:00–次日08:00 缺岗，没有人顶班",
    )
  })
})

describe("the daily patrol", () => {
  test("is one tap on the card of whoever is on duty, and no message of its own (XC-38b)", async () => {
    const w = await evening("xuancheng")
    await w.press(zhang, "今天已巡检")
    expect(w.only(zhang)).toMatchObject({
      text: expect.stringContaining("✅ 07:40 已签到") as string,
      buttons: [],
    })
    await w.say(zhang, "/patrol")
    expect(w.only(zhang).text).toBe("这一项张敏已经处理过了：按时办结（3月3日（周二）），不用再办。")
  })

  test("that was left out is seen on the next morning, and stays on record once the next was done (XC-38b)", async () => {
    const w = await evening("xuancheng")
    await w.turnTo("2026-03-03", "23:59")
    expect(of(w, zhang).join()).not.toContain("巡检")
    await w.turnTo("2026-03-04", "07:45")
    await w.press(zhang, "我在岗")
    w.said()
    await w.say(zhang, "/due 本单位")
    expect(of(w, zhang).join()).toContain(
      "🔴 每日巡检：示例县人民政府办公室，3月3日（周二）到期，已逾期 1 天",
    )
    await w.say(zhang, "巡检")
    expect(w.said().at(-1)?.text).toBe(
      "✅ 已记下：示例县人民政府办公室今天的账号巡检。本月已巡 1 天，漏巡 1 天。",
    )
    await w.say(zhang, "/due 本单位")
    expect(of(w, zhang).join()).not.toContain("每日巡检")
  })

  test("that is left out day after day stands there once, and the leader hears of the first day alone (XC-38b)", async () => {
    const w = await evening("xuancheng")
    await w.turnTo("2026-03-20", "12:00")
    const told = of(w, li).join()
    expect(told.match(/每日巡检：示例县人民政府办公室/g)).toHaveLength(1)
    expect(told).toContain("3月3日（周二）到期，至今没有办结。")
    await w.say(zhang, "/due 本单位")
    const shown = of(w, zhang).join()
    expect(shown.match(/🔴 每日巡检/g)).toHaveLength(1)
    expect(shown).toContain("🔴 每日巡检：示例县人民政府办公室，3月19日（周四）到期，已逾期 1 天")
    const rows = (await w.look(({ tables }) => tables.obligations.all())).filter(
      ({ act }) => act === "patrol.walk",
    )
    // Sixteen days of two units.
    expect(rows.filter(({ phase }) => phase === "missed")).toHaveLength(32)
  })
})
