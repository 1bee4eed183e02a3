import { expect, test } from "vitest"
import { bind } from "../books.ts"
import { group, li, world, type World, zhang } from "../world.ts"

const SCHOOL = "示例县教育局"

const BOOK = `
id: county
title: 示例县政务新媒体管理办法
issuer: 示例县人民政府办公室
status: in-force
rules:
  - { id: C-1, article: 第六条, kind: deadline, starts: account.opened, do: filing.open, within: 5 working days, to: 县政府办公室, says: 开通后5个工作日内备案 }
`

const NAMED = "开设备案（报县政府办公室）：抖音“示例县教育”"
const BY = "依据 《示例县政务新媒体管理办法》第六条"

/** An account of the school whose filing was due by 9 March, and it is the 11th. */
const late = async (openedOn = "2026-03-02", now = "2026-03-11") => {
  const w = await world()
  await bind(w, SCHOOL, BOOK)
  await w.say(
    zhang,
    `/register ${SCHOOL} 抖音 示例县教育\n开通日期：${openedOn}\n主账号：否\n运营方式：本单位人员\n密码保管人：张敏`,
  )
  for (const answer of ["跳过", "跳过", "跳过", "跳过"]) await w.press(zhang, answer)
  await w.turnTo(now, "10:00")
  w.said()
  return w
}

const filing = async (w: World) => {
  const rows = await w.look(({ tables }) => tables.obligations.all())
  const row = rows.find(({ act }) => act === "filing.open")
  if (!row) throw new Error("no filing")
  return row
}

const ASKED = "期限已过，补登按时办结要由另一位确认，已经报给李国强。确认之前仍算逾期；有结果马上告诉您。"

test("what was done in time, and is entered only afterwards, waits for a second person's one press (A13)", async () => {
  const w = await late()
  await w.say(zhang, "/done 开设备案 2026-03-06 备2026-0306")
  expect(w.heard()).toEqual([
    [zhang, ASKED],
    [
      li,
      [
        `【请您确认】张敏补登：${NAMED}（${SCHOOL}）`,
        "办理日期：2026年3月6日；凭据：备2026-0306",
        "期限是2026年3月9日，今天才登记。您确认后才算按时，否则仍算逾期。",
        BY,
        "核对凭据后请点选。14 天内没有答复，补登自动作废。",
      ].join("\n"),
    ],
  ])
  expect(await filing(w)).toMatchObject({ phase: "escalated", settled: null })
  await w.press(li, "确认属实")
  const told = [
    "李国强确认属实：",
    `✅ ${NAMED}，已按时办结`,
    "办理日期：2026年3月6日；凭据：备2026-0306",
    BY,
  ].join("\n")
  expect(w.heard().filter(([to]) => to === zhang)).toEqual([[zhang, told]])
  const { phase, settled } = await filing(w)
  const persons = await w.look(({ tables }) => tables.persons.all())
  const names = [settled?.by, settled?.second].map((id) => persons.find((each) => each.id === id)?.name)
  expect([phase, settled?.on, names]).toEqual(["done", "2026-03-06", ["张敏", "李国强"]])
})

test("what the second person cannot confirm stays overdue, and is said again with its true day", async () => {
  const w = await late()
  await w.say(zhang, "/done 开设备案 2026-03-06 备2026-0306")
  w.said()
  await w.press(li, "不能确认")
  expect(w.heard().filter(([to]) => to === zhang)).toEqual([
    [zhang, `❎ 李国强没有同意补登（${NAMED}），没有任何改动。`],
  ])
  expect(await filing(w)).toMatchObject({ phase: "escalated", settled: null })
  await w.say(zhang, "/done 开设备案 2026-03-11 备2026-0306")
  expect(w.only(zhang).text).toContain("已逾期办结")
})

test("what was overdue already when it was entered is confirmed by one press too", async () => {
  const w = await late("2025-12-01", "2026-03-02")
  await w.say(zhang, "/done 开设备案 2025-12-05 备1")
  expect(w.said().map(({ to }) => to)).toEqual([zhang, li])
  await w.press(li, "确认属实")
  expect(await filing(w)).toMatchObject({ phase: "done", settled: { on: "2025-12-05" } })
})

test("nobody is asked where it was late by any account, and nobody twice", async () => {
  const w = await late()
  await w.say(zhang, "/done 开设备案 2026-03-06 备1")
  w.said()
  await w.say(li, "/done 开设备案 2026-03-05 备2")
  expect(w.only(li).text).toBe("张敏已经补登过这一项，正在等李国强确认，不用重复登记。")
  await w.say(zhang, "/done 开设备案 2026-03-10 备1")
  expect(w.only(zhang).text).toContain("已逾期办结")
  await w.press(li, "确认属实")
  expect(w.said().find(({ to }) => to === li)?.text).toContain("这一项在这之前已经处理过了，没有改动：")
  expect(await filing(w)).toMatchObject({ phase: "late", settled: { on: "2026-03-10" } })
})

test("nobody confirms what they said themselves: the leader's own entry goes to an officer", async () => {
  const w = await late()
  await w.say(li, "/done 开设备案 2026-03-06 备1")
  expect(w.said().map(({ to }) => to)).toEqual([li, zhang])
  await w.press(zhang, "确认属实")
  expect(await filing(w)).toMatchObject({ phase: "done" })
  expect(w.heard().some(([to]) => to === group)).toBe(false)
})
