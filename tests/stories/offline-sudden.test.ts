import { describe, expect, test } from "vitest"
import { ACCOUNT, office, standing } from "../office.ts"
import { li, wang, zhang, zhou } from "../world.ts"

describe("what cannot be is refused, and nothing changes", () => {
  const cases = [
    [
      "an end before its start",
      "2026-03-10",
      "2026-03-09",
      "恢复日期 2026年3月9日 早于下线日期 2026年3月10日，请核对。",
    ],
    [
      "a start that has passed",
      "2025-03-10",
      "2026-03-20",
      "下线日期 2025年3月10日 已经过了。下线要先报批；没有报批就已下线的，请用 /found 报告。",
    ],
    [
      "more than 30 days",
      "2026-03-10",
      "2026-04-10",
      "2026年3月10日下线，最晚 2026年4月9日恢复，不能到 2026年4月10日；没有延期。",
    ],
  ] as const
  for (const [what, from, until, says] of cases)
    test(`${what} (WB-17)`, async () => {
      const w = await office(["wubu"])
      w.said()
      await w.say(zhang, `/offline ${ACCOUNT}\n原因：升级改造\n下线日期：${from}\n恢复日期：${until}`)
      expect(w.only(zhang).text).toBe(says)
      expect(await w.look(({ tables }) => tables.procedures.all())).toEqual([])
    })

  test("a return before it went, or of an account that is there", async () => {
    const w = await office(["wubu"])
    await w.say(zhang, `/found ${ACCOUNT}\n日期：今天\n情况：打不开`)
    w.said()
    await w.say(zhang, `/online ${ACCOUNT}\n恢复日期：昨天\n链接：https://weibo.com/1/b`)
    expect(w.only(zhang).text).toContain("请核对日期")
    expect((await standing(w)).windows).toMatchObject([{ state: "offline" }])
  })
})

describe("what comes over a unit", () => {
  const sudden = (cause: string) => `/offline ${ACCOUNT}\n原因：${cause}\n关停日期：今天`
  const ordered = sudden("被责令紧急关停")
  const outage = "不可抗力（长时间断电断网等）"

  test.each(["被责令紧急关停", outage])(
    "%s reported in writing in time does not count, and no 30 days run (WB-18, WB-16)",
    async (cause) => {
      const w = await office(["wubu"])
      w.said()
      await w.say(zhang, `${sudden(cause)}\n报告文号：某局发〔2026〕5号\n报告日期：今天`)
      expect(w.only(zhang).text).toBe(
        ["⏸ 已登记：微博“示例县发布”于3月2日（周一）关停。", "更新期限暂停，恢复后发 /online 登记。"].join(
          "\n",
        ),
      )
      const { duties } = await standing(w)
      expect(duties.some(({ act }) => act === "account.return")).toBe(false)
      const reports = duties.filter(({ act }) => act.includes("shutdown"))
      expect(reports.map(({ act, phase }) => [act, phase])).toEqual([
        ["shutdown.report", "open"],
        ["filing.shutdown", "done"],
      ])
      await w.turnTo("2026-03-20", "10:00")
      await w.say(zhang, `/online ${ACCOUNT}\n恢复日期：今天\n链接：https://weibo.com/1/b`)
      w.said()
      await w.say(zhang, `/offline ${ACCOUNT}\n原因：升级改造\n下线日期：2026-03-25\n恢复日期：2026-03-28`)
      expect(w.said().some(({ to }) => to === zhou)).toBe(true)
    },
  )

  test.each(["被责令紧急关停", outage])(
    "%s not reported in time counts, and says so (WB-18, B7)",
    async (cause) => {
      const w = await office(["wubu"])
      w.said()
      await w.say(zhang, sudden(cause))
      await w.press(zhang, "跳过")
      expect(w.said().at(-1)?.text).toContain(
        "请书面报备，2026年3月9日前发 /done 登记文号。逾期没有报备，就算作一次临时下线。",
      )
      await w.turnTo("2026-03-09", "23:00")
      w.said()
      await w.turnTo("2026-03-10", "08:30")
      const told = w.said().find(({ text }) => text.includes("【未及时报备】"))
      expect(told?.to).toBe(li)
      expect(told?.text).toContain(
        "【未及时报备】示例县人民政府办公室的微博“示例县发布”于3月2日（周一）关停，没有按期书面报备，现已计为一次临时下线。请督促报备和恢复。",
      )
      const { account, windows, duties } = await standing(w)
      expect(account.state).toBe("offline-unapproved")
      expect(windows).toMatchObject([{ unreported: true }])
      expect(duties.find(({ act }) => act === "account.return")?.due?.day).toBe("2026-04-01")
      await w.say(zhang, `/online ${ACCOUNT}\n恢复日期：今天\n链接：https://weibo.com/1/b`)
      await w.say(zhang, `/offline ${ACCOUNT}\n原因：升级改造\n下线日期：2026-05-06\n恢复日期：2026-05-10`)
      expect(w.said().at(-1)?.text).toContain(`· 2026年3月2日至2026年3月10日（${cause}，未及时报备）`)
    },
  )

  test("while it lasts there is a report every 7 days, and none after (H-12, B6)", async () => {
    const w = await office(["wubu"])
    await w.say(zhang, `${ordered}\n报告文号：某局发〔2026〕5号\n报告日期：今天`)
    const reports = async () =>
      (await standing(w)).duties
        .filter(({ act }) => act === "shutdown.report")
        .map(({ due, phase }) => [due?.day, phase])
    expect(await reports()).toEqual([["2026-03-09", "open"]])
    await w.turnTo("2026-03-09", "10:00")
    await w.say(zhang, "/done 关停期间情况报告 今天 线路抢修中")
    expect(await reports()).toEqual([
      ["2026-03-09", "done"],
      ["2026-03-16", "open"],
    ])
    await w.say(zhang, `/online ${ACCOUNT}\n恢复日期：今天\n链接：https://weibo.com/1/b`)
    expect(await reports()).toEqual([
      ["2026-03-09", "done"],
      ["2026-03-16", "void"],
    ])
  })
})

