import { beforeEach, describe, expect, test } from "vitest"
import { hours, minutes } from "../../rules/time.ts"
import type { Unit } from "../../rules/unit.ts"
import { Counter } from "./counter.ts"
import { csv, HEADING, LEDGER } from "./forms.ts"
import * as people from "../../services/people.ts"

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
const names = async () => (await accounts()).map((each) => `${each.platform} ${each.name}`).sort()
const clocks = () => counter.do(({ tables }) => tables.clocks.all())

/** Takes the ledger in. */
const take = async (lines: readonly string[], added: number, changed = 0) => {
  await send(lines)
  const parts = [added > 0 ? `${added} 个新增` : "", changed > 0 ? `${changed} 个修改` : ""]
  await counter.press("张敏", `导入 ${parts.filter((part) => part !== "").join("、")}`)
  counter.heard()
}

describe("rows that the rules refuse in principle", () => {
  const twins = [...LEDGER, "示例交通资讯,微博,示例县交通运输局,,甲"]

  test("are named, and put before the leader in charge; with a reason all is taken in at once", async () => {
    await send(twins)
    const card = counter.only("张敏")
    expect(card.text).toContain(
      "其中 1 行按规定原则上不行，须分管领导写明理由后才能一起导入：\n• 第 5 行 微博“示例交通资讯”：",
    )
    expect(card.buttons).toEqual(["导入，报请分管领导同意", "取消"])
    await counter.press("张敏", "导入，报请分管领导同意")
    expect(counter.heard()).toEqual([
      [
        "李国强",
        expect.stringContaining(
          "【请您决定】张敏要导入台账“台账.csv”（4 个新增）\n其中 1 行按规定原则上不行：",
        ),
      ],
      ["张敏", "已经私下报给李国强，台账保留 14 天，同意后一次导入，有结果马上告诉您。"],
    ])
    expect(await accounts()).toEqual([])
    await counter.press("李国强", "写明理由并同意")
    await counter.say("李国强", "历史账号，年内整合")
    expect(counter.last("张敏")).toBe(
      "✅ 李国强同意了：台账“台账.csv”已导入（4 个新增）。理由：历史账号，年内整合",
    )
    const all = await accounts()
    expect(all).toHaveLength(4)
    expect(all.flatMap(({ name, exceptions }) => exceptions.map(({ rule }) => `${name} ${rule}`))).toEqual([
      "示例交通资讯 example:E-6",
      "示例交通资讯 example:E-3",
    ])
    await counter.press("张敏", "撤销导入")
    expect(await accounts()).toEqual([])
  })

  test("need no decision any more once the ledger is cancelled", async () => {
    await send(twins)
    await counter.press("张敏", "导入，报请分管领导同意")
    counter.heard()
    const id = (await counter.do(({ tables }) => tables.uploads.all()))[0]?.id ?? ""
    await counter.pressed("张敏", "1", `import upload=${id} step=cancel`)
    expect(counter.last("张敏")).toBe("好的，没有导入“台账.csv”，什么都没有改动。")
    expect(counter.heard().find(([who]) => who === "李国强")?.[1]).toContain(
      "↩️ 台账“台账.csv”已由提出的一方取消，不用再决定，没有任何改动。",
    )
    expect(await counter.do(({ tables }) => tables.requests.all())).toMatchObject([{ state: "refused" }])
  })

  test("can be refused by the leader when the ledger is there no longer", async () => {
    await send(twins)
    await counter.press("张敏", "导入，报请分管领导同意")
    await counter.do(async ({ tables }) => {
      for (const { id } of await tables.uploads.all()) await tables.uploads.remove(id)
    })
    await counter.press("李国强", "不同意")
    expect(counter.last("李国强")).toBe("❎ 李国强没有同意，没有任何改动。")
  })

  test("stay out with all the rest when the leader says no", async () => {
    await send(twins)
    await counter.press("张敏", "导入，报请分管领导同意")
    await counter.press("李国强", "不同意")
    expect(counter.last("张敏")).toBe("❎ 李国强没有同意导入台账“台账.csv”，没有任何改动。")
    expect(await accounts()).toEqual([])
  })

  test("are passed at once by whoever may, with the reason", async () => {
    await counter.person("赵刚", transport, "leader", "administrator")
    await send(twins, "赵刚")
    counter.heard()
    await counter.press("赵刚", "导入，报请分管领导同意")
    expect(counter.only("赵刚").text).toContain("请写明理由，写好后一次导入。")
    await counter.say("赵刚", "历史账号")
    expect(counter.only("赵刚")).toMatchObject({ buttons: ["撤销导入"] })
    expect(await accounts()).toHaveLength(4)
  })

  test("are decided by the leader of the nearest unit above them all", async () => {
    await send([...LEDGER, "示例镇在线,微信订阅号,示例镇,,甲"])
    counter.heard()
    await counter.press("张敏", "导入，报请分管领导同意")
    expect(counter.heard().map(([who]) => who)).toEqual(["王芳", "张敏"])
  })
})

