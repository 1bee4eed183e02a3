import { describe, expect, test } from "vitest"
import * as watch from "../../services/watch.ts"
import { under } from "../books.ts"
import { group, li, wang, type World, world, zhang } from "../world.ts"

const COUNTY = "示例县人民政府办公室"

const county = async (): Promise<World> => {
  const w = await world()
  await under(w, COUNTY, "longzihu")
  return w
}

const changes = (w: World) =>
  w.look(async ({ tables }) =>
    (await tables.obligations.all())
      .filter(
        ({ act, occasionId, phase }) => act === "password.change" && occasionId !== null && phase !== "void",
      )
      .map(({ phase }) => phase),
  )

const attest = async (w: World, words: string) => {
  await w.say(zhang, `/password ${words} 今天`)
  await w.press(zhang, "12位")
  await w.press(zhang, "字母和数字都有")
  await w.press(zhang, "出了安全问题")
}

describe("an account in somebody else's hands", () => {
  test("has its password changed within the hour: told at once, with no reminder that makes no sense", async () => {
    const w = await county()
    w.said()
    await w.say(li, "/hijacked 微博示例县发布")
    const said = w.said()
    expect(said.map(({ to }) => to).sort()).toEqual([li, zhang].sort())
    expect(said.find(({ to }) => to === zhang)).toMatchObject({
      text: [
        `🚨【马上办】${COUNTY}：更换密码：微博“示例县发布”`,
        "请在 3月2日（周一）11:00 前办好并登记。",
        "依据 本单位约定",
      ].join("\n"),
      buttons: ["办结 更换密码 示例县发布"],
    })
    expect(said.find(({ to }) => to === li)?.text).toContain("不要另开新号")
    await w.turnTo("2026-03-02", "11:09")
    w.silence()
    await w.turnTo("2026-03-02", "11:11")
    expect(w.only(li).text).toContain("【逾期】")
    await attest(w, "微博示例县发布")
    expect(await changes(w)).toEqual(["late"])
  })

  test("reported as an emergency opens the same duty, once; a drill opens none (LZ-38, SJ-35)", async () => {
    const w = await county()
    await w.say(li, `/drill ${COUNTY} 账号被盗`)
    expect(await changes(w)).toEqual([])
    w.said()
    await w.say(li, "/sos 账号被盗 微博示例县发布")
    expect(w.said().find(({ text }) => text.startsWith("🚨【马上办】"))).toMatchObject({
      to: zhang,
      text: [
        `🚨【马上办】${COUNTY}：更换密码：微博“示例县发布”`,
        "请在 3月2日（周一）11:00 前办好并登记。",
        "依据 本单位约定",
      ].join("\n"),
    })
    expect(await changes(w)).toHaveLength(1)
    await w.say(li, "/hijacked 微博示例县发布")
    expect(await changes(w)).toHaveLength(1)
  })

  test("is settled, with every other duty to change its password, by one attestation", async () => {
    const w = await county()
    await w.say(zhang, "/hijacked 微博示例县发布")
    await w.turnTo("2026-03-02", "10:30")
    await attest(w, "微博示例县发布")
    expect(w.said().at(-1)?.text).toContain("下次不晚于 2026年5月31日。")
    expect(await changes(w)).toEqual(["done"])
    await w.turnTo("2026-03-02", "12:00")
    w.silence()
  })

  test("is not settled by a change of the day before, and is reported once", async () => {
    const w = await county()
    await w.say(zhang, "/hijacked 微博示例县发布")
    w.said()
    await w.say(li, "/hijacked 微博示例县发布")
    expect(w.only(li).text).toContain("已经有人报告过")
    await w.say(zhang, "/password 微博示例县发布 昨天")
    await w.press(zhang, "12位")
    await w.press(zhang, "字母和数字都有")
    await w.press(zhang, "定期更换")
    expect(w.said().at(-1)?.text).toContain("那一项还没有办好，请再换一次。")
    expect(await changes(w)).toEqual(["today"])
  })

  test("a lost device asks for every password its owner keeps, by night too", async () => {
    const w = await county()
    await w.turnTo("2026-03-02", "23:30")
    w.said()
    await w.say(li, "/lost 张敏")
    const said = w.said()
    expect(said.filter(({ to }) => to === zhang)).toHaveLength(2)
    expect(said.find(({ to }) => to === li)?.text).toBe(
      "🚨 已记下，涉及 2 个账号：微博“示例县发布”、微信订阅号“示例县发布”\n请在 3月3日（周二）00:30 前换好密码，换好后用 /password 登记。登不上的，请先向平台申诉找回；不要另开新号。",
    )
    await w.turnTo("2026-03-03", "00:41")
    expect(w.heard().filter(([to]) => to === li)).toHaveLength(2)
  })
})

