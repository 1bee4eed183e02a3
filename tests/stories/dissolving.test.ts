import { describe, expect, test } from "vitest"
import * as accounts from "../../services/accounts.ts"
import * as units from "../../services/units.ts"
import { BUREAU } from "../commands/bureau.ts"
import { Ending } from "../commands/ending.ts"
import { draft } from "../commands/forms.ts"

/** Another bureau of the county, under the same rulebooks. */
const neighbour = (it: Ending, books: readonly string[]) =>
  it.b.counter.do((act) =>
    units.create(act, {
      name: "示例县文旅局",
      kind: "county-department",
      parentId: it.b.county.id,
      rulebooks: books,
    }),
  )

const merged = async (books: readonly string[]) => {
  const it = await Ending.open(books)
  await it.b.counter.person("周静", await neighbour(it, books), "leader", "editor-in-chief")
  await it.say(`/dissolve\n单位：${BUREAU}\n情况：合并\n并入单位：示例县文旅局\n日期：今天`, "王芳")
  await it.press("跳过", "王芳")
  return it
}

describe("a unit that was merged", () => {
  test.each([
    ["wubu", "《吴堡县政务新媒体管理通知》二（六）"],
    ["longzihu", "《龙子湖区政务新媒体管理暂行办法》第十七条"],
  ])(
    "under %s its accounts are closed or get another sponsor within 20 working days (WB-22b, LZ-34c)",
    async (book, cite) => {
      const it = await merged([book])
      expect(await it.owes("account.close-or-move")).toMatchObject([
        { phase: "open", due: { day: "2026-03-30" } },
      ])
      expect(it.b.counter.last("王芳")).toBe(
        [
          "已登记：“示例县教育局”于2026年3月2日并入“示例县文旅局”，今后不能再增加人员和账号。",
          "名下 1 个账号要关停（/close）或另定主办单位（/edit）：",
          "· 微博“示例县教育”",
          "🟢 关停或另定主办单位：微博“示例县教育”，还剩 28 天，3月30日（周一）24:00 前",
          `依据 ${cite}（期限为本单位约定）`,
        ].join("\n"),
      )
    },
  )

  test("every one of its accounts is asked for, but none that is over already (WB-22b)", async () => {
    const it = await Ending.open(["wubu"])
    for (const [platform, state] of [
      ["douyin", "live"],
      ["kuaishou", "cancelled"],
    ] as const)
      await it.b.counter.do((act) =>
        accounts.create(
          act,
          draft(it.b.bureau.id, { platform, name: "示例县教育", openedOn: null, main: false }),
          { exceptions: [], lastPostAt: null, state },
        ),
      )
    await it.say(`/dissolve\n单位：${BUREAU}\n情况：撤销\n日期：今天`, "王芳")
    await it.press("跳过", "王芳")
    const all = await it.b.counter.do(({ tables }) => tables.obligations.all())
    const asked = all.filter(({ act }) => act === "account.close-or-move")
    expect(asked.map(({ phase, due }) => [phase, due?.day])).toEqual([
      ["open", "2026-03-30"],
      ["open", "2026-03-30"],
    ])
    expect(it.b.counter.last("王芳")).toContain("名下 2 个账号要关停（/close）或另定主办单位（/edit）：")
  })

  test("the account that moves to another sponsor has done it", async () => {
    const it = await merged(["wubu"])
    await it.say("/edit\n账号：示例县教育\n项目：主办单位\n主办单位：示例县文旅局", "王芳")
    expect((await it.account()).unitId).not.toBe(it.b.bureau.id)
    expect(await it.owes("account.close-or-move")).toMatchObject([{ phase: "done" }])
  })

  test("the account whose closing is agreed to has done it", async () => {
    const it = await (await merged(["wubu"])).agreed("2026-03-04", "单位撤并")
    expect(await it.owes("account.close-or-move")).toMatchObject([{ phase: "done" }])
  })

  test("is shown as such, gets nobody new and no account, and nothing is moved into it", async () => {
    const it = await merged(["wubu"])
    await it.say("/units", "王芳")
    expect(it.b.counter.last("王芳")).toContain(
      "示例县教育局（2026年3月2日并入示例县文旅局）（县级部门，账号 1 个）",
    )
    await it.say("/account 示例县教育", "王芳")
    expect(it.b.counter.last("王芳")).toContain("主办单位：示例县教育局（2026年3月2日并入示例县文旅局）")
    const gone = "“示例县教育局”已经撤并，不能再增加人员和账号。"
    await it.say(`/invite ${BUREAU} 发布员`, "王芳")
    expect(it.b.counter.last("王芳")).toBe(gone)
    await it.say(`/appoint 赵六 信息员 ${BUREAU}`, "王芳")
    expect(it.b.counter.last("王芳")).toBe(gone)
    await it.say(`/dissolve\n单位：示例县文旅局\n情况：合并\n并入单位：${BUREAU}\n日期：今天`, "王芳")
    expect(await it.press("跳过", "王芳")).toContain("自己也已撤并")
  })

  test("is put right when it was a mistake: nobody has to do anything", async () => {
    const it = await merged(["wubu"])
    await it.say(`/dissolve ${BUREAU} 登记有误，单位还在`, "王芳")
    expect(it.b.counter.last("王芳")).toBe("已更正：“示例县教育局”没有撤并，一切照旧。")
    expect(await it.owes("account.close-or-move")).toMatchObject([{ phase: "void" }])
    await it.say(`/invite ${BUREAU} 发布员`, "王芳")
    expect(it.b.counter.last("王芳")).toContain("https://example.org/")
  })

  test("is not the topmost one, is merged into no one but another, and only once", async () => {
    const it = await merged(["wubu"])
    await it.say("/dissolve\n单位：示例县人民政府办公室\n情况：撤销\n日期：今天", "王芳")
    expect(await it.press("跳过", "王芳")).toBe("最上级单位不能登记撤并。")
    await it.say("/dissolve\n单位：示例县文旅局\n情况：合并\n并入单位：示例县文旅局\n日期：今天", "王芳")
    expect(await it.press("跳过", "王芳")).toBe("单位不能并入自己，请重新选择。")
    await it.say(`/dissolve\n单位：${BUREAU}\n情况：撤销\n日期：今天`, "王芳")
    expect(await it.press("跳过", "王芳")).toContain("已经登记过撤并")
  })
})

