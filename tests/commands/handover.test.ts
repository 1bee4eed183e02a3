import { beforeEach, describe, expect, test } from "vitest"
import * as accounts from "../../services/accounts.ts"
import * as people from "../../services/people.ts"
import { type Bureau, bureau } from "./bureau.ts"
import { draft } from "./forms.ts"
import { account, changePasswords, kept, open, person, plain, turnTo } from "./leavers.ts"

let b: Bureau

beforeEach(async () => {
  b = await bureau(["sxjt"])
  await kept(b, "示例县教育")
  b.counter.heard()
})

describe("somebody who leaves", () => {
  test("is entered with the last day and the receiver, and each account is due that day (SJ-36)", async () => {
    await b.counter.say("张敏", "/leaving 赵六 离职 3月31日 李国强")
    expect(plain(b.counter.last("张敏"))).toBe(
      [
        "已登记：赵六离职，最后一天 2026年3月31日，当天24:00停止权限，届时旧按钮全部失效。",
        "请在最后一天之内交接完 1 个账号：",
        "· 微博“示例县教育” → 李国强",
        "接收人核对后，再由领导确认。",
      ].join("\n"),
    )
    expect(plain(b.counter.last("赵六"))).toBe(
      [
        "【离岗】已为您登记离职，最后一天 2026年3月31日，当天24:00停止权限。",
        "请在这之前当面交接（密码、手机号、邮箱、设备、未办事项）：",
        "· 微博“示例县教育” → 李国强",
        "如有不对，请告诉管理员。",
      ].join("\n"),
    )
    expect(await open(b, "handover.finish")).toMatchObject([
      {
        rules: ["sxjt:SJ-36", "house:H-28"],
        accountId: (await account(b))?.id,
        personId: (await person(b, "赵六"))?.id,
        due: { day: "2026-03-31" },
        warnOn: ["2026-03-24", "2026-03-27", "2026-03-30", "2026-03-31"],
      },
    ])
  })

  test("has each password changed by the last day, whoever takes over (SJ-36b)", async () => {
    await b.counter.say("张敏", "/leaving 赵六 离职 2026-03-31 李国强")
    const rows = (await open(b, "password.change")).filter(({ personId }) => personId !== null)
    expect(rows).toMatchObject([
      { accountId: (await account(b))?.id, due: { day: "2026-03-31" }, phase: "open" },
    ])
    expect(rows[0]?.rules).toContain("sxjt:SJ-36b")
    await b.counter.press("李国强", "全部无误，确认接收")
    await b.counter.press("陈立", "确认交接")
    await turnTo(b, "2026-04-01")
    expect((await person(b, "赵六"))?.state).toBe("leaving")
    await changePasswords(b)
    await turnTo(b, "2026-04-02")
    expect((await person(b, "赵六"))?.state).toBe("left")
  })

  test.each([
    ["the custodian", { custodian: "赵六", editors: ["张敏"] }, "publisher", 1],
    ["whoever edits it", { custodian: "张敏", editors: ["赵六"] }, "publisher", 1],
    [
      "an administrator, where it names no custodian",
      { custodian: null, editors: ["张敏"] },
      "administrator",
      1,
    ],
    ["a publisher, where it names no custodian", { custodian: null, editors: ["张敏"] }, "publisher", 1],
    ["nobody who only reads along", { custodian: null, editors: ["张敏"] }, "information-officer", 0],
  ] as const)("hands an account over as %s (decision G5)", async (_who, kept_, role, count) => {
    for (const kind of ["离职", "调离", "长假"]) {
      b = await bureau(["sxjt"], { without: ["赵六"] })
      await b.counter.person("赵六", b.bureau, role)
      const draft_ = {
        ...draft(b.bureau.id, { openedOn: null, editors: kept_.editors }),
        custodian: kept_.custodian === null ? null : { name: kept_.custodian, personId: null },
      }
      await b.counter.do((act) => accounts.create(act, draft_, { exceptions: [], lastPostAt: null }))
      await b.counter.say("张敏", `/leaving 赵六 ${kind} 2026-03-31${count === 0 ? "" : " 李国强"}`)
      expect(await open(b, "handover.finish"), kind).toHaveLength(count)
    }
  })

  test("does not hand over by name what may be a namesake's", async () => {
    await b.counter.do(async (act) => {
      await people.enrol(act, { user: "赵六2", name: "赵六", chat: "赵六2", unitId: b.bureau.id })
      const shared = {
        ...draft(b.bureau.id, { openedOn: null, editors: ["赵六"] }),
        platform: "douyin" as const,
      }
      await accounts.create(act, shared, { exceptions: [], lastPostAt: null })
    })
    await b.counter.say("张敏", "/leaving 赵六 离职 2026-03-31 李国强")
    await b.counter.press("张敏", "赵六（发布员）")
    expect(await open(b, "handover.finish")).toMatchObject([{ accountId: (await account(b))?.id }])
  })

  test("does not confirm it, even as the one who leads the unit", async () => {
    await b.counter.do(async (act) => {
      const [leader] = await act.tables.persons.where("user", "李国强")
      const own = {
        ...draft(b.bureau.id, { openedOn: null, editors: ["张敏"] }),
        platform: "douyin" as const,
      }
      const custodian = { name: "李国强", personId: leader?.id ?? null }
      await accounts.create(act, { ...own, custodian }, { exceptions: [], lastPostAt: null })
    })
    await b.counter.say("张敏", "/leaving 李国强 调离 2026-03-31 张敏")
    b.counter.heard()
    await b.counter.press("张敏", "全部无误，确认接收")
    const asked = b.counter.heard().filter(([, text]) => text.startsWith("【请您确认交接】"))
    expect(asked.map(([who]) => who)).toEqual(["陈立"])
  })

  test("is not received by somebody who leaves too", async () => {
    await b.counter.say("张敏", "/leaving 赵六 离职 2026-03-31 张敏")
    await b.counter.say("张敏", "/leaving 李国强 调离 2026-03-20")
    const before = await b.counter.do(({ tables }) => tables.handovers.all())
    await b.counter.press("张敏", "换人接手 微博“示例县教育”")
    await b.counter.say("张敏", "李国强")
    expect(b.counter.last("张敏")).toBe("李国强自己也要离岗，请另选一位接收人。")
    expect(await b.counter.do(({ tables }) => tables.handovers.all())).toEqual(before)
  })

  test("is asked about step by step, and the person who leaves is nobody's choice as receiver", async () => {
    await b.counter.say("张敏", "/leaving")
    await b.counter.press("张敏", "赵六")
    await b.counter.press("张敏", "长假")
    await b.counter.press("张敏", "明天")
    const [, { buttons = [] } = {}] = [...b.counter.shown].at(-1) ?? []
    expect(buttons.flat().map(({ label }) => label)).toEqual(["张敏", "陈立", "李国强", "取消"])
    await b.counter.press("张敏", "李国强")
    expect(b.counter.last("张敏")).toContain("休假回来后请重新邀请、重新指定职责，原来的权限不会自动恢复。")
  })

  test("hands over thing by thing; the leader confirms, and the receiver keeps the account from then on", async () => {
    await b.counter.say("张敏", "/leaving 赵六 调离 2026-03-31 张敏")
    const [card] = b.counter.heard().filter(([, text]) => text.startsWith("【请您接收】"))
    expect(card?.[1].split("\n").slice(0, 7)).toEqual([
      "【请您接收】赵六调离（最后一天 3月31日（周二）），由张敏接手：",
      "微博“示例县教育”（示例县教育局）",
      "☐ 密码已更换，原保管人不再掌握",
      "☐ 管理员手机号已换绑",
      "☐ 绑定邮箱已更换",
      "☐ 登录设备已移交或已退出登录",
      "☐ 未办事项已经知悉",
    ])
    await b.counter.press("张敏", "☐ 手机号")
    expect(b.counter.heard().at(-1)?.[1]).toContain("☑ 管理员手机号已换绑\n☐ 绑定邮箱")
    await b.counter.press("张敏", "全部无误，确认接收")
    expect(b.counter.last("李国强")).toContain(
      "【请您确认交接】赵六调离（最后一天 3月31日（周二）），张敏已核对接收：",
    )
    expect(await account(b)).toMatchObject({ custodian: { name: "赵六" } })
    await b.counter.press("李国强", "确认交接")
    expect(plain(b.counter.last("张敏"))).toBe(
      "✅ 李国强已确认交接，赵六的 1 个账号由张敏接手：\n· 微博“示例县教育”",
    )
    expect(await account(b)).toMatchObject({
      custodian: { name: "张敏", personId: (await person(b, "张敏"))?.id },
      editors: ["张敏"],
    })
    expect(await open(b, "handover.finish")).toEqual([])
  })

  test("hands several accounts over with one press each of the receiver and the leader", async () => {
    await kept(b, "示例县教育", "douyin")
    await b.counter.say("张敏", "/leaving 赵六 离职 2026-03-31 张敏")
    await b.counter.press("张敏", "全部无误，确认接收")
    await b.counter.press("李国强", "确认交接")
    expect(await open(b, "handover.finish")).toEqual([])
    expect(await b.counter.do(({ tables }) => tables.handovers.all())).toMatchObject([
      { state: "done" },
      { state: "done" },
    ])
  })

  test("is confirmed by a leader who is neither of the two", async () => {
    await b.counter.say("张敏", "/leaving 赵六 离职 2026-03-31 李国强")
    await b.counter.press("李国强", "全部无误，确认接收")
    expect(b.counter.last("李国强")).toContain("已请陈立确认。")
    await b.counter.press("陈立", "退回")
    await b.counter.say("陈立", "手机号还没有换绑")
    expect(b.counter.last("李国强")).toContain("陈立退回了交接：手机号还没有换绑\n【请您接收】")
    await b.counter.press("李国强", "全部无误，确认接收")
    await b.counter.press("陈立", "确认交接")
    expect(await account(b)).toMatchObject({ custodian: { name: "李国强" } })
    const [of] = await b.counter.do(({ tables }) => tables.handovers.all())
    expect(await b.counter.pressed("陈立", "1", `handover of=${of?.id ?? ""} say=back`)).toBe(
      "微博“示例县教育”的交接陈立已经确认过了，不用再办。",
    )
    expect(await b.counter.pressed("李国强", "1", `handover of=${of?.id ?? ""} say=receive`)).toBe(
      "微博“示例县教育”的交接陈立已经确认过了，不用再办。",
    )
  })
})
