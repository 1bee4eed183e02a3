import { beforeEach, describe, expect, test } from "vitest"
import { instantOf } from "../../rules/time.ts"
import { type Bureau, bureau } from "./bureau.ts"
import { changePasswords, kept, open, OUTSIDER, person, turnTo } from "./leavers.ts"

let b: Bureau

beforeEach(async () => {
  b = await bureau(["sxjt"])
  await kept(b, "示例县教育")
  b.counter.heard()
})

describe("who leaves", () => {
  test("keeps no right a minute after the last day, even when the clock has not come round", async () => {
    await b.counter.say("张敏", "/leaving 赵六 离职 今天 李国强")
    b.counter.desk.now = instantOf("2026-03-02", "23:59")
    await b.counter.say("赵六", "/me")
    expect(b.counter.last("赵六")).toContain("职责：发布员")
    b.counter.desk.now = instantOf("2026-03-03")
    await b.counter.say("赵六", "/me")
    expect(b.counter.last("赵六")).toBe(OUTSIDER)
  })

  test("has not left before everything is handed over, though every right has ended (SJ-36c)", async () => {
    await b.counter.say("张敏", "/leaving 赵六 离职 2026-03-31 李国强")
    await turnTo(b, "2026-04-01")
    expect(await person(b, "赵六")).toMatchObject({ state: "leaving", user: null, chat: null })
    expect(await b.counter.do(({ tables }) => tables.roles.all())).toContainEqual(
      expect.objectContaining({ role: "publisher", until: instantOf("2026-04-01") }),
    )
    expect(await b.counter.press("张敏", "办结离岗")).toContain(
      "赵六还不能办结离岗：交接没有办完，不算离任。还有",
    )
    expect((await person(b, "赵六"))?.state).toBe("leaving")
    await b.counter.say("张敏", "/people 示例县教育局")
    expect(b.counter.last("张敏")).toContain("· 赵六：3月31日已离岗，交接还没有办完")
    await b.counter.press("李国强", "全部无误，确认接收")
    await changePasswords(b)
    await b.counter.press("陈立", "确认交接")
    expect((await person(b, "赵六"))?.state).toBe("left")
  })

  test("whose last day has passed already is late at once, and without rights", async () => {
    await b.counter.say("张敏", "/leaving 赵六 离职 2026-02-27 李国强")
    expect(b.counter.last("张敏")).toContain(
      "最后一天是 2026年2月27日，已经过去，权限立即停止，没办完的交接按逾期处理。",
    )
    expect(await open(b, "handover.finish")).toMatchObject([{ phase: "overdue", bornLate: true }])
    await b.counter.say("赵六", "/me")
    expect(b.counter.last("赵六")).toBe(OUTSIDER)
  })

  test("who is entered twice, with nothing changed, is told once, and so is the receiver", async () => {
    const enter = (day: string) => b.counter.say("张敏", `/leaving 赵六 离职 ${day} 李国强`)
    await enter("2026-03-31")
    b.counter.heard()
    await enter("2026-03-31")
    expect(b.counter.heard().map(([who]) => who)).toEqual(["张敏"])
    await enter("2026-03-30")
    expect(new Set(b.counter.heard().map(([who]) => who))).toEqual(new Set(["张敏", "赵六", "李国强"]))
  })

  test("is not entered for a day too long ago or too far ahead", async () => {
    await b.counter.say("张敏", "/leaving 赵六 离职 2025-12-31 李国强")
    expect(b.counter.last("张敏")).toBe("2025年12月31日已经过去太久（超过 60 天），请核对最后一天。")
    await b.counter.say("张敏", "/leaving 赵六 离职 2027-12-31 李国强")
    expect(b.counter.last("张敏")).toBe("2027年12月31日还太远，最多提前一年登记，请核对最后一天。")
    expect(await b.counter.do(({ tables }) => tables.departures.all())).toEqual([])
  })

  test("may be put right: another day and receiver, the same hand-over", async () => {
    await b.counter.say("张敏", "/leaving 赵六 离职 2026-03-31 李国强")
    await b.counter.say("张敏", "/leaving 赵六 离职 2026-04-10 陈立")
    expect(await open(b, "handover.finish")).toMatchObject([{ due: { day: "2026-04-10" } }])
    expect(await b.counter.do(({ tables }) => tables.handovers.all())).toMatchObject([
      { receiverId: (await person(b, "陈立"))?.id },
    ])
    await b.counter.press("张敏", "换人接手 微博“示例县教育”")
    await b.counter.press("张敏", "张敏")
    expect(await b.counter.do(({ tables }) => tables.handovers.all())).toMatchObject([
      { receiverId: (await person(b, "张敏"))?.id, state: "receiving" },
    ])
  })

  test("may stay after all until the last day is over", async () => {
    await b.counter.say("张敏", "/leaving 赵六 离职 2026-03-31 李国强")
    await b.counter.say("张敏", "/people 示例县教育局")
    expect(b.counter.last("张敏")).toContain("· 赵六：发布员（3月31日离岗）")
    await b.counter.press("张敏", "撤销离岗")
    expect(b.counter.heard().slice(-3)).toEqual([
      ["赵六", "赵六不离岗了，尚未完成的交接已撤销。"],
      ["李国强", "赵六不离岗了，尚未完成的交接已撤销。"],
      ["张敏", "赵六不离岗了，尚未完成的交接已撤销。"],
    ])
    expect(await open(b, "handover.finish")).toEqual([])
    await turnTo(b, "2026-04-02")
    expect(await person(b, "赵六")).toMatchObject({ state: "active", leavesAt: null })
    expect(await b.counter.press("李国强", "全部无误，确认接收")).toBe(
      "微博“示例县教育”的交接已经撤销，不用再办。",
    )
    await b.counter.say("张敏", "/leaving 赵六 离职 2026-04-10 陈立")
    await turnTo(b, "2026-04-11")
    await b.counter.say("张敏", "/stay 赵六")
    expect(b.counter.last("张敏")).toBe("现在没有登记离岗的人员。")
  })

  test("is told of to the officer when nobody can be reached", async () => {
    await b.counter.do(async ({ tables }) => {
      for (const each of await tables.persons.all())
        if (["李国强", "陈立"].includes(each.name)) await tables.persons.put({ ...each, reachable: false })
    })
    await b.counter.say("张敏", "/leaving 赵六 离职 2026-03-31 李国强")
    expect(b.counter.last("张敏")).toContain("李国强没有和我开通私聊，收不到通知，请当面转告。")
    await b.counter.say("李国强", "/handover 微博")
    await b.counter.press("李国强", "全部无误，确认接收")
    expect(b.counter.last("张敏")).toContain("但联系不上陈立。请转告其发 /handover 确认。")
  })

  test("is never the last administrator", async () => {
    await b.counter.person("周静", b.county, "administrator")
    await b.counter.say("周静", "/leaving 周静 离职 2026-03-31")
    expect(b.counter.last("周静")).toBe("周静是最后一位管理员，不能离岗。请先用 /appoint 指定另一位管理员。")
  })

  test("is dismissed directly: what stays open is said, and leaving is offered", async () => {
    await b.counter.say("张敏", "/dismiss 赵六 发布员 示例县教育局")
    expect(b.counter.last("张敏")).toBe(
      [
        "好的，赵六不再是“示例县教育局”的发布员。",
        "赵六名下还有 1 个账号没有交接：",
        "· 微博“示例县教育”",
        "如果是离岗，请按下面的按钮办理，由接收人和领导确认。",
      ].join("\n"),
    )
    await b.counter.press("张敏", "办理离岗")
    expect(b.counter.last("张敏")).toBe("【办理人员离岗】离岗的原因？")
  })

  test("is entered by nobody without the right", async () => {
    await b.counter.say("赵六", "/leaving 李国强 离职 2026-03-31")
    expect(b.counter.last("赵六")).toBe("您没有办理离岗的权限。需要时请联系本单位管理员。")
  })
})

