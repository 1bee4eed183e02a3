import { describe, expect, test } from "vitest"
import * as accounts from "../../services/accounts.ts"
import * as units from "../../services/units.ts"
import { bind, under } from "../books.ts"
import { ACCOUNT, COUNTY, office, standing } from "../office.ts"
import { type World, zhang } from "../world.ts"

const verify = (words: string) => `/edit ${ACCOUNT}\n项目：认证信息\n认证信息：${COUNTY}${words}`

const open = async (w: World) =>
  (await standing(w)).duties
    .filter(({ act, phase }) => act !== "password.change" && ["open", "warned", "today"].includes(phase))
    .map(({ act, to, due }) => [act, to, due?.day])

describe("a change of an account under Wubu", () => {
  test("is reported within two working days, an assumption of the house (WB-27b, D4)", async () => {
    const w = await office(["wubu"], "2026-02-12")
    await w.turnTo("2026-02-13", "10:00")
    w.said()
    await w.say(zhang, verify("官方微博"))
    expect(await open(w)).toEqual([["change.report", "县政府办公室", "2026-02-24"]])
    expect(w.only(zhang).text.split("\n").slice(2)).toEqual([
      "⏱ 这次修改还要办：变更报备（报县政府办公室）：微博“示例县发布”，还剩 11 天，2月24日（周二）24:00 前。依据 《吴堡县政务新媒体管理通知》二（七）（期限为本单位约定）。办好后发 /done 登记。",
    ])
    await w.say(zhang, "/due")
    expect(w.said().at(-1)?.text).toContain("变更报备（报县政府办公室）：微博“示例县发布”")
    await w.press(zhang, "查看依据")
    expect(w.said().at(-1)?.text).toContain(`事由：认证信息：${COUNTY} → ${COUNTY}官方微博`)
  })

  test("reported on Friday 13 February 2026 it is in the national system by the 24th (WB-27, DV01)", async () => {
    const w = await office(["wubu"], "2026-02-12")
    await w.turnTo("2026-02-13", "10:00")
    await w.say(zhang, verify("官方微博"))
    await w.say(zhang, "/done 变更报备 今天 已报县政府办公室")
    expect(await open(w)).toEqual([["system.update", "全国政务新媒体信息报送系统", "2026-02-24"]])
  })

  test("reported on the make-up Saturday after it is in the national system by the 25th (WB-27, DV02)", async () => {
    const w = await office(["wubu"], "2026-02-12")
    await w.turnTo("2026-02-13", "10:00")
    await w.say(zhang, verify("官方微博"))
    await w.turnTo("2026-02-14", "10:00")
    await w.say(zhang, "/done 变更报备 今天 已报县政府办公室")
    expect(await open(w)).toEqual([["system.update", "全国政务新媒体信息报送系统", "2026-02-25"]])
  })

  test("made twice on a day is reported once; after the report the next one is another", async () => {
    const w = await office(["wubu"])
    await w.turnTo("2026-03-03", "10:00")
    await w.say(zhang, verify("官方微博"))
    await w.say(zhang, verify("官方账号"))
    expect(await open(w)).toHaveLength(1)
    expect(await w.look(({ tables }) => tables.infoChanges.all())).toMatchObject([
      { part: "verification", before: COUNTY, after: `${COUNTY}官方微博` },
      { part: "verification", before: `${COUNTY}官方微博`, after: `${COUNTY}官方账号` },
    ])
    await w.say(zhang, "/done 变更报备 今天 已报县政府办公室")
    await w.say(zhang, verify("唯一账号"))
    expect((await open(w)).map(([act]) => act).sort()).toEqual(["change.report", "system.update"])
  })

  test("of what nobody reports asks for nothing", async () => {
    const w = await office(["wubu"])
    await w.turnTo("2026-03-03", "10:00")
    await w.say(zhang, `/edit ${ACCOUNT}\n项目：链接\n链接：https://weibo.com/u/1000000009`)
    expect(await open(w)).toEqual([])
    expect(w.said().at(-1)?.text).not.toContain("还要办")
  })
})

