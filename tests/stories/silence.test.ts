import { describe, expect, test } from "vitest"
import { isOpen } from "../../rules/obligation.ts"
import { under } from "../books.ts"
import { latest } from "../emergency.ts"
import { ACCOUNT, office, standing } from "../office.ts"
import { group, li, wang, type World, world, zhang } from "../world.ts"

const SCHOOL = "示例县教育局"
const BY = "依据：《龙子湖区政务新媒体管理暂行办法》第十七条、本单位约定"

const ASK = "问单位 微博示例县教育"

const silent = async (): Promise<World> => {
  const w = await world()
  await under(w, SCHOOL, "longzihu")
  return w
}

const proposals = (w: World) =>
  w.said().filter(({ text }) => text.includes("【建议关停】") && text.includes("微博“示例县教育”"))

/** What is owed about closing the Weibo account. */
const owed = (w: World) =>
  w.look(async ({ tables }) => {
    const account = (await tables.accounts.all()).find(
      ({ name, platform }) => name === "示例县教育" && platform === "weibo",
    )
    const rows = await tables.obligations.where("account", account?.id ?? "")
    return rows
      .filter(({ act }) => act === "account.propose-closing")
      .map(({ due, phase }) => [due?.day, isOpen({ phase }) ? "open" : phase])
  })

describe("an account that nobody updates", () => {
  test("is proposed for closing when it has become dormant, and again as a zombie, once each (LZ-31) (LZ-31b)", async () => {
    const w = await silent()
    // The last post was on 27 February: the 30th day is 29 March, a Sunday; the 90th is 28 May.
    await w.turnTo("2026-03-29", "20:00")
    expect(proposals(w)).toEqual([])
    await w.turnTo("2026-03-30", "20:00")
    const told = proposals(w)
    expect(told.map(({ to, buttons }) => [to, buttons]).sort()).toEqual([
      [li, [ASK]],
      [wang, [ASK, "提请关停 微博示例县教育"]],
    ])
    expect(told[0]?.text).toBe(
      [
        "【建议关停】示例县教育局的微博“示例县教育”已 31 天没有更新，属于“休眠”账号，应当关停。",
        "请在4月7日（周二）前提请关停；可以先问单位的情况。",
        BY,
      ].join("\n"),
    )
    await w.turnTo("2026-05-28", "20:00")
    expect(proposals(w)).toEqual([])
    await w.turnTo("2026-05-29", "20:00")
    expect(
      proposals(w)
        .map(({ to, text }) => [to, text.split("\n")[0]])
        .sort(),
    ).toEqual(
      [li, wang].map((to) => [
        to,
        "【建议关停】示例县教育局的微博“示例县教育”已 91 天没有更新，属于“僵尸”账号，应当关停。",
      ]),
    )
    await w.turnTo("2026-06-05", "20:00")
    expect(proposals(w)).toEqual([])
    expect(await owed(w)).toEqual([["2026-04-07", "open"]])
  })

  test("is asked about by a press: the unit explains itself, and whoever supervises hears that (LZ-31b)", async () => {
    const w = await silent()
    await w.turnTo("2026-03-30", "20:00")
    w.said()
    await w.press(wang, ASK)
    const said = w.said()
    expect(said.map(({ to }) => to).sort()).toEqual([group, li, wang].sort())
    expect(said.find(({ to }) => to === wang)?.text).toBe(
      "已就微博“示例县教育”问了工作群“示例县政务新媒体工作群”、李国强，有答复就转告。关停期限照旧。",
    )
    expect(said.find(({ to }) => to === group)).toMatchObject({
      text: [
        "【请说明情况】王芳询问：示例县教育局的微博“示例县教育”已 31 天没有更新，属于“休眠”账号，按规定应当关停。",
        "请说明打算怎么处理；要保留的，请恢复更新并登记。",
      ].join("\n"),
      buttons: ["说明情况 微博示例县教育"],
    })
    await w.press(zhang, "说明情况 微博示例县教育", { in: group })
    const question = w.said().at(-1)
    expect(question?.text).toContain("这个账号打算怎么处理？")
    await w.say(zhang, "人员刚调整，下周恢复更新", { in: group, replyTo: question?.id ?? 0 })
    expect(w.said().map(({ to, text, buttons }) => [to, text, buttons])).toEqual([
      [group, "已转告主管单位：微博“示例县教育”的情况说明。", []],
      [wang, "【单位说明】张敏（微博“示例县教育”）：人员刚调整，下周恢复更新", ["提请关停 微博示例县教育"]],
    ])
    // Words are no post: the date stands.
    expect(await owed(w)).toEqual([["2026-04-07", "open"]])
  })

  test("that nobody decides about is brought up before its last day, and the leader hears of it after (H-48)", async () => {
    const w = await silent()
    await w.turnTo("2026-04-02", "20:00")
    w.said()
    const lines = () => w.said().filter(({ text }) => text.includes("提请关停：微博“示例县教育”"))
    await w.turnTo("2026-04-03", "12:00")
    expect(lines().map(({ to }) => to)).toEqual([wang])
    await w.turnTo("2026-04-07", "20:00")
    w.said()
    await w.turnTo("2026-04-08", "12:00")
    expect(lines().find(({ to }) => to === li)?.text).toContain(
      "【逾期】示例县教育局：提请关停：微博“示例县教育”",
    )
  })

  test("is done with when its closing is asked for, by the form on the card (LZ-31b)", async () => {
    const w = await office(["longzihu"])
    await w.turnTo("2026-04-02", "20:00")
    await w.press(wang, "提请关停 微博示例县发布")
    expect(w.said().at(-1)?.text).toContain("为什么关停？")
    await w.say(wang, "长期没有更新")
    const duty = async () => (await standing(w)).duties.filter(({ act }) => act === "account.propose-closing")
    expect(await duty()).toMatchObject([{ phase: "done", settled: { on: "2026-04-02" } }])
    expect((await standing(w)).account.state).toBe("live")
  })

  test("and is updated again has nothing to be decided about any more (LZ-31b)", async () => {
    const w = await silent()
    await w.turnTo("2026-03-31", "10:00")
    await w.say(zhang, "/post 微博示例县教育 https://weibo.com/1/alive")
    expect(await owed(w)).toEqual([["2026-04-07", "void"]])
    expect(await w.press(wang, ASK)).toBe("微博“示例县教育”现在没有要决定是否关停的事项。")
  })
})

test("an account whose own words caused a grave outcry is proposed for closing when the case is over (LZ-31c)", async () => {
  const w = await office(["longzihu"])
  await w.say(zhang, `/sos 发错内容 ${ACCOUNT}`)
  await w.press(zhang, "我来处理")
  const { number } = await latest(w)
  await w.say(zhang, `/severity ${number} 重大`)
  await w.say(zhang, `/answered ${number} https://weibo.com/1/corrected`)
  w.said()
  await w.say(zhang, `/resolved ${number} 已更正并说明`)
  const told = w.said().filter(({ text }) => text.includes("【建议关停】"))
  expect(told.map(({ to }) => to).sort()).toEqual([li, wang])
  expect(told[0]?.text).toContain(`微博“示例县发布”引发了重大舆情（应急 ${number}），应当关停。`)
  expect((await standing(w)).duties.find(({ act }) => act === "account.propose-closing")).toMatchObject({
    phase: "open",
    due: { day: "2026-03-09" },
  })
})
