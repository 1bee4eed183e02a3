import { describe, expect, test } from "vitest"
import { bind } from "../books.ts"
import { checkins, roster } from "../duty.ts"
import { COUNTY, office } from "../office.ts"
import { group, li, type World, zhang, zhou } from "../world.ts"

const NIGHT = "3月2日（周一）20:00–次日08:00"

const of = (w: World, who: number) =>
  w
    .heard()
    .filter(([to]) => to === who)
    .map(([, text]) => text)

describe("checking in, as the rulebooks want it", () => {
  test("around the clock: 15 minutes without a tap bring the deputy, and 10 more the leader (LZ-53)", async () => {
    const w = await office(["longzihu"])
    await roster(w, { people: ["张敏"] }, { layer: "deputy", people: ["周静"] })
    await w.turnTo("2026-03-02", "20:14")
    w.said()
    await w.turnTo("2026-03-02", "20:15")
    expect(of(w, zhou).join()).toContain("【请顶班】示例县人民政府办公室：张敏没有到岗")
    await w.turnTo("2026-03-02", "20:24")
    w.silence()
    await w.turnTo("2026-03-02", "20:25")
    expect(of(w, li).join()).toContain("【缺岗】示例县人民政府办公室：现在没有人在岗")
  })

  test("is asked of the deputy and the leader on duty too, where the house says so, and nobody is fetched for them", async () => {
    const w = await office(["jiangxi"])
    await bind(
      w,
      COUNTY,
      `{ id: own, title: 本单位值班约定, issuer: 本单位, status: in-force,
         figures: [{ id: O-1, for: duty, checksIn: [duty, deputy, leader], says: 副班和带班领导也签到 }] }`,
    )
    const until = "2026-03-02"
    await roster(
      w,
      { people: ["张敏"], until },
      { layer: "deputy", people: ["周静"], until },
      { layer: "leader", people: ["李国强"], until },
    )
    await w.turnTo("2026-03-02", "19:29")
    w.said()
    await w.turnTo("2026-03-02", "19:30")
    const asked = w.said()
    expect(asked.map(({ to, text }) => [to, text]).sort(([a], [b]) => Number(a) - Number(b))).toEqual([
      [zhang, `【接班签到】${COUNTY}，${NIGHT}\n到岗后请点“我在岗”；20:15 还没有点，就要请别人顶班。`],
      [li, `【接班签到】${COUNTY}，${NIGHT}（带班领导）\n到岗后请点“我在岗”，20:15 前有效。`],
      [zhou, `【接班签到】${COUNTY}，${NIGHT}（副班）\n到岗后请点“我在岗”，20:15 前有效。`],
    ])
    await w.press(zhang, "我在岗")
    await w.turnTo("2026-03-02", "20:20")
    expect(
      w
        .heard()
        .filter(([to]) => to !== zhang)
        .sort(([a], [b]) => a - b),
    ).toEqual([
      [li, `【接班签到】${COUNTY}，${NIGHT}（带班领导）\n20:15 前没有签到。到岗后请补点“我在岗”。`],
      [zhou, `【接班签到】${COUNTY}，${NIGHT}（副班）\n20:15 前没有签到。到岗后请补点“我在岗”。`],
    ])
    await w.press(li, "我在岗")
    expect(await checkins(w, "李国强")).toMatchObject([{ layer: "leader", state: "late" }])
    await w.turnTo("2026-03-03", "08:59")
    w.said()
    await w.turnTo("2026-03-03", "09:01")
    expect(of(w, li).find((text) => text.startsWith("【每日提醒】"))).toContain(
      [
        "值班情况：",
        `· ${COUNTY}：周静 ${NIGHT}（副班） 没有签到`,
        `· ${COUNTY}：李国强 ${NIGHT}（带班领导） 晚签到，3月2日（周一）20:20 到岗`,
      ].join("\n"),
    )
  })

  test("late stands in the leader's next digest, and nowhere else", async () => {
    const w = await office([])
    await roster(w, { people: ["张敏"], until: "2026-03-02" })
    await w.turnTo("2026-03-02", "20:30")
    await w.press(zhang, "我在岗")
    w.said()
    await w.turnTo("2026-03-03", "08:59")
    w.silence()
    await w.turnTo("2026-03-03", "09:01")
    expect(w.heard().filter(([, text]) => text.includes("晚签到"))).toEqual([
      [li, expect.stringContaining(`· ${COUNTY}：张敏 ${NIGHT} 晚签到，3月2日（周一）20:30 到岗`)],
    ])
    await w.turnTo("2026-03-04", "09:01")
    expect(w.heard().filter(([, text]) => text.includes("晚签到"))).toEqual([])
  })

  test("with nobody to lead who can be reached, the group hears of it once, and the first leader who can be", async () => {
    const w = await office([])
    await roster(w, { people: ["张敏"], until: "2026-03-02" })
    const silence = (names: readonly string[], reachable: boolean) =>
      w.look(async ({ tables }) => {
        for (const person of await tables.persons.all())
          if (names.includes(person.name)) await tables.persons.put({ ...person, reachable })
      })
    await silence(["李国强", "周静", "王芳"], false)
    await w.turnTo("2026-03-02", "20:14")
    w.said()
    await w.turnTo("2026-03-02", "21:00")
    expect(w.heard().filter(([to]) => to === group)).toEqual([
      [
        group,
        [
          "【缺岗】示例县人民政府办公室：现在没有人在岗，负责人也都联系不上",
          `张敏${NIGHT}的班，到 20:15 没有签到。请看到的人马上安排到岗，并联系负责人。`,
        ].join("\n"),
      ],
    ])
    await silence(["李国强"], true)
    await w.turnTo("2026-03-02", "21:10")
    expect(of(w, li).join()).toContain("【缺岗】示例县人民政府办公室：现在没有人在岗\n")
    await w.turnTo("2026-03-03", "07:00")
    expect(w.heard().filter(([, text]) => text.includes("【缺岗】"))).toEqual([])
  })
})

describe("a unit that has to be watched at every hour and has no roster", () => {
  test("is brought to whoever can arrange one: once, then every week, until there is one (LZ-53)", async () => {
    const w = await office(["longzihu"])
    const line =
      "· 示例县人民政府办公室要24小时有人值班，现在还没有任何安排。请用 /rota 设置轮班，或把值班表（Excel）发给我。依据：《龙子湖区政务新媒体管理暂行办法》第二十四条（一）。"
    const brought = async (day: string) => {
      await w.turnTo(day, "09:01")
      return w.heard().filter(([, text]) => text.includes("没有任何安排"))
    }
    expect(await brought("2026-03-03")).toEqual([[zhang, expect.stringContaining(`值班情况：\n${line}`)]])
    expect(await brought("2026-03-06")).toEqual([])
    expect(await brought("2026-03-09")).toHaveLength(1)
    await roster(w, { people: ["张敏"], start: "00:00", end: "00:00", from: "2026-03-10" })
    expect(await brought("2026-03-16")).toEqual([])
  })
})