describe("a county that says itself what it counts as a change", () => {
  const COUNTING = `
id: counting
title: 某县信息变更规定
issuer: 某县人民政府办公室
status: in-force
rules:
  - { id: C-1, article: 第一条, kind: deadline, starts: account.changed, of: [link, editors], do: system.update, within: 3 working days, to: 省级系统, says: 链接和编辑人员有变，3个工作日内更新省级系统 }
  - { id: C-2, article: 第二条, kind: deadline, starts: account.changed, of: [name], do: change.approve, within: 10 working days, to: 县政府办公室, says: 改名先报县政府办公室批准 }
  - { id: C-3, article: 第三条, kind: deadline, starts: change.approved, do: filing.change, within: 2 working days, to: 县档案馆, says: 批准后2个工作日内备案 }
  - { id: C-4, article: 第四条, kind: deadline, starts: unit.changed, of: [unit-leader], do: change.report, within: 1 working day, to: 县委宣传部, says: 换了分管领导，1个工作日内报告 }
`
  const county = async () => {
    const w = await office([])
    await bind(w, COUNTY, COUNTING)
    await w.turnTo("2026-03-03", "10:00")
    w.said()
    return w
  }

  test("hears of those and of nothing else, whatever others count", async () => {
    const w = await county()
    await w.say(zhang, verify("官方微博"))
    expect(await open(w)).toEqual([])
    expect(await w.look(({ tables }) => tables.infoChanges.all())).toEqual([])
    await w.say(zhang, `/edit ${ACCOUNT}\n项目：链接\n链接：https://weibo.com/u/1000000009`)
    expect(await open(w)).toEqual([["system.update", "省级系统", "2026-03-06"]])
    await w.say(zhang, "/due")
    await w.press(zhang, "查看依据")
    const [why = ""] = w
      .said()
      .slice(-1)
      .map(({ text }) => text)
    expect(why).toContain("事由：链接：")
    expect(why).not.toContain("认证信息")
  })

  test("has a new name approved on paper first; the approval starts the filing", async () => {
    const w = await county()
    await w.say(zhang, `/edit ${ACCOUNT}\n项目：名称\n名称：示例县政府发布`)
    const duties = async () =>
      (await standing(w, "示例县政府发布")).duties
        .filter(({ act }) => act !== "password.change")
        .map(({ act, to, phase, due }) => [act, to, phase, due?.day])
    expect(await duties()).toEqual([["change.approve", "县政府办公室", "open", "2026-03-17"]])
    w.said()
    await w.say(zhang, "/done 变更报批 今天")
    expect(w.only(zhang).text).toContain("文件编号是多少？")
    await w.say(zhang, "某政办函〔2026〕5号")
    expect(await duties()).toEqual([
      ["change.approve", "县政府办公室", "done", "2026-03-17"],
      ["filing.change", "县档案馆", "warned", "2026-03-05"],
    ])
  })

  test("beside another rulebook that counts others, both are asked for", async () => {
    const w = await county()
    await under(w, COUNTY, "counting", "longzihu")
    await w.say(zhang, verify("官方微博"))
    await w.say(zhang, `/edit ${ACCOUNT}\n项目：链接\n链接：https://weibo.com/u/1000000009`)
    expect((await open(w)).filter(([, , due]) => (due ?? "") >= "2026-03-04").sort()).toEqual([
      ["filing.change", "区数据资源局", "2026-03-10"],
      ["system.update", "省级系统", "2026-03-06"],
    ])
  })

  test("hears of another leader in charge, and of none that is only missing (WB-27c)", async () => {
    for (const books of [["counting"], ["wubu"]]) {
      const w = await county()
      await under(w, COUNTY, ...books)
      const reports = () =>
        w.look(async ({ tables }) =>
          (await tables.obligations.all())
            .filter(({ act, accountId }) => act === "change.report" && accountId === null)
            .map(({ to, due }) => [to, due?.day]),
        )
      await w.say(zhang, `/dismiss 李国强 分管领导 ${COUNTY}`)
      expect(await reports()).toEqual([])
      await w.say(zhang, `/appoint 周静 分管领导 ${COUNTY}`)
      expect(await reports()).toEqual([
        books[0] === "wubu" ? ["县政府办公室", "2026-03-05"] : ["县委宣传部", "2026-03-04"],
      ])
    }
  })
})