describe("the leader's answer", () => {
  const ask = async (lines: readonly string[]) => {
    await send(lines)
    await counter.press("张敏", "导入，报请分管领导同意")
    counter.heard()
  }
  const twins = [...LEDGER, "示例交通资讯,微博,示例县交通运输局,,甲"]

  test("for rows of several units is asked of whoever leads them all", async () => {
    const village = await counter.unit("示例乡", transport)
    await counter.person("乡长", village, "leader")
    const rows = ["示例镇在线,微信订阅号,示例镇,,甲", "示例乡,微博,示例乡,,甲", "示例乡在线,微博,示例乡,,甲"]
    await send([...LEDGER, ...rows])
    counter.heard()
    await counter.press("张敏", "导入，报请分管领导同意")
    expect(counter.heard().map(([who]) => who)).toEqual(["李国强", "张敏"])
  })

  test("is of no use once whoever wanted it has left", async () => {
    await ask(twins)
    await counter.do(async (act) => {
      const member = await people.memberOf(act, "张敏")
      if (member) await act.tables.persons.put({ ...member.person, state: "left", user: null })
    })
    await counter.press("李国强", "写明理由并同意")
    await counter.say("李国强", "过渡")
    expect(counter.last("李国强")).toBe(
      "提出申请的张敏已经离开或者不再有这项权限，导入台账“台账.csv”的申请已作废，没有任何改动。需要时请由在岗的管理员重新提出。",
    )
    expect(await counter.do(({ tables }) => tables.uploads.all())).toMatchObject([{ state: "dropped" }])
  })

  test("for an account that changes is kept on that account", async () => {
    await take(LEDGER, 3)
    await ask([HEADING, "示例镇,微信订阅号,示例县交通运输局,,王五"])
    await counter.press("李国强", "写明理由并同意")
    await counter.say("李国强", "划转过渡")
    const moved = (await accounts()).find(({ name }) => name === "示例镇")
    expect(moved).toMatchObject({
      unitId: transport.id,
      exceptions: [{ rule: "example:E-6", reason: "划转过渡" }],
    })
  })
})

