import { describe, expect, test } from "vitest"
import type { Role } from "../../rules/person.ts"
import { days } from "../../rules/time.ts"
import * as people from "../../services/people.ts"
import { world, zhang } from "../world.ts"

describe("two people of one name", () => {
  test("are told apart by their roles, else by when they joined, else by number", async () => {
    const w = await world()
    const [school] = await w.look(({ tables }) => tables.units.where("name", "示例县教育局"))
    const join = (user: string, role: Role, later = 0) =>
      w.look(async (turn) => {
        const at = { ...turn, now: turn.now + days(later) }
        const who = { user, name: "王伟", chat: null, unitId: school?.id ?? "" }
        await people.appoint(at, (await people.enrol(at, who)).id, who.unitId, role)
      })
    const buttons = async () => {
      await w.say(zhang, "/appoint 王伟")
      return w.only(zhang).buttons
    }
    await join("telegram:1", "publisher")
    await join("telegram:2", "reviewer")
    expect(await buttons()).toEqual(["王伟（发布员）", "王伟（审核员）", "取消"])
    await join("telegram:3", "reviewer", 1)
    expect(await buttons()).toEqual(["王伟（发布员）", "王伟（第 2 位）", "王伟（2026年3月3日加入）", "取消"])
    await join("telegram:4", "reviewer", 1)
    expect(await buttons()).toEqual([
      "王伟（发布员）",
      "王伟（第 2 位）",
      "王伟（第 3 位）",
      "王伟（第 4 位）",
      "取消",
    ])
    await w.press(zhang, "王伟（第 4 位）")
    expect(w.only(zhang).text).toContain("担任什么职责？")
  })

  test("of whom one has no role yet: that tells them apart, and nobody is shown with nothing behind the name", async () => {
    const w = await world()
    const [school] = await w.look(({ tables }) => tables.units.where("name", "示例县教育局"))
    await w.look(async (turn) => {
      const who = { name: "王伟", chat: null, unitId: school?.id ?? "" }
      await people.enrol(turn, { ...who, user: "telegram:1" })
      const { id } = await people.enrol(turn, { ...who, user: "telegram:2" })
      await people.appoint(turn, id, who.unitId, "reviewer")
    })
    await w.say(zhang, "/appoint 王伟")
    expect(w.only(zhang).buttons).toEqual(["王伟（没有角色）", "王伟（审核员）", "取消"])
  })
})