describe("leaving supervision (WB-21)", () => {
  test("five levels agree, the last of them the State Council's office, on a paper of the staffing office (WB-21)", async () => {
    const it = await Ending.open(["wubu"])
    await it.say("/exit 示例县教育")
    expect(it.last).toContain("编制部门批复的文号是什么？")
    await it.say("县编发〔2026〕3号")
    const [asked] = await it.b.counter.do(({ tables }) => tables.procedures.all())
    expect(asked).toMatchObject({
      kind: "account.exit",
      attachments: [{ what: "编制部门批复", paper: "县编发〔2026〕3号" }],
    })
    expect(asked?.chain.map(({ step }) => step)).toEqual([
      "chief",
      "county-office",
      "city-office",
      "provincial-office",
      "state-council-office",
    ])
    await it.press("同意", "陈立")
    for (const step of ["县政府办公室", "市政府办公室", "省政府办公厅", "国务院办公厅"]) {
      expect(["live", "unapproved"]).toContain((await it.account()).state)
      await it.say(
        `/record\n申请：${asked?.id ?? ""}\n批复单位：${step}\n文号：${step}1号\n批复日期：今天\n结果：同意`,
      )
    }
    expect(it.last).toContain("微博“示例县教育”已于2026年3月2日退出监管，今后不再提醒。")
    expect(await it.account()).toMatchObject({
      state: "exited",
      retired: { on: "2026-03-02", reason: "退出监管" },
    })
    expect(await it.b.counter.do(({ tables }) => tables.clocks.all())).toEqual([])
    expect(await it.owes("filing.close")).toEqual([])
  })

  test("where no rulebook knows of it nothing is sent in", async () => {
    const it = await Ending.open(["longzihu"])
    await it.say("/exit 示例县教育")
    expect(it.last).toContain("没有“退出监管”这一程序")
    expect(await it.b.counter.do(({ tables }) => tables.procedures.all())).toEqual([])
  })
})

describe("an ordered closure (SJ-39)", () => {
  const decided = "\n决定单位：厅办公室\n文号：厅办〔2026〕8号\n日期：今天\n原因：制度不落实"

  test("is recorded by a supervising officer alone: the account is over, it is filed, and the unit hears of it (SJ-39)", async () => {
    const it = await (await Ending.open(["sxjt"])).agreed("2026-03-02", "工作调整")
    await it.say(`/closeorder\n账号：示例县教育${decided}`)
    expect(it.last).not.toContain("【责令关停】")
    expect((await it.account()).state).toBe("closing")
    it.b.counter.heard()
    await it.say(`/closeorder\n账号：示例县教育${decided}`, "王芳")
    const told = [
      "【责令关停】示例县教育局的微博“示例县教育”",
      "2026年3月2日，厅办公室责令关停（厅办〔2026〕8号）：制度不落实",
      "今后不再提醒更新。请尽快在平台上办理注销。",
      "还要办理：",
      "🟢 注销备案（报厅办公室）：微博“示例县教育”，还剩 7 天，3月9日（周一）24:00 前",
      "依据 《陕西省交通运输系统政务新媒体管理办法》第九条",
      "办好后发 /done 登记。",
    ]
    for (const who of ["王芳", "赵六", "李国强"]) expect(it.b.counter.last(who).split("\n")).toEqual(told)
    expect(await it.account()).toMatchObject({
      state: "ordered-closed",
      retired: { reason: "厅办公室责令关停（厅办〔2026〕8号）：制度不落实" },
    })
    expect(await it.b.counter.do(({ tables }) => tables.clocks.all())).toEqual([])
    expect(await it.b.counter.do(({ tables }) => tables.procedures.all())).toMatchObject([
      { state: "withdrawn" },
    ])
  })
})

test("/retire says where an account has to be closed instead, and nothing where no text asks for that", async () => {
  const it = await Ending.open(["wubu"])
  await it.say("/retire 示例县教育 登记重复")
  expect(it.last).toContain(
    "按《吴堡县政务新媒体管理通知》二（六），账号关停要先报批（/close）。/retire 只用于本来就不该登记的账号。",
  )
  const other = await Ending.open(["longzihu"])
  await other.say("/retire 示例县教育 登记重复")
  expect(other.last).not.toContain("/close")
})
