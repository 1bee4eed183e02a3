import { describe, expect, test } from "vitest"
import { en } from "../../text/en/index.ts"
import { group, li, wang, world, zhang, zhao, zhou } from "../world.ts"

/** The answers after the platform and the name, for an account of which little is known. */
const shortly = async (w: Awaited<ReturnType<typeof world>>, where: { in?: number } = {}) => {
  for (const answer of ["跳过", "跳过", "跳过", "否", "本单位人员", "跳过", "跳过", "跳过"])
    await w.press(zhang, answer, where)
}

const EDUCATION = "示例县教育局"

describe("registering an account", () => {
  test("by buttons and answers; from then on its fourteen days run", async () => {
    const w = await world()
    await w.say(zhang, "/register")
    expect(w.only(zhang)).toMatchObject({
      text: "【登记账号】这个账号由哪个单位主办？",
      buttons: ["示例县人民政府办公室", EDUCATION, "取消"],
    })
    await w.press(zhang, EDUCATION)
    await w.press(zhang, "抖音")
    await w.say(zhang, "示例县教育")
    await w.say(zhang, "https://www.douyin.com/user/example")
    await w.say(zhang, "示例县教育局官方抖音号")
    await w.say(zhang, "2020年5月18日")
    await w.press(zhang, "否")
    await w.press(zhang, "委托其他单位")
    await w.say(zhang, "示例文化传媒有限公司")
    await w.say(zhang, "周静")
    await w.say(zhang, "周静、赵六")
    w.said()
    await w.say(zhang, "昨天")
    expect(w.only(zhang)).toMatchObject({
      text: "✅ 已登记：示例县教育局的抖音“示例县教育”\n下次更新不晚于 3月15日（周日）（还有 13 天；依据：《国家政务新媒体管理要求》检查指标单项否决（国办秘函〔2019〕19号））。",
      buttons: ["登记更新", "查看账号", "修改", "撤销登记"],
    })
    await w.press(zhang, "查看账号")
    expect(w.only(zhang).text).toContain("运营方式：委托示例文化传媒有限公司")
    await w.say(zhang, "/why 抖音示例县教育")
    expect(w.only(zhang).text).toContain("本期 3月2日（周一）至3月15日（周日）")
  })

  test("in the group question by question, each answered by a reply or a button", async () => {
    const w = await world()
    const card = () => w.said().at(-1)?.id ?? 0
    await w.say(zhang, `/register ${EDUCATION} 抖音`, { in: group })
    await w.say(zhang, "随便聊聊", { in: group })
    const asked = card()
    await w.say(zhang, "示例县教育", { in: group, replyTo: asked })
    await shortly(w, { in: group })
    expect(w.said().at(-1)).toMatchObject({ to: group, text: expect.stringContaining("✅ 已登记") as string })
  })

  test("with a custodian who is invited only later: from then on they are reminded themselves", async () => {
    const w = await world()
    await w.say(zhang, `/register\n主办单位：${EDUCATION}\n平台：抖音\n名称：示例县教育\n密码保管人：周静`)
    for (const answer of ["跳过", "跳过", "跳过", "否", "本单位人员", "跳过", "跳过"])
      await w.press(zhang, answer)
    await w.say(zhang, `/invite ${EDUCATION} 密码保管人`)
    const link = /https:\S+/.exec(w.said().at(-1)?.text ?? "")?.[0] ?? ""
    await w.openLink(zhou, link)
    w.said()
    await w.turnTo("2026-03-16", "12:00")
    const told = w.said().filter(({ to }) => to === zhou)
    expect(told.map(({ text }) => text).join("\n")).toContain("抖音“示例县教育”")
    expect(told.map(({ text }) => text).join("\n")).not.toContain("微博")
  })

  test("under the name of another unit's account is refused, and only the name is asked for again", async () => {
    const w = await world()
    await w.say(zhang, `/register ${EDUCATION} 抖音 示例县发布`)
    expect(w.only(zhang).text.split("\n")).toEqual([
      "这样不能登记：",
      "· 抖音上已有别的单位的账号叫“示例县发布”，请换一个名称。（本单位约定）",
      "【登记账号】账号叫什么名称？请与平台上显示的一致。",
    ])
    await w.say(zhang, "示例县教育")
    await shortly(w)
    expect(w.said().at(-1)?.text).toContain("✅ 已登记：示例县教育局的抖音“示例县教育”")
  })

  test("by somebody without the right, or by an outsider, changes nothing", async () => {
    const w = await world()
    await w.say(li, "/register")
    expect(w.only(li).text).toBe("您没有登记账号的权限。需要时请联系本单位管理员。")
    await w.say(zhao, "/register")
    expect(w.only(zhao).text).toBe("您好，您还没有登记，暂时不能使用。请向本单位管理员索取邀请链接。")
    expect(await w.look(({ tables }) => tables.accounts.all())).toHaveLength(5)
  })

  test("in English says the same", async () => {
    const w = await world({ settings: { LANGUAGE: "en" } })
    await w.say(zhang, `/register ${EDUCATION} Douyin 示例县教育`)
    expect(w.only(zhang).text).toBe(`[Register an account] ${en.account.fields.link.ask}`)
    for (const answer of ["Skip", "Skip", "Skip", "no", "our own staff", "Skip", "Skip", "Skip"])
      await w.press(zhang, answer)
    expect(w.said().at(-1)?.text).toContain("✅ Registered: Douyin “示例县教育” of 示例县教育局")
  })
})

