import { beforeEach, describe, expect, test } from "vitest"
import type { Account, Draft } from "../../rules/account.ts"
import { days } from "../../rules/time.ts"
import type { Unit } from "../../rules/unit.ts"
import * as accounts from "../../services/accounts.ts"
import type { Act } from "../../services/app.ts"
import * as approvals from "../../services/approvals.ts"
import * as exports_ from "../../services/exports.ts"
import * as listing from "../../services/listing.ts"
import * as people from "../../services/people.ts"
import * as registration from "../../services/registration.ts"
import * as reversal from "../../services/reversal.ts"
import { Counter } from "../commands/counter.ts"
import { draft } from "../commands/forms.ts"

let counter: Counter
let transport: Unit
let health: Unit

beforeEach(async () => {
  counter = await Counter.open()
  transport = await counter.unit("示例县交通运输局")
  health = await counter.unit("示例县卫生健康局")
  await counter.person("张敏", transport, "administrator")
  await counter.person("李国强", transport, "leader")
  await counter.person("孙主任", health, "administrator", "leader", "publisher")
})

/** Does something as somebody, with the roles they hold now. */
const as = <T>(name: string, work: (act: Act, me: people.Member) => Promise<T>): Promise<T> =>
  counter.do(async (act) => {
    const me = await people.memberOf(act, name)
    if (!me) throw new Error(`nobody is called ${name}`)
    return work({ ...act, by: me.person.id }, me)
  })

const add = (changes: Partial<Draft> = {}): Promise<Account> =>
  counter.do(async (act) =>
    accounts.create(act, await accounts.settled(act, draft(transport.id, changes)), {
      exceptions: [],
      lastPostAt: null,
    }),
  )

const second = { name: "示例交通资讯", main: false }

describe("a right is looked at when the thing happens, whoever brought the id", () => {
  const cases: Record<string, (act: Act, me: people.Member, account: Account) => Promise<unknown>> = {
    register: (act, me) => registration.register(act, me, draft(transport.id, second), null),
    edit: (act, me, account) => registration.edit(act, me, account, { link: null }),
    retire: (act, me, account) => accounts.retire(act, me, account, { reason: "整合" }),
    restore: (act, me, account) => accounts.restore(act, me, account),
    show: (act, me, account) => listing.show(act, me, account),
    export: (act, me) => exports_.ofUnit(act, me, transport, "csv"),
  }

  test.each(Object.keys(cases))("%s", async (what) => {
    const account = await add()
    await expect(as("孙主任", async (act, me) => cases[what]?.(act, me, account))).rejects.toThrow(
      "您没有在“示例县交通运输局”",
    )
  })

  test("moving an account into a unit takes the right to register there", async () => {
    const account = await add()
    await expect(
      as("张敏", (act, me) => registration.edit(act, me, account, { unitId: health.id })),
    ).rejects.toThrow("您没有在“示例县卫生健康局”登记账号的权限")
  })

  test("the leader of another unit decides nothing here", async () => {
    await add()
    const outcome = await as("张敏", (act, me) =>
      registration.register(act, me, draft(transport.id, second), null),
    )
    const id = outcome.kind === "asked" ? outcome.request.id : ""
    const decisions: ((act: Act, me: people.Member) => Promise<unknown>)[] = [
      (act, me) => approvals.approve(act, me, id, "可以"),
      (act, me) => approvals.refuse(act, me, id),
    ]
    for (const decide of decisions)
      await expect(as("孙主任", decide)).rejects.toThrow("您没有在“示例县交通运输局”批准例外的权限")
  })

  test("an import is taken back only with the right to import there", async () => {
    const account = await add()
    const id = "upload"
    await counter.do(({ tables }) =>
      tables.uploads.put({
        id,
        by: "",
        name: "台账.csv",
        state: "applied",
        ledger: { columns: {}, rows: [] },
        shown: "",
        rules: [],
        taken: [{ row: 2, accountId: account.id, before: null, after: account }],
        dueAt: counter.desk.now + days(1),
      }),
    )
    await expect(as("孙主任", (act, me) => reversal.undo(act, me, id))).rejects.toThrow(
      "您没有在“示例县交通运输局”导入台账的权限",
    )
    expect(await as("张敏", (act, me) => reversal.undo(act, me, id))).toEqual({ undone: 1, kept: [] })
  })
})

