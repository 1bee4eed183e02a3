import { beforeEach, describe, expect, test } from "vitest"
import { instantOf } from "../../rules/time.ts"
import * as people from "../../services/people.ts"
import * as units from "../../services/units.ts"
import * as watch from "../../services/watch.ts"
import { type Bureau, bureau } from "../commands/bureau.ts"
import { form } from "../commands/forms.ts"

let b: Bureau
const accounts = () => b.counter.do(({ tables }) => tables.accounts.all())
const register = (openedOn: string, more: Readonly<Record<string, string>> = {}) =>
  b.counter.say(
    "张敏",
    form({
      主办单位: "示例县教育局",
      名称: "示例县教育",
      认证信息: "示例县教育局官方微博",
      开通日期: openedOn,
      ...more,
    }),
  )

describe("an account that nobody approved", () => {
  beforeEach(async () => {
    b = await bureau(["wubu"])
  })

  test("is kept as unapproved, and the county office's officer is told once (WB-05, WB-05b)", async () => {
    await register("2025-06-02")
    expect(await accounts()).toMatchObject([{ state: "unapproved" }])
    const told = b.counter.heard().filter(([who]) => who === "王芳")
    expect(told).toEqual([
      [
        "王芳",
        "【未经批准的账号】示例县教育局登记了微博“示例县教育”，没有查到开设批准（《吴堡县政务新媒体管理通知》二（一））。请核实；有批复的，用 /approval 补登文号。此事只通知您一次。",
      ],
    ])
  })

  test("is not judged when it opened before the rulebook was in force (WB-05)", async () => {
    await register("2020-05-18")
    expect(await accounts()).toMatchObject([{ state: "live" }])
    expect(b.counter.heard().filter(([who]) => who === "王芳")).toEqual([])
  })

  test("is live again once the paper is recorded that approved it", async () => {
    await register("2025-06-02")
    await b.counter.say("王芳", "/approval 示例县教育\n文号：省办〔2025〕3号\n批复日期：2025-05-20")
    expect(b.counter.last("王芳")).toBe("已补登微博“示例县教育”的开设批准，文号 省办〔2025〕3号。")
    expect(await accounts()).toMatchObject([{ state: "live" }])
  })

  test("is no longer judged when its opening day is put right", async () => {
    await register("2026-02-27")
    await b.counter.say("张敏", "/edit 示例县教育 开通日期 2020-05-18")
    expect(await accounts()).toMatchObject([{ state: "live" }])
  })
})

describe("accounts older than a rulebook", () => {
  const owed = async () =>
    (await b.counter.do(({ tables }) => tables.obligations.all())).filter(
      ({ act }) => act === "filing.catch-up",
    )

  test("are filed within 20 working days of its first day (LZ-61)", async () => {
    b = await bureau(["longzihu"])
    await register("2020-05-18")
    expect(await owed()).toMatchObject([
      { since: "2021-05-10", due: { day: "2021-06-07" }, to: "区数据资源局" },
    ])
  })

  test.each([
    ["2026-01-26", "2026-02-28"],
    ["2026-09-10", "2026-10-14"],
  ])("are filed under one of %s by %s (LZ-61, DV13, DV14, decision D5)", async (inForceFrom, due) => {
    b = await bureau(["longzihu"])
    b.counter.desk.now = instantOf(inForceFrom, "10:00")
    await b.counter.do(async ({ tables }) => {
      const stored = await tables.rulebooks.get("longzihu")
      if (stored) await tables.rulebooks.put({ ...stored, book: { ...stored.book, inForceFrom } })
    })
    await register("2020-05-18", { 最近更新: "今天" })
    expect(await owed()).toMatchObject([{ since: inForceFrom, due: { day: due }, to: "区数据资源局" }])
  })

  test("are filed under a book without a date from the day on which they were met under it (SJ-42)", async () => {
    b = await bureau(["sxjt"])
    await b.counter.do(async (act) => {
      const [editor] = await act.tables.persons.where("user", "李国强")
      const role = { unitId: b.bureau.id, role: "editor-in-chief", since: 0, until: null } as const
      if (editor) await act.tables.roles.put({ ...role, id: "r-e", personId: editor.id })
    })
    await register("2020-05-18")
    expect(await owed()).toMatchObject([{ since: "2026-03-02", due: { day: "2026-03-30" }, to: "厅办公室" }])
    await b.counter.say("张敏", "/due")
    expect(b.counter.last("张敏")).toContain("补办备案（报厅办公室）：微博“示例县教育”，还剩 28 天")
    expect(b.counter.last("张敏")).toContain(
      "依据 《陕西省交通运输系统政务新媒体管理办法》备注1（期限为本单位约定）",
    )
  })

  test("are counted from the day on which their unit came under it, and asked for once (SJ-42)", async () => {
    b = await bureau([])
    await b.counter.do(async (act) => {
      const [editor] = await act.tables.persons.where("user", "李国强")
      if (editor) await people.appoint(act, editor.id, b.bureau.id, "editor-in-chief")
      await units.change(act, b.bureau.id, { rulebooks: ["sxjt"] })
      await watch.below(act, b.bureau.id)
    })
    b.counter.desk.now = instantOf("2026-03-20", "10:00")
    await register("2020-05-18")
    const rows = await b.counter.do(({ tables }) => tables.obligations.all())
    expect(rows.filter(({ act }) => act.startsWith("filing."))).toMatchObject([
      { act: "filing.catch-up", since: "2026-03-02", due: { day: "2026-03-30" } },
    ])
  })

  test("are not asked for again when they are newer than the book (LZ-61)", async () => {
    b = await bureau(["longzihu"])
    await register("2023-05-18")
    expect(await owed()).toEqual([])
  })
})
