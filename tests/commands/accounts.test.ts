import { beforeEach, describe, expect, test } from "vitest"
import type { Draft } from "../../rules/account.ts"
import { days } from "../../rules/time.ts"
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

describe("the list", () => {
  test("groups by unit and platform, marks each, and counts on top", async () => {
    await add({ platform: "douyin", main: false }, 12)
    await add()
    await add({ unitId: town.id, name: "示例镇", main: false }, 20)
    await counter.say("张敏", "/accounts")
    expect(counter.only("张敏")).toMatchObject({
      text: "【账号】共 3 个\n🟢 正常 2　🔴 超期 1\n▪ 示例县交通运输局\n　🟢 微博“示例交通”（主账号）\n　🟢 抖音“示例交通”\n▪ 示例镇\n　🔴 微博“示例镇”",
      buttons: ["🟢 正常 2", "🔴 超期 1"],
    })
  })

  test("is narrowed by a button, by the name of a state or of a unit, and widened again", async () => {
    await add()
    await add({ unitId: town.id, name: "示例镇", main: false }, 20)
    await counter.say("张敏", "/accounts")
    counter.heard()
    await counter.press("张敏", "🔴 超期 1")
    const narrowed = counter.only("张敏")
    expect(narrowed.text).toBe(
      "【账号】共 2 个；只看：超期\n🟢 正常 1　🔴 超期 1\n▪ 示例镇\n　🔴 微博“示例镇”",
    )
    expect(narrowed.buttons).toEqual(["🟢 正常 1", "全部账号"])
    await counter.press("张敏", "全部账号")
    expect(counter.only("张敏").text).toContain("示例交通")
    await counter.say("张敏", "/accounts 示例镇")
    expect(counter.only("张敏").text).toBe(
      "【账号】共 1 个；只看：示例镇\n🔴 超期 1\n▪ 示例镇\n　🔴 微博“示例镇”",
    )
    await counter.say("张敏", "账号 超期")
    expect(counter.only("张敏").text).toContain("只看：超期")
  })

  test("of a few hundred accounts comes in pages of at most 60 lines, none left out", async () => {
    for (let at = 0; at < 130; at += 1)
      await add({ unitId: at % 2 ? town.id : transport.id, name: `账号${String(at).padStart(3, "0")}` }, 0)
    await counter.say("张敏", "/accounts")
    const seen = new Set<string>()
    for (let page = 1; ; page += 1) {
      const { text, buttons } = counter.only("张敏")
      expect(text.split("\n").length).toBeLessThanOrEqual(60)
      expect(text).toContain(`（第 ${page}/3 页）`)
      for (const [name] of text.matchAll(/账号\d+/g)) seen.add(name)
      if (!buttons.includes("下一页 ›")) break
      await counter.press("张敏", "下一页 ›")
    }
    expect(seen.size).toBe(130)
    await counter.say("张敏", "/accounts 99")
    expect(counter.only("张敏").text).toContain("（第 3/3 页）")
  })

  test("shows whoever is below only their own unit", async () => {
    await add()
    await counter.say("钱镇长", "/accounts")
    expect(counter.only("钱镇长").text).toBe(
      "【账号】共 0 个\n这里还没有账号。用 /register 登记，或用 /import 导入台账。",
    )
    await counter.say("钱镇长", "/account 示例交通")
    expect(counter.only("钱镇长").text).toContain("没有找到账号“示例交通”")
  })
})

describe("one account", () => {
  test("shows everything, with the buttons its reader may press", async () => {
    await add()
    await counter.say("张敏", "/account 示例交通")
    expect(counter.only("张敏")).toMatchObject({
      text: [
        "【微博“示例交通”】🟢 正常",
        "上次更新：3月2日（周一）09:00",
        "· 《示例县政务新媒体管理办法》第一条：每14天更新一次；本期到 3月16日（周一），应更新 1 次，已更新 0 次",
        "主办单位：示例县交通运输局",
        "链接：https://weibo.com/u/1",
        "认证信息：示例县交通运输局官方微博",
        "运营方式：本单位人员",
        "密码保管人：张敏",
        "编辑人员：张敏",
        "开通日期：2020年5月18日",
        "主账号：是",
        "密码：还没有登记过更换",
        "登记日期：2026年3月2日",
      ].join("\n"),
      buttons: ["登记更新", "查看依据", "修改", "停用"],
    })
    await counter.say("李国强", "/account 示例交通")
    expect(counter.only("李国强").buttons).toEqual(["查看依据"])
  })

  test("that has a namesake in another unit is asked about, with the units beside the names", async () => {
    await add()
    await add({ unitId: town.id, main: false })
    await counter.say("张敏", "/account 示例交通")
    expect(counter.only("张敏")).toMatchObject({
      text: "“示例交通”对应不止一个，请选择：\n【查看一个账号】哪个账号？",
      buttons: ["微博“示例交通”（示例县交通运输局）", "微博“示例交通”（示例镇）", "取消"],
    })
    await counter.press("张敏", "微博“示例交通”（示例镇）")
    expect(counter.only("张敏").text).toContain("主办单位：示例镇")
  })

  test("is found by a part of its name among more accounts than there are buttons for", async () => {
    for (let at = 0; at < 90; at += 1) await add({ name: `甲${String(at).padStart(3, "0")}` })
    for (const platform of ["weibo", "douyin"] as const) await add({ platform, name: "最后一个" })
    await counter.say("张敏", "/account 后一")
    await counter.press("张敏", "抖音“最后一个”")
    expect(counter.last("张敏")).toContain("【抖音“最后一个”】")
  })

  test("can be pressed when as many fit what was typed as there are buttons for", async () => {
    for (let at = 0; at < 85; at += 1)
      for (const letter of ["甲", "乙"]) await add({ name: `${letter}${String(at).padStart(3, "0")}` })
    await counter.say("张敏", "/account 乙")
    await counter.press("张敏", "微博“乙003”")
    expect(counter.last("张敏")).toContain("【微博“乙003”】")
  })

  test("is shown when it is retired too, with its day and reason, and nothing to press", async () => {
    await add()
    await counter.say("张敏", "/retire 示例交通 职能整合")
    await counter.press("张敏", "停用微博“示例交通”")
    counter.heard()
    await counter.say("张敏", "/account 示例交通")
    const { text, buttons } = counter.only("张敏")
    expect(text.split("\n").slice(0, 2)).toEqual([
      "【微博“示例交通”】⏹ 停用",
      "2026年3月2日停用，原因：职能整合（张敏）",
    ])
    expect(buttons).toEqual([])
  })
})