describe("an account", () => {
  test("that is retired can no longer be changed", async () => {
    const account = await add()
    const retired = await as("张敏", (act, me) => accounts.retire(act, me, account, { reason: "整合" }))
    await expect(
      as("张敏", (act, me) => registration.edit(act, me, retired, { link: null })),
    ).rejects.toThrow("已经停用")
    await expect(
      as("张敏", (act, me) => accounts.retire(act, me, retired, { reason: "再" })),
    ).rejects.toThrow("已经停用")
  })

  test("kept by a name that two colleagues bear is tied to neither", async () => {
    await counter.do((act) =>
      people.enrol(act, { user: "另一个张敏", name: "张敏", chat: null, unitId: transport.id }),
    )
    expect((await add()).custodian).toEqual({ name: "张敏", personId: null })
  })

  test("is adopted by nobody but the colleague whose name it carries", async () => {
    const kept = await add({ custodian: { name: "钱七", personId: null } })
    const join = (name: string) =>
      counter.do(async (act) => {
        const person = await people.enrol(act, { user: name, name, chat: name, unitId: transport.id })
        await accounts.adopt(act, person)
        return person
      })
    const custodian = async () =>
      (await counter.do(({ tables }) => tables.accounts.get(kept.id)))?.custodian?.personId
    await join("赵六")
    expect(await custodian()).toBeNull()
    const qian = await join("钱七")
    expect(await custodian()).toBe(qian.id)
  })

  test("is not registered while the only leader has left", async () => {
    await counter.do(async (act) => {
      const member = await people.memberOf(act, "李国强")
      if (member) await act.tables.persons.put({ ...member.person, state: "left" })
    })
    await expect(
      as("张敏", (act, me) => registration.register(act, me, draft(transport.id), null)),
    ).rejects.toThrow("本单位还没有明确分管领导")
  })
})

describe("a request", () => {
  const ask = (by: string, lastPostAt: number | null = null) =>
    as(by, async (act, me) => {
      const outcome = await registration.register(act, me, draft(transport.id, second), lastPostAt)
      if (outcome.kind !== "asked") throw new Error("nobody was asked")
      return outcome.request
    })

  test("keeps the last post, from which the clocks of the account run once it is passed", async () => {
    await add()
    const lastPostAt = counter.desk.now - days(3)
    const request = await ask("张敏", lastPostAt)
    await as("李国强", (act, me) => approvals.approve(act, me, request.id, "过渡"))
    const passed = await counter.do(({ tables }) => tables.accounts.where("name", "示例交通资讯"))
    expect(passed).toMatchObject([{ lastPostAt }])
  })

  test("goes to the leader in charge, not past them to the chief; with no leader, to the chief", async () => {
    await counter.person("周局长", transport, "chief")
    await add()
    const names = async (ids: readonly string[]) =>
      counter.do(async ({ tables }) =>
        Promise.all(ids.map(async (id) => (await tables.persons.get(id))?.name)),
      )
    expect(await names((await ask("张敏")).asked)).toEqual(["李国强"])
  })

  test("of somebody who may decide it themselves lapses without a word", async () => {
    await counter.person("王芳", transport, "leader", "administrator")
    await add()
    const request = await ask("王芳")
    await counter.do((act) => approvals.lapse({ ...act, by: "clock" }, request))
    expect(await counter.do(({ tables }) => tables.outbox.all())).toEqual([])
  })

  test("is not passed when another rule has come to stand against it: the leader passes what the card said", async () => {
    await add({ platform: "douyin" })
    const request = await ask("张敏")
    expect(request.rules).toEqual(["example:E-6"])
    await add({ name: "示例交通在线" })
    await expect(as("李国强", (act, me) => approvals.approve(act, me, request.id, "过渡"))).rejects.toThrow(
      "提出申请之后情况有变，又有下面的问题，请让对方重新提出：\n· 本单位在这个平台上已有账号",
    )
  })
})

describe("the list", () => {
  test("never names a unit at the foot of a page and its accounts on the next", async () => {
    for (let at = 0; at < 43; at += 1) await add({ name: `账号${at}` })
    await counter.do(async (act) => {
      const member = await people.memberOf(act, "张敏")
      if (member) await people.appoint(act, member.person.id, health.id, "information-officer")
    })
    await add({ unitId: health.id, name: "示例健康" })
    const asked = { unitId: null, standing: null }
    const pages = await Promise.all(
      [1, 2].map((page) => as("张敏", (act, me) => listing.list(act, me, { ...asked, page }))),
    )
    expect(pages.map(({ groups }) => groups.map(({ unit, listed }) => [unit, listed.length]))).toEqual([
      [["示例县交通运输局", 43]],
      [["示例县卫生健康局", 1]],
    ])
  })
})
