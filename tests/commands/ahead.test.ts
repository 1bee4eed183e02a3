import { beforeEach, describe, expect, test } from "vitest"
import type { Unit } from "../../rules/unit.ts"
import { Counter } from "./counter.ts"
import { form } from "./forms.ts"

let counter: Counter
let transport: Unit

beforeEach(async () => {
  counter = await Counter.open()
  transport = await counter.unit("示例县交通运输局")
  await counter.person("张敏", transport, "administrator", "publisher")
})

describe("while a registration is filled in", () => {
  beforeEach(async () => {
    await counter.person("李国强", transport, "leader")
    await counter.say("张敏", form())
    counter.heard()
    await counter.say("张敏", "/register")
    counter.heard()
  })

  test("what the leader would have to pass is said as soon as it comes up, and once", async () => {
    await counter.press("张敏", "微博")
    expect(counter.only("张敏").text).toBe(
      [
        "按规定原则上不行，需要分管领导写明理由：",
        "· 本单位在这个平台上已有账号“示例交通”，同一平台最多 1 个，请用原来的账号。（《示例县政务新媒体管理办法》第三条）",
        "确有需要就接着填，填完替您报给分管领导；否则请取消。",
        "【登记账号】账号叫什么名称？请与平台上显示的一致。",
      ].join("\n"),
    )
    await counter.say("张敏", "示例交通资讯")
    const next = counter.only("张敏").text
    expect(next).toContain("这个账号却叫“示例交通资讯”，请改成一样的名称。")
    expect(next).not.toContain("同一平台最多")
    expect(next).toMatch(/\n【登记账号】账号主页的链接是什么/)
    await counter.press("张敏", "跳过")
    expect(counter.only("张敏").text).toMatch(/^【登记账号】平台上公开的认证信息/)
  })

  test("a name that is taken on this platform is asked for again at once", async () => {
    await counter.press("张敏", "微博")
    counter.heard()
    await counter.say("张敏", "示例 交通")
    expect(counter.only("张敏")).toMatchObject({
      text: "微博“示例交通”已经登记过了，不用重复登记。要改资料请用 /edit。\n【登记账号】账号叫什么名称？请与平台上显示的一致。",
      buttons: ["取消"],
    })
  })
})

test("a unit without a leader hears so before anything is filled in", async () => {
  await counter.say("张敏", "/register")
  expect(counter.only("张敏").text).toBe(
    "这样不能登记：\n· 本单位还没有明确分管领导，请先明确一位。（《示例县政务新媒体管理办法》第二条）",
  )
  expect(await counter.do(({ tables }) => tables.dialogs.all())).toEqual([])
})

test("the name of a new unit that its parent has already is asked for again at once", async () => {
  await counter.unit("示例站", transport)
  await counter.person("王芳", await counter.unit("示例县农业农村局"), "administrator")
  await counter.say("王芳", "/newunit")
  counter.heard()
  await counter.say("王芳", "示例站")
  expect(counter.only("王芳").text).toBe("【新建下级单位】属于哪一类单位？")
  await counter.say("张敏", "/newunit 示例站")
  expect(counter.only("张敏").text).toBe(
    "“示例县交通运输局”下已经有一个叫“示例站”的单位。要建在别的单位下，请接着填；否则请取消。\n【新建下级单位】属于哪一类单位？",
  )
  await counter.press("张敏", "乡镇、街道")
  counter.heard()
  await counter.press("张敏", "示例县交通运输局")
  expect(counter.only("张敏").text).toBe(
    "已经有一个叫“示例站”的单位了，请换一个名称。\n【新建下级单位】单位全称是什么？",
  )
})
