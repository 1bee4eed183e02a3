import { describe, expect, test } from "vitest"
import * as people from "../../services/people.ts"
import { datesOf, latest, takeIn } from "../messages.ts"
import { office } from "../office.ts"
import { li, zhang, zhao } from "../world.ts"

describe("a message that is handed to another office", () => {
  test("is asked of that office, whose head looks at its answer; before that it is none of theirs", async () => {
    const w = await office(["longzihu"])
    await w.look(async (turn) => {
      const [school] = await turn.tables.units.where("name", "示例县教育局")
      if (!school) throw new Error("no school")
      const chief = { user: `telegram:${zhao}`, name: "赵六", chat: String(zhao), unitId: school.id }
      const { id } = await people.enrol(turn, chief)
      for (const role of ["chief", "information-officer"] as const)
        await people.appoint(turn, id, school.id, role)
    })
    await w.say(zhao, "/me")
    await takeIn(w)
    w.said()
    await w.say(zhao, "/messages M2026-1")
    expect(w.only(zhao).text).toContain("留言 M2026-1 由别的单位办理，您不能操作。")
    await w.say(zhao, "/settled M2026-1 满意")
    expect(w.only(zhao).text).toContain("留言 M2026-1 由别的单位办理，您不能操作。")
    await w.say(zhang, "/refer M2026-1 示例县教育局")
    const handed = w.said().find(({ to }) => to === zhao)
    expect(handed?.text).toContain("【交办留言】M2026-1 供水")
    await w.say(zhao, "/due")
    expect(w.only(zhao).text).toContain("办结留言：微博“示例县发布”（M2026-1 供水）")
    await w.press(zhao, "提交答复")
    await w.say(zhao, "https://doc.example.cn/1")
    await w.press(zhao, "同意")
    expect(w.said().some(({ to, text }) => to === zhang && text.includes("答复审核通过（赵六）"))).toBe(true)
    await w.say(zhang, "/replied M2026-1 依法依规、态度诚恳、答在点上")
    await w.press(zhang, "办结：满意")
    expect(await datesOf(w)).toEqual(["request.finish 2026-03-09 done"])
  })

  test("bad input gets a sentence and changes nothing", async () => {
    const w = await office(["longzihu"])
    await takeIn(w)
    const before = await latest(w)
    w.said()
    await takeIn(w)
    expect(w.only(zhang).text).toBe("这条留言已经登记过，编号 M2026-1。")
    await w.say(zhang, "/messages M2026-9")
    expect(w.only(zhang).text).toContain("没有这条留言")
    await w.say(zhang, "/message 微博示例县发布 供水 2026-03-05 https://weibo.com/1/c9")
    expect(w.said().at(-1)?.text).toContain("3月5日")
    await w.say(zhang, "/cancel")
    await w.press(zhang, "标为热点")
    await w.press(zhang, "本单位办")
    expect((await latest(w)).number).toBe(before.number)
    await w.say(zhang, "/mark M2026-1 热点")
    expect(w.said().at(-1)?.text).toBe("留言 M2026-1 已经是这样了，没有变化。")
  })
})

test("an answer is not put off without the leader, whose reason reaches whoever asked and stays on record", async () => {
  const w = await office(["longzihu"])
  await takeIn(w)
  await w.say(zhang, "/promise M2026-1 2026-03-20")
  await w.say(zhang, "/promise M2026-1 2026-03-27\n理由：等检测结果")
  await w.press(li, "退回")
  await w.say(li, "结果已经出来")
  expect(await datesOf(w)).toEqual(["request.finish 2026-03-20 open"])
  expect(
    w.said().some(({ to, text }) => to === zhang && text.includes("不同意延期（李国强），结果已经出来")),
  ).toBe(true)
  await w.say(zhang, "/messages M2026-1")
  expect(w.only(zhang).text).toContain("不同意延期（李国强）：结果已经出来")
})
