import { beforeEach, describe, expect, test } from "vitest"
import { days, hours } from "../../rules/time.ts"
import type { Unit } from "../../rules/unit.ts"
import * as people from "../../services/people.ts"
import * as requests_ from "../../services/requests.ts"
import { Counter } from "./counter.ts"
import { form } from "./forms.ts"

let counter: Counter
let transport: Unit

beforeEach(async () => {
  counter = await Counter.open()
  transport = await counter.unit("示例县交通运输局")
  await counter.person("张敏", transport, "administrator", "publisher")
})

const leader = (): Promise<string> => counter.person("李国强", transport, "leader")
const accounts = () => counter.do(({ tables }) => tables.accounts.all())
const requests = () => counter.do(({ tables }) => tables.requests.all())

describe("a rule that holds in principle", () => {
  const twin = form({ 名称: "示例交通", 平台: "微博", 链接: "https://weibo.com/u/2" }).replace(
    "名称：示例交通",
    "名称：示例交通资讯",
  )
  const CARD =
    "【请您决定】张敏要登记示例县交通运输局的微博“示例交通资讯”\n按规定原则上不行：\n· 本单位已有微博“示例交通”，这个账号却叫“示例交通资讯”，请改成一样的名称。（《示例县政务新媒体管理办法》第六条）\n· 本单位在这个平台上已有账号“示例交通”，同一平台最多 1 个，请用原来的账号。（《示例县政务新媒体管理办法》第三条）\n确有需要的，请写明理由后同意，理由会随账号保存。14 天内没有答复，申请自动作废。"

  beforeEach(async () => {
    await leader()
    await counter.say("张敏", form())
    counter.heard()
    await counter.say("张敏", twin)
  })

  test("refuses, keeps the form, and puts it before the leader in charge in private", async () => {
    const [asked, asker, ...others] = counter.heard()
    expect(others).toEqual([])
    expect(asker?.[0]).toBe("张敏")
    expect(asker?.[1].split("\n").at(-1)).toBe(
      "已经替您私下报给李国强，填好的内容保留 14 天，有结果马上告诉您。",
    )
    expect(asked).toEqual(["李国强", CARD])
    expect(await accounts()).toHaveLength(1)
  })

  test("is passed with a written reason, which stays with the account", async () => {
    counter.heard()
    expect(await counter.press("李国强", "写明理由并同意")).toBe("收到")
    expect(counter.only("李国强").text).toContain("请写明同意的理由")
    await counter.say("李国强", "合并两个业务号，过渡期三个月")
    const outcome = "✅ 李国强同意了：微博“示例交通资讯”已登记。理由：合并两个业务号，过渡期三个月"
    expect(counter.heard()).toEqual([
      ["李国强", `${CARD.split("\n")[0] ?? ""}\n${outcome}`],
      ["张敏", outcome],
      ["李国强", outcome],
    ])
    const passed = (await accounts()).find(({ name }) => name === "示例交通资讯")
    expect(passed?.exceptions).toMatchObject([
      { rule: "example:E-6", reason: "合并两个业务号，过渡期三个月", at: counter.desk.now },
      { rule: "example:E-3", reason: "合并两个业务号，过渡期三个月", at: counter.desk.now },
    ])
    await counter.press("张敏", "查看账号")
    expect(counter.last("张敏")).toContain(
      "经领导同意的例外：\n· 《示例县政务新媒体管理办法》第六条：合并两个业务号，过渡期三个月（李国强，2026年3月2日）",
    )
  })

  test("stays refused when the leader says no, and the asker hears of it", async () => {
    counter.heard()
    await counter.press("李国强", "不同意")
    const outcome = "❎ 李国强没有同意登记微博“示例交通资讯”，没有任何改动。"
    expect(counter.heard().filter(([who]) => who === "张敏")).toEqual([["张敏", outcome]])
    expect(counter.last("李国强")).toBe(outcome)
    expect(await accounts()).toHaveLength(1)
  })

  test("is decided once: an old card, a second press and fifty more say so", async () => {
    const [messageId, card] = [...counter.shown].find(([, { text }]) => text === CARD) ?? ["", null]
    const refuse = card?.buttons.flat()[1]?.press ?? ""
    await counter.pressed("李国强", messageId, refuse)
    counter.heard()
    const again = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        counter.pressed("李国强", messageId, at % 2 ? refuse : (card?.buttons.flat()[0]?.press ?? "")),
      ),
    )
    expect(new Set(again)).toEqual(new Set(["这项申请已处理，不用再按。"]))
    expect(counter.heard()).toEqual([])
    expect(await accounts()).toHaveLength(1)
  })

  test("cannot be passed by whoever has not got the right now, whatever the card says", async () => {
    const [messageId, card] = [...counter.shown].find(([, { text }]) => text === CARD) ?? ["", null]
    const press = card?.buttons.flat()[0]?.press ?? ""
    expect(await counter.pressed("张敏", messageId, press)).toContain("您没有批准例外的权限")
    await counter.do(async (act) => {
      const member = await people.memberOf(act, "李国强")
      if (member) await people.dismiss(act, member.person.id, transport.id, "leader")
    })
    expect(await counter.pressed("李国强", messageId, press)).toContain("您没有批准例外的权限")
    expect(await accounts()).toHaveLength(1)
  })

  test("is not carried out for somebody who has the right no longer: the request is closed", async () => {
    await counter.person("王芳", transport, "administrator")
    await counter.do(async (act) => {
      const member = await people.memberOf(act, "张敏")
      if (member) await people.dismiss(act, member.person.id, transport.id, "administrator")
    })
    await counter.press("李国强", "写明理由并同意")
    counter.heard()
    await counter.say("李国强", "过渡期")
    const closed =
      "提出申请的张敏已经离开或者不再有这项权限，登记微博“示例交通资讯”的申请已作废，没有任何改动。需要时请由在岗的管理员重新提出。"
    expect(counter.last("李国强")).toBe(closed)
    expect(counter.heard().filter(([who]) => who === "张敏")).toEqual([["张敏", closed]])
    expect(await accounts()).toHaveLength(1)
    expect(await requests()).toMatchObject([{ state: "refused" }])
  })

  test("is forgotten after 14 days, and both sides are told", async () => {
    counter.heard()
    const [card] = await counter
      .do(({ tables }) => tables.outbox.where("state", "sent"))
      .then((rows) => rows.filter(({ id }) => id.startsWith("request:")))
    // The card is still known when its request lapses.
    expect(card?.keptUntil).toBeGreaterThan(counter.desk.now + days(14))
    counter.desk.now += days(14)
    await counter.do(async (act) => {
      const { jobs } = await import("../../services/jobs.ts")
      const job = jobs.find(({ table }) => table === "requests")
      const [row] = await act.tables.requests.due(act.now, 9)
      if (job?.table === "requests" && row) await job.run({ ...act, by: "clock" }, row)
    })
    await counter.deliver()
    const lapsed = "⌛ 登记微博“示例交通资讯”的申请 14 天没有答复，已作废，没有任何改动。需要时请重新提出。"
    expect(counter.heard()).toEqual([
      ["李国强", `${CARD.split("\n")[0] ?? ""}\n${lapsed}`],
      ["张敏", lapsed],
    ])
    expect(counter.shown.get(card?.messageId ?? "")?.buttons).toEqual([])
    expect(await requests()).toEqual([])
  })

  test("is not passed when something worse has come up meanwhile", async () => {
    const member = await counter.do((act) => people.memberOf(act, "李国强"))
    await counter.person("赵刚", transport, "chief")
    await counter.do((act) => people.dismiss(act, member?.person.id ?? "", transport.id, "leader"))
    await counter.do((act) => people.appoint(act, member?.person.id ?? "", transport.id, "chief"))
    await counter.press("李国强", "写明理由并同意")
    counter.heard()
    await counter.say("李国强", "过渡")
    expect(counter.only("李国强").text).toContain(
      "没有保存，请先解决下面的问题：\n· 本单位还没有明确分管领导",
    )
    expect(await accounts()).toHaveLength(1)
  })
})

