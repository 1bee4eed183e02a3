import { beforeEach, describe, expect, test } from "vitest"
import type { Draft } from "../../rules/account.ts"
import { days, hours, minutes } from "../../rules/time.ts"
import type { Unit } from "../../rules/unit.ts"
import * as accounts from "../../services/accounts.ts"
import { Counter } from "./counter.ts"
import { draft } from "./forms.ts"

let counter: Counter
let transport: Unit
let town: Unit

/** An account that posted so many days ago. */
const add = (changes: Partial<Draft> = {}, idle: number | null = 0): Promise<unknown> =>
  counter.do(async (act) =>
    accounts.create(act, await accounts.settled(act, draft(transport.id, changes)), {
      exceptions: [],
      lastPostAt: idle === null ? null : act.now - days(idle),
    }),
  )

beforeEach(async () => {
  counter = await Counter.open()
  transport = await counter.unit("示例县交通运输局")
  town = await counter.unit("示例镇", transport)
  await counter.person("张敏", transport, "administrator", "publisher")
  await counter.person("李国强", transport, "leader")
  await counter.person("钱镇长", town, "information-officer")
})

const find = (name: string) =>
  counter.do(async ({ tables }) => (await tables.accounts.all()).find((each) => each.name === name))

describe("changing an account", () => {
  test("asks which thing, by button, and shows what it was and what it is", async () => {
    await add()
    await counter.say("张敏", "/account 示例交通")
    await counter.press("张敏", "修改")
    await counter.press("张敏", "名称")
    counter.heard()
    await counter.say("张敏", "示例交通发布")
    expect(counter.only("张敏").text).toBe("✅ 已修改：微博“示例交通发布”\n名称：示例交通 → 示例交通发布")
    expect(await find("示例交通发布")).toMatchObject({ link: "https://weibo.com/u/1" })
  })

  test("takes everything typed at once, and clears what is skipped", async () => {
    await add()
    await counter.say(
      "张敏",
      "/edit 示例交通\n项目：运营方式\n运营方式：委托其他单位\n运营单位：示例文化传媒有限公司",
    )
    expect(counter.only("张敏").text).toBe(
      "✅ 已修改：微博“示例交通”\n运营方式：本单位人员 → 委托示例文化传媒有限公司",
    )
    await counter.say("张敏", "/edit 示例交通 链接")
    await counter.press("张敏", "跳过")
    expect(counter.last("张敏")).toBe("✅ 已修改：微博“示例交通”\n链接：https://weibo.com/u/1 → （未填）")
    expect(await find("示例交通")).toMatchObject({ link: null, operator: "示例文化传媒有限公司" })
  })

  test("is refused by a hard rule only for what changes", async () => {
    await add({ verification: "没有写单位的认证" })
    await counter.say("张敏", "/edit 示例交通\n项目：主账号\n主账号：否")
    expect(counter.only("张敏").text).toBe("✅ 已修改：微博“示例交通”\n主账号：是 → 否")
    await counter.say("张敏", "/edit 示例交通\n项目：认证信息\n认证信息：也没有写单位")
    expect(counter.only("张敏").text).toContain(
      "没有保存，请先解决下面的问题：\n· 认证信息“也没有写单位”里没有主办单位全称",
    )
    await counter.say("张敏", "示例县交通运输局")
    expect(counter.only("张敏").text).toContain("认证信息：没有写单位的认证 → 示例县交通运输局")
  })

  test("that a rule refuses in principle is passed by the leader, and then stands", async () => {
    await add()
    await add({ platform: "douyin", main: false })
    await counter.say("张敏", "/edit 抖音示例交通\n项目：名称\n名称：路上的事")
    expect(counter.heard().map(([who]) => who)).toEqual(["李国强", "张敏"])
    expect(await find("路上的事")).toBeUndefined()
    await counter.press("李国强", "写明理由并同意")
    await counter.say("李国强", "短视频栏目名")
    expect(counter.last("张敏")).toBe("✅ 李国强同意了：抖音“路上的事”已修改。理由：短视频栏目名")
    expect(await find("路上的事")).toMatchObject({
      platform: "douyin",
      exceptions: [{ rule: "example:E-6", reason: "短视频栏目名" }],
    })
    await counter.say("张敏", "/edit 路上的事\n项目：主账号\n主账号：是")
    expect(counter.last("张敏")).toContain("✅ 已修改")
  })

  test("into what it was before changes nothing", async () => {
    await add()
    await counter.say("张敏", "/edit 示例交通\n项目：名称\n名称：示例交通")
    expect(counter.only("张敏").text).toBe("和原来一样，没有改动。")
  })

  test("of its unit moves it, its clocks and its custodian's duty", async () => {
    await counter.person("王芳", town, "leader")
    await add()
    await counter.say("张敏", "/edit 示例交通\n项目：认证信息\n认证信息：示例县交通运输局主办，示例镇协办")
    await counter.say("张敏", "/edit 示例交通\n项目：主办单位\n主办单位：示例镇")
    expect(counter.last("张敏")).toBe("✅ 已修改：微博“示例交通”\n主办单位：示例县交通运输局 → 示例镇")
  })
})