describe("a second account on a platform", () => {
  const ask = async (w: Awaited<ReturnType<typeof world>>) => {
    await w.say(zhang, `/register ${EDUCATION} 微博 示例县教育资讯`)
    await shortly(w)
  }
  const CARD = [
    "【请您决定】张敏要登记示例县教育局的微博“示例县教育资讯”",
    "按规定原则上不行：",
    expect.stringContaining("本单位在这个平台上已有账号“示例县教育”，同一平台最多 1 个") as string,
    "确有需要的，请写明理由后同意，理由会随账号保存。14 天内没有答复，申请自动作废。",
  ]

  test("is put before the leader in charge, who agrees in writing; the reason stays with the account", async () => {
    const w = await world()
    await ask(w)
    const toLeader = w.said().filter(({ to }) => to !== zhang)
    expect(toLeader.map(({ to }) => to)).toEqual([li])
    expect(toLeader[0]?.text.split("\n")).toEqual(CARD)
    expect(toLeader[0]?.buttons).toEqual(["写明理由并同意", "不同意"])

    await w.press(li, "写明理由并同意")
    w.said()
    await w.say(li, "教研栏目，年内并入主号")
    const outcome = "✅ 李国强同意了：微博“示例县教育资讯”已登记。理由：教研栏目，年内并入主号"
    const told = w.said()
    expect(told.filter(({ to }) => to === zhang).map(({ text }) => text)).toEqual([outcome])
    expect(told.filter(({ to }) => to === li).map(({ text }) => text)).toContain(outcome)
    await w.say(wang, "/account 示例县教育资讯")
    expect(w.only(wang).text).toContain("：教研栏目，年内并入主号（李国强，2026年3月2日）")
  })

  test("is refused by the leader, and the card that was answered cannot be answered again", async () => {
    const w = await world()
    await ask(w)
    const card = w.said().find(({ to }) => to === li)?.id ?? 0
    await w.press(li, "不同意", { message: card })
    expect(w.said().filter(({ to }) => to === zhang)).toMatchObject([
      { text: "❎ 李国强没有同意登记微博“示例县教育资讯”，没有任何改动。" },
    ])
    expect(await w.look(({ tables }) => tables.accounts.all())).toHaveLength(5)
    w.silence()
  })

  test("asked for in the evening waits until the leader's morning", async () => {
    const w = await world()
    await w.turnTo("2026-03-02", "22:00")
    w.said()
    await ask(w)
    expect(w.said().filter(({ to }) => to === li)).toEqual([])
    await w.turnTo("2026-03-03", "08:00")
    expect(w.said().filter(({ to }) => to === li)).toHaveLength(1)
  })
})
