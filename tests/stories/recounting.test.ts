import { describe, expect, test } from "vitest"
import { instantOf } from "../../rules/time.ts"
import * as watch from "../../services/watch.ts"
import { bind, under } from "../books.ts"
import { group, li, world, zhang } from "../world.ts"

const SCHOOL = "示例县教育局"

const BOOK = `
id: county
title: 示例县政务新媒体管理办法
issuer: 示例县人民政府办公室
status: in-force
rules:
  - { id: C-1, article: 第六条, kind: deadline, starts: account.opened, do: filing.open, within: 5 working days, to: 县政府办公室, says: 开通后5个工作日内备案 }
  - { id: C-2, article: 第七条, kind: periodic, do: drill.hold, atLeast: every 30 days, says: 每30天演练一次 }
`

const begun = async () => {
  const w = await world()
  await bind(w, SCHOOL, BOOK)
  await w.say(
    zhang,
    `/register ${SCHOOL} 抖音 示例县教育\n开通日期：2026-03-02\n主账号：否\n运营方式：本单位人员\n密码保管人：张敏`,
  )
  for (const answer of ["跳过", "跳过", "跳过", "跳过"]) await w.press(zhang, answer)
  w.said()
  return w
}
const filings = (heard: readonly (readonly [number, string])[]) =>
  heard.filter(([, text]) => text.includes("开设备案")).map(([to, text]) => [to, text.split("\n")[0]])

describe("duties that are counted anew", () => {
  test("still tell the leader what fell due while nothing ran", async () => {
    const w = await begun()
    w.playground.clock.set(instantOf("2026-03-10", "07:00"))
    await w.look((turn) => watch.all(turn))
    await w.running.settle()
    await w.turnTo("2026-03-10", "08:30")
    expect(filings(w.heard()).filter(([to]) => to === li)).toEqual([
      [li, `【逾期】${SCHOOL}：开设备案（报县政府办公室）：抖音“示例县教育”`],
    ])
  })

  test("that a corrected date makes late are told to whoever has to do them, and to the leader a working day later", async () => {
    const w = await begun()
    await w.say(zhang, "/edit 抖音示例县教育 开通日期 2026-02-10")
    expect(filings(w.heard())).toEqual([
      [group, "【补录时已逾期】开设备案（报县政府办公室）：抖音“示例县教育”"],
    ])
    await w.turnTo("2026-03-03", "20:00")
    expect(filings(w.heard())).toEqual([])
    await w.turnTo("2026-03-04", "08:30")
    expect(filings(w.heard())).toEqual([
      [li, `【逾期】${SCHOOL}：开设备案（报县政府办公室）：抖音“示例县教育”`],
    ])
  })

  test("go on when they were done on the day on which they began, and when they were waived", async () => {
    const w = await begun()
    const open = async () =>
      (await w.look(({ tables }) => tables.obligations.all()))
        .filter(({ act, phase }) => act === "drill.hold" && ["open", "warned"].includes(phase))
        .map(({ due }) => due?.day)
    expect(await open()).toEqual(["2026-04-01"])
    await w.say(zhang, "/done 组织演练 今天 8人参加")
    expect(await open()).toEqual(["2026-04-01"])
    await w.turnTo("2026-03-10", "10:00")
    await w.say(li, "/waive 组织演练 近期有专项检查")
    expect(await open()).toEqual(["2026-04-09"])
  })

  test("ask nothing of months gone by when a rulebook asks oftener than before", async () => {
    const w = await world({ at: Date.UTC(2026, 0, 5, 2) })
    await under(w, SCHOOL, "longzihu")
    await w.turnTo("2026-11-02", "10:00")
    await bind(w, SCHOOL, BOOK.replace("every 30 days", "1 per month"))
    const rows = await w.look(({ tables }) => tables.obligations.all())
    const monthly = rows.filter(({ act, key }) => act === "drill.hold" && key.includes("/month/"))
    expect(monthly.map(({ due }) => due?.day)).toEqual(["2026-11-30"])
  })

  test("of a year of which too little is left for the office begin with the next one (H-162)", async () => {
    const w = await world({ at: Date.UTC(2026, 5, 1, 2) })
    const yearly = BOOK.replace("every 30 days", "1 per year")
    const figure = "{ id: C-9, for: first-period, percentLeft: 60, says: 首期不足六成的不计 }"
    await bind(w, SCHOOL, `${yearly}figures: [${figure}]\n`)
    const rows = await w.look(({ tables }) => tables.obligations.all())
    const drills = rows.filter(({ act, rules }) => act === "drill.hold" && rules.includes("county:C-2"))
    expect(drills.map(({ due }) => due?.day)).toEqual(["2027-12-31"])
  })

  test("stay done when the office that receives them is called differently", async () => {
    const w = await begun()
    await w.say(zhang, "/done 开设备案 今天 备1")
    expect(w.said().at(-1)?.text).toContain("已按时办结")
    await bind(w, SCHOOL, BOOK.replace("to: 县政府办公室", "to: 县府办"))
    const rows = (await w.look(({ tables }) => tables.obligations.all())).filter(
      ({ act }) => act === "filing.open",
    )
    expect(rows.map(({ phase, to }) => [phase, to])).toEqual([["done", "县府办"]])
  })

  test("of a period are not shown by what was done before it", async () => {
    const w = await world({ at: Date.UTC(2026, 0, 5, 2) })
    await under(w, SCHOOL, "longzihu")
    await w.say(zhang, "/done 组织演练 2025-05-01 8人参加")
    expect(w.said().at(-1)?.text).toContain("2025年5月1日早于这件事的起算日 2026年1月1日")
  })

  test("of a unit end with its last account", async () => {
    const w = await begun()
    const accounts = await w.look(({ tables }) => tables.accounts.all())
    for (const { platform } of accounts.filter(({ name }) => name === "示例县教育"))
      await w.say(
        zhang,
        `/retire ${{ weibo: "微博", douyin: "抖音", "wechat-subscription": "微信订阅号" }[platform as "weibo"]}示例县教育 重复 确认`,
      )
    const rows = await w.look(({ tables }) => tables.obligations.all())
    expect(rows.filter(({ act, phase }) => act === "drill.hold" && phase === "open")).toEqual([])
  })
})
