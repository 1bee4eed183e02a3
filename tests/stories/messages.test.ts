import { describe, expect, test } from "vitest"
import { answerOut, datesOf, latest, takeIn } from "../messages.ts"
import { office } from "../office.ts"
import { li, wang, zhang, zhou } from "../world.ts"

describe("a message of the public", () => {
  test("is taken in by one line, and has a day for the first reply and one for its end (WB-37) (WB-37b)", async () => {
    const w = await office(["wubu"], "2026-02-13")
    await takeIn(w)
    expect(w.only(zhang)).toMatchObject({
      text: [
        "✅ 已登记留言 M2026-1 供水",
        "微博“示例县发布” · 示例县人民政府办公室",
        "收到：2月13日（周五）09:00",
        "链接：https://weibo.com/1/c1",
        "🟡 先回复：2月14日（周六）24:00 前，还剩 1 天",
        "🟢 办结：2月27日（周五）24:00 前，还剩 14 天",
        "进度：登记，下一步 交办",
        "依据 《吴堡县政务新媒体管理通知》三（二）（期限为本单位约定）",
      ].join("\n"),
      buttons: ["本单位办", "交办", "已先回复", "承诺日期", "要求保密", "标为热点"],
    })
    expect(await datesOf(w)).toEqual([
      "request.finish 2026-02-27 open",
      "request.first-reply 2026-02-14 open",
    ])
    await w.press(zhang, "已先回复")
    expect(await datesOf(w)).toEqual([
      "request.finish 2026-02-27 open",
      "request.first-reply 2026-02-14 done",
    ])
    await answerOut(w, null)
    await w.press(zhang, "办结：满意")
    expect(await datesOf(w)).toEqual([
      "request.finish 2026-02-27 done",
      "request.first-reply 2026-02-14 done",
    ])
  })

  test("that nobody answers is brought up in time, in /due and /why too, and told to the leader when late (JX-16) (JX-16c) (SJ-21) (SJ-21b)", async () => {
    const w = await office(["jiangxi", "sxjt"], "2026-03-02")
    await takeIn(w)
    w.said()
    await w.say(zhang, "/due")
    expect(w.only(zhang).text).toContain("留言先回复：微博“示例县发布”（M2026-1 供水）")
    await w.say(zhang, "/why 办结留言")
    const why = w.only(zhang).text
    expect(why).toContain("3月9日")
    expect(why).toContain("第八点")
    expect(why).toContain("第十六条")
    await w.turnTo("2026-03-03", "17:00")
    const told = w.said().filter(({ to }) => to === zhang)
    expect(told.some(({ text }) => text.includes("留言先回复"))).toBe(true)
    await w.turnTo("2026-03-05", "10:00")
    expect(w.said().some(({ to, text }) => to === li && text.includes("留言先回复"))).toBe(true)
    await w.turnTo("2026-03-09", "17:00")
    expect(w.said().some(({ to, text }) => to === zhang && text.includes("办结留言"))).toBe(true)
    await w.turnTo("2026-03-11", "10:00")
    expect(w.said().some(({ to, text }) => to === li && text.includes("办结留言"))).toBe(true)
    expect(await datesOf(w)).toEqual([
      "request.finish 2026-03-09 escalated",
      "request.first-reply 2026-03-03 escalated",
    ])
    await w.say(zhang, "/messages")
    expect(w.only(zhang).text).toBe("【在办留言】1 条\n🔴 M2026-1 供水，3月2日收到，下一步 交办")
  })

  test("counts across the national holiday by working days (LZ-24)", async () => {
    const w = await office(["longzihu"], "2026-09-29")
    await takeIn(w)
    expect(await datesOf(w)).toEqual(["request.finish 2026-10-12 open"])
  })

  test("goes through every step in order, and each is kept with who and when (LZ-12)", async () => {
    const w = await office(["longzihu"])
    await w.say(zhang, "/message\n账号：微博示例县发布\n收到时间：今天 09:00\n链接：https://weibo.com/1/c1")
    await w.press(zhang, "跳过")
    expect((await latest(w)).state).toBe("received")
    w.said()
    for (const [command, wanted] of [
      ["/refer M2026-1 本单位", "交办"],
      ["/reply M2026-1", "提交答复"],
      ["/replied M2026-1", "发布答复"],
      ["/settled M2026-1 满意", "办结"],
    ]) {
      await w.say(zhang, command ?? "")
      expect(w.only(zhang).text).toContain(
        `留言 M2026-1 现在是“收到”，下一步是“整理”，不能直接“${wanted ?? ""}”。`,
      )
    }
    await w.say(zhang, "/sort M2026-1 供水 一般")
    expect((await latest(w)).state).toBe("registered")
    w.said()
    // Sorted and registered, it cannot be answered before somebody was asked to.
    await w.say(zhang, "/replied M2026-1")
    expect(w.only(zhang).text).toContain("下一步是“交办”，不能直接“发布答复”。")
    await answerOut(w, "全部 3 个")
    await w.press(zhang, "办结：未表态")
    const { state, notes } = await latest(w)
    expect(state).toBe("closed")
    expect(notes.map(({ what }) => what)).toEqual([
      "received",
      "sorted",
      "registered",
      "assigned",
      "answered",
      "approved",
      "replied",
      "closed",
    ])
    w.said()
    await w.say(zhang, "/messages M2026-1")
    expect(w.only(zhang).text).toContain("· 3月2日（周一）10:00 答复审核通过（周静）")
  })

  test("is answered only once the unit's head has agreed, by one press (LZ-25)", async () => {
    const w = await office(["longzihu"])
    await takeIn(w)
    await w.press(zhang, "本单位办")
    await w.press(zhang, "提交答复")
    await w.say(zhang, "https://doc.example.cn/1")
    const card = w.said().find(({ to }) => to === zhou)
    expect(card?.text).toContain("【请审核留言答复】M2026-1 供水")
    expect(card?.text).toContain("答复：https://doc.example.cn/1（张敏）")
    await w.say(zhang, "/replied M2026-1")
    expect(w.only(zhang).text).toBe("留言 M2026-1 现在是“提交答复”，下一步是“审核答复”，不能直接“发布答复”。")
    await w.press(zhou, "退回")
    await w.say(zhou, "没有答到点上")
    expect(
      w.said().some(({ to, text }) => to === zhang && text.includes("退回答复（周静），没有答到点上")),
    ).toBe(true)
    expect((await latest(w)).state).toBe("assigned")
    await w.say(zhang, "/reply M2026-1 https://doc.example.cn/2")
    await w.press(zhou, "同意")
    expect((await latest(w)).state).toBe("approved")
    expect(w.said().some(({ to, text }) => to === zhang && text.includes("答复审核通过（周静）"))).toBe(true)
    // Two people at once: the card of an earlier turn leads nowhere.
    expect(await w.press(zhou, "同意").catch(() => "gone")).toBe("gone")
  })

  test("goes out with every point of the rulebooks ticked, and not with fewer (LZ-05) (JX-16b)", async () => {
    const w = await office(["longzihu", "jiangxi"])
    await takeIn(w)
    await answerOut(w, null)
    await w.press(zhang, "取消")
    w.said()
    await w.say(zhang, "/replied M2026-1 依法依规、态度诚恳、答在点上")
    expect(w.only(zhang).text).toBe("还有没做到的：言之有物、语气和气。做到后再登记发布。")
    expect((await latest(w)).state).toBe("approved")
    await w.say(zhang, "/replied M2026-1 依法依规、态度诚恳、答在点上、言之有物、语气和气")
    expect((await latest(w)).state).toBe("replied")
    expect((await latest(w)).ticks).toEqual(["to-the-point", "substance", "warm", "lawful", "sincere"])
  })

  test("may be promised for a day, which then counts; nothing that was late is made good by it (LZ-26)", async () => {
    const w = await office(["longzihu"])
    await takeIn(w)
    await w.say(zhang, "/promise M2026-1 2026-03-01")
    expect(w.said().at(-1)?.text).toBe("2026年3月1日已经过了，承诺的日期不能早于今天。")
    await w.say(zhang, "/promise M2026-1 2026-03-20")
    expect(w.only(zhang).text).toContain("承诺2026年3月20日前答复")
    expect(await datesOf(w)).toEqual(["request.finish 2026-03-20 open"])
    await w.turnTo("2026-03-23", "10:00")
    expect(await datesOf(w)).toEqual(["request.finish 2026-03-20 escalated"])
  })

  test("is put off a second time only with the leader in charge (LZ-26b)", async () => {
    const w = await office(["longzihu"])
    await takeIn(w)
    await w.say(zhang, "/promise M2026-1 2026-03-20")
    w.said()
    await w.say(zhang, "/promise M2026-1 2026-03-27")
    await w.say(zhang, "等检测结果")
    expect(await datesOf(w)).toEqual(["request.finish 2026-03-20 open"])
    expect(w.said().find(({ to }) => to === li)?.text).toContain(
      "⏳ 申请延期到2026年3月27日：等检测结果（张敏）",
    )
    await w.say(zhang, "/promise M2026-1 2026-03-30\n理由：等检测结果")
    expect(w.only(zhang).text).toContain("延期还在等领导同意")
    await w.press(li, "同意")
    expect(await datesOf(w)).toEqual(["request.finish 2026-03-27 open"])
    expect(w.said().some(({ to, text }) => to === zhang && text.includes("同意延期（李国强）"))).toBe(true)
  })

  test("that is confidential shows its number alone, to whoever looks (LZ-42)", async () => {
    const w = await office(["longzihu"])
    await takeIn(w, "https://weibo.com/1/c1 要求保密", "征地补偿")
    expect(w.only(zhang).text).toContain("✅ 已登记留言 M2026-1 · 保密\n收到")
    await w.press(zhang, "本单位办")
    await w.press(zhang, "提交答复")
    await w.say(zhang, "https://doc.example.cn/1")
    await w.say(zhang, "/due")
    await w.say(zhang, "/messages M2026-1")
    await w.turnTo("2026-03-10", "10:00")
    const said = w.said().map(({ text }) => text)
    expect(said.some((text) => text.includes("M2026-1"))).toBe(true)
    for (const secret of ["征地补偿", "weibo.com/1/c1", "doc.example.cn"])
      expect(said.filter((text) => text.includes(secret))).toEqual([])
  })

  test("that is hot names the department that answers it first (WB-39)", async () => {
    const w = await office(["wubu"])
    await takeIn(w)
    await w.press(zhang, "标为热点")
    await w.press(zhang, "本单位办")
    w.said()
    await w.say(zhang, "/reply M2026-1")
    expect(w.only(zhang).text).toBe(
      "留言 M2026-1 是热点问题，要先写明由哪个部门作答（《吴堡县政务新媒体管理通知》三（二））。请先发 /refer M2026-1 部门名称。",
    )
    expect((await latest(w)).state).toBe("assigned")
    await w.say(zhang, "/refer M2026-1 县水务局")
    expect(w.said().at(-1)?.text).toContain("承办部门：县水务局")
    await w.say(zhang, "/reply M2026-1")
    await w.press(zhang, "跳过")
    expect((await latest(w)).state).toBe("answered")
  })

  test("that is opened again twice, or leaves people discontent, is put before the supervising officer (XC-14)", async () => {
    const w = await office(["xuancheng"])
    await takeIn(w)
    const told = () =>
      w
        .said()
        .filter(({ to, text }) => to === wang && text.includes("重点督查"))
        .map(({ text }) => text)
    await answerOut(w, null)
    await w.press(zhang, "办结：满意")
    await w.say(zhang, "/reopen M2026-1 又停水了")
    expect(told()).toEqual([])
    expect((await latest(w)).supervised).toBe(null)
    await answerOut(w, null)
    await w.press(zhang, "办结：未表态")
    await w.say(zhang, "/reopen M2026-1 又停水了")
    const [notice = "", ...more] = told()
    expect(more).toEqual([])
    expect(notice).toContain("‼️【重点督查】留言 M2026-1 供水")
    expect(notice).toContain("已经重新办理 2 次，请督促办好。")
    expect(notice).toContain("依据 《宣城市“一网双微一通”建设通知》二（四）")
    await takeIn(w, "https://weibo.com/1/c2", "路灯")
    await answerOut(w, null)
    await w.press(zhang, "办结：不满意")
    expect(told().at(-1)).toContain("对方不满意，请了解情况、督促办好。")
  })
})