describe("an account found offline that nobody had asked for", () => {
  test("its chief and the supervising officer are told at once, at any hour (WB-20)", async () => {
    const w = await office(["wubu"])
    await w.turnTo("2026-03-02", "23:30")
    w.said()
    await w.say(zhang, `/found ${ACCOUNT}\n日期：今天\n情况：巡查时主页打不开`)
    const text = [
      "【擅自下线】示例县人民政府办公室的微博“示例县发布”",
      "张敏报告：3月2日（周一）起看不到，没有报批记录。巡查时主页打不开",
      "请马上核实处理，恢复后发 /online 登记。",
      "依据：《吴堡县政务新媒体管理通知》二（四）",
    ].join("\n")
    expect([...w.heard()].sort(([a], [b]) => a - b)).toEqual([
      [
        zhang,
        "已登记：微博“示例县发布”未经报批下线，计一次，更新期限不暂停。已告知周静、王芳。恢复后发 /online 登记。",
      ],
      [wang, text],
      [zhou, text],
    ])
    const { account, clocks, duties } = await standing(w)
    expect(account.state).toBe("offline-unapproved")
    expect(clocks).toHaveLength(1)
    const [{ until } = { until: "" }] = clocks
    expect(duties.find(({ act }) => act === "account.return")?.due?.day).toBe("2026-04-01")
    await w.say(zhang, `/online ${ACCOUNT}\n恢复日期：今天\n链接：https://weibo.com/1/b`)
    // Nobody had agreed to it: its updates went on running.
    expect((await standing(w)).clocks).toMatchObject([{ until }])
    expect((await standing(w)).account).not.toHaveProperty("returnedOn")
    await w.say(zhang, `/offline ${ACCOUNT}\n原因：升级改造\n下线日期：2026-05-06\n恢复日期：2026-05-10`)
    expect(w.said().at(-1)?.text).toContain("已经用过：\n· 2026年3月2日至2026年3月2日（未经报批）")
  })

  test("is recorded once: whoever comes second is told who was first, and when", async () => {
    const w = await office(["wubu"])
    await w.say(zhang, `/found ${ACCOUNT}\n日期：今天\n情况：打不开`)
    await w.turnTo("2026-03-02", "11:30")
    const before = await standing(w)
    w.said()
    const already =
      "微博“示例县发布”已经由张敏于3月2日（周一）10:00登记为下线：2026年3月2日至今（未经报批）。不用重复登记，恢复后发 /online 登记。"
    await w.say(li, `/found ${ACCOUNT}\n日期：今天\n情况：群众反映`)
    expect(w.only(li).text).toBe(already)
    await w.say(
      zhang,
      `/offline ${ACCOUNT}\n原因：被责令紧急关停\n关停日期：今天\n报告文号：1号\n报告日期：今天`,
    )
    expect(w.only(zhang).text).toBe(already)
    expect(await standing(w)).toEqual(before)
  })
})
