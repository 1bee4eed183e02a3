import { describe, expect, test } from "vitest"
import { noProfile } from "../../rules/profile.ts"
import * as accounts from "../../services/accounts.ts"
import * as rulebooks from "../../services/rulebooks.ts"
import * as units from "../../services/units.ts"
import { bookOf } from "../rules/books.ts"
import { passes, reviewing, sendIn } from "../reviewing.ts"

describe("a repost", () => {
  test("from the list goes its way; from elsewhere the leader passes it with a written reason (LZ-19)", async () => {
    const r = await reviewing(["longzihu"])
    await sendIn(r, { 类别: "服务信息", 特别情况: "转载", 来源: "新华社 https://www.news.cn/1.html" })
    expect(await r.item()).toMatchObject({ doubts: [], source: "新华社 https://www.news.cn/1.html" })
    await sendIn(r, { 类别: "服务信息", 特别情况: "转载", 来源: "本地论坛 https://bbs.example.com/1" })
    expect(r.counter.last("周静")).toContain(
      "⚠️ 来源“本地论坛 https://bbs.example.com/1”不在稿源名单上（《龙子湖区政务新媒体管理暂行办法》第十一条），通过须写明理由",
    )
    await passes(r, "周静")
    await r.counter.press("李国强", "写明理由并通过")
    expect((await r.item()).state).toBe("waiting")
    await r.counter.say("李国强", "已向原作者核实，获得授权")
    expect(r.counter.last("赵六")).toContain("通过（李国强）：已向原作者核实，获得授权")
    expect((await r.item()).state).toBe("approved")
  })

  test("under Jiangxi comes from named sources too (JX-33)", async () => {
    const r = await reviewing(["jiangxi"])
    await sendIn(r, { 特别情况: "转载", 来源: "某公众号" })
    expect((await r.item()).doubts[0]?.rules).toEqual(["jiangxi:JX-33"])
  })

  test("without a source is not sent in, and only its source is asked for again (SJ-20)", async () => {
    const r = await reviewing(["sxjt"])
    const said = await sendIn(r, { 类别: "转发", 特别情况: "转载", 来源: "网络" })
    expect(said).toContain("转载要注明来源，来源不明的不能用")
    expect(said).toContain("第十五条")
    expect(await r.items()).toEqual([])
    await r.counter.say("赵六", "交通运输部 https://www.mot.gov.cn/1.html")
    expect((await r.item()).source).toBe("交通运输部 https://www.mot.gov.cn/1.html")
  })

  test("an office adds a source of its own in a rulebook of its own", async () => {
    const r = await reviewing(["longzihu"])
    await r.counter.do(async (act) => {
      await rulebooks.load(act, [
        bookOf("own", "kind: record, record: item.sources, fields: [news.example.com]"),
      ])
      await units.change(act, r.bureau.id, { rulebooks: ["longzihu", "own"] })
    })
    await sendIn(r, { 类别: "服务信息", 特别情况: "转载", 来源: "https://news.example.com/1" })
    expect((await r.item()).doubts).toEqual([])
  })
})

describe("other units", () => {
  test.each([
    ["longzihu", "第十三条"],
    ["jiangxi", "第十三点"],
  ])("have agreed before it is sent in: %s (LZ-23, JX-36)", async (book, article) => {
    const r = await reviewing([book])
    const more = book === "longzihu" ? { 类别: "政务信息" } : {}
    const said = await sendIn(r, { ...more, 特别情况: "涉及其他单位", 涉及单位: "县公安局" })
    expect(said).toContain("还没有县公安局的同意记录")
    expect(said).toContain(article)
    expect(await r.items()).toEqual([])
    await r.counter.say("赵六", "县公安局：3月1日电话同意；县医院：3月2日书面同意")
    expect((await r.item()).others).toEqual([
      { unit: "县公安局", agreed: "3月1日电话同意" },
      { unit: "县医院", agreed: "3月2日书面同意" },
    ])
    expect(r.counter.last("周静")).toContain("涉及县公安局：3月1日电话同意")
  })
})

