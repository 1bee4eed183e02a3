import { beforeEach, describe, expect, test } from "vitest"
import type { Unit } from "../../rules/unit.ts"
import * as people from "../../services/people.ts"
import { Counter } from "./counter.ts"
import { form } from "./forms.ts"

let counter: Counter
let transport: Unit

beforeEach(async () => {
  counter = await Counter.open()
  transport = await counter.unit("示例县交通运输局")
  await counter.person("张敏", transport, "administrator", "publisher")
})

const leader = (): Promise<string> => counter.person("李国强", transport, "leader")
const accounts = () => counter.do(({ tables }) => tables.accounts.all())

describe("registering", () => {
  test("asks for one thing at a time, with buttons where there are choices, and says when the next post is due", async () => {
    await leader()
    const asked: string[] = []
    const next = async (doing: Promise<unknown>) => {
      await doing
      asked.push(counter.only("张敏").text)
    }
    await next(counter.say("张敏", "/register"))
    await next(counter.press("张敏", "微博"))
    await next(counter.say("张敏", "示例交通"))
    await next(counter.press("张敏", "跳过"))
    await next(counter.say("张敏", "示例县交通运输局官方微博"))
    await next(counter.say("张敏", "2020年5月18日"))
    await next(counter.press("张敏", "是"))
    await next(counter.press("张敏", "委托其他单位"))
    await next(counter.say("张敏", "示例文化传媒有限公司"))
    await next(counter.press("张敏", "张敏"))
    await next(counter.say("张敏", "张敏、赵六"))
    await counter.say("张敏", "昨天")
    expect(asked.map((text) => text.replace("【登记账号】", "").slice(0, 10))).toEqual([
      "在哪个平台？",
      "账号叫什么名称？请与",
      "账号主页的链接是什么",
      "平台上公开的认证信息",
      "哪天开通的？记不清就",
      "是不是本单位的主账号",
      "由谁运营？",
      "委托哪家单位运营？请",
      "密码由谁保管？可以点",
      "由谁编辑发布？一般 ",
      "最近一次更新是哪天？",
    ])
    expect(counter.only("张敏")).toMatchObject({
      text: "✅ 已登记：示例县交通运输局的微博“示例交通”\n下次更新不晚于 3月15日（周日）（还有 13 天；依据：《示例县政务新媒体管理办法》第一条）。",
      buttons: ["登记更新", "查看账号", "修改", "撤销登记"],
    })
    const [account] = await accounts()
    expect(account).toMatchObject({
      unitId: transport.id,
      platform: "weibo",
      name: "示例交通",
      link: null,
      operator: "示例文化传媒有限公司",
      editors: ["张敏", "赵六"],
      openedOn: "2020-05-18",
      main: true,
      exceptions: [],
    })
    expect(account?.custodian?.name).toBe("张敏")
    expect(account?.custodian?.personId).not.toBeNull()
  })

  test("takes a whole form at once, and starts the clocks from the last post", async () => {
    await leader()
    await counter.say("张敏", form())
    expect(counter.only("张敏").text).toContain("下次更新不晚于 3月11日（周三）（还有 9 天")
    const clocks = await counter.do(({ tables }) => tables.clocks.all())
    expect(clocks).toMatchObject([{ rule: "example:E-1", from: "2026-02-26", until: "2026-03-11" }])
    const posts = await counter.do(({ tables }) => tables.posts.all())
    expect(posts).toMatchObject([{ original: true, link: null }])
  })

  test("a custodian typed by name is tied to the colleague of that name, and nobody else", async () => {
    await leader()
    await counter.say("张敏", form({ 密码保管人: "李国强" }))
    await counter.say("张敏", form({ 平台: "抖音", 密码保管人: "赵六" }))
    const member = await counter.do((act) => people.memberOf(act, "李国强"))
    const custodians = new Map((await accounts()).map(({ platform, custodian }) => [platform, custodian]))
    expect(custodians.get("weibo")).toEqual({ name: "李国强", personId: member?.person.id })
    expect(custodians.get("douyin")).toEqual({ name: "赵六", personId: null })
  })

  test("three editors are noted, not refused; nor is it a fault when nothing is verified yet", async () => {
    await leader()
    await counter.say("张敏", form({ 编辑人员: "甲、乙、丙" }))
    expect(counter.only("张敏").text.split("\n").slice(2)).toEqual([
      "· 提醒：运维人员有 3 人，一般不超过 2 人，请确认是否都要登录账号。（《示例县政务新媒体管理办法》第五条）",
    ])
    expect(await accounts()).toHaveLength(1)
  })

  test("the same account twice is a slip", async () => {
    await leader()
    await counter.say("张敏", form())
    counter.heard()
    await counter.say("张敏", form({ 名称: "示例 交通" }))
    expect(counter.only("张敏").text).toBe("微博“示例交通”已经登记过了，不用重复登记。要改资料请用 /edit。")
    expect(await accounts()).toHaveLength(1)
  })

  test.each([
    [{ 名称: "长".repeat(101) }, "名称太长，最多 100 个字。例如：示例县发布"],
    [{ 名称: "https://weibo.com/u/1" }, "像是链接，不是名称"],
    [{ 链接: "weibo" }, "链接“weibo”无法识别。例如：https://weibo.com/u/1234567890"],
    [
      { 链接: `https://weibo.com/${"a".repeat(490)}` },
      "链接太长，最多 500 个字。例如：https://weibo.com/u/1234567890",
    ],
    [{ 开通日期: "2026-02-30" }, "日期“2026-02-30”无法识别。例如：2020-05-18"],
    [
      { 开通日期: "2008-12-31" },
      "开通日期 2008年12月31日 不合常理，应在 2009年1月1日至今天之间，请检查年份。例如：2020-05-18",
    ],
    [{ 开通日期: "2026-03-03" }, "开通日期 2026年3月3日 不合常理"],
    [{ 开通日期: "2202-05-18" }, "开通日期 2202年5月18日 不合常理"],
    [{ 最近更新: "2026-03-05" }, "还没有到"],
    [{ 平台: "脸书" }, "没有找到“脸书”。"],
    [{ 编辑人员: Array.from({ length: 30 }, (_, at) => `编辑人员${at}`).join("、") }, "编辑人员太长"],
  ])("%o is asked for again, with an example", async (changes, told) => {
    await leader()
    await counter.say("张敏", form(changes))
    expect(counter.only("张敏").text).toContain(told)
    expect(await accounts()).toEqual([])
  })

  test.each(["无", "没有", "自行运营"])("%s is no company that runs the account", async (typed) => {
    await leader()
    await counter.say("张敏", form({ 运营方式: "委托其他单位", 运营单位: typed }))
    expect(counter.only("张敏")).toMatchObject({
      text: `“${typed}”不是单位名称。确由别的单位运营的，请选“委托其他单位”并写全称，例如：示例文化传媒有限公司；没有委托的，请选“本单位人员”。\n【登记账号】由谁运营？`,
      buttons: ["本单位人员", "委托其他单位", "取消"],
    })
    await counter.press("张敏", "本单位人员")
    expect(await accounts()).toMatchObject([{ operator: null }])
  })

  test("names show as they were typed, marks that turn the writing direction left out", async () => {
    await leader()
    await counter.say("张敏", form({ 名称: "<b>示例</b>\u202e🎉交通" }))
    expect(counter.only("张敏").text).toContain("微博“<b>示例</b>🎉交通”")
  })

  test("whoever has no right is told so, and an outsider learns nothing", async () => {
    await counter.person("赵六", transport, "publisher")
    await counter.say("赵六", form())
    expect(counter.only("赵六").text).toBe("您没有登记账号的权限。需要时请联系本单位管理员。")
    await counter.say("路人", form())
    expect(counter.only("路人").text).toBe("您好，您还没有登记，暂时不能使用。请向本单位管理员索取邀请链接。")
    expect(await accounts()).toEqual([])
  })

  test("an administrator registers for a unit below, and not for one beside", async () => {
    const town = await counter.unit("示例镇", transport)
    const health = await counter.unit("示例县卫生健康局")
    await counter.person("王芳", town, "leader")
    await counter.say("张敏", form({ 主办单位: "示例镇", 认证信息: "示例镇官方微博" }))
    expect(counter.only("张敏").text).toContain("已登记：示例镇的微博")
    await counter.say("张敏", form({ 主办单位: health.name }))
    expect(counter.only("张敏").text).toContain("没有找到“示例县卫生健康局”")
  })
})