describe("where a second person has to witness it", () => {
  const witnessed = async (): Promise<World> => {
    const w = await county()
    await w.say(wang, `/setunit ${COUNTY} 换密码要见证 要见证`)
    expect(w.said().at(-1)?.text).toContain("要见证")
    return w
  }

  test("it waits for another person, who presses", async () => {
    const w = await witnessed()
    await w.say(zhang, "/hijacked 微博示例县发布")
    w.said()
    await attest(w, "微博示例县发布")
    const said = w.said()
    expect(said.find(({ text }) => text.startsWith("✅"))?.text).toContain("待见证：已请李国强确认")
    expect(said.find(({ to }) => to === li)).toMatchObject({
      text: [
        "【请见证】张敏登记：微博“示例县发布”，3月2日（周一）更换",
        "12位，字母和数字都有；原因：出了安全问题",
        "请当面确认后再点，不要问密码是什么。",
      ].join("\n"),
      buttons: ["我见证，属实", "不属实"],
    })
    expect(await changes(w)).toEqual(["today"])
    await w.press(li, "我见证，属实")
    expect(await changes(w)).toEqual(["done"])
    expect(w.heard().map(([to]) => to)).toEqual(expect.arrayContaining([li, zhang]))
  })

  test("a change from before the loss settles nothing, though it is witnessed after", async () => {
    const w = await witnessed()
    await attest(w, "微博示例县发布")
    await w.turnTo("2026-03-02", "10:30")
    await w.say(zhang, "/hijacked 微博示例县发布")
    await w.press(li, "我见证，属实")
    expect(await changes(w)).toEqual(["today"])
  })

  test("what is not so does not count", async () => {
    const w = await witnessed()
    await w.say(zhang, "/hijacked 微博示例县发布")
    await attest(w, "微博示例县发布")
    w.said()
    await w.press(li, "不属实")
    expect(w.said().find(({ to }) => to === zhang)?.text).toContain("没有见证")
    expect(await changes(w)).toEqual(["today"])
    // Nor does the next change count from it, whenever it is counted anew.
    await w.look(watch.all)
    const begun = (await w.look(({ tables }) => tables.obligations.all())).filter(
      ({ act, occasionId, phase }) => act === "password.change" && occasionId === null && phase === "open",
    )
    expect(begun.map(({ since }) => since)).not.toContain("2026-03-02")
  })
})

describe("the monthly statement", () => {
  const LISTED =
    "说明内容：没有买粉丝等造假；没有强制下载；没有强制点赞；没有强制转发；不在公共场所登录；不用公用设备登录"
  const months = (w: World) =>
    w.look(async ({ tables }) =>
      (await tables.obligations.all())
        .filter(({ act }) => act === "statement.give")
        .map(({ phase, due, personId }) => [phase, due?.day, personId === null ? "unit" : "person"]),
    )

  test("is one tap a month for each custodian, not for each account (LZ-39) (LZ-39b) (LZ-45)", async () => {
    const w = await county()
    expect(await months(w)).toEqual([["open", "2026-03-31", "person"]])
    w.said()
    await w.turnTo("2026-03-26", "18:00")
    expect(w.heard().filter(([, text]) => text.includes("每月安全说明"))).toEqual([])
    // Three days before the end of the month is a Saturday.
    await w.turnTo("2026-03-27", "12:00")
    const [card] = w.said().filter(({ text }) => text.includes("每月安全说明"))
    expect(card?.to).toBe(zhang)
    for (const line of LISTED.split(/[：；]/)) expect(card?.text).toContain(line)
    expect(card?.buttons).toEqual(expect.arrayContaining(["都做到了", "有没做到的"]))
    await w.press(zhang, "都做到了")
    expect(w.said().at(-1)?.text).toContain("✅ 已记下：3月都做到了。谢谢。")
    await w.turnTo("2026-04-02", "12:00")
    expect(await months(w)).toEqual([
      ["done", "2026-03-31", "person"],
      ["open", "2026-04-30", "person"],
    ])
  })

  test("that says no names what was not kept, and the leader hears of it once (LZ-39)", async () => {
    const w = await county()
    await w.turnTo("2026-03-30", "12:00")
    await w.press(zhang, "有没做到的")
    await w.press(zhang, "不用公用设备登录")
    await w.press(zhang, "选好了（1 个）")
    w.said()
    await w.say(zhang, "借用过同事的电脑")
    expect(w.said().find(({ to }) => to === li)?.text).toBe(
      [
        "【发现问题】张敏在每月安全说明里报告：",
        "没有做到：不用公用设备登录",
        "情况：借用过同事的电脑",
        "请督促改正；此事只通知您一次。",
      ].join("\n"),
    )
    const rows = await w.look(({ tables }) => tables.statements.all())
    expect(rows).toMatchObject([{ month: "2026-03", broken: ["no-shared"], note: "借用过同事的电脑" }])
  })

  test("lists what each rulebook asks for (SJ-32) (SJ-35) (SJ-35b)", async () => {
    const w = await world()
    await under(w, COUNTY, "sxjt")
    await w.turnTo("2026-03-30", "12:00")
    const [card] = w.said().filter(({ text }) => text.includes("每月安全说明"))
    expect(card?.text).toContain("没有经营活动；没有商业广告")
    expect(card?.text).toContain("不在公共场所登录；只用可靠设备登录")
    expect(card?.to).toBe(zhang)
  })

  test("is given by the unit once where the text speaks of the unit (JX-49) (JX-49b)", async () => {
    const w = await world()
    await under(w, COUNTY, "jiangxi")
    expect(await months(w)).toEqual(expect.arrayContaining([["open", "2026-03-31", "unit"]]))
    await w.turnTo("2026-03-30", "12:00")
    const [card] = w.said().filter(({ text }) => text.includes("每月安全说明"))
    expect([zhang, group]).toContain(card?.to)
    expect(card?.text).toContain("没有商业排名")
  })
})