describe("content of a kind", () => {
  test("is one of six; a major incident comes from publicity or cyberspace alone (LZ-18, LZ-18b)", async () => {
    const r = await reviewing(["longzihu"])
    await r.counter.say("赵六", "/submit 停课通知 示例县教育")
    await r.counter.press("赵六", "突发事件")
    await r.counter.press("赵六", "其他单位")
    await r.counter.press("赵六", "都没有")
    await r.counter.press("赵六", "跳过")
    expect(r.counter.last("赵六")).toContain("“突发事件”只能由宣传部门、网信部门提供")
    expect(await r.items()).toEqual([])
    await r.counter.press("赵六", "宣传部门")
    expect(await r.item()).toMatchObject({ category: "突发事件", provider: "宣传部门" })
  })

  test("is one of five in the transport system (SJ-16)", async () => {
    const r = await reviewing(["sxjt"])
    await r.counter.say("赵六", "/submit 停课通知 示例县教育")
    const offered = [...r.counter.shown.values()]
      .at(-1)
      ?.buttons.flat()
      .map(({ label }) => label)
    expect(offered?.slice(0, 5)).toEqual(["政务和服务", "形象和公益", "应急信息", "回应关切", "转发"])
    await r.counter.press("赵六", "政务和服务")
    await r.counter.press("赵六", "都没有")
    await r.counter.press("赵六", "跳过")
    expect((await r.item()).category).toBe("政务和服务")
  })
})