test("a change to an account that is gone meanwhile can still be refused", async () => {
  await leader()
  await counter.say("张敏", form())
  const [account] = await accounts()
  const id = account?.id ?? ""
  const me = await counter.do((act) => people.memberOf(act, "张敏"))
  const leaders = await counter.do((act) => people.memberOf(act, "李国强"))
  for (const lose of ["retired", "removed"] as const) {
    await counter.do(async (act) => {
      if (!me || !account) throw new Error("nobody or nothing to begin with")
      const wanted = { kind: "edit", accountId: id, patch: { name: "示例交通资讯" } } as const
      await act.tables.accounts.put(account)
      await requests_.ask({ ...act, by: me.person.id }, me, {
        unitId: transport.id,
        wanted,
        rules: ["example:E-6"],
        says: "【请您决定】",
      })
      await (lose === "retired"
        ? act.tables.accounts.put({ ...account, state: "retired" })
        : act.tables.accounts.remove(id))
    })
    await counter.deliver()
    await counter.press("李国强", "不同意")
    expect(counter.last("李国强")).toBe(
      lose === "retired"
        ? "❎ 李国强没有同意修改微博“示例交通”，没有任何改动。"
        : "❎ 李国强没有同意，没有任何改动。",
    )
  }
  expect(leaders).not.toBeNull()
  expect((await requests()).map(({ state }) => state)).toEqual(["refused", "refused"])
})

test("at night the leader is not woken: the card comes in the morning", async () => {
  await leader()
  await counter.say("张敏", form())
  counter.desk.now += hours(13)
  counter.heard()
  await counter.say("张敏", form({ 名称: "示例交通资讯" }))
  expect(counter.heard().map(([who]) => who)).toEqual(["张敏"])
  counter.desk.now += hours(10)
  await counter.deliver()
  expect(counter.heard().map(([who]) => who)).toEqual(["李国强"])
})

test("whoever may pass the rule themselves is asked for the reason directly", async () => {
  await counter.person("王芳", transport, "leader", "administrator")
  await counter.say("王芳", form())
  counter.heard()
  await counter.say("王芳", form({ 名称: "示例交通资讯" }))
  const asked = counter.only("王芳").text
  expect(asked).toContain("按规定原则上不行，您可以写明理由后同意：")
  expect(asked).toContain("请写明同意的理由")
  await counter.say("王芳", "过渡期")
  expect(counter.only("王芳").text).toBe("✅ 王芳同意了：微博“示例交通资讯”已登记。理由：过渡期")
  expect(await accounts()).toHaveLength(2)
})

test("when nobody could decide, it says whom to appoint, and nothing is kept", async () => {
  counter = await Counter.open({ without: ["E-2"] })
  transport = await counter.unit("示例县交通运输局")
  await counter.person("张敏", transport, "administrator")
  await counter.say("张敏", form())
  counter.heard()
  await counter.say("张敏", form({ 名称: "示例交通资讯" }))
  expect(counter.only("张敏").text.split("\n").at(-1)).toBe(
    "“示例县交通运输局”还没有能决定此事的分管领导，没有保存。请先用 /invite 邀请或用 /appoint 指定。",
  )
  expect(await requests()).toEqual([])
})
