import { expect, test } from "vitest"
import { bind } from "../books.ts"
import * as watch from "../../services/watch.ts"
import { group, li, wang, type World, world, zhang } from "../world.ts"

const COUNTY = "示例县人民政府办公室"
const CITY = "示例市人民政府办公室"

const bookOf = (id: string, act: string, within: string) => `
id: ${id}
title: 示例${id}管理办法
issuer: 示例县人民政府办公室
status: in-force
rules:
  - { id: C-1, article: 第六条, kind: deadline, starts: account.opened, do: ${act}, within: ${within}, warn: [2 days], says: 限期办理 }
  - { id: C-2, article: 第七条, kind: periodic, do: training.hold, atLeast: 1 per week, warn: [2 days], says: 每周培训一次 }
`

/** As if the office had begun today. */
const registeredToday = (w: World): Promise<void> =>
  w.look(async ({ tables, now }) => {
    for (const account of await tables.accounts.all())
      await tables.accounts.put({ ...account, registeredAt: now })
  })

test("/preview brings up dated duties, what comes round again too, just as it will be said", async () => {
  const w = await world()
  await registeredToday(w)
  await bind(w, COUNTY, bookOf("county", "filing.open", "5 working days"))
  await w.say(
    zhang,
    `/register ${COUNTY} 快手 示例县发布\n开通日期：2026-03-02\n主账号：否\n运营方式：本单位人员\n密码保管人：张敏`,
  )
  for (const answer of ["跳过", "跳过", "跳过", "跳过"]) await w.press(zhang, answer)
  const before = await w.look(({ tables }) => tables.obligations.all())
  w.said()
  await w.say(zhang, "/preview 14")
  const foreseen = w
    .said()
    .map(({ text }) => text)
    .join("\n")
  for (const line of [
    "开设备案：快手“示例县发布”，还剩 3 天",
    "《示例county管理办法》第六条",
    `【逾期】${COUNTY}：组织培训：${COUNTY}\n3月8日（周日）到期`,
    `【逾期】${COUNTY}：组织培训：${COUNTY}\n3月15日（周日）到期`,
  ])
    expect(foreseen).toContain(line)
  expect(await w.look(({ tables }) => tables.obligations.all())).toEqual(before)

  await w.turnTo("2026-03-16", "10:00")
  const said = w.said().filter(({ to }) => [group, zhang, li].includes(to))
  for (const { text } of said) for (const part of text.split("\n\n")) expect(foreseen).toContain(part)
})

test("/preview speaks of no duty of a unit that its reader may not see", async () => {
  const w = await world()
  await registeredToday(w)
  await bind(w, CITY, bookOf("city", "filing.open", "5 working days"))
  await w.look(async (turn) => {
    const [unit] = await turn.tables.units.where("name", CITY)
    const [account] = await turn.tables.accounts.all()
    if (!unit || !account) throw new Error("the county is not there")
    await turn.tables.accounts.put({ ...account, id: "city", unitId: unit.id, name: "示例市发布" })
    await watch.below(turn, unit.id)
  })
  await w.turnTo("2026-03-09", "10:00")
  w.said()
  await w.say(wang, "/preview 60")
  const all = w.said().map(({ text }) => text)
  expect(all.join("\n")).toContain(CITY)
  await w.say(zhang, "/preview 60")
  const own = w.said().map(({ text }) => text)
  expect(own.join("\n")).not.toContain(CITY)
})
