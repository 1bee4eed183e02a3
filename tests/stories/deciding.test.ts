import { describe, expect, test } from "vitest"
import { decided, hindrance, type Procedure } from "../../rules/procedure.ts"
import { addDays, instantOf } from "../../rules/time.ts"
import { decidersOf } from "../../services/procedures/deciders.ts"
import * as reminders from "../../services/reminders.ts"
import * as rounds from "../../services/rounds.ts"
import { type Bureau, bureau, sendIn } from "../commands/bureau.ts"

let b: Bureau

const procedure = async () => {
  const [found] = await b.counter.do(({ tables }) => tables.procedures.all())
  if (!found) throw new Error("no procedure")
  return found
}

const OVER = { on: "2026-03-02", reason: "平台注销", by: "test", at: 0 }

describe("who may decide", () => {
  const standIn = (from: string, to: string) => ({
    id: "s1",
    unitId: b.bureau.id,
    role: "leader" as const,
    forId: "",
    personId: "",
    from,
    to,
    paper: null,
    by: "test",
    at: 0,
    endedAt: null,
  })

  test("a written stand-in decides for the leader on its days and on no other (decision E5)", async () => {
    b = await bureau(["wubu"])
    const names = (inPerson: Procedure["inPerson"]) =>
      b.counter.do(async (act) => {
        const found = await decidersOf(act, { unitId: b.bureau.id, inPerson }, "leader")
        return found.map(({ person, standIn: by }) => `${person.name}${by === null ? "" : " 代"}`)
      })
    await b.counter.do(async (act) => {
      const [li] = await act.tables.persons.where("user", "李国强")
      const [zhao] = await act.tables.persons.where("user", "赵六")
      if (!li || !zhao) throw new Error("nobody")
      await act.tables.standIns.put({
        ...standIn("2026-03-02", "2026-03-06"),
        forId: li.id,
        personId: zhao.id,
      })
    })
    expect(await names([])).toEqual(["李国强", "赵六 代"])
    expect(await names(["leader"])).toEqual(["李国强"])
    b.counter.desk.now = instantOf("2026-03-07", "10:00")
    expect(await names([])).toEqual(["李国强"])
  })

  test("nobody decides twice where different people have to", async () => {
    b = await bureau(["wubu"])
    await sendIn(b)
    const levels = ["leader", "chief"].map((step) => ({ step, rules: [] })) as unknown as Procedure["chain"]
    const two: Procedure = { ...(await procedure()), chain: levels, differentPeople: true }
    const first = { step: "leader", verdict: "approved", by: "li", at: 1, on: "2026-03-02" } as const
    const after = decided(two, { ...first, paper: null, note: null, standIn: null })
    expect(hindrance(after, "chief", "li")).toEqual({ code: "same-person", step: "leader" })
    expect(hindrance(after, "chief", "chen")).toBeNull()
    expect(hindrance({ ...after, differentPeople: false }, "chief", "li")).toBeNull()
  })
})

describe("an account that is over meanwhile", () => {
  const retired = async () => {
    b = await bureau(["wubu"])
    await sendIn(b)
    await b.counter.say("张敏", "/retire 示例县教育 登记错了")
    await b.counter.press("张敏", "停用微博“示例县教育”")
  }

  test("takes what was under way with it: its cards say so, and nobody decides any more", async () => {
    await retired()
    expect(await procedure()).toMatchObject({ state: "withdrawn", decisions: [] })
    expect(b.counter.last("陈立")).toContain("开设微博“示例县教育”：申请已撤回")
    const before = await procedure()
    await b.counter.say(
      "张敏",
      `/record\n申请：${before.id}\n批复单位：县政府办公室\n文号：1\n批复日期：今天\n结果：同意`,
    )
    expect(b.counter.last("张敏")).toBe("这项申请已撤回。")
    expect(await procedure()).toEqual(before)
  })

  test("and that comes back is planned again, so that it can be sent in anew", async () => {
    await retired()
    await b.counter.press("张敏", "撤销停用")
    const account = await b.counter.do(({ tables }) => tables.accounts.all())
    expect(account).toMatchObject([{ state: "planned" }])
    await b.counter.say("张敏", "/apply 示例县教育")
    await b.counter.press("张敏", "全部 4 个")
    expect(b.counter.last("陈立")).toContain("【请您审批】张敏申请开设微博“示例县教育”")
  })

  test("is decided on by nobody, although its procedure was left waiting", async () => {
    b = await bureau(["wubu"])
    await sendIn(b)
    await b.counter.do(async ({ tables }) => {
      const [account] = await tables.accounts.all()
      if (account) await tables.accounts.put({ ...account, state: "retired", retired: OVER })
    })
    const before = await procedure()
    expect(await b.counter.press("陈立", "同意")).toBe(
      "微博“示例县教育”已于3月2日停用（平台注销），这项申请不用再办，没有改动。",
    )
    expect(await procedure()).toEqual(before)
  })
})

test("a step that nobody answers comes up in the next working day's digest of whoever has to act, and of nobody else", async () => {
  b = await bureau(["wubu"])
  await sendIn(b)
  b.counter.heard()
  b.counter.desk.now = instantOf(addDays("2026-03-02", 1), "09:00")
  await b.counter.do(async (act) => {
    await rounds.begin(act, b.bureau.id)
    for (const row of await act.tables.rounds.all())
      if (row.kind === "digest") await reminders.round(act, row)
  })
  await b.counter.deliver()
  const digests = b.counter.heard().filter(([, text]) => text.includes("等您办理的申请"))
  expect(digests).toEqual([
    [
      "陈立",
      "【每日提醒】3月3日（周二）\n等您办理的申请（发 /applications 查看）：\n· 开设微博“示例县教育”（示例县教育局）：等主要负责人，自3月2日",
    ],
  ])
})
