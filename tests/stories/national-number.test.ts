import { expect, test } from "vitest"
import * as people from "../../services/people.ts"
import { under } from "../books.ts"
import { group, wang, world, zhang } from "../world.ts"

const SCHOOL = "示例县教育局"

test("a live account without its number in the national system is brought up every week until it has one (WB-12)", async () => {
  const w = await world()
  await under(w, SCHOOL, "wubu")
  await w.look(async (turn) => {
    const leader = (await turn.tables.persons.all()).find(({ name }) => name === "李国强")
    const [school] = await turn.tables.units.where("name", SCHOOL)
    if (leader && school) await people.appoint(turn, leader.id, school.id, "leader")
  })
  await w.say(
    zhang,
    `/register ${SCHOOL} 抖音 示例县教育\n开通日期：2026-03-02\n主账号：否\n运营方式：本单位人员\n密码保管人：张敏\n编辑人员：张敏`,
  )
  for (const answer of ["跳过", "跳过", "跳过"]) await w.press(zhang, answer)
  await w.say(wang, "/approval\n账号：抖音“示例县教育”\n文号：省办〔2026〕3号\n批复日期：2026-03-01")
  w.said()
  const mornings = async (from: string, to: string): Promise<readonly string[]> => {
    await w.turnTo(from, "08:00")
    w.said()
    await w.turnTo(to, "08:00")
    return w
      .said()
      .filter(({ to: chat, text }) => chat === group && text.includes("在全国系统登记"))
      .map(({ text }) => text.split("\n")[0] ?? "")
  }
  expect(await mornings("2026-03-11", "2026-03-28")).toEqual([
    "【每日提醒】3月16日（周一）",
    "【每日提醒】3月23日（周一）",
  ])
  const rows = await w.look(({ tables }) => tables.obligations.all())
  const row = rows.find(({ act }) => act === "system.enter")
  await w.say(zhang, `/done\n事项：${row?.id ?? ""}\n办理日期：2026-03-27\n凭据：QG-0001`)
  expect(await mornings("2026-03-28", "2026-04-08")).toEqual([])
  const [profile] = await w.look(({ tables }) => tables.profiles.all())
  expect(profile).toMatchObject({ systemNumber: "QG-0001" })
})
