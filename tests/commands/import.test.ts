import { beforeEach, describe, expect, test } from "vitest"
import type { Unit } from "../../rules/unit.ts"
import * as people from "../../services/people.ts"
import { Counter } from "./counter.ts"
import { csv, HEADING, LEDGER } from "./forms.ts"

let counter: Counter
let transport: Unit

beforeEach(async () => {
  counter = await Counter.open()
  transport = await counter.unit("示例县交通运输局")
  await counter.unit("示例镇", transport)
  await counter.person("张敏", transport, "administrator", "publisher")
  await counter.person("李国强", transport, "leader")
  const town = await counter.do(async ({ tables }) => (await tables.units.where("name", "示例镇"))[0])
  if (town) await counter.person("王芳", town, "leader")
})

const send = (lines: readonly string[], who = "张敏") => counter.say(who, "", csv(lines))

const accounts = () => counter.do(({ tables }) => tables.accounts.all())
const names = async () => (await accounts()).map(({ platform, name }) => `${platform} ${name}`).sort()
const clocks = () => counter.do(({ tables }) => tables.clocks.all())

/** Takes the ledger in. */
const take = async (lines: readonly string[], added: number, changed = 0) => {
  await send(lines)
  const parts = [added > 0 ? `${added} 个新增` : "", changed > 0 ? `${changed} 个修改` : ""]
  await counter.press("张敏", `导入 ${parts.filter((part) => part !== "").join("、")}`)
  counter.heard()
}