describe("a change elsewhere", () => {
  test("is filed with the data bureau within the house's five working days (LZ-33b)", async () => {
    const w = await office(["longzihu"], "2026-02-11")
    await w.turnTo("2026-02-12", "10:00")
    await w.say(zhang, verify("官方微博"))
    expect(await open(w)).toContainEqual(["filing.change", "区数据资源局", "2026-02-26"])
  })

  test("of a department is filed on its own level (JX-28c)", async () => {
    const w = await office(["jiangxi"], "2026-02-11")
    const school = await w.look(async (turn) => {
      const [unit] = await turn.tables.units.where("name", "示例县教育局")
      if (!unit) throw new Error("no school")
      return unit
    })
    expect(school.kind).toBe("county-department")
    await w.turnTo("2026-02-12", "10:00")
    await w.say(zhang, "/edit 微博示例县教育\n项目：认证信息\n认证信息：示例县教育局官方微博")
    const rows = await w.look(({ tables }) => tables.obligations.where("unit", school.id))
    expect(rows.filter(({ act }) => act === "filing.change").map(({ to, due }) => [to, due?.day])).toEqual([
      ["同级政务公开主管部门", "2026-02-26"],
    ])
  })

  test("of a county government is filed one level up (JX-28d)", async () => {
    const w = await office(["jiangxi"], "2026-02-11")
    await w.turnTo("2026-02-12", "10:00")
    await w.say(zhang, verify("官方微博"))
    expect(await open(w)).toEqual([["filing.change", "上一级政务公开主管部门", "2026-02-26"]])
  })

  test("asks for nothing where no rulebook does", async () => {
    const w = await office([])
    await w.turnTo("2026-03-03", "10:00")
    await w.say(zhang, verify("官方微博"))
    expect(await open(w)).toEqual([])
  })
})

describe("a change of the sponsor under Longzihu", () => {
  test("is announced: without the link its details are not done (LZ-34, LZ-34b)", async () => {
    const w = await office(["longzihu"], "2026-02-11")
    await w.turnTo("2026-02-12", "10:00")
    const { account } = await standing(w)
    await w.look(async (turn) => {
      const [school] = await turn.tables.units.where("name", "示例县教育局")
      if (!school) throw new Error("no school")
      await units.change(turn, school.id, { rulebooks: ["longzihu"] })
      await accounts.change(turn, account, { unitId: school.id })
    })
    const details = async () => (await standing(w)).duties.find(({ act }) => act === "account.update-details")
    expect(await details()).toMatchObject({ phase: "open", due: { day: "2026-02-26" } })
    w.said()
    await w.say(zhang, "/done 修改账号信息并公告 今天 已经改好")
    expect(w.said().at(-1)?.text).toContain("请附上链接，没有链接不能办结。")
    await w.say(zhang, "https://weibo.com/1/changed")
    expect(await details()).toMatchObject({
      phase: "done",
      settled: { proof: "https://weibo.com/1/changed" },
    })
  })
})

describe("a change of the unit", () => {
  const rename = `/setunit ${COUNTY} 名称 示例县政府办公室`
  const unitDuties = (w: World) =>
    w.look(async ({ tables }) =>
      (await tables.obligations.all())
        .filter(({ accountId, act }) => accountId === null && /^(change|system)/.test(act))
        .map(({ act, to, due }) => [act, to, due?.day]),
    )

  test("is reported to the county office first (WB-27c)", async () => {
    const w = await office(["wubu"])
    await w.turnTo("2026-03-03", "10:00")
    await w.say(zhang, rename)
    expect(await unitDuties(w)).toEqual([["change.report", "县政府办公室", "2026-03-05"]])
  })

  test("goes straight into the reporting system under Xuancheng (XC-34)", async () => {
    const w = await office(["xuancheng"])
    await w.turnTo("2026-03-03", "10:00")
    await w.say(zhang, rename)
    expect(await unitDuties(w)).toEqual([["system.update", "政府网站信息报送系统", "2026-03-10"]])
  })
})
