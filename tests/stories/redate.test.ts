import { expect, test } from "vitest"
import * as accounts from "../../services/accounts.ts"
import { ACCOUNT, office, standing } from "../office.ts"
import { li, type World, zhang } from "../world.ts"

const filing = async (w: World) => (await standing(w)).duties.find(({ act }) => act === "change.report")

const changed = async () => {
  const w = await office(["wubu"])
  await w.turnTo("2026-03-04", "10:00")
  await w.say(zhang, `/edit ${ACCOUNT}\n项目：认证信息\n认证信息：示例县人民政府办公室官方微博`)
  return w
}

test("a corrected day counts anew, and the old one is kept (A13)", async () => {
  const w = await changed()
  w.said()
  await w.say(zhang, "/redate 变更报备 2026-03-03 昨天就改了")
  expect(w.only(zhang).text).toContain("已更正，从 2026年3月3日起算：")
  expect(await filing(w)).toMatchObject({ since: "2026-03-03", due: { day: "2026-03-05" } })
  await w.press(zhang, "查看依据")
  expect(w.only(zhang).text).toContain("起算日由 2026年3月4日更正为 2026年3月3日（张敏：昨天就改了）")
})

test("what would turn late into in time waits for a second person (A13)", async () => {
  const w = await changed()
  await w.turnTo("2026-03-09", "10:00")
  expect(await filing(w)).toMatchObject({ phase: "escalated" })
  w.said()
  await w.say(zhang, "/redate 变更报备 2026-03-06 平台当天才生效")
  expect(w.said().find(({ to }) => to === zhang)?.text).toBe(
    "更正后逾期的会变成按时，要由另一位确认，已经报给李国强。确认之前没有改动。",
  )
  expect(await filing(w)).toMatchObject({ phase: "escalated", since: "2026-03-04" })
  await w.press(li, "写明理由并同意")
  await w.say(li, "已核对平台记录")
  expect(w.said().find(({ to, text }) => to === zhang && text.includes("确认了更正"))?.text).toContain(
    "从 2026年3月6日起算。理由：已核对平台记录",
  )
  expect(await filing(w)).toMatchObject({ phase: "warned", due: { day: "2026-03-10" } })
})

test("another day of opening must not mend what is late either (A13)", async () => {
  const w = await office(["longzihu"], "2026-03-02")
  const { account } = await standing(w)
  await w.look(async (turn) => {
    await accounts.change(turn, account, { openedOn: "2026-02-02" })
  })
  const opening = async () => (await standing(w)).duties.find(({ act }) => act === "filing.open")
  expect(await opening()).toMatchObject({ phase: "overdue" })
  w.said()
  await w.say(zhang, `/edit ${ACCOUNT}\n项目：开通日期\n开通日期：2026-03-01`)
  expect(w.said().at(-1)?.text).toContain("请用 /redate 更正起算日，由另一位领导确认。")
  expect(await opening()).toMatchObject({ phase: "overdue", since: "2026-02-02" })
})
