import { describe, expect, test } from "vitest"
import { hours } from "../../rules/time.ts"
import * as people from "../../services/people.ts"
import * as units from "../../services/units.ts"
import { group, li, wang, world, zhang, zhao, zhou } from "../world.ts"

const OUTSIDER = "您好，您还没有登记，暂时不能使用。请向本单位管理员索取邀请链接。"
const linkIn = (text: string): string => /https:\/\/t\.me\/\S+/.exec(text)?.[0] ?? ""
const nothing = () => Promise.resolve()

describe("the first day of an office", () => {
  test("whoever opens the claim link becomes the administrator, and is led through the set-up", async () => {
    const w = await world({ prepare: nothing })
    await w.openLink(zhang, w.running.claimLink ?? "")
    expect(w.only(zhang).text).toBe(
      "张敏，您好！您已成为值守的管理员。先用一分钟把本单位的情况填好。\n\n【设置本单位】本单位全称是什么？",
    )
    await w.say(zhang, "示例县人民政府办公室")
    expect(w.only(zhang).buttons).toContain("县（区）政府")
    await w.press(zhang, "县（区）政府")
    expect(w.only(zhang).text).toBe("【设置本单位】除全国统一要求外，还适用哪些规章？可多选；没有就跳过。")
    await w.press(zhang, "跳过")
    expect(w.only(zhang).text).toMatch(/^“示例县人民政府办公室”设置好了。接下来可以：/)
    await w.say(zhang, "/me")
    expect(w.only(zhang).text).toBe("张敏\n单位：示例县人民政府办公室\n职责：管理员")
  })

  test("the claim link works once", async () => {
    const w = await world({ prepare: nothing })
    await w.openLink(zhang, w.running.claimLink ?? "")
    w.said()
    await w.openLink(li, w.running.claimLink ?? "")
    expect(w.only(li).text).toBe("这个链接无效：可能已经用过，或者已经过期。请向管理员重新索取。")
    await w.say(li, "/me")
    expect(w.only(li).text).toBe(OUTSIDER)
  })

  test("once there is an administrator no claim link is made", async () => {
    expect((await world()).running.claimLink).toBeNull()
  })

  test("a unit below is created by buttons, and stands under the rulebooks of those above", async () => {
    const w = await world()
    await w.say(zhang, "/newunit 示例镇人民政府")
    await w.press(zhang, "乡镇、街道")
    await w.press(zhang, "示例县人民政府办公室")
    w.said()
    await w.press(zhang, "跳过")
    expect(w.only(zhang).text).toBe(
      "已在“示例县人民政府办公室”下新建“示例镇人民政府”。用 /invite 邀请该单位的同事。",
    )
    await w.say(wang, "/units")
    expect(w.only(wang).text).toBe(
      [
        "· 示例市人民政府办公室（设区市政府，账号 0 个）",
        "　· 示例县人民政府办公室（县（区）政府，账号 3 个）",
        "　　· 示例县教育局（县级部门，账号 2 个）",
        "　　· 示例镇人民政府（乡镇、街道，账号 0 个）",
      ].join("\n"),
    )
  })
})

describe("invitations", () => {
  test("a colleague joins by a one-time link, bound to unit and role", async () => {
    const w = await world()
    await w.say(zhang, "/invite 示例县教育局 发布员")
    const invitation = w.only(zhang).text
    expect(invitation).toMatch(
      /^邀请链接（示例县教育局·发布员）：\nhttps:\/\/t\.me\/.*\n请单独转给本人，只能用一次，72 小时内有效。$/,
    )
    await w.openLink(zhou, linkIn(invitation))
    expect(w.only(zhou).text).toBe(
      "周静，您好！您已加入“示例县教育局”，职责：发布员。\n发送 /help 看看能做什么；有事我会在这里提醒您，没事不打扰。",
    )
    await w.openLink(zhao, linkIn(invitation))
    expect(w.only(zhao).text).toBe("这个链接无效：可能已经用过，或者已经过期。请向管理员重新索取。")
  })

  test("after 72 hours the link is void", async () => {
    const w = await world()
    await w.say(zhang, "/invite 示例县教育局 发布员")
    const link = linkIn(w.only(zhang).text)
    w.playground.clock.advance(hours(72) + 1)
    await w.openLink(zhou, link)
    expect(w.said().find(({ to }) => to === zhou)?.text).toMatch(/^这个链接无效/)
  })

  test("the code itself is nowhere in the store", async () => {
    const w = await world()
    await w.say(zhang, "/invite 示例县教育局 发布员")
    const code = linkIn(w.only(zhang).text).split("start=")[1] ?? "missing"
    const kept = await w.look(({ tables }) => tables.invites.all())
    expect(JSON.stringify(kept)).not.toContain(code)
  })

  test("of an officer who was dismissed meanwhile is void", async () => {
    const w = await world()
    await w.say(zhang, "/invite 示例县教育局 管理员")
    const link = linkIn(w.only(zhang).text)
    await w.say(wang, "/dismiss 张敏 管理员 示例县人民政府办公室")
    w.said()
    await w.openLink(zhou, link)
    expect(w.only(zhou).text).toBe("这个链接无效：可能已经用过，或者已经过期。请向管理员重新索取。")
    expect(await w.look(({ tables }) => tables.persons.where("user", `telegram:${zhou}`))).toEqual([])
  })

  test("a publisher invites nobody", async () => {
    const w = await world()
    await w.say(li, "/invite 示例县教育局 发布员")
    expect(w.only(li).text).toBe("您没有邀请人员的权限。需要时请联系本单位管理员。")
  })

  test("nobody is invited into a unit beside one's own", async () => {
    const w = await world()
    await w.say(zhang, "/invite 示例市人民政府办公室 发布员")
    expect(w.only(zhang).text).toMatch(/^没有“?“示例市人民政府办公室”|^没有找到“示例市人民政府办公室”。/)
  })

  test("in the group an invitation is not shown to all", async () => {
    const w = await world()
    await w.say(zhang, "/invite 示例县教育局 发布员", { in: group })
    expect(w.only(group).text).toBe("这个指令请在与我的私聊里使用。")
  })
})

