import { describe, expect, test } from "vitest"
import * as accounts from "../../services/accounts.ts"
import { Ending } from "../commands/ending.ts"
import { draft } from "../commands/forms.ts"

describe("closing under Wubu", () => {
  test("the reason is one of the three, and nothing is sent in for another (WB-22)", async () => {
    const it = await Ending.open(["wubu"])
    await it.say("/close 示例县教育")
    expect(it.last).toContain("为什么关停？")
    await it.say("/cancel")
    await it.say("/close\n账号：示例县教育\n理由：不想做了")
    expect(it.last).toBe("还不能提交，请先补齐：\n· 理由只能是：无力维护、单位撤并、集约整合")
    expect(await it.b.counter.do(({ tables }) => tables.procedures.all())).toEqual([])
  })

  test("a step is asked for of the account that is closing, while others are not", async () => {
    const it = await (await Ending.open(["wubu"])).agreed("2026-03-02")
    await it.b.counter.do((act) =>
      accounts.create(act, draft(it.b.bureau.id, { platform: "douyin" }), {
        exceptions: [],
        lastPostAt: null,
      }),
    )
    await it.say("/closing")
    expect(it.last).toBe("【登记关停进展】微博“示例县教育”\n登记哪一步？")
    await it.say("/cancelled")
    expect(it.last).toBe("【登记注销完成】微博“示例县教育”\n平台上从哪天起显示已注销？")
  })

  test("only the steps that are left are asked for, and after the last of them what comes then is said", async () => {
    const it = await (await Ending.open(["wubu"])).agreed("2026-03-02")
    await it.announced("2026-03-02")
    await it.say("/closing")
    const asked = [...it.b.counter.shown.values()].at(-1)
    expect(asked?.buttons.flat().map(({ label }) => label)).toEqual(["内容迁移", "内容去向公告", "取消"])
    await it.say("/cancel")
    await it.step("内容迁移", "2026-03-02")
    await it.say("/closing")
    expect(it.last).toBe("登记去向公告\n【登记关停进展】微博“示例县教育”\n公告的链接是什么？")
    await it.say("https://weibo.com/1/destination")
    await it.press("今天")
    await it.say("/closing")
    expect(it.last).toBe("各步骤都已登记。平台上显示已注销后，发 /cancelled 登记。")
  })

  test("four levels agree, the province last, before anything begins; then the card says what comes next (WB-22)", async () => {
    const it = await Ending.open(["wubu"])
    await it.say("/close\n账号：示例县教育\n理由：无力维护")
    expect(await it.gone("2026-03-02")).toBe(
      "微博“示例县教育”还没有获准关停，不能往下办理。请先用 /close 申请；已经申请的，等各级都同意。",
    )
    expect(await it.announced("2026-03-02")).toContain("还没有获准关停")
    await it.press("同意", "陈立")
    const [asked] = await it.b.counter.do(({ tables }) => tables.procedures.all())
    await it.say(
      `/record\n申请：${asked?.id ?? ""}\n批复单位：省政府办公厅\n文号：1\n批复日期：今天\n结果：同意`,
    )
    expect(it.last).toBe("还不到省政府办公厅：请先登记县政府办公室的批复。")
    for (const step of ["县政府办公室", "市政府办公室", "省政府办公厅"])
      await it.say(
        `/record\n申请：${asked?.id ?? ""}\n批复单位：${step}\n文号：${step}1号\n批复日期：2026-03-02\n结果：同意`,
      )
    expect(it.last.split("\n").slice(5)).toEqual([
      "【关停】微博“示例县教育”",
      "单位：示例县教育局",
      "✅ 同意关停 3月2日",
      "⏳ 关停迁移公告",
      "⏳ 内容迁移",
      "· 内容去向公告",
      "· 平台注销完成",
      "注销完成之前照常更新。",
      "依据：《吴堡县政务新媒体管理通知》二（六）",
    ])
    expect((await it.account()).state).toBe("closing")
  })

  test("within 7 days something is begun, else it is brought up and the leader hears of it (WB-25)", async () => {
    const it = await (await Ending.open(["wubu"])).agreed("2026-03-02")
    expect(await it.owes("account.start-cancelling")).toMatchObject([
      { due: { day: "2026-03-09" }, warnOn: ["2026-03-09"], phase: "open" },
    ])
    await it.tick("2026-03-10")
    expect(it.b.counter.last("李国强")).toContain("【逾期】示例县教育局：启动注销：微博“示例县教育”")
    await it.announced("2026-03-10")
    expect(await it.owes("account.start-cancelling")).toMatchObject([{ phase: "late" }])
  })

  test("it is updated until it is gone, whatever has been agreed to (WB-22)", async () => {
    const it = await (await Ending.open(["wubu"])).agreed("2026-03-02")
    const clocks = () => it.b.counter.do(({ tables }) => tables.clocks.where("account", it.id))
    await it.ready("2026-03-02")
    expect(await clocks()).not.toEqual([])
    await it.gone("2026-04-02")
    expect(await clocks()).toEqual([])
  })

  test("the announcement of 2 March stands until it may be cancelled from 2 April on, and not a day before (WB-23)", async () => {
    const it = await (await Ending.open(["wubu"])).agreed("2026-03-02")
    await it.ready("2026-03-02")
    expect(it.last).toContain(
      "✅ 关停迁移公告 3月2日（须一直保留，2026年4月2日起才能办理注销）\n✅ 内容迁移 3月2日\n✅ 内容去向公告 3月2日\n🔒 平台注销完成（2026年4月2日起）",
    )
    expect(await it.gone("2026-04-01")).toBe(
      "微博“示例县教育”的关停公告还没有挂满，2026年4月2日起才能注销（《吴堡县政务新媒体管理通知》二（六））。现在没有任何改动。",
    )
    expect((await it.account()).state).toBe("closing")
    expect(await it.gone("2026-04-02")).toContain("⏹ 微博“示例县教育”已于2026年4月2日注销")
    expect(await it.account()).toMatchObject({
      state: "cancelled",
      retired: { on: "2026-04-02", reason: "关停：无力维护" },
    })
  })

  test("without the closing announcement nothing is cancelled (WB-23b)", async () => {
    const it = await (await Ending.open(["wubu"])).agreed("2026-03-02")
    expect(await it.gone("2026-05-06")).toBe(
      "微博“示例县教育”还不能登记“平台注销完成”。请先在原账号上发布关停公告并登记链接。",
    )
  })

  test("an announcement that came down too early is kept as a violation, the leader hears of it, and it has to be made again (WB-23c)", async () => {
    const it = await (await Ending.open(["wubu"])).agreed("2026-03-02")
    await it.ready("2026-03-02")
    it.on("2026-03-25")
    await it.say("/removed 示例县教育 今天")
    expect(it.last).toContain("提前撤下已记录，并已告知分管领导")
    expect(it.b.counter.last("李国强")).toContain("【公告提前撤下】")
    expect(await it.owes("announcement.remove")).toMatchObject([{ phase: "late" }])
    expect(await it.gone("2026-04-02")).toContain("请先在原账号上发布关停公告并登记链接")
    expect(await it.announced("2026-04-02")).toContain("2026年5月3日起才能办理注销")
    expect((await it.owes("account.cancel")).map(({ phase }) => phase)).toEqual(["void", "scheduled"])
    expect((await it.owes("announcement.remove")).map(({ phase }) => phase)).toEqual(["late", "scheduled"])
  })

  test("where the content went is announced once it has moved, and before the end (WB-24)", async () => {
    const it = await (await Ending.open(["wubu"])).agreed("2026-03-02")
    await it.announced("2026-03-02")
    const link = "\n链接：https://weibo.com/1/destination"
    expect(await it.step("内容去向公告", "2026-03-03", link)).toBe(
      "微博“示例县教育”还不能登记“内容去向公告”。请先登记内容迁移完成的日期。",
    )
    await it.step("内容迁移", "2026-03-10")
    expect(await it.gone("2026-04-02")).toBe(
      "微博“示例县教育”还不能登记“平台注销完成”。请先发布说明内容去向的公告并登记链接。",
    )
    await it.step("内容去向公告", "2026-04-02", link)
    expect(await it.gone("2026-04-02")).toContain("⏹")
  })

  test("once it may be cancelled that is brought up, and by the fifth working day it is overdue", async () => {
    const it = await (await Ending.open(["wubu"])).agreed("2026-03-02")
    await it.ready("2026-03-02")
    expect(await it.owes("account.cancel")).toMatchObject([
      {
        phase: "scheduled",
        due: { day: "2026-04-10" },
        warnOn: ["2026-04-02", "2026-04-03", "2026-04-09", "2026-04-10"],
      },
    ])
    await it.tick("2026-04-02")
    expect(await it.owes("account.cancel")).toMatchObject([{ phase: "warned" }])
    await it.say("/due")
    expect(it.last).toContain("办理注销：微博“示例县教育”，还剩 8 天")
    expect(it.last).toContain("《吴堡县政务新媒体管理通知》二（六）（期限为本单位约定）")
    await it.say("/done 办理注销 今天")
    expect(it.last).toContain("“办理注销”请用 /close 办理")
  })

  test("a closing that is withdrawn leaves the account as it was, and nothing to do by a date", async () => {
    const it = await (await Ending.open(["wubu"])).agreed("2026-03-02")
    await it.announced("2026-03-02")
    const [asked] = await it.b.counter.do(({ tables }) => tables.procedures.all())
    await it.say(`/withdraw\n申请：${asked?.id ?? ""}\n原因：继续使用`)
    expect((await it.account()).state).not.toBe("closing")
    for (const act of ["account.start-cancelling", "account.cancel", "announcement.remove"])
      for (const { phase } of await it.owes(act)) expect(["void", "done"]).toContain(phase)
  })

  test("/close shows how far it is, with a button for what comes next", async () => {
    const it = await (await Ending.open(["wubu"])).agreed("2026-03-02")
    await it.say("/close 示例县教育")
    expect(it.last).toContain("⏳ 关停迁移公告")
    await it.press("登记关停公告")
    await it.say("https://weibo.com/1/closing")
    await it.press("今天")
    expect(it.last).toContain("✅ 关停迁移公告 3月2日")
    await it.press("登记迁移完成")
    await it.press("今天")
    expect(it.last).toContain("✅ 内容迁移 3月2日")
  })
})
