import { describe, expect, test } from "vitest"
import { instantOf } from "../../rules/time.ts"
import * as people from "../../services/people.ts"
import { under } from "../books.ts"
import { group, type World, world, zhang, zhou } from "../world.ts"

const COUNTY = "示例县人民政府办公室"
const RULE = "依据 《龙子湖区政务新媒体管理暂行办法》第九条"

/** The county under the district's rules, with 周静 as its information officer, and leads due at four. */
const office = async (at = "2026-03-02", ...set: readonly string[]): Promise<World> => {
  const w = await world({ at: instantOf(at, "10:00") })
  await under(w, COUNTY, "longzihu")
  await w.look(async (turn) => {
    const [county] = await turn.tables.units.where("name", COUNTY)
    if (!county) throw new Error("no county")
    const officer = { user: `telegram:${zhou}`, name: "周静", chat: String(zhou), unitId: county.id }
    const { id } = await people.enrol(turn, officer)
    await people.appoint(turn, id, county.id, "information-officer")
  })
  await w.say(zhou, "/me")
  await w.say(zhang, `/setunit ${COUNTY} 报线索时间 16:00`)
  for (const each of set) await w.say(zhang, `/setunit ${COUNTY} ${each}`)
  w.said()
  return w
}

const toOfficer = (w: World) =>
  w.said().filter(({ to, text }) => to === zhou && text.startsWith("【信息线索】"))

/** What the digests said of leads, to one reader. */
const inDigests = (w: World, who: number): readonly string[] =>
  w
    .said()
    .filter(({ to, text }) => to === who && text.startsWith("【每日提醒】"))
    .flatMap(({ text }) => text.split("\n"))
    .filter((line) => line.includes("线索"))

