import { describe, expect, test } from "vitest"
import { under } from "../books.ts"
import { li, world, zhang } from "../world.ts"

const COUNTY = "示例县人民政府办公室"

describe("a platform's certification", () => {
  const certified = async (until: string) => {
    const w = await world({ at: Date.UTC(2026, 5, 1, 2) })
    await under(w, COUNTY, "longzihu")
    await w.say(zhang, `/certify 微博示例县发布 ${until}`)
    return w
  }

  test("is brought up 90, 30, 7 and 1 days before it runs out, and told when it has (LZ-09)", async () => {
    const w = await certified("2026-09-30")
    expect(w.only(zhang).text).toBe(
      "✅ 已登记：微博“示例县发布”的平台认证有效期至 2026年9月30日，到期前会提醒您。",
    )
    const days: string[] = []
    for (const day of [
      "07-01",
      "07-02",
      "07-03",
      "08-28",
      "08-31",
      "09-01",
      "09-22",
      "09-23",
      "09-24",
      "09-29",
      "09-30",
    ]) {
      await w.turnTo(`2026-${day}`, "09:30")
      const told = w.said().filter(({ text }) => text.includes("办理平台认证延期"))
      if (told.length > 0) days.push(day)
    }
    expect(days).toEqual(["07-02", "08-31", "09-23", "09-29", "09-30"])
    w.said()
    await w.turnTo("2026-10-08", "12:00")
    const told = w.said().filter(({ to, text }) => to === li && text.includes("办理平台认证延期"))
    expect(told.map(({ to, text }) => [to, text.split("\n")[0]])).toEqual([
      [li, `【逾期】${COUNTY}：办理平台认证延期：微博“示例县发布”`],
    ])
  })

  test("that is renewed is quiet until the next end, and a slip of the pen can be put right", async () => {
    const w = await certified("2027-06-30")
    await w.say(zhang, "/certify 微博示例县发布 2026-06-30")
    await w.say(zhang, "/certify 微博示例县发布 2027-06-29")
    const rows = await w.look(({ tables }) => tables.obligations.all())
    const own = rows.filter(({ act }) => act === "certification.renew")
    expect(own.map(({ due, phase }) => [due?.day, phase]).sort()).toEqual([
      ["2026-06-30", "done"],
      ["2027-06-29", "open"],
      ["2027-06-30", "void"],
    ])
  })

  test("is not said to be done by /done: the new date is what shows it", async () => {
    const w = await certified("2026-09-30")
    w.said()
    await w.say(zhang, "/done 平台认证延期 今天 好了")
    expect(w.said().at(-1)?.text).toContain("请用 /certify 办理")
  })
})

