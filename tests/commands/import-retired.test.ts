import { beforeEach, describe, expect, test } from "vitest"
import type { Unit } from "../../rules/unit.ts"
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
const clocks = () => counter.do(({ tables }) => tables.clocks.all())

/** Takes the ledger in. */
const take = async (lines: readonly string[], added: number, changed = 0) => {
  await send(lines)
  const parts = [added > 0 ? `${added} 个新增` : "", changed > 0 ? `${changed} 个修改` : ""]
  await counter.press("张敏", `导入 ${parts.filter((part) => part !== "").join("、")}`)
  counter.heard()
}

describe("retired accounts in a ledger", () => {
  test("a retired row that is worded anew keeps who retired it, and when", async () => {
    await take(LEDGER, 3)
    await counter.say("张敏", "/retire 抖音示例交通 整合")
    await counter.press("张敏", "停用抖音“示例交通”")
    const before = (await accounts()).find(({ platform }) => platform === "douyin")?.retired
    counter.desk.now += 1000
    await take(
      [
        `${HEADING},状态,注销日期,注销原因`,
        "示例交通,抖音,示例县交通运输局,赵六,张敏,已注销,2026-03-02,职能整合",
      ],
      0,
      1,
    )
    const after = (await accounts()).find(({ platform }) => platform === "douyin")?.retired
    expect(after).toEqual({ ...before, reason: "职能整合" })
  })

  test("a retired row is kept with its day and reason, and a live account can be retired by its row", async () => {
    await take(LEDGER, 3)
    await take(
      [
        `${HEADING},状态,注销日期,注销原因`,
        "示例交通,抖音,示例县交通运输局,赵六,张敏,已注销,2026-02-28,职能整合",
        "老账号,快手,示例县交通运输局,,甲,已注销,2019-05-01,停更",
      ],
      1,
      1,
    )
    const retired = (await accounts()).filter(({ state }) => state === "retired")
    expect(retired.map(({ name, retired: how }) => [name, how?.on, how?.reason])).toEqual(
      expect.arrayContaining([
        ["示例交通", "2026-02-28", "职能整合"],
        ["老账号", "2019-05-01", "停更"],
      ]),
    )
    expect(await clocks()).toHaveLength(2)
  })

  test("an account that is retired makes room for another on its platform, in whatever order they stand", async () => {
    await take(LEDGER, 3)
    await send([
      `${HEADING},状态,注销日期,注销原因`,
      "示例交通发布,抖音,示例县交通运输局,,甲,正常,,",
      "示例交通,微博,示例县交通运输局,张敏,张敏、李四,正常,,",
      "示例交通,抖音,示例县交通运输局,赵六,张敏,已注销,2026-02-28,更名重开",
    ])
    expect(counter.only("张敏").text).not.toContain("同一平台最多")
  })
})
