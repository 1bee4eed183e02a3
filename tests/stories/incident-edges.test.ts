import { describe, expect, test } from "vitest"
import type { Incident } from "../../rules/incident.ts"
import * as people from "../../services/people.ts"
import { bind } from "../books.ts"
import { clock, emergency, join, latest, story } from "../emergency.ts"
import { COUNTY } from "../office.ts"
import { group, li, type World, zhang, zhao, zhou } from "../world.ts"

const HARMFUL = "/sos 有害或错敏信息 微博示例县发布"
const TAKE = "我来处理"
const UNDO = "撤销（1 分钟内）"

const called = async (w: World) =>
  (await story(w)).filter(([what]) => what === "called").map(([, name]) => name)

/** The county under a rulebook that wants two to acknowledge. */
const forTwo = async (): Promise<World> => {
  const w = await emergency()
  await bind(
    w,
    COUNTY,
    `
id: two
title: 双人应答办法
issuer: 示例县
status: in-force
rules:
  - { id: T-1, article: 一, kind: response, on: any, do: incident.acknowledge, within: 10 minutes, takers: 2, says: 两人应答 }
`,
  )
  w.said()
  return w
}

describe("where two have to acknowledge", () => {
  test("somebody who says “not me” after the first has taken it has the next called at once", async () => {
    const w = await forTwo()
    await w.say(zhou, HARMFUL)
    await w.press(zhang, TAKE)
    await w.turnTo("2026-03-02", "10:10")
    expect(await called(w)).toEqual(["张敏", "李国强"])
    expect(await w.press(li, "不是我的事")).toBe("好的。已叫周静。")
  })

  test("whoever has acknowledged is not called again, round after round", async () => {
    const w = await forTwo()
    await w.say(zhou, HARMFUL)
    await w.press(zhang, TAKE)
    await w.say(zhang, "/progress 正在核实")
    await w.turnTo("2026-03-02", "11:20")
    expect((await called(w)).filter((name) => name === "张敏")).toHaveLength(1)
    expect((await called(w)).filter((name) => name === "李国强").length).toBeGreaterThan(1)
  })

  test("the second takes their word back, and the first keeps it, as much at work as before", async () => {
    const w = await forTwo()
    await w.say(zhou, HARMFUL)
    await w.press(zhang, TAKE)
    await w.say(zhang, "/progress 正在核实")
    await w.press(zhou, TAKE, { in: group })
    await w.press(zhou, UNDO, { in: group })
    const { holder, acknowledged } = await latest(w)
    expect(holder).toMatchObject({ acting: true })
    expect(acknowledged).toHaveLength(1)
  })

  test("and the one who has it loses the role, the other has it, and is told by a card of their own", async () => {
    const w = await forTwo()
    await join(w, zhao, "赵六", ["duty"])
    await w.say(li, HARMFUL)
    await w.press(zhao, TAKE)
    await w.press(zhou, TAKE, { in: group })
    w.said()
    await w.say(zhang, "/dismiss 赵六 值班员 示例县人民政府办公室")
    const heard = w.heard()
    expect(heard).toContainEqual([
      group,
      "🔔 2026-1 有害或错敏信息 · 微博“示例县发布”：赵六不再在岗，由周静处理。",
    ])
    expect(heard.some(([to, text]) => to === zhou && text.includes("🙋 周静接手了"))).toBe(true)
    expect(await latest(w)).toMatchObject({ state: "taken", acknowledged: [{}] })
  })

  test("a second who cannot be written to is passed over at once", async () => {
    const w = await forTwo()
    await w.say(zhou, HARMFUL)
    await w.press(zhang, TAKE)
    w.playground.deactivate(li)
    await w.turnTo("2026-03-02", "10:11")
    expect(await called(w)).toEqual(["张敏", "李国强", "周静"])
  })
})

describe("somebody who has it", () => {
  test("and asks for more hands is not called themselves, even where nobody else is there", async () => {
    const w = await emergency()
    await w.look(async ({ tables }) => {
      const zhangs = (await tables.persons.all()).find(({ name }) => name === "张敏")
      for (const role of await tables.roles.all())
        if (
          !["custodian", "publisher", "administrator"].includes(role.role) ||
          role.unitId !== zhangs?.unitId
        )
          await tables.roles.put({ ...role, until: 1 })
    })
    await w.say(zhang, HARMFUL)
    await w.press(zhang, TAKE)
    w.said()
    await w.press(zhang, "需要增援")
    expect(await called(w)).toEqual(["张敏"])
    expect(w.heard().find(([to, text]) => to === group && text.startsWith("🆘"))?.[1]).toContain(
      "张敏在处理，还要人手。",
    )
  })

  test("and leaves the office has it no longer: everybody else is called anew", async () => {
    const w = await emergency()
    await join(w, zhao, "赵六", ["duty"])
    await w.say(li, HARMFUL)
    await w.press(zhao, TAKE)
    await w.say(zhao, "/progress 正在核实")
    await w.say(zhang, "/leaving 赵六 离职 今天 张敏")
    await w.turnTo("2026-03-03", "00:01")
    expect(await latest(w)).toMatchObject({ state: "open", holder: null })
    expect((await called(w)).slice(1)).toEqual(["张敏"])
  })

  test("and takes it back leaves every clock as it was", async () => {
    const w = await emergency(["longzihu"])
    await w.say(li, "/sos 苗头性问题")
    const before = (await latest(w)).clocks
    await w.press(zhang, TAKE)
    await w.press(zhang, UNDO)
    expect((await latest(w)).clocks).toEqual(before)
  })
})

test("closing that is taken back leaves every clock as it was", async () => {
  const w = await emergency()
  await w.say(li, HARMFUL)
  await w.press(zhang, TAKE)
  const before = (await latest(w)).clocks
  await w.say(zhang, "/resolved 已删除")
  expect((await clock(w, "incident.act"))?.done).not.toBeNull()
  await w.press(zhang, UNDO)
  expect((await latest(w)).clocks).toEqual(before)
})

test("somebody who blocks the bot in mid-ladder cannot answer any more: the next are called at once", async () => {
  const w = await emergency()
  await w.say(zhou, HARMFUL)
  await w.turnTo("2026-03-02", "10:02")
  w.playground.block(zhang)
  await w.playground.settled()
  await w.turnTo("2026-03-02", "10:03")
  expect(await called(w)).toEqual(["张敏", "李国强"])
})

test("a leader who is on duty too is called once, and the chief does not wait for them twice", async () => {
  const w = await emergency()
  await w.look(async (turn) => {
    const leader = (await turn.tables.persons.all()).find(({ name }) => name === "李国强")
    if (leader) await people.appoint(turn, leader.id, leader.unitId, "duty")
  })
  await w.say(zhang, HARMFUL)
  await w.turnTo("2026-03-02", "10:10")
  expect(await called(w)).toEqual(["李国强", "周静"])
})

test("in a unit without anybody the office above is called in the same moment", async () => {
  const w = await emergency()
  await w.say(zhang, "/sos 有害或错敏信息 微博示例县教育")
  expect(await called(w)).toEqual(["李国强"])
  const { unitId }: Incident = await latest(w)
  expect(await w.look(async ({ tables }) => (await tables.units.get(unitId))?.name)).toBe("示例县教育局")
})
