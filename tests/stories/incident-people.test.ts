import { expect, test } from "vitest"
import { emergency, join, latest, story, told } from "../emergency.ts"
import * as people from "../../services/people.ts"
import { dayOf } from "../../rules/time.ts"
import { COUNTY } from "../office.ts"
import { group, li, wang, world, zhang, zhao, zhou } from "../world.ts"

const HARMFUL = "/sos 有害或错敏信息 微博示例县发布"

test("whoever cannot be reached is skipped at once, and everybody sees it", async () => {
  const w = await emergency()
  w.playground.block(zhang)
  await w.say(li, HARMFUL)
  expect((await story(w)).slice(0, 4)).toEqual([
    ["raised", "李国强"],
    ["skipped", "张敏"],
    ["nobody-on-step", "李国强"],
    ["called", "李国强"],
  ])
  expect(told(w, "⚠️ 没有叫到张敏：联系不上")).toContain(group)
})

test("a message that does not arrive moves the ladder at once", async () => {
  const w = await emergency()
  await w.look(async (turn) => {
    const [county] = await turn.tables.units.where("name", COUNTY)
    const unitId = county?.id ?? ""
    // Enrolled, but nobody can write to them: they never opened the chat.
    const joining = { user: `telegram:${zhao}`, name: "赵六", chat: String(zhao), unitId }
    const { id } = await people.enrol(turn, joining)
    await people.appoint(turn, id, unitId, "duty")
  })
  await w.say(zhou, HARMFUL)
  await w.turnTo("2026-03-02", "10:01")
  expect((await story(w)).filter(([what]) => what === "called")).toEqual([
    ["called", "赵六"],
    ["called", "李国强"],
  ])
})

test("a stand-in is called instead of the leader, and the card says for whom (E5)", async () => {
  const w = await emergency()
  const standIn = await join(w, zhao, "赵六", ["reviewer"])
  await w.look(async ({ tables }) => {
    const [leader] = await tables.persons.where("user", `telegram:${li}`)
    const [county] = await tables.units.where("name", COUNTY)
    await tables.standIns.put({
      id: "s1",
      unitId: county?.id ?? "",
      role: "leader",
      forId: leader?.id ?? "",
      personId: standIn,
      from: "2026-03-01",
      to: "2026-03-06",
      paper: null,
      by: "test",
      at: 0,
      endedAt: null,
    })
  })
  await w.say(zhou, HARMFUL)
  await w.turnTo("2026-03-02", "10:10")
  expect((await story(w)).filter(([what]) => what === "called")).toEqual([
    ["called", "张敏"],
    ["called", "赵六"],
  ])
  expect(told(w, "分管领导 赵六（代李国强） 10:10")).toContain(zhao)
})

test("whoever is on leave is skipped at once", async () => {
  const w = await emergency()
  await w.look(async ({ tables, now }) => {
    const [leader] = await tables.persons.where("user", `telegram:${li}`)
    const today = dayOf(now)
    const leave = { id: "l1", from: today, to: today, by: "test", at: now, endedAt: null }
    await tables.leaves.put({ ...leave, personId: leader?.id ?? "" })
  })
  await w.say(zhou, HARMFUL)
  await w.turnTo("2026-03-02", "10:10")
  expect(told(w, "没有叫到李国强：在休假")).toContain(group)
  expect((await latest(w)).called.at(-1)?.step).toBe("chief")
})

test("people of an operating company are neither called nor may take it where gatekeeping stays in house (LZ-48)", async () => {
  const w = await emergency(["longzihu"])
  await join(w, zhao, "赵六", ["duty"], { employer: "某某传媒公司" })
  await w.say(li, HARMFUL)
  expect((await story(w)).slice(0, 2)).toEqual([
    ["raised", "李国强"],
    ["skipped", "赵六"],
  ])
  expect(await w.press(zhao, "我来处理", { in: group })).toBe(
    "您是某某传媒公司的人员。按规定，外包人员不能接手突发情况，请本单位人员处理。",
  )
  expect(await latest(w)).toMatchObject({ state: "open" })
})

test("in the playground's county it works as it stands, with nobody on a roster", async () => {
  const w = await world()
  await w.say(zhang, "紧急")
  await w.press(zhang, "说不清")
  await w.press(zhang, "拿不准")
  expect(told(w, "2026-1 说不清")).toEqual([zhang, group])
  await w.turnTo("2026-03-02", "10:30")
  expect(await w.press(li, "我来处理")).toBe("2026-1 由您处理。处理中请随手登记进展。")
  expect(told(w, "🙋 李国强接手了")).toEqual(expect.arrayContaining([zhang, li, group]))
  expect((await latest(w)).called.map(({ step }) => step)).not.toContain(wang)
})