describe("taking a ledger in", () => {
  test("shows first what it would do, and does nothing", async () => {
    await send(LEDGER)
    const card = counter.only("张敏")
    expect(card.text.split("\n\n")).toEqual([
      "台账预览：新增 3 个，修改 0 个，不变 0 个。",
      "新增：\n• 示例交通（微博，示例县交通运输局）\n• 示例交通（抖音，示例县交通运输局）\n• 示例镇（微信订阅号，示例镇）",
      "提醒（不影响导入）：\n• 第 2 行 微博“示例交通”：还没有填写认证信息，认证信息里要写明“示例县交通运输局”。（《示例县政务新媒体管理办法》第四条）\n• 第 3 行 抖音“示例交通”：还没有填写认证信息，认证信息里要写明“示例县交通运输局”。（《示例县政务新媒体管理办法》第四条）\n• 第 4 行 微信订阅号“示例镇”：还没有填写认证信息，认证信息里要写明“示例镇”。（《示例县政务新媒体管理办法》第四条）",
      "现在还没有改动，请确认。24 小时内有效。",
    ])
    expect(card.buttons).toEqual(["导入 3 个新增", "取消"])
    expect(await accounts()).toEqual([])
    expect(await clocks()).toEqual([])
  })

  test("takes all of it in on a press, with its clocks, and ties custodians to colleagues by name", async () => {
    await send(LEDGER)
    counter.heard()
    await counter.press("张敏", "导入 3 个新增")
    expect(counter.only("张敏")).toMatchObject({
      text: "✅ 已导入：3 个新增。24 小时内可以撤销。",
      buttons: ["撤销导入"],
    })
    expect(await clocks()).toHaveLength(3)
    const member = await counter.do((act) => people.memberOf(act, "张敏"))
    expect((await accounts()).map(({ custodian }) => custodian)).toEqual(
      expect.arrayContaining([
        { name: "张敏", personId: member?.person.id },
        { name: "赵六", personId: null },
        null,
      ]),
    )
  })

  test("changes only what the ledger says", async () => {
    await take(LEDGER, 3)
    await send([HEADING, "示例交通,微博,示例县交通运输局,张敏,李四", "示例镇,微信订阅号,示例镇,,王五"])
    const [preview = "", changed] = counter.only("张敏").text.split("\n\n")
    expect(preview).toBe("台账预览：新增 0 个，修改 1 个，不变 1 个。")
    expect(changed).toBe("修改：\n• 示例交通（微博，示例县交通运输局）\n　编辑人员：张敏、李四 → 李四")
    await counter.press("张敏", "导入 1 个修改")
    expect(await names()).toEqual(["douyin 示例交通", "wechat-subscription 示例镇", "weibo 示例交通"])
  })

  test("that says nothing new says so", async () => {
    await take(LEDGER, 3)
    await send(LEDGER)
    expect(counter.only("张敏").text).toBe("台账里的 3 个账号都和现有资料一致，没有要改的。")
  })

  test("with a mistake in any cell takes nothing in, and names the cells", async () => {
    await send([...LEDGER, "示例交通资讯,脸书,示例县交通运输局,,", "示例村,微博,示例村,,"])
    const refused = counter.only("张敏")
    expect(refused.text).toContain("台账有 2 处要改，没有导入任何内容：\n• B5 平台“脸书”无法识别")
    expect(refused.text).toContain("• C6 主办单位“示例村”不在单位名单里")
    expect(refused.buttons).toEqual([])
    expect(await accounts()).toEqual([])
  })

  test("an opening day that cannot be is named by its cell", async () => {
    await send([
      `${HEADING},开通日期`,
      "示例交通,微博,示例县交通运输局,张敏,张敏,2008-12-31",
      "示例交通,抖音,示例县交通运输局,张敏,张敏,2062-02-12",
      "示例交通,快手,示例县交通运输局,张敏,张敏,2026-03-02",
    ])
    expect(counter.only("张敏").text).toBe(
      [
        "台账有 2 处要改，没有导入任何内容：",
        "• F2 开通日期“2008-12-31”不合常理，应在 2009年1月1日至今天之间，请检查年份",
        "• F3 开通日期“2062-02-12”不合常理，应在 2009年1月1日至今天之间，请检查年份",
      ].join("\n"),
    )
    expect(await accounts()).toEqual([])
  })

  test("names the first 20 mistakes, and how many more there are", async () => {
    await send([HEADING, ...Array.from({ length: 33 }, (_, at) => `账号${at},脸书,示例县交通运输局,,`)])
    const { text } = counter.only("张敏")
    expect(text.match(/脸书/g)).toHaveLength(20)
    expect(text).toContain("另有 13 条")
  })

  test("refuses rows that a hard rule forbids, with the rule", async () => {
    await send([`${HEADING},认证信息`, "示例交通,微博,示例县交通运输局,张敏,张敏,示例交通"])
    expect(counter.only("张敏").text).toBe(
      "有 1 行不符合规定，没有导入任何内容：\n• 第 2 行 微博“示例交通”：认证信息“示例交通”里没有主办单位全称，请改为写明“示例县交通运输局”。（《示例县政务新媒体管理办法》第四条）",
    )
    expect(await accounts()).toEqual([])
  })

  test("warns of a column of passwords, and keeps none of it", async () => {
    await send(["账号名称,平台,主办单位,登录密码", "示例交通,微博,示例县交通运输局,Secret12345"])
    expect(counter.only("张敏").text).toContain("D1 像是密码列：没有读取。")
    const kept = await counter.do(({ tables }) => tables.uploads.all())
    expect(JSON.stringify(kept)).not.toContain("Secret12345")
  })

  test("a file that is no table is refused with what to do", async () => {
    await counter.say("张敏", "", { name: "台账.xls", bytes: Buffer.from("%PDF-1.7 ...") })
    expect(counter.only("张敏").text).toBe("这不是表格文件。请发送 .xlsx 或 .csv 格式的台账。")
  })

  test("without a file it says what to send, and offers an empty one", async () => {
    await counter.say("张敏", "/import")
    expect(counter.only("张敏")).toMatchObject({
      text: expect.stringContaining("把账号台账发给我就行") as string,
      buttons: ["要一份空白台账"],
    })
    await counter.press("张敏", "要一份空白台账")
    expect(counter.only("张敏").file?.name).toBe("账号台账-空白.xlsx")
  })

  test("names only units over which the sender may import", async () => {
    await counter.unit("示例县卫生健康局")
    await send([HEADING, "示例健康,微博,示例县卫生健康局,,甲"])
    expect(counter.only("张敏").text).toContain("不在单位名单里")
    await send(LEDGER, "王芳")
    expect(counter.only("王芳").text).toBe("您没有导入台账的权限。需要时请联系本单位管理员。")
  })

  test("pressed fifty times at once takes it in once", async () => {
    await send(LEDGER)
    const [messageId, card] = [...counter.shown].at(-1) ?? ["", null]
    const press = card?.buttons[0]?.[0]?.press ?? ""
    const toasts = await Promise.all(
      Array.from({ length: 50 }, () => counter.pressed("张敏", messageId, press)),
    )
    expect(toasts.filter((toast) => toast === "收到")).toHaveLength(1)
    expect(toasts.filter((toast) => toast === "这份台账已经导入，不用再按。")).toHaveLength(49)
    expect(await accounts()).toHaveLength(3)
  })

  test("is cancelled by its button, and an old card takes nothing in", async () => {
    await send(LEDGER)
    await counter.press("张敏", "取消")
    expect(counter.last("张敏")).toBe("好的，没有导入“台账.csv”，什么都没有改动。")
    const id = (await counter.do(({ tables }) => tables.uploads.all()))[0]?.id ?? ""
    expect(await counter.pressed("张敏", "1", `import upload=${id} step=apply`)).toBe("这份台账已经取消。")
    expect(await counter.pressed("张敏", "1", "import upload=nobody step=apply")).toContain("已超过 24 小时")
  })

  test("is cancelled by its sender or an officer over all of it, and by nobody from beside it", async () => {
    const health = await counter.unit("示例县卫生健康局")
    await counter.person("赵刚", health, "administrator")
    await counter.person("周静", transport, "administrator")
    await send(LEDGER)
    const id = (await counter.do(({ tables }) => tables.uploads.all()))[0]?.id ?? ""
    const cancel = `import upload=${id} step=cancel`
    expect(await counter.pressed("赵刚", "1", cancel)).toBe(
      "您没有在“示例县交通运输局”导入台账的权限。需要时请联系该单位管理员。",
    )
    expect(await counter.pressed("周静", "1", cancel)).toBe("收到")
    expect(counter.last("周静")).toBe("好的，没有导入“台账.csv”，什么都没有改动。")
  })

  test("can be taken back only by whoever imports over the unit from which an account was moved, too", async () => {
    const root = await counter.unit("示例县人民政府办公室")
    const [here, there] = [await counter.unit("甲局", root), await counter.unit("乙局", root)]
    await counter.person("孙丽", here, "leader")
    await counter.person("钱进", there, "leader")
    await counter.person("王刚", root, "administrator")
    await counter.person("赵刚", there, "administrator")
    await counter.say("王刚", "", csv([HEADING, "示例服务,微博,甲局,,甲"]))
    await counter.press("王刚", "导入 1 个新增")
    await counter.say("王刚", "", csv([HEADING, "示例服务,微博,乙局,,甲"]))
    await counter.press("王刚", "导入 1 个修改")
    const moved = (await counter.do(({ tables }) => tables.uploads.all())).find(
      ({ taken }) => taken[0]?.before,
    )
    expect(moved?.taken).toMatchObject([{ before: { unitId: here.id }, after: { unitId: there.id } }])
    expect(await counter.pressed("赵刚", "1", `import upload=${moved?.id ?? ""} step=undo`)).toBe(
      "您没有在“甲局”导入台账的权限。需要时请联系该单位管理员。",
    )
  })

  test("takes in nothing but what was shown: when something has changed since, the file is wanted again", async () => {
    await send(LEDGER)
    counter.heard()
    await counter.say(
      "张敏",
      "/register\n主办单位：示例县交通运输局\n平台：微博\n名称：示例交通\n链接：https://weibo.com/u/1",
    )
    for (const answer of ["跳过", "跳过", "否", "本单位人员", "跳过", "跳过", "跳过"])
      await counter.press("张敏", answer)
    expect(await counter.press("张敏", "导入 3 个新增")).toBe(
      "预览之后账号或规章有了变动，没有导入任何内容。请把“台账.csv”重新发一次。",
    )
    expect(await accounts()).toHaveLength(1)
  })

  test("takes in nothing that a hard rule has come to forbid since it was shown", async () => {
    await send(LEDGER.slice(0, 2))
    await counter.do(async (act) => {
      const member = await people.memberOf(act, "李国强")
      if (member) await people.dismiss(act, member.person.id, transport.id, "leader")
    })
    expect(await counter.press("张敏", "导入 1 个新增")).toContain("没有导入任何内容")
    expect(await accounts()).toEqual([])
  })

  test("speaks only of units over which one may import, not of those one sees", async () => {
    const health = await counter.unit("示例县卫生健康局")
    await counter.do(async (act) => {
      const member = await people.memberOf(act, "张敏")
      if (member) await people.appoint(act, member.person.id, health.id, "information-officer")
    })
    await send([HEADING, "示例健康,微博,示例县卫生健康局,,甲"])
    expect(counter.only("张敏").text).toContain("不在单位名单里")
  })
})
