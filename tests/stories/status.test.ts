import { describe, expect, test } from "vitest"
import * as people from "../../services/people.ts"
import * as units from "../../services/units.ts"
import { group, li, wang, world, zhang } from "../world.ts"

describe("how things stand", () => {
  const unreachable = async (w: Awaited<ReturnType<typeof world>>) =>
    w.look(async ({ tables }) => {
      for (const person of await tables.persons.all())
        if (person.name === "李国强" || person.name === "王芳")
          await tables.persons.put({ ...person, reachable: false })
    })

  test("is told of one's own units, and who cannot be reached only to officers, in private", async () => {
    const w = await world()
    await unreachable(w)
    await w.say(zhang, "/status")
    const shown = w.only(zhang).text.split("\n")
    expect(shown[0]).toBe("单位 2 个，账号 5 个，人员 2 人，工作群 1 个。")
    expect(shown).toContain("无法私聊通知：李国强（请他们打开与我的私聊，按“开始”）。")
    expect(shown.join("")).not.toContain("积压")
    await w.say(zhang, "/status", { in: group })
    expect(w.only(group).text).not.toContain("李国强")
    await w.say(li, "/status")
    expect(w.only(li).text).not.toContain("王芳")
  })

  test("of the whole office, with what waits to leave, only to its officers, and names no more than ten", async () => {
    const w = await world()
    await unreachable(w)
    await w.look(async (turn) => {
      const [home] = await turn.tables.units.where("name", "示例县教育局")
      for (let each = 1; each <= 12; each += 1)
        await people.enrol(turn, {
          user: `telegram:${String(each)}`,
          name: `同事${String(each)}`,
          chat: null,
          unitId: home?.id ?? "",
        })
    })
    await w.say(wang, "/status")
    const { text } = w.only(wang)
    expect(text).toMatch(/^单位 3 个，账号 5 个，人员 15 人，工作群 1 个。\n没有积压的消息。/)
    expect(text).toContain("、同事9、另有 3 人（请他们")
  })

  test("long lists are cut, and say how much is left out", async () => {
    const w = await world()
    await w.look(async (turn) => {
      const [parent] = await turn.tables.units.where("name", "示例县教育局")
      const parentId = parent?.id ?? ""
      for (let each = 100; each < 150; each += 1) {
        await units.create(turn, {
          name: `学校${String(each)}`,
          kind: "direct-unit",
          parentId,
          rulebooks: [],
        })
        const name = `教师${String(each)}`
        await people.enrol(turn, { user: `telegram:${String(each)}`, name, chat: null, unitId: parentId })
      }
    })
    await w.say(zhang, "/units")
    expect(w.only(zhang).text.split("\n").slice(-2)).toEqual([
      "　　· 学校137（直属单位，账号 0 个）",
      "另有 12 个",
    ])
    await w.say(zhang, "/people 示例县教育局")
    expect(w.only(zhang).text.split("\n").at(-1)).toBe("另有 10 人")
  })
})
