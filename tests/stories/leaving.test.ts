import { expect, test } from "vitest"
import { isOpen } from "../../rules/obligation.ts"
import * as settling from "../../services/settling.ts"
import * as units from "../../services/units.ts"
import * as watch from "../../services/watch.ts"
import { li, wang, world, type World, zhang } from "../world.ts"

const COUNTY = "示例县人民政府办公室"
const NAMES = ["微博“示例县发布”", "微信订阅号“示例县发布”", "抖音“示例县发布”"]
const BASIS = "《陕西省交通运输系统政务新媒体管理办法》第二十五条（期限为本单位约定）"

/** The county office under Shaanxi transport's rules, where 张敏 leaves at the end of March and 李国强 takes over. */
const leaving = async (): Promise<World> => {
  const w = await world()
  await w.look(async (turn) => {
    const [county] = await turn.tables.units.where("name", COUNTY)
    await units.change(turn, county?.id ?? "", { rulebooks: ["sxjt"] })
    await watch.below(turn, county?.id ?? "")
  })
  await w.say(wang, "/leaving 张敏 离职 2026-03-31 李国强")
  return w
}
const about = (w: World, what: string) => w.heard().filter(([, text]) => text.includes(what))

test("who leaves on 31 March is brought up ahead, and on 1 April the leader hears what is open (SJ-36)", async () => {
  const w = await leaving()
  w.said()
  await w.turnTo("2026-03-24", "08:59")
  expect(about(w, "离岗交接")).toEqual([])
  await w.turnTo("2026-03-24", "09:01")
  const early = about(w, "离岗交接")
  expect(early.map(([to]) => to)).toEqual([zhang, li])
  expect(early[1]?.[1]).toContain(
    `🟡 离岗交接：${NAMES[0] ?? ""}（张敏），还剩 7 天，3月31日（周二）24:00 前`,
  )
  await w.turnTo("2026-04-01", "07:59")
  w.said()
  await w.turnTo("2026-04-01", "08:01")
  const told = w.heard()
  expect(told.map(([to]) => to).sort()).toEqual([li, wang])
  expect(told.find(([to]) => to === li)?.[1]).toContain(
    NAMES.map((name) =>
      [
        `【逾期】${COUNTY}：离岗交接：${name}（张敏）`,
        "3月31日（周二）到期，至今没有办结。",
        `依据：${BASIS}。请督促办理；此事只通知您一次。`,
      ].join("\n"),
    ).join("\n\n"),
  )
  const officer = told.find(([to]) => to === wang)?.[1] ?? ""
  expect(officer).toContain("【离岗】张敏的权限已于 3月31日（周二）24:00 停止，还不能办结离岗，有 ")
  for (const name of NAMES)
    expect(officer).toContain(`🔴 离岗交接：${name}（张敏），3月31日（周二）到期，已逾期 1 天`)
})

test("old buttons die at 24:00: one polite line, nothing happens, and nothing more reaches who left", async () => {
  const w = await leaving()
  await w.say(zhang, "/due")
  await w.say(zhang, "/post 抖音 https://douyin.com/1")
  await w.turnTo("2026-03-31", "23:59")
  await w.say(zhang, "/me")
  expect(w.said().at(-1)?.text).toContain("职责：发布员、管理员、密码保管人")
  await w.turnTo("2026-04-01")
  w.said()
  const before = await w.look(({ tables }) => tables.posts.all())
  expect(await w.press(zhang, "撤销")).toBe(
    "您好，您还没有登记，暂时不能使用。请向本单位管理员索取邀请链接。",
  )
  expect(await w.look(({ tables }) => tables.posts.all())).toEqual(before)
  w.silence()
  await w.turnTo("2026-04-08", "18:00")
  expect(w.heard().filter(([to]) => to === zhang)).toEqual([])
})

test("over a downtime rights end at the same moment, and who handed over in time has left by then", async () => {
  const w = await leaving()
  await w.press(li, "全部无误，确认接收")
  await w.press(wang, "确认交接")
  expect(w.said().at(-1)?.text).toContain("✅ 王芳已确认交接，张敏的 3 个账号由李国强接手：")
  await w.look(async (turn) => {
    for (const row of await turn.tables.obligations.all())
      if (isOpen(row) && row.personId !== null)
        await settling.settle(turn, row, { on: "2026-03-02", proof: null, note: null })
  })
  w.playground.clock.advance(40 * 86_400_000)
  await w.say(zhang, "/me")
  expect(w.heard().filter(([to]) => to === zhang)).toEqual([
    [zhang, "您好，您还没有登记，暂时不能使用。请向本单位管理员索取邀请链接。"],
  ])
  const [gone] = await w.look(async ({ tables }) =>
    (await tables.persons.all()).filter(({ name }) => name === "张敏"),
  )
  expect(gone).toMatchObject({ state: "left", user: null, chat: null })
  const ended = await w.look(({ tables }) => tables.roles.where("person", gone?.id ?? ""))
  expect(new Set(ended.map(({ until }) => until))).toEqual(new Set([Date.parse("2026-04-01T00:00:00+08:00")]))
})
