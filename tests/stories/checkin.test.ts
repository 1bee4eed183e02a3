import { describe, expect, test } from "vitest"
import { instantOf } from "../../rules/time.ts"
import * as gaps from "../../services/checkins/gaps.ts"
import * as people from "../../services/people.ts"
import { onDuty } from "../../services/roster.ts"
import { away, checkins, give, roster } from "../duty.ts"
import { COUNTY, office } from "../office.ts"
import { li, type World, zhang, zhou } from "../world.ts"

const CARD = "【接班签到】示例县人民政府办公室，3月2日（周一）20:00–次日08:00"

/** 张敏 is on duty by night; 周静 is her deputy, 李国强 the leader in charge. */
const nights = async (at = "2026-03-02"): Promise<World> => {
  const w = await office([], at)
  await roster(w, { people: ["张敏"], until: "2026-03-02" }, { layer: "deputy", people: ["周静"] })
  w.said()
  return w
}

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
    const [asked, card] = w.said()
    expect(card).toMatchObject({
      to: zhang,
      text: `${CARD}\n🔴 20:15 前没有签到，正在找人顶班。如果已经到岗，请马上点“我在岗”。`,
      buttons: ["我在岗"],
    })
    expect(asked).toMatchObject({
      to: zhou,
      text: "【请顶班】示例县人民政府办公室：张敏没有到岗\n3月2日（周一）20:00–次日08:00的班，到 20:15 没有签到。您能从现在顶到 3月3日（周二）08:00 吗？",
      buttons: ["我来顶班", "不行"],
    })
    await w.turnTo("2026-03-02", "20:20")
    await w.press(zhou, "我来顶班")
    const said = w.heard()
    expect(said).toContainEqual([
      zhou,
      "✅ 您已顶张敏的班：示例县人民政府办公室，3月2日（周一）20:20–次日08:00。不用另外签到。",
    ])
    expect(said).toContainEqual([zhang, `${CARD}\n没有签到，20:20 起由周静顶班。`])
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

describe("who is asked to check in", () => {
  test("is whoever has the shift by then: a swap takes the question along", async () => {
    const w = await nights()
    await give(w, "李国强", instantOf("2026-03-02", "20:00"), instantOf("2026-03-03", "08:00"))
    await w.turnTo("2026-03-02", "20:10")
    expect(w.heard().map(([to]) => to)).toEqual([li])
    expect(await checkins(w, "张敏")).toMatchObject([{ state: "void", dueAt: null }])
    await w.press(li, "我在岗")
    await w.turnTo("2026-03-03", "08:30")
    expect(w.heard().map(([to]) => to)).toEqual([li])
  })

  test("changes even after the question was asked, and its card says so", async () => {
    const w = await nights()
    await w.turnTo("2026-03-02", "19:40")
    w.said()
    await give(w, "李国强", instantOf("2026-03-02", "20:00"), instantOf("2026-03-03", "08:00"))
    await w.turnTo("2026-03-02", "19:41")
    expect(w.heard()).toEqual([
      [zhang, `${CARD}\n班次有变，这一班不用签到了。`],
      [li, expect.stringContaining("【接班签到】") as string],
    ])
  })

  test("is nobody who is on leave that day, whatever was planned before", async () => {
    const w = await nights()
    await away(w, "张敏", "2026-03-02")
    await w.turnTo("2026-03-03", "08:30")
    w.silence()
  })

  test("is asked once for all the days that the same person goes on with", async () => {
    const w = await office([])
    await roster(w, { people: ["张敏", "李国强"], start: "08:00", end: "08:00", turn: 3, from: "2026-03-03" })
    await w.turnTo("2026-03-03", "07:45")
    expect(w.only(zhang).text).toContain("3月3日（周二）08:00 至 3月6日（周五）08:00")
    await w.press(zhang, "我在岗")
    w.said()
    await w.turnTo("2026-03-06", "07:29")
    expect(w.heard().filter(([, text]) => text.includes("签到"))).toEqual([])
    await w.turnTo("2026-03-06", "07:30")
    expect(
      w
        .heard()
        .filter(([, text]) => text.includes("签到"))
        .map(([to]) => to),
    ).toEqual([li])
  })

  test("is asked once before a night, at any hour", async () => {
    const w = await office([])
    await roster(w, {
      people: ["张敏"],
      start: "00:00",
      end: "06:00",
      from: "2026-03-03",
      until: "2026-03-03",
    })
    await w.turnTo("2026-03-03", "00:14")
    expect(w.heard().map(([to]) => to)).toEqual([zhang])
    await w.press(zhang, "我在岗")
    w.said()
    await w.turnTo("2026-03-03", "08:30")
    w.silence()
  })
})

describe("a downtime", () => {
  test("over the start of a shift costs nobody their quarter of an hour", async () => {
    const w = await nights()
    w.playground.clock.set(instantOf("2026-03-02", "21:00"))
    await w.running.settle()
    expect(w.said().find(({ to }) => to === zhang)?.text).toContain("21:15 还没有点")
    await w.turnTo("2026-03-02", "21:14")
    await w.press(zhang, "我在岗")
    w.said()
    await w.turnTo("2026-03-03", "08:30")
    w.silence()
    expect(await checkins(w, "张敏")).toMatchObject([{ state: "in" }])
  })

  test("in which the tap was made lets it arrive first", async () => {
    const w = await nights()
    await w.turnTo("2026-03-02", "19:30")
    w.said()
    w.playground.clock.set(instantOf("2026-03-02", "20:30"))
    await w.running.settle()
    w.silence()
    await w.press(zhang, "我在岗")
    w.said()
    await w.turnTo("2026-03-03", "08:30")
    w.silence()
    expect(await checkins(w, "张敏")).toMatchObject([{ state: "in" }])
  })

  test("over a whole shift has nobody absent, and asks for the next", async () => {
    const w = await office([])
    await roster(w, { people: ["张敏"] })
    w.playground.clock.set(instantOf("2026-03-03", "12:00"))
    await w.running.settle()
    expect(w.heard().filter(([, text]) => text.includes("签到"))).toEqual([])
    await w.turnTo("2026-03-03", "19:30")
    expect(
      w
        .heard()
        .filter(([, text]) => text.includes("签到"))
        .map(([to]) => to),
    ).toEqual([zhang])
    expect((await checkins(w, "张敏")).map(({ state }) => state).slice(0, 2)).toEqual(["void", "asked"])
  })

  test("and a clock that is put back ask nobody twice", async () => {
    const w = await nights()
    await w.turnTo("2026-03-02", "19:45")
    await w.press(zhang, "我在岗")
    w.said()
    w.playground.clock.set(instantOf("2026-03-02", "18:45"))
    await w.turnTo("2026-03-02", "21:00")
    w.silence()
  })
})