describe("what a rulebook asks apart", () => {
  test("public safety is looked at by one more (SJ-15)", async () => {
    const r = await reviewing(["sxjt"])
    await r.counter.person("吴刚", r.bureau, "reviewer")
    await sendIn(r, { 类别: "应急信息", 特别情况: "公共安全稳定" })
    expect((await r.item()).chain.map(({ step }) => step)).toEqual([
      "reviewer",
      "reviewer",
      "editor-in-chief",
      "leader",
    ])
    await passes(r, "吴刚")
    await passes(r, "周静")
    expect((await r.item()).opinions).toHaveLength(2)
  })

  test("an important policy comes with its interpretation (XC-06)", async () => {
    const r = await reviewing(["xuancheng"])
    await sendIn(r, { 特别情况: "重要政策" })
    await r.counter.press("赵六", "跳过")
    expect(r.counter.last("赵六")).toContain("还不能送审：没有解读链接")
    expect(r.counter.last("赵六")).toContain("二（二）")
    await r.counter.say("赵六", "https://www.example.gov.cn/jd/1")
    expect((await r.item()).answers).toMatchObject([
      { says: "解读链接", said: "https://www.example.gov.cn/jd/1" },
    ])
  })

  test("a major decision comes with its risk and its plan, or with what the public said (XC-16, JX-10)", async () => {
    const r = await reviewing(["xuancheng"])
    expect(await sendIn(r, { 特别情况: "重大决策", 补充: "风险等级：低" })).toContain("没有处置预案")
    expect(await r.items()).toEqual([])
    await r.counter.say("赵六", "风险等级：低；处置预案：https://www.example.gov.cn/ya/1")
    expect(r.counter.last("周静")).toContain("风险等级：低\n处置预案：https://www.example.gov.cn/ya/1")
    const jx = await reviewing(["jiangxi"])
    await sendIn(jx, { 特别情况: "重大决策" })
    await jx.counter.press("赵六", "跳过")
    expect(jx.counter.last("赵六")).toContain("没有已公开征求意见")
    await jx.counter.say("赵六", "https://www.example.gov.cn/zqyj/1")
    expect((await jx.item()).answers).toHaveLength(1)
  })

  test("an interpretation without its policy or its form is pointed out to everybody (JX-12, LZ-04)", async () => {
    const jx = await reviewing(["jiangxi"])
    await sendIn(jx, { 特别情况: "政策解读" })
    await jx.counter.press("赵六", "跳过")
    expect(jx.counter.last("周静")).toContain("⚠️ 没有政策原文（")
    const lz = await reviewing(["longzihu"])
    await sendIn(lz, { 类别: "政务信息", 特别情况: "政策解读" })
    await lz.counter.press("赵六", "跳过")
    expect(lz.counter.last("周静")).toContain("提醒：没有用了图表或音视频（")
    await passes(lz, "周静")
    await passes(lz, "李国强")
    expect((await lz.item()).state).toBe("approved")
  })

  test("a service says on which system it rests, an event that the website comes first (LZ-07, WB-35, XC-04)", async () => {
    const lz = await reviewing(["longzihu"])
    await sendIn(lz, { 类别: "服务信息", 特别情况: "办事服务" })
    await lz.counter.press("赵六", "跳过")
    expect(lz.counter.last("赵六")).toContain("没有依托已有系统")
    const wb = await reviewing(["wubu"])
    await sendIn(wb, { 特别情况: "办事服务", 补充: "依托已有平台：省政务服务网" })
    expect(wb.counter.last("周静")).toContain("提醒：没有数据同源（")
    const xc = await reviewing(["xuancheng"])
    await sendIn(xc, { 特别情况: "公开活动" })
    await xc.counter.press("赵六", "跳过")
    expect(xc.counter.last("赵六")).toContain("没有已先安排政府网站")
  })

  test("for the policy column the openness office answers on paper, which is recorded and not granted (XC-07)", async () => {
    const r = await reviewing(["xuancheng"])
    await sendIn(r, { 特别情况: "进政策解读专栏" })
    await passes(r, "周静")
    await passes(r, "李国强")
    expect(r.counter.last("张敏")).toContain("【请跟进】《停课通知》，等起草部门审核")
    for (const paper of ["起草〔2026〕1号", "公开办〔2026〕3号"]) {
      await r.counter.press("张敏", "登记书面意见")
      await r.counter.say("张敏", paper)
    }
    expect(r.counter.last("赵六")).toContain("按纸质意见登记，文号 公开办〔2026〕3号")
    expect((await r.item()).state).toBe("approved")
  })

  test("an account that does news without a licence sends nothing in (JX-39)", async () => {
    const r = await reviewing(["jiangxi"])
    const [account] = r.accounts
    await r.counter.do(({ tables }) => tables.profiles.put({ ...noProfile(account?.id ?? ""), news: true }))
    expect(await sendIn(r)).toContain("还没有登记许可，不能送审")
    expect(await r.items()).toEqual([])
  })
})

describe("bad input", () => {
  test("accounts of two units are sent in apart, and a word that means nothing is asked for again", async () => {
    const r = await reviewing(["longzihu"])
    await r.counter.do((act) =>
      accounts.create(
        act,
        {
          unitId: r.county.id,
          platform: "weibo",
          name: "示例县发布",
          link: null,
          verification: null,
          operator: null,
          custodian: null,
          editors: [],
          openedOn: "2015-01-01",
          main: true,
        },
        { exceptions: [], lastPostAt: act.now },
      ),
    )
    await r.counter.do(async (act) => {
      const [zhao] = await act.tables.persons.where("user", "赵六")
      if (zhao)
        await act.tables.roles.put({
          id: "r1",
          personId: zhao.id,
          unitId: r.county.id,
          role: "publisher",
          since: 0,
          until: null,
        })
    })
    expect(await sendIn(r, { 账号: "示例县教育、示例县发布", 类别: "政务信息" })).toContain("请分开送审")
    expect(await sendIn(r, { 类别: "政务信息", 特别情况: "加急" })).toContain("加急")
    expect(await r.items()).toEqual([])
  })

  test("where no rulebook asks for a review, it says that none is needed", async () => {
    const r = await reviewing([])
    expect(await sendIn(r)).toBe("“示例县教育局”的规定没有要求发布前审核，直接发布、用 /post 登记就行。")
  })
})