describe("roles", () => {
  test("are given and ended, and what was possible no longer is", async () => {
    const w = await world()
    await w.say(wang, "/appoint 李国强 发布员 示例县人民政府办公室")
    expect(w.only(wang).text).toBe("好的，李国强现在是“示例县人民政府办公室”的发布员。")
    await w.say(li, "/post 抖音 https://douyin.com/1")
    expect(w.only(li).text).toMatch(/^✅ 已登记/)
    await w.say(wang, "/dismiss 李国强 发布员 示例县人民政府办公室")
    expect(w.only(wang).text).toBe("好的，李国强不再是“示例县人民政府办公室”的发布员。")
    await w.say(li, "/post 抖音 https://douyin.com/2")
    expect(w.only(li).text).toMatch(/^您没有登记更新的权限/)
  })

  test("of two who are called the same, the one that is meant is asked for", async () => {
    const w = await world()
    await w.look(async (turn) => {
      const [school] = await turn.tables.units.where("name", "示例县教育局")
      const twin = { user: "telegram:9", name: "张敏", chat: null, unitId: school?.id ?? "" }
      await people.appoint(turn, (await people.enrol(turn, twin)).id, twin.unitId, "publisher")
    })
    await w.say(wang, "/dismiss 张敏 发布员")
    expect(w.only(wang).buttons.slice(0, 2)).toEqual(["张敏（示例县人民政府办公室）", "张敏（示例县教育局）"])
    await w.press(wang, "张敏（示例县教育局）")
    await w.press(wang, "示例县教育局")
    expect(w.said().at(-1)?.text).toBe("好的，张敏不再是“示例县教育局”的发布员。")
  })

  test("of two units that are called the same, each is shown with the one above it", async () => {
    const w = await world()
    await w.look(async (turn) => {
      for (const name of ["示例县人民政府办公室", "示例县教育局"]) {
        const [parent] = await turn.tables.units.where("name", name)
        await units.create(turn, { name: "办公室", kind: "other", parentId: parent?.id ?? "", rulebooks: [] })
      }
    })
    await w.say(wang, "/people 办公室")
    expect(w.only(wang).buttons).toEqual(
      expect.arrayContaining(["办公室（示例县人民政府办公室）", "办公室（示例县教育局）"]),
    )
  })

  test("the last administrator of the office cannot be dismissed", async () => {
    const w = await world()
    await w.say(wang, "/dismiss 王芳 管理员 示例市人民政府办公室")
    expect(w.only(wang).text).toBe("这是最后一位管理员，不能免去。请先指定另一位管理员。")
  })

  test("/people shows names and roles, and no number of any kind", async () => {
    const w = await world()
    await w.say(li, "/people 示例县人民政府办公室")
    expect(w.only(li).text).toBe(
      "“示例县人民政府办公室”共 2 人：\n· 张敏：发布员、管理员、密码保管人\n· 李国强：分管领导",
    )
  })
})

describe("somebody who is not enrolled", () => {
  test("gets one polite line in private, once an hour, and nothing else happens", async () => {
    const w = await world()
    await w.say(zhao, "/register")
    expect(w.heard()).toEqual([[zhao, OUTSIDER]])
    await w.say(zhao, "/today")
    await w.say(zhao, "你好")
    w.silence()
    w.playground.clock.advance(hours(1))
    await w.say(zhao, "/today")
    expect(w.heard()).toEqual([[zhao, OUTSIDER]])
  })

  test("is answered in the group only when they give a command", async () => {
    const w = await world()
    await w.say(zhao, "大家好", { in: group })
    w.silence()
    await w.say(zhao, "/today", { in: group })
    expect(w.heard()).toEqual([[group, OUTSIDER]])
  })

  test("learns nothing by pressing a button", async () => {
    const w = await world()
    await w.say(zhang, "/post 抖音 https://douyin.com/1", { in: group })
    w.said()
    expect(await w.press(zhao, "撤销", { in: group })).toBe(OUTSIDER)
    w.silence()
  })
})
