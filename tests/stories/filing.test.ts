import { describe, expect, test } from "vitest"
import type { UnitKind } from "../../rules/unit.ts"
import { instantOf } from "../../rules/time.ts"
import * as accounts from "../../services/accounts.ts"
import * as people from "../../services/people.ts"
import { approveAll, type Bureau, bureau, BUREAU, launch, sendIn } from "../commands/bureau.ts"
import { draft } from "../commands/forms.ts"

/** A bureau with one account that opened on a day, noted on that day. */
const openedUnder = async (book: string, on: string, kind?: UnitKind): Promise<Bureau> => {
  const b = await bureau([book], kind === undefined ? {} : { kind })
  b.counter.desk.now = instantOf(on, "10:00")
  await b.counter.do((act) =>
    accounts.create(act, draft(b.bureau.id, { name: "示例县教育", openedOn: on }), {
      exceptions: [],
      lastPostAt: null,
    }),
  )
  return b
}

const filings = async ({ counter }: Bureau) =>
  (await counter.do(({ tables }) => tables.obligations.all())).filter(({ act }) => act === "filing.open")

/** An account that every level has agreed to, on 2 March 2026. */
const approvedUnder = async (book: string, changes: Readonly<Record<string, string>> = {}) => {
  const b = await bureau([book])
  const [leader] = await b.counter.do(({ tables }) => tables.persons.where("user", "李国强"))
  if (book === "sxjt" && leader)
    await b.counter.do((act) => people.appoint(act, leader.id, b.bureau.id, "editor-in-chief"))
  await sendIn(b, changes)
  await approveAll(b, "2026-03-02")
  return b
}

const stateOf = async ({ counter }: Bureau) =>
  (await counter.do(({ tables }) => tables.accounts.all())).map(({ state }) => state)

/** Says everything on going live, and skips what is asked beyond it. */
const goLive = async ({ counter }: Bureau, changes: Readonly<Record<string, string>> = {}) => {
  await counter.say("张敏", launch({ 开通公告: "", ...changes }))
  for (let asked = 0; asked < 3 && counter.last("张敏").includes("跳过"); asked += 1)
    await counter.press("张敏", "跳过")
}

describe("filing after an account opened", () => {
  const vectors = [
    ["2026-02-12", "2026-02-26"],
    ["2026-04-30", "2026-05-11"],
    ["2026-03-02", "2026-03-09"],
  ] as const
  test.each(vectors)("opened %s it is due %s at the department office (SJ-05)", async (on, due) => {
    expect(await filings(await openedUnder("sxjt", on))).toMatchObject([
      { due: { day: due }, to: "厅办公室" },
    ])
  })

  test("promptly is five working days by our own agreement, and the message says so (LZ-33)", async () => {
    const b = await openedUnder("longzihu", "2026-06-17")
    expect(await filings(b)).toMatchObject([{ due: { day: "2026-06-25" }, to: "区数据资源局" }])
    await b.counter.say("张敏", "/due")
    expect(b.counter.last("张敏")).toContain("开设备案（报区数据资源局）：微博“示例县教育”")
    expect(b.counter.last("张敏")).toContain("第十七条（期限为本单位约定）")
  })

  const receivers: readonly [kind: UnitKind, to: string][] = [
    ["provincial-department", "同级政务公开主管部门"],
    ["city-department", "同级政务公开主管部门"],
    ["county-department", "同级政务公开主管部门"],
    ["city-government", "上一级政务公开主管部门"],
    ["county-government", "上一级政务公开主管部门"],
  ]
  test.each(receivers)(
    "%s files with %s: departments on their level, governments one up (JX-28, JX-28b)",
    async (kind, to) => {
      const b = await openedUnder("jiangxi", "2026-03-02", kind)
      expect(await filings(b)).toMatchObject([{ to, due: { day: "2026-03-09" } }])
    },
  )

  test("comes with its form, which /form fills in from what is known (SJ-05b)", async () => {
    const b = await openedUnder("sxjt", "2026-03-02")
    await b.counter.say("张敏", `/form ${BUREAU}`)
    const file = [...b.counter.shown.values()].findLast((each) => each.file !== null)?.file
    expect(file?.name).toBe("备案登记表_示例县教育局_2026-03-02.xlsx")
    expect(b.counter.last("张敏")).toContain("备案登记表")
  })
})

describe("before going live", () => {
  test.each(["longzihu", "jiangxi"])(
    "under %s the verification text has to name the sponsor in full (LZ-30b, JX-25b)",
    async (book) => {
      const b = await approvedUnder(book)
      await goLive(b, { 认证信息: "示例教育官方账号" })
      expect(b.counter.last("张敏")).toContain("认证信息里没有写明主办单位全称“示例县教育局”")
      expect(await stateOf(b)).toEqual(["verifying"])
      await goLive(b)
      expect(await stateOf(b)).toEqual(["live"])
    },
  )

  test("a news service is not let in without its licence (JX-39)", async () => {
    const b = await approvedUnder("jiangxi", { 新闻或视听服务: "是" })
    await goLive(b)
    expect(b.counter.last("张敏")).toContain("新闻信息或视听节目许可证编号是多少？")
    expect(await stateOf(b)).toEqual(["approved"])
    await goLive(b, { 许可证: "第3612345号" })
    expect(await stateOf(b)).toEqual(["live"])
  })
})