describe("daily leads", () => {
  test("are asked for half an hour before their time, and sent with the three points answered for (LZ-16, LZ-17)", async () => {
    const w = await office()
    await w.turnTo("2026-03-02", "15:29")
    expect(toOfficer(w)).toEqual([])
    await w.turnTo("2026-03-02", "15:30")
    expect(toOfficer(w)).toMatchObject([
      {
        text: [`【信息线索】请在 16:00 前报送${COUNTY}今天的线索；没有就按“今天没有”。`, RULE].join("\n"),
        buttons: ["报线索", "今天没有"],
      },
    ])
    await w.press(zhou, "报线索")
    await w.say(zhou, "城南小学明天开学")
    await w.press(zhou, "跳过")
    const asked = w.said().at(-1)
    expect(asked?.text).toContain("您对这条线索的真实、可靠、合规负责吗？")
    expect(asked?.buttons).toEqual(["我负责，报送", "先不报", "取消"])
    await w.press(zhou, "我负责，报送")
    expect(w.said().at(-1)?.text).toBe(`✅ 已报送${COUNTY}的线索“城南小学明天开学”。`)
    expect(await w.look(({ tables }) => tables.leads.all())).toMatchObject([
      { title: "城南小学明天开学", stated: ["truthful", "reliable", "compliant"] },
    ])
    await w.turnTo("2026-03-03", "09:00")
    expect(inDigests(w, zhang)).toEqual([`📰 ${COUNTY}新线索：“城南小学明天开学”，发 /leads 查看`])
  })

  test("cannot be sent without the statement (LZ-17)", async () => {
    const w = await office()
    await w.say(zhou, "/lead\n情况：报线索\n标题：城南小学明天开学")
    await w.press(zhou, "跳过")
    await w.press(zhou, "先不报")
    expect(w.said().at(-1)?.text).not.toContain("已报送")
    expect(await w.look(({ tables }) => tables.leads.all())).toEqual([])
  })

  test("“nothing today” counts, and nobody is reminded after it (LZ-16)", async () => {
    const w = await office()
    await w.say(zhou, "/lead 今天没有")
    expect(w.only(zhou).text).toBe(`✅ 已记下：${COUNTY}今天没有线索。`)
    await w.turnTo("2026-03-03", "09:00")
    const said = w.said()
    expect(said.filter(({ text }) => text.includes("线索"))).toEqual([])
  })

  test("that come late, or not at all, stand in the next digest, for those who send and edit them alone (LZ-16)", async () => {
    const w = await office()
    await w.turnTo("2026-03-02", "16:40")
    await w.say(zhou, "/lead 今天没有")
    expect(w.said().at(-1)?.text).toContain("（已过报送时间）")
    await w.turnTo("2026-03-03", "09:00")
    const said = w.said()
    const line = `🟡 ${COUNTY}3月2日（周一）的信息线索：16:40才报告没有线索（应在16:00前）`
    for (const who of [zhang, zhou])
      expect(said.find(({ to, text }) => to === who && text.includes("每日提醒"))?.text).toContain(line)
    expect(said.filter(({ text }) => text.includes("线索")).map(({ to }) => to)).not.toContain(group)
    await w.turnTo("2026-03-04", "09:00")
    expect(inDigests(w, zhou)).toEqual([`🔴 ${COUNTY}3月3日（周二）没有报送信息线索`])
    await w.turnTo("2026-03-05", "08:00")
    await w.say(zhou, "/leads")
    expect(w.said().at(-1)?.text).toContain(
      "▪ 3月4日（周三）：没有报\n▪ 3月3日（周二）：没有报\n▪ 3月2日（周一）：16:40才报告没有线索（应在16:00前）",
    )
  })

  test("are owed every day, rest days too, unless the unit chooses its working days (decision F8)", async () => {
    const literal = await office("2026-03-06")
    await literal.turnTo("2026-03-08", "23:00")
    expect(toOfficer(literal)).toHaveLength(3)
    const chosen = await office("2026-03-06", "报线索的日子 只在工作日")
    await chosen.turnTo("2026-03-09", "23:00")
    expect(toOfficer(chosen)).toHaveLength(2)
  })

  test("nobody is asked as long as no time is set, nor where no rulebook asks for them", async () => {
    const w = await office("2026-03-02", "报线索时间 无")
    await w.turnTo("2026-03-04", "20:00")
    expect(toOfficer(w)).toEqual([])
    const other = await office()
    await under(other, COUNTY, "wubu")
    await other.turnTo("2026-03-04", "20:00")
    expect(toOfficer(other)).toEqual([])
  })

  test("a day on which nothing could be sent, because the bot was off, is missed by nobody", async () => {
    const w = await office()
    w.playground.clock.set(instantOf("2026-03-05", "10:00"))
    await w.running.settle()
    const days = await w.look(({ tables }) => tables.leadDays.all())
    expect(days.map(({ day, state }) => [day, state])).toEqual([
      ["2026-03-02", "off"],
      ["2026-03-03", "off"],
      ["2026-03-04", "off"],
      ["2026-03-05", "waiting"],
    ])
  })

  test("a time in the quiet hours is refused, and so is somebody whose task they are not", async () => {
    const w = await office()
    await w.say(zhang, `/setunit ${COUNTY} 报线索时间 22:30`)
    expect(w.only(zhang).text).toContain("22:30 在免打扰时间")
    await w.say(zhang, `/setunit ${COUNTY} 报线索时间 二十五点`)
    expect(w.only(zhang).text).toContain("二十五点")
  })
})

test("a unit without an information officer stands red among its papers until there is one (LZ-15)", async () => {
  const w = await world()
  await under(w, COUNTY, "longzihu")
  await w.say(zhang, `/papers ${COUNTY}`)
  expect(w.only(zhang).text).toContain("🔴 还没有信息员，请用 /appoint 指定（依据 《")
  await w.say(zhang, "/appoint 张敏 信息员")
  await w.press(zhang, COUNTY)
  w.said()
  await w.say(zhang, `/papers ${COUNTY}`)
  expect(w.only(zhang).text).not.toContain("信息员，请用")
})