describe("taking an import back", () => {
  test("is one step: what was added is gone, what was changed is as before", async () => {
    await take(LEDGER, 3)
    const before = await accounts()
    await take(
      [HEADING, "示例交通,微博,示例县交通运输局,王芳,李四", "新号,快手,示例镇,,甲"].slice(0, 2),
      0,
      1,
    )
    await counter.press("张敏", "撤销导入")
    expect(counter.only("张敏").text).toBe("↩️ 已撤销导入：1 个账号恢复原样。")
    expect(await accounts()).toEqual(before)
    await counter.press("张敏", "撤销导入")
    expect(counter.only("张敏").text).toBe("↩️ 已撤销导入：3 个账号恢复原样。")
    expect(await accounts()).toEqual([])
    expect(await clocks()).toEqual([])
  })

  test("leaves what somebody has touched since, and names it", async () => {
    await take(LEDGER, 3)
    await counter.say("张敏", "/post 抖音示例交通 https://example.org/1")
    await counter.say("张敏", "/edit 微博示例交通\n项目：链接\n链接：https://weibo.com/u/9")
    counter.heard()
    await counter.press("张敏", "撤销导入")
    expect(counter.only("张敏").text).toBe(
      "↩️ 已撤销导入：1 个账号恢复原样。\n下面 2 个导入后又有变动，没有撤销：\n• 第 2 行 微博“示例交通”\n• 第 3 行 抖音“示例交通”",
    )
    expect(await names()).toEqual(["douyin 示例交通", "weibo 示例交通"])
    expect(await clocks()).toHaveLength(2)
  })

  test("puts a changed account back as it was, and keeps what was posted on it since", async () => {
    await take(LEDGER, 3)
    await take([HEADING, "示例交通,微博,示例县交通运输局,王芳,李四"], 0, 1)
    await counter.say("张敏", "/post 微博示例交通 https://example.org/1")
    await counter.press("张敏", "撤销导入")
    const weibo = (await accounts()).find(({ platform }) => platform === "weibo")
    expect(weibo).toMatchObject({ custodian: { name: "张敏" }, lastPostAt: counter.desk.now })
  })

  test("leaves alone what was retired since, what missed its quota, and what would be double", async () => {
    await take(LEDGER, 3)
    await counter.say("张敏", "/retire 抖音示例交通 整合")
    await counter.press("张敏", "停用抖音“示例交通”")
    const town = (await accounts()).find(({ name }) => name === "示例镇")
    const miss = { rule: "example:E-1", from: "", until: "", needed: 1, count: 0, at: 0 }
    await counter.do(({ tables }) => tables.misses.put({ ...miss, id: "m", accountId: town?.id ?? "" }))
    counter.heard()
    await counter.press("张敏", "撤销导入")
    expect(counter.only("张敏").text).toContain("下面 2 个导入后又有变动")
    expect(await names()).toEqual(["douyin 示例交通", "wechat-subscription 示例镇"])
  })

  test("does not bring back a unit's account whose place has been taken since", async () => {
    await take([HEADING, "示例交通,微博,示例县交通运输局,张敏,张敏"], 1)
    const other = await counter.do(async ({ tables }) => (await tables.units.where("name", "示例镇"))[0])
    await take([HEADING, "示例交通,微博,示例镇,张敏,张敏"], 0, 1)
    expect((await accounts()).map(({ unitId }) => unitId)).toEqual([other?.id])
    await counter.say(
      "张敏",
      "/register\n主办单位：示例县交通运输局\n平台：微博\n名称：示例交通\n链接：https://weibo.com/u/1",
    )
    for (const answer of ["跳过", "跳过", "否", "本单位人员", "跳过", "跳过", "跳过"])
      await counter.press("张敏", answer)
    expect(await counter.press("张敏", "撤销导入")).toContain("后来都有变动")
    expect(await accounts()).toHaveLength(2)
  })

  test("is refused when nothing is as it was, and after 24 hours", async () => {
    await take(LEDGER.slice(0, 2), 1)
    await counter.say("张敏", "/post 示例交通 https://example.org/1")
    expect(await counter.press("张敏", "撤销导入")).toBe(
      "导入的账号后来都有变动，不能一起撤销。需要时请逐个用 /edit 或 /retire 处理。",
    )
    counter.desk.now += hours(24) + minutes(1)
    const { jobs } = await import("../../services/jobs.ts")
    await counter.do(async (act) => {
      const job = jobs.find(({ table }) => table === "uploads")
      for (const row of await act.tables.uploads.due(act.now, 9))
        if (job?.table === "uploads") await job.run(act, row)
    })
    expect(await counter.press("张敏", "撤销导入")).toContain("已超过 24 小时")
  })
})
