import { describe, expect, test } from "vitest"
import { isOpen } from "../../rules/obligation.ts"
import * as duties from "../../services/duties.ts"
import { zh } from "../../text/zh/index.ts"
import { under } from "../books.ts"
import { approveAll, bureau, launch, sendIn, turnTo } from "../commands/bureau.ts"
import { Ending } from "../commands/ending.ts"
import { ACCOUNT, approvedOffline, COUNTY, office, standing } from "../office.ts"
import { li, wang, type World, world, zhang } from "../world.ts"

const asked = (who: string) =>
  `期限已过，补登按时办结要由另一位确认，已经报给${who}。确认之前仍算逾期；有结果马上告诉您。`

const one = async (w: World, act: string) => (await standing(w)).duties.find((row) => row.act === act)

describe("a step entered after its last day, as if it had been taken before (A13)", () => {
  const returned = async () => {
    const w = await office(["wubu"])
    await approvedOffline(w, { from: "2026-03-10", until: "2026-04-09", on: "2026-03-02" })
    await w.turnTo("2026-03-10", "10:00")
    await w.say(zhang, `/down ${ACCOUNT}\n下线日期：今天\n公告链接：https://weibo.com/1/a`)
    await w.turnTo("2026-04-13", "10:00")
    w.said()
    await w.say(zhang, `/online ${ACCOUNT}\n恢复日期：2026-04-08\n链接：https://weibo.com/1/b`)
    return w
  }

  test("is taken, and late until a second person confirms its day: the return of an account", async () => {
    const w = await returned()
    const said = w.said()
    expect(said.map(({ to }) => to)).toEqual([zhang, li])
    expect(said[0]?.text.split("\n\n")).toEqual([
      [
        "✅ 微博“示例县发布”已恢复（2026年4月8日），下线 29 天，超过期限。",
        "这次临时下线已经用完，剩下的天数不能再用。",
        "更新期限从恢复当天重新起算。",
      ].join("\n"),
      asked("李国强"),
    ])
    expect(said[1]?.text).toContain("【请您确认】张敏补登：恢复上线：微博“示例县发布”")
    expect((await standing(w)).account.state).toBe("live")
    expect(await one(w, "account.return")).toMatchObject({
      phase: "late",
      settled: { on: "2026-04-08", alone: true },
    })
    await w.press(li, "确认属实")
    expect(w.said().find(({ to }) => to === zhang)?.text).toContain("李国强确认属实：\n✅ 恢复上线")
    const row = await one(w, "account.return")
    expect(row).toMatchObject({ phase: "done", settled: { on: "2026-04-08" } })
    expect([row?.settled?.alone, row?.settled?.second === row?.settled?.by]).toEqual([undefined, false])
  })

  test("stays late where the second person cannot confirm it, and says why", async () => {
    const w = await returned()
    await w.press(li, "不能确认")
    const row = await one(w, "account.return")
    expect(row).toMatchObject({ phase: "late", settled: { alone: true } })
    const duty = row && (await w.look((turn) => duties.shown(turn, row)))
    expect(duty && zh.obligation.line(duty)).toBe(
      "☑️ 恢复上线：微博“示例县发布”，2026年4月8日办理（一人补登、未经确认，按逾期计）",
    )
    expect((await standing(w)).account.state).toBe("live")
  })

  test("a written report of a shut-down: what had counted for want of it does not count any more (B7)", async () => {
    const w = await office(["wubu"], "2026-03-16")
    w.said()
    const report = "报告文号：某局发〔2026〕5号\n报告日期：2026-03-03"
    await w.say(zhang, `/offline ${ACCOUNT}\n原因：被责令紧急关停\n关停日期：2026-03-02\n${report}`)
    expect(w.said().find(({ to }) => to === zhang)?.text).toContain(asked("李国强"))
    await w.turnTo("2026-03-16", "10:01")
    expect((await standing(w)).windows).toMatchObject([{ unreported: true }])
    expect((await standing(w)).account.state).toBe("offline-unapproved")
    await w.press(li, "确认属实")
    await w.turnTo("2026-03-16", "10:02")
    expect(await one(w, "filing.shutdown")).toMatchObject({ phase: "done" })
    const { windows, account } = await standing(w)
    expect([windows.map(({ unreported }) => unreported), account.state]).toEqual([[false], "offline"])
    expect(await one(w, "account.return")).toMatchObject({ phase: "void" })
  })

  /** 张敏 says on 25 May that the password was changed on the 20th, the last but one day. */
  const changed = async ({ witnessed }: { readonly witnessed: boolean }) => {
    const w = await world()
    await under(w, COUNTY, "longzihu")
    if (witnessed) await w.say(wang, `/setunit ${COUNTY} 换密码要见证 要见证`)
    await w.turnTo("2026-05-25", "10:00")
    await w.say(zhang, `/password ${ACCOUNT} 2026-05-20`)
    for (const answer of ["12位", "字母和数字都有", "定期更换"]) await w.press(zhang, answer)
    return w
  }

  test("a changed password: the next one counts from the day that was named", async () => {
    const w = await changed({ witnessed: false })
    expect(w.said().some(({ to, text }) => to === zhang && text.endsWith(asked("李国强")))).toBe(true)
    const rows = async () =>
      (await standing(w)).duties
        .filter(({ act }) => act === "password.change")
        .map(({ phase, settled, due }) => [due?.day, phase, settled?.on])
    const next = ["2026-08-18", "open", undefined]
    expect(await rows()).toEqual([["2026-05-21", "late", "2026-05-20"], next])
    await w.press(li, "确认属实")
    expect(await rows()).toEqual([["2026-05-21", "done", "2026-05-20"], next])
  })

  test("a witness who may confirm such a day has confirmed it", async () => {
    const w = await changed({ witnessed: true })
    w.said()
    await w.press(li, "我见证，属实")
    expect(w.said().some(({ text }) => text.includes("请您确认"))).toBe(false)
    expect(await one(w, "password.change")).toMatchObject({ phase: "done", settled: { on: "2026-05-20" } })
  })

  test("the beginning of a closing", async () => {
    const it = await (await Ending.open(["wubu"])).agreed("2026-03-02")
    await it.tick("2026-03-11")
    it.b.counter.heard()
    await it.say(
      "/closing\n账号：示例县教育\n步骤：关停迁移公告\n日期：2026-03-06\n链接：https://weibo.com/1/closing",
    )
    expect(it.last).toContain("✅ 关停迁移公告 3月6日")
    expect(it.last.endsWith(asked("李国强"))).toBe(true)
    expect(await it.owes("account.start-cancelling")).toMatchObject([
      { phase: "late", settled: { on: "2026-03-06", alone: true } },
    ])
    await it.press("确认属实", "李国强")
    expect(await it.owes("account.start-cancelling")).toMatchObject([{ phase: "done" }])
  })

  test("going live: the explanation that its being missed had started is owed no more", async () => {
    const b = await bureau(["wubu"])
    await sendIn(b)
    await approveAll(b, "2026-03-02")
    await turnTo(b, "2027-03-08")
    const owed = async (act: string) =>
      (await b.counter.do(({ tables }) => tables.obligations.all())).filter((row) => row.act === act)
    expect((await owed("explanation.submit")).map(isOpen)).toEqual([true])
    await b.counter.say("张敏", launch({ 上线日期: "2027-03-01" }))
    await b.counter.press("张敏", "跳过")
    expect(b.counter.last("张敏")).toContain(asked("李国强"))
    expect(await owed("account.go-live")).toMatchObject([{ phase: "late", settled: { alone: true } }])
    expect((await owed("explanation.submit")).map(isOpen)).toEqual([true])
    await b.counter.press("李国强", "确认属实")
    expect(await owed("account.go-live")).toMatchObject([{ phase: "done" }])
    expect(await owed("explanation.submit")).toMatchObject([{ phase: "void" }])
  })
})
