import { describe, expect, test } from "vitest"
import * as gaps from "../../services/checkins/gaps.ts"
import * as people from "../../services/people.ts"
import { onDuty } from "../../services/roster.ts"
import { checkins, nights, roster } from "../duty.ts"
import { COUNTY, office } from "../office.ts"
import { li, type World, zhang, zhou } from "../world.ts"

const CARD = "【接班签到】示例县人民政府办公室，3月2日（周一）20:00–次日08:00"

const now = (w: World) =>
  w.look(async (turn) => {
    const [county] = await turn.tables.units.where("name", COUNTY)
    return (await onDuty(turn, county?.id ?? "", "duty", turn.now)).map(({ name }) => name)
  })

/** Presses a button of a card as it stood before. */
const stepIn = (w: World, who: number, id: string) =>
  w.look(async (turn) => {
    const me = await people.memberOf(turn, `telegram:${who}`)
    if (!me) throw new Error("nobody")
    return gaps.cover(turn, me, id)
  })

describe("checking in for a shift", () => {
  test("is one message half an hour before it, and one tap; nobody hears anything else", async () => {
    const w = await nights()
    await w.turnTo("2026-03-02", "19:29")
    w.silence()
    await w.turnTo("2026-03-02", "19:30")
    expect(w.only(zhang)).toMatchObject({
      text: `${CARD}\n到岗后请点“我在岗”；20:15 还没有点，就要请别人顶班。`,
      buttons: ["我在岗"],
    })
    await w.turnTo("2026-03-02", "19:50")
    expect(await w.press(zhang, "我在岗")).toBe("已签到")
    expect(w.only(zhang)).toMatchObject({ text: `${CARD}\n✅ 19:50 已签到，辛苦了。`, buttons: [] })
    await w.turnTo("2026-03-03", "08:59")
    w.silence()
    expect(await checkins(w, "张敏")).toMatchObject([{ state: "in", over: true, dueAt: null }])
  })

  test("may be typed, from half an hour before on", async () => {
    const w = await nights()
    await w.say(zhang, "/checkin")
    expect(w.only(zhang).text).toBe("3月2日（周一）20:00–次日08:00的班，3月2日（周一）19:30 起才能签到。")
    await w.turnTo("2026-03-02", "20:10")
    w.said()
    await w.say(zhang, "签到")
    expect(w.only(zhang).text).toContain("✅ 20:10 已签到")
    await w.say(zhang, "/checkin")
    expect(w.only(zhang).text).toBe("这一班您 20:10 已经签到，不用再点。")
    await w.say(li, "/checkin")
    expect(w.only(li).text).toBe("眼下没有要您签到的班。")
  })

  test("that does not come has the deputy asked, and whoever steps in is on duty", async () => {
    const w = await nights()
    await w.turnTo("2026-03-02", "20:14")
    w.said()
    await w.turnTo("2026-03-02", "20:15")
    const said = w.said()
    expect(said.find(({ to }) => to === zhang)).toMatchObject({
      to: zhang,
      text: `${CARD}\n🔴 20:15 前没有签到，正在找人顶班。如果已经到岗，请马上点“我在岗”。`,
      buttons: ["我在岗"],
    })
    expect(said.find(({ to }) => to === zhou)).toMatchObject({
      text: "【请顶班】示例县人民政府办公室：张敏没有到岗\n3月2日（周一）20:00–次日08:00的班，到 20:15 没有签到。您能从现在顶到 3月3日（周二）08:00 吗？",
      buttons: ["我来顶班", "不行"],
    })
    await w.turnTo("2026-03-02", "20:20")
    await w.press(zhou, "我来顶班")
    const heard = w.heard()
    expect(heard).toContainEqual([
      zhou,
      "✅ 您已顶张敏的班：示例县人民政府办公室，3月2日（周一）20:20–次日08:00。不用另外签到。",
    ])
    expect(heard).toContainEqual([zhang, `${CARD}\n没有签到，20:20 起由周静顶班。`])
    expect(await now(w)).toEqual(["周静"])
    await w.turnTo("2026-03-03", "08:59")
    w.silence()
    expect(await checkins(w, "张敏")).toMatchObject([{ state: "absent", over: true }])
    expect(await checkins(w, "周静")).toMatchObject([{ state: "in", over: true }])
  })

  test("that nobody answers for is told to the leader ten minutes later, by night too", async () => {
    const w = await nights()
    await w.turnTo("2026-03-02", "20:24")
    w.said()
    await w.turnTo("2026-03-02", "20:25")
    expect(w.only(li)).toMatchObject({
      text: [
        "【缺岗】示例县人民政府办公室：现在没有人在岗",
        "张敏3月2日（周一）20:00–次日08:00的班，到 20:15 没有签到。",
        "已请周静顶班：没有回应。",
        "请安排人到岗；您自己顶班的，点“我来顶班”。",
      ].join("\n"),
      buttons: ["我来顶班"],
    })
    await w.turnTo("2026-03-02", "22:00")
    w.silence()
    await w.press(li, "我来顶班")
    expect(
      w
        .heard()
        .map(([to]) => to)
        .sort(),
    ).toEqual([zhang, li, zhou].sort())
    expect(await now(w)).toEqual(["李国强"])
    const [row] = await checkins(w, "张敏")
    await expect(stepIn(w, zhou, row?.id ?? "")).rejects.toThrow("这一班已由李国强顶班。")
    await w.say(zhang, `/checkin\n班次：${row?.id ?? ""}`)
    expect(w.only(zhang).text).toBe("这一班已由李国强顶班。")
  })

  test("has the leader told at once when the deputy cannot, or when there is none", async () => {
    const w = await nights()
    await w.turnTo("2026-03-02", "20:16")
    w.said()
    await w.press(zhou, "不行")
    expect(
      w
        .heard()
        .map(([to]) => to)
        .sort(),
    ).toEqual([li, zhou])

    const alone = await office([])
    await roster(alone, { people: ["张敏"] })
    await alone.turnTo("2026-03-02", "20:15")
    expect(alone.said().find(({ to }) => to === li)).toMatchObject({
      text: expect.stringContaining("这一班没有能联系上的副班。") as string,
    })
  })

  test("after the window counts as late, and those who were asked need not come", async () => {
    const w = await nights()
    await w.turnTo("2026-03-02", "20:18")
    w.said()
    await w.press(zhang, "我在岗")
    const said = w.heard()
    expect(said).toContainEqual([zhang, `${CARD}\n☑️ 20:18 签到，晚于 20:15。`])
    expect(said).toContainEqual([zhou, "✅ 示例县人民政府办公室：张敏已于 20:18 到岗，不用顶班了。"])
    await w.turnTo("2026-03-03", "08:30")
    w.silence()
    expect(await checkins(w, "张敏")).toMatchObject([{ state: "late" }])
    const [row] = await checkins(w, "张敏")
    await expect(stepIn(w, zhou, row?.id ?? "")).rejects.toThrow("张敏已经到岗，不用顶班了。")
  })

  test("is nobody else's to do", async () => {
    const w = await nights()
    await w.turnTo("2026-03-02", "19:30")
    const [row] = await checkins(w, "张敏")
    await w.turnTo("2026-03-02", "19:31")
    w.said()
    await w.say(li, `/checkin\n班次：${row?.id ?? ""}`)
    expect(w.only(li).text).toBe("这一班是张敏的，要由本人签到。")
    expect(await checkins(w, "张敏")).toMatchObject([{ state: "asked" }])
  })
})