describe("a unit whose leader in charge is gone", () => {
  test.each([
    ["wubu", "WB-40b"],
    ["longzihu", "LZ-50b"],
    ["xuancheng", "XC-32c"],
    ["sxjt", "SJ-07d"],
  ])(
    "names another within 5 working days under %s, and is done when it has (WB-40b, LZ-50b, XC-32c, SJ-07d)",
    async (book, rule) => {
      b = await bureau([book])
      await kept(b, "示例县教育")
      await b.counter.say("张敏", "/dismiss 李国强 分管领导 示例县教育局")
      expect(b.counter.last("张敏")).toContain(
        "【分管领导空缺】“示例县教育局”现在没有分管领导。\n请在 3月9日（周一）24:00 前用 /appoint 指定一位；",
      )
      expect(await open(b, "leader.name")).toMatchObject([
        { rules: [`${book}:${rule}`, "house:H-36"], due: { day: "2026-03-09" } },
      ])
      await b.counter.say("张敏", "/done 明确分管领导 今天 好")
      expect(b.counter.last("张敏")).toBe(
        "“明确分管领导”请用 /appoint 办理，不用在这里办结。\n【办结一项】哪一项？",
      )
      await b.counter.say("张敏", "/appoint 陈立 分管领导 示例县教育局")
      expect(await open(b, "leader.name")).toEqual([])
    },
  )

  test("because the leader has left names another from the day after", async () => {
    await b.counter.say("张敏", "/leaving 李国强 调离 2026-03-13")
    expect(await open(b, "leader.name")).toEqual([])
    await turnTo(b, "2026-03-14", "08:30")
    expect(await open(b, "leader.name")).toMatchObject([{ due: { day: "2026-03-20" } }])
    expect(b.counter.last("张敏")).toContain("【分管领导空缺】")
    expect((await person(b, "李国强"))?.state).toBe("left")
  })

  test("still has one when there were two", async () => {
    await b.counter.say("张敏", "/appoint 陈立 分管领导 示例县教育局")
    await b.counter.say("张敏", "/dismiss 李国强 分管领导 示例县教育局")
    expect(b.counter.last("张敏")).toBe("好的，李国强不再是“示例县教育局”的分管领导。")
    expect(await open(b, "leader.name")).toEqual([])
  })
})