describe("a hard rule", () => {
  test("refuses with everything that is wrong in one message, and asks again only for what would mend it", async () => {
    await leader()
    await counter.say("张敏", form({ 认证信息: "示例交通官方微博", 编辑人员: "甲、乙、丙" }))
    const refused = counter.only("张敏")
    expect(refused.text.split("\n")).toEqual([
      "没有保存，请先解决下面的问题：",
      "· 认证信息“示例交通官方微博”里没有主办单位全称，请改为写明“示例县交通运输局”。（《示例县政务新媒体管理办法》第四条）",
      "· 提醒：运维人员有 3 人，一般不超过 2 人，请确认是否都要登录账号。（《示例县政务新媒体管理办法》第五条）",
      "【登记账号】平台上公开的认证信息怎么写？应写明主办单位全称；还没有认证就跳过。",
    ])
    expect(await accounts()).toEqual([])
    await counter.say("张敏", "示例县交通运输局官方微博")
    expect(counter.only("张敏").text).toContain("✅ 已登记")
    expect(await accounts()).toMatchObject([
      { verification: "示例县交通运输局官方微博", editors: ["甲", "乙", "丙"] },
    ])
  })

  test("that another answer would not mend leaves the form as it is until the unit has put things right", async () => {
    const id = await leader()
    await counter.say("张敏", "/register\n平台：微博\n名称：示例交通\n链接：https://weibo.com/u/1")
    for (const answer of ["跳过", "跳过", "否", "本单位人员", "跳过", "跳过"])
      await counter.press("张敏", answer)
    expect(counter.last("张敏")).toContain("最近一次更新是哪天？")
    await counter.do((act) => people.dismiss(act, id, transport.id, "leader"))
    counter.heard()
    await counter.say("张敏", "昨天")
    expect(counter.only("张敏").text).toBe(
      "没有保存，请先解决下面的问题：\n· 本单位还没有明确分管领导，请先明确一位。（《示例县政务新媒体管理办法》第二条）\n· 提醒：还没有填写认证信息，认证信息里要写明“示例县交通运输局”。（《示例县政务新媒体管理办法》第四条）",
    )
    await counter.do((act) => people.appoint(act, id, transport.id, "leader"))
    await counter.say("张敏", "昨天")
    expect(counter.only("张敏").text).toContain("✅ 已登记")
  })
})