describe("retiring an account", () => {
  const retire = async () => {
    await counter.say("张敏", "/retire 示例交通 职能整合")
    await counter.press("张敏", "停用微博“示例交通”")
  }

  test("asks once more, keeps the reason and ends its clocks", async () => {
    await add()
    await counter.say("张敏", "/retire 示例交通 职能整合")
    expect(counter.only("张敏").buttons).toEqual(["停用微博“示例交通”", "不停用", "取消"])
    await counter.press("张敏", "停用微博“示例交通”")
    expect(counter.only("张敏")).toMatchObject({
      text: "已停用：微博“示例交通”（原因：职能整合）。今后不再提醒；24 小时内可以撤销。",
      buttons: ["撤销停用"],
    })
    expect(await find("示例交通")).toMatchObject({
      state: "retired",
      retired: { on: "2026-03-02", reason: "职能整合" },
    })
    expect(await counter.do(({ tables }) => tables.clocks.all())).toEqual([])
    await counter.say("张敏", "/accounts 停用")
    expect(counter.only("张敏").text).toBe(
      "【账号】共 0 个；只看：停用\n⏹ 停用 1\n▪ 示例县交通运输局\n　⏹ 微博“示例交通”（主账号）",
    )
  })

  test("can be thought better of", async () => {
    await add()
    await counter.say("张敏", "/retire 示例交通 职能整合")
    counter.heard()
    await counter.press("张敏", "不停用")
    expect(counter.only("张敏").text).toBe("好的，微博“示例交通”没有停用。")
    expect(await find("示例交通")).toMatchObject({ state: "live" })
  })

  test("can be taken back by its button for 24 hours, once", async () => {
    await add()
    await retire()
    const [messageId, card] = [...counter.shown].findLast(([, { chat }]) => chat === "张敏") ?? ["", null]
    const press = card?.buttons.flat()[0]?.press ?? ""
    counter.heard()
    counter.desk.now += hours(24)
    await counter.pressed("张敏", messageId, press)
    expect(counter.only("张敏").text).toBe("↩️ 已撤销停用：微博“示例交通”恢复正常，更新期限照旧计算。")
    expect(await find("示例交通")).toMatchObject({ state: "live", retired: null })
    expect(await counter.do(({ tables }) => tables.clocks.all())).toHaveLength(1)
    expect(await counter.pressed("张敏", messageId, press)).toBe("微博“示例交通”没有停用，不用恢复。")
    counter.heard()
  })

  test("is final after that, and when another of the name has taken its place", async () => {
    await add()
    await retire()
    await counter.say(
      "张敏",
      "/register\n主办单位：示例县交通运输局\n平台：微博\n名称：示例交通\n链接：https://weibo.com/u/1",
    )
    for (const answer of ["跳过", "跳过", "否", "本单位人员", "跳过", "跳过", "跳过"])
      await counter.press("张敏", answer)
    expect(await counter.press("张敏", "撤销停用")).toContain("已经登记过了")
    counter.desk.now += hours(24) + minutes(1)
    expect(await counter.press("张敏", "撤销停用")).toBe(
      "停用已超过 24 小时，不能撤销。需要时请用 /register 重新登记。",
    )
  })

  test("takes the right to retire at the time of the press", async () => {
    await add()
    await retire()
    expect(
      await counter.pressed("李国强", "1", `restore account=${(await find("示例交通"))?.id ?? ""}`),
    ).toBe("您没有停用账号的权限。需要时请联系本单位管理员。")
  })
})
