import { describe, expect, test } from "vitest"
import { Ending } from "../commands/ending.ts"

const due = async (it: Ending) =>
  (await it.owes("filing.close")).map(({ to, due: until }) => `${to ?? ""} ${until?.day ?? ""}`).sort()

describe("filed once it is gone", () => {
  test.each([
    ["2026-04-03", "2026-02-27", "2026-04-08"],
    ["2026-09-30", "2026-08-03", "2026-10-09"],
    ["2026-05-08", "2026-04-01", "2026-05-11"],
  ])("under Wubu an account gone on %s is filed within 2 working days (WB-26)", async (gone, from, until) => {
    const it = await Ending.open(["wubu"])
    it.on(from)
    await (await it.agreed(from)).ready(from)
    const told = await it.gone(gone)
    expect(await due(it)).toEqual([`全国政务新媒体信息报送系统 ${until}`])
    expect(told).toContain("注销备案（报全国政务新媒体信息报送系统）：微博“示例县教育”")
    expect(told).toContain("依据 《吴堡县政务新媒体管理通知》二（六）\n办好后发 /done 登记。")
  })

  test.each([
    ["2026-09-29", "2026-10-12"],
    ["2026-06-17", "2026-06-25"],
  ])(
    "in the transport system an account gone on %s is filed within 5 working days (SJ-14)",
    async (gone, until) => {
      const it = await (await Ending.open(["sxjt"])).agreed(gone)
      await it.announced(gone)
      await it.gone(gone)
      expect(await due(it)).toEqual([`厅办公室 ${until}`])
    },
  )

  test("in Longzihu it is filed with the data bureau, within the house's 5 working days (LZ-33c)", async () => {
    const it = await (await Ending.open(["longzihu"])).agreed("2026-06-17", "功能相近，已合并")
    expect(await it.gone("2026-06-17")).toContain("（期限为本单位约定）")
    expect(await due(it)).toEqual(["区数据资源局 2026-06-25"])
  })

  test.each([
    ["county-department", "同级政务公开主管部门"],
    ["county-government", "上一级政务公开主管部门"],
  ] as const)(
    "in Jiangxi a %s files it with the office the text names (JX-28e, JX-28f)",
    async (kind, to) => {
      const it = await (await Ending.open(["jiangxi"], { kind })).agreed("2026-06-17", "已合并")
      await it.gone("2026-06-17")
      expect(await due(it)).toEqual([`${to} 2026-06-25`])
    },
  )

  test("a unit under two rulebooks files twice, each in its own time (WB-26, SJ-14)", async () => {
    const it = await (await Ending.open(["wubu", "sxjt"])).agreed("2026-03-02")
    await it.ready("2026-03-02")
    await it.gone("2026-04-03")
    expect(await due(it)).toEqual(["全国政务新媒体信息报送系统 2026-04-08", "厅办公室 2026-04-13"])
  })
})

describe("closing in the transport system", () => {
  test("the chief agrees, it is announced, and then it is cancelled without any wait (SJ-13, SJ-13b)", async () => {
    const it = await Ending.open(["sxjt"])
    expect(await it.announced("2026-03-02")).toBe(
      "微博“示例县教育”还没有获准关停，不能往下办理。请先用 /close 申请；已经申请的，等各级都同意。",
    )
    await it.agreed("2026-03-02", "工作调整")
    const [asked] = await it.b.counter.do(({ tables }) => tables.procedures.all())
    expect(asked?.chain.map(({ step }) => step)).toEqual(["chief"])
    expect(await it.gone("2026-03-02")).toContain("请先在原账号上发布关停公告并登记链接")
    await it.announced("2026-03-02")
    expect(await it.gone("2026-03-02")).toContain("⏹ 微博“示例县教育”已于2026年3月2日注销")
  })

  test("cancelled promptly means within 30 days of the announcement, by the house (SJ-13c)", async () => {
    const it = await (await Ending.open(["sxjt"])).agreed("2026-03-02", "工作调整")
    await it.announced("2026-03-02")
    expect(await it.owes("account.cancel")).toMatchObject([
      { freeAt: null, due: { day: "2026-04-01" }, rules: ["sxjt:SJ-13c", "house:H-75"] },
    ])
    await it.tick("2026-04-02")
    expect(it.b.counter.last("李国强")).toContain("【逾期】示例县教育局：办理注销：微博“示例县教育”")
  })

  test("held for 30 days by one rulebook and due in 30 by another, it is due 5 working days after it is free (WB-23, SJ-13c)", async () => {
    const it = await (await Ending.open(["wubu", "sxjt"])).agreed("2026-03-02")
    await it.announced("2026-03-02")
    expect(await it.owes("account.cancel")).toMatchObject([
      {
        phase: "scheduled",
        due: { day: "2026-04-10" },
        rules: ["sxjt:SJ-13c", "wubu:WB-23", "house:H-75", "house:H-93"],
      },
    ])
    await it.tick("2026-04-02")
    await it.say("/due")
    expect(it.last).toContain(
      "依据 《陕西省交通运输系统政务新媒体管理办法》第九条、《吴堡县政务新媒体管理通知》二（六）（期限为本单位约定）",
    )
  })
})

describe("an account that its platform keeps for a while (decision D2)", () => {
  test.each([
    ["10000", "2026-04-18"],
    ["10001", "2026-05-03"],
    ["100,001", "2026-06-02"],
  ])("with %s followers WeChat lets it go from %s on", async (followers, gone) => {
    const it = await (await Ending.open(["wubu"], { platform: "wechat-subscription" })).agreed("2026-03-02")
    await it.ready("2026-03-02")
    expect(await it.step("向平台申请注销", "2026-04-01", `\n粉丝数：${followers}`)).toContain(
      "2026年4月2日起才能注销",
    )
    await it.step("向平台申请注销", "2026-04-02", `\n粉丝数：${followers}`)
    const [, month, day] = gone.split("-").map(Number)
    expect(it.last).toContain(`（平台冻结期到，2026年${month ?? ""}月${day ?? ""}日起注销完成）`)
    expect(await it.owes("account.cancel")).toMatchObject([{ phase: "done" }])
    expect(await it.gone("2026-04-17")).toContain(
      `还在平台冻结期，2026年${month ?? ""}月${day ?? ""}日起才算注销完成`,
    )
    await it.tick(gone)
    expect(await it.owes("account.confirm-cancelled")).not.toMatchObject([{ phase: "scheduled" }])
    expect(await it.gone(gone)).toContain("⏹ 微信订阅号“示例县教育”")
  })

  test("what the platform has not been asked for is not over", async () => {
    const it = await (await Ending.open(["longzihu"], { platform: "wechat-service" })).agreed("2026-03-02")
    expect(await it.gone("2026-03-02")).toContain("请先登记向平台申请注销的日期")
  })

  test("no other platform asks for followers", async () => {
    const it = await (await Ending.open(["longzihu"])).agreed("2026-03-02")
    await it.say("/closing\n账号：示例县教育\n步骤：向平台申请注销\n日期：今天")
    expect(it.last).toContain("【关停】")
  })
})