describe("running an account by contract", () => {
  const signing = async (book: string) => {
    const w = await world({ at: Date.UTC(2026, 8, 29, 2) })
    await under(w, COUNTY, book)
    return w
  }
  const said = (lines: string) =>
    `/outsource\n账号：微博示例县发布\n运维单位：示例文化传媒有限公司\n签订日期：2026-09-29\n到期日期：2027-09-28\n合同内容：${lines}`

  test("names operator, end and duties, and is filed within five working days (LZ-46b, LZ-47)", async () => {
    const w = await signing("longzihu")
    await w.say(zhang, said("运维单位、双方职责、合同期限"))
    expect(w.only(zhang).text.split("\n")).toEqual([
      "✅ 已登记：微博“示例县发布”委托示例文化传媒有限公司运维，2026年9月29日签订，2027年9月28日到期。",
      "🟢 委托运维备案（报区数据资源局）：微博“示例县发布”，还剩 13 天，10月12日（周一）24:00 前",
      "🟢 续签委托运维合同：微博“示例县发布”，还剩 364 天，2027年9月28日24:00 前",
      "依据 《龙子湖区政务新媒体管理暂行办法》第二十三条（期限为本单位约定）",
      "依据 本单位约定",
    ])
    expect(
      await w.look(
        async ({ tables }) =>
          (await tables.accounts.all()).find(
            ({ platform, name }) => platform === "weibo" && name === "示例县发布",
          )?.operator,
      ),
    ).toBe("示例文化传媒有限公司")
  })

  test("whose end has passed is not put right into one that has not: that takes a second person (A13)", async () => {
    const w = await signing("longzihu")
    const signed = (until: string) =>
      said("运维单位、双方职责、合同期限").replace("2027-09-28", until).replace("2026-09-29", "2025-09-29")
    await w.say(zhang, signed("2026-09-28"))
    w.said()
    await w.say(zhang, signed("2026-12-31"))
    expect(w.only(zhang).text).toContain("这样改会让已经逾期的事项变成按时。")
    const rows = await w.look(({ tables }) => tables.obligations.all())
    expect(rows.filter(({ act }) => act === "contract.renew")).toMatchObject([
      { phase: "overdue", due: { day: "2026-09-28" } },
    ])
  })

  test("is refused while the contract does not say who does what (LZ-46b)", async () => {
    const w = await signing("longzihu")
    await w.say(zhang, said("运维单位、合同期限"))
    expect(w.only(zhang).text).toBe(
      "合同还缺：双方职责（《龙子湖区政务新媒体管理暂行办法》第二十三条）。补齐后再登记，什么都没有改动。",
    )
    expect(await w.look(({ tables }) => tables.contracts.all())).toEqual([])
  })

  test("asks nothing more where no rulebook does", async () => {
    const w = await signing("jiangxi")
    await w.say(
      zhang,
      "/outsource\n账号：微博示例县发布\n运维单位：示例文化传媒有限公司\n签订日期：2026-09-29\n到期日期：2026-09-28",
    )
    expect(w.only(zhang).text).toContain("不晚于签订日期")
    await w.say(
      zhang,
      "/outsource\n账号：微博示例县发布\n运维单位：示例文化传媒有限公司\n签订日期：2026-09-29\n到期日期：2027-09-28",
    )
    expect(w.only(zhang).text).not.toContain("备案")
  })

  test("leaves publishing and gatekeeping in house under Longzihu (LZ-48)", async () => {
    const w = await signing("longzihu")
    await w.say(zhang, "/staff 李国强 运维单位 示例文化传媒有限公司")
    expect(w.only(zhang).text).toBe("✅ 已登记：李国强是示例文化传媒有限公司的人。")
    await w.say(zhang, `/appoint 李国强 发布员 ${COUNTY}`)
    expect(w.only(zhang).text).toBe(
      "李国强是示例文化传媒有限公司的人，不能担任发布员：发布和把关不得外包（《龙子湖区政务新媒体管理暂行办法》第二十三条）。什么都没有改动。",
    )
    await w.say(zhang, `/appoint 李国强 审核员 ${COUNTY}`)
    expect(w.only(zhang).text).toBe(
      "李国强是示例文化传媒有限公司的人，不能担任审核员：发布和把关不得外包（《龙子湖区政务新媒体管理暂行办法》第二十三条）。什么都没有改动。",
    )
    await w.say(zhang, "/staff 张敏 运维单位 示例文化传媒有限公司")
    expect(w.only(zhang).text).toContain("不能担任发布员")
    const roles = await w.look(({ tables }) => tables.roles.all())
    expect(roles.filter(({ role, until }) => role === "reviewer" && until === null)).toEqual([])
  })

  test("may go to others altogether under Xuancheng (XC-37)", async () => {
    const w = await signing("xuancheng")
    await w.say(zhang, "/staff 李国强 运维单位 示例文化传媒有限公司")
    w.said()
    await w.say(zhang, `/appoint 李国强 发布员 ${COUNTY}`)
    expect(w.only(zhang).text).toContain("发布员")
  })

  test("warns where the editor-in-chief is of the operator (SJ-24)", async () => {
    const w = await signing("sxjt")
    await w.say(zhang, "/staff 李国强 运维单位 示例文化传媒有限公司")
    w.said()
    await w.say(zhang, `/appoint 李国强 总编辑 ${COUNTY}`)
    expect(w.only(zhang).text).toContain(
      "⚠️ 总编辑原则上由在职在编人员担任（《陕西省交通运输系统政务新媒体管理办法",
    )
  })
})
