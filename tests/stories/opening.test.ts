import { beforeEach, describe, expect, test } from "vitest"
import { type Bureau, bureau, plan, sendIn } from "../commands/bureau.ts"

let b: Bureau

const account = async () => {
  const [found] = await b.counter.do(({ tables }) => tables.accounts.all())
  if (!found) throw new Error("no account")
  return found
}
const procedure = async () => {
  const [found] = await b.counter.do(({ tables }) => tables.procedures.all())
  if (!found) throw new Error("no procedure")
  return found
}
const record = (step: string, paper: string, on = "2026-03-02", more = "") =>
  b.counter.say(
    "张敏",
    `/record\n申请：${id}\n批复单位：${step}\n文号：${paper}\n批复日期：${on}\n结果：同意${more}`,
  )
let id = ""

describe("opening an account under Wubu's four levels", () => {
  beforeEach(async () => {
    b = await bureau(["wubu"])
    await sendIn(b)
    id = (await procedure()).id
  })

  test("the chief gets a card with every level and its articles, and the asker sees it is under way (WB-02)", async () => {
    expect(b.counter.last("陈立")).toBe(
      [
        "【请您审批】张敏申请开设微博“示例县教育”",
        "单位：示例县教育局",
        "⏳ 主要负责人（等待答复）",
        "· 县政府办公室",
        "· 市政府办公室",
        "· 省政府办公厅",
        "依据：《吴堡县政务新媒体管理通知》二（一）",
      ].join("\n"),
    )
    expect((await account()).state).toBe("applying")
  })

  test("nothing goes to the county before the unit's own chief has agreed (WB-02)", async () => {
    await record("县政府办公室", "县办〔2026〕1号")
    expect(b.counter.last("张敏")).toBe("还不到县政府办公室：先经本单位主要负责人同意。")
    expect((await procedure()).decisions).toEqual([])
  })

  test("the province cannot be recorded before the city (WB-03)", async () => {
    await b.counter.press("陈立", "同意")
    await record("县政府办公室", "县办〔2026〕1号")
    await record("省政府办公厅", "省办〔2026〕1号")
    expect(b.counter.last("张敏")).toBe("还不到省政府办公厅：请先登记市政府办公室的批复。")
    expect((await procedure()).decisions).toHaveLength(2)
  })

  test("an office whose turn it is not yet is refused before its number and date are asked for", async () => {
    await b.counter.press("陈立", "同意")
    await b.counter.say("张敏", "/record")
    expect(b.counter.last("张敏")).toBe("【登记上级批复】开设微博“示例县教育”\n哪一级的批复？")
    await b.counter.press("张敏", "省政府办公厅")
    expect(b.counter.last("张敏")).not.toContain("文号")
    expect((await procedure()).decisions).toHaveLength(1)
  })

  test("an office's decision typed on one line is recorded: its date is taken for no application", async () => {
    await b.counter.press("陈立", "同意")
    await b.counter.say("张敏", "/record 县政府办公室 同意 县办〔2026〕1号 2026-03-02")
    expect((await procedure()).decisions.at(-1)).toMatchObject({
      step: "county-office",
      paper: "县办〔2026〕1号",
      on: "2026-03-02",
    })
  })

  test("whoever sent it in and follows it up is told once that the chief agreed: by the card of what is next", async () => {
    b.counter.heard()
    await b.counter.press("陈立", "同意")
    const told = b.counter.heard().filter(([who]) => who === "张敏")
    expect(told.map(([, text]) => text.split("\n")[0])).toEqual([
      "【请跟进】开设微博“示例县教育”，等县政府办公室批复",
    ])
  })

  test("four levels in order, three of them recorded from paper, and the account is approved (WB-03)", async () => {
    await b.counter.press("陈立", "同意")
    expect(b.counter.last("张敏")).toContain(
      "请向县政府办公室报送，收到纸质批复后登记文号和日期。值守只登记，不代为批准。",
    )
    await record("县政府办公室", "县办〔2026〕1号")
    await record("市政府办公室", "市办〔2026〕7号")
    b.counter.heard()
    await record("省政府办公厅", "省办〔2026〕9号")
    expect(b.counter.last("张敏")).toBe(
      [
        "✅ 开设微博“示例县教育”：各级都已同意",
        "✅ 主要负责人 3月2日同意（陈立）",
        "✅ 县政府办公室 3月2日同意（按纸质批复登记，文号 县办〔2026〕1号）",
        "✅ 市政府办公室 3月2日同意（按纸质批复登记，文号 市办〔2026〕7号）",
        "✅ 省政府办公厅 3月2日同意（按纸质批复登记，文号 省办〔2026〕9号）",
        "微博“示例县教育”的开设已于3月2日（周一）获得同意。请注册、认证，准备好后发 /golive 办理上线。",
      ].join("\n"),
    )
    expect((await account()).state).toBe("approved")
  })

  test("a paper is neither from the future nor older than the level before it", async () => {
    await b.counter.press("陈立", "同意")
    await record("县政府办公室", "县办〔2026〕1号", "2026-03-09")
    expect(b.counter.last("张敏")).toBe("2026年3月9日还没有到，批复日期不能晚于今天。")
    await record("县政府办公室", "县办〔2026〕1号", "2026-02-27")
    expect(b.counter.last("张敏")).toBe(
      "批复日期 2026年2月27日 早于上一步（主要负责人，2026年3月2日），请核对。",
    )
    expect((await procedure()).decisions).toHaveLength(1)
  })

  test("the chief refuses with a reason: the account is only planned again, and the asker reads why", async () => {
    await b.counter.press("陈立", "不同意")
    await b.counter.say("陈立", "用已有账号就够了")
    expect(b.counter.last("张敏")).toBe(
      "❎ 开设微博“示例县教育”：没有获得同意，账号没有变化\n❎ 主要负责人 3月2日不同意（陈立）：用已有账号就够了\n· 县政府办公室\n· 市政府办公室\n· 省政府办公厅",
    )
    expect((await account()).state).toBe("planned")
  })

  test("given back for changes it is sent in again, everybody is asked anew, and reads who gave it back and why", async () => {
    await b.counter.press("陈立", "同意")
    await b.counter.say(
      "张敏",
      `/record\n申请：${id}\n批复单位：县政府办公室\n结果：退回修改\n文号：县办〔2026〕2号\n批复日期：2026-03-02\n意见：补充经费来源`,
    )
    expect(await procedure()).toMatchObject({ state: "returned" })
    await b.counter.say("张敏", "/apply 示例县教育")
    await b.counter.press("张敏", "全部 4 个")
    expect(await procedure()).toMatchObject({ id, state: "waiting", round: 2 })
    expect(b.counter.last("陈立")).toContain(
      "\n上次提交：↩️ 县政府办公室 3月2日退回修改（按纸质批复登记，文号 县办〔2026〕2号）：补充经费来源\n⏳ 主要负责人（等待答复）\n",
    )
  })

  test("two presses at once give one decision, and the second is told who was first", async () => {
    const [messageId, card] = [...b.counter.shown].find(([, { chat }]) => chat === "陈立") ?? ["", null]
    const agree = card?.buttons.flat()[0]?.press ?? ""
    const toasts = await Promise.all([
      b.counter.pressed("陈立", messageId, agree),
      b.counter.pressed("陈立", messageId, agree),
    ])
    expect(toasts.filter((toast) => toast?.startsWith("这一步已经处理过了"))).toHaveLength(1)
    expect((await procedure()).decisions).toHaveLength(1)
  })

  test("nobody but the chief decides the chief's level, whatever card they hold", async () => {
    const [messageId, card] = [...b.counter.shown].find(([, { chat }]) => chat === "陈立") ?? ["", null]
    const agree = card?.buttons.flat()[0]?.press ?? ""
    expect(await b.counter.pressed("李国强", messageId, agree)).toBe(
      "这一步要由主要负责人本人决定，不能由别人代理。",
    )
    expect((await procedure()).decisions).toEqual([])
  })

  test("nobody stands in for the chief at an opening (decision E5)", async () => {
    await b.counter.say(
      "张敏",
      `/standin\n单位：示例县教育局\n职责：主要负责人\n被代理人：陈立\n代理人：李国强\n开始：2026-03-02\n结束：2026-03-06\n文号：教发〔2026〕5号`,
    )
    const { turn } = await procedure()
    expect(await b.counter.pressed("李国强", "m", `decide application=${id} n=${turn} say=yes`)).toContain(
      "不能由别人代理",
    )
  })

  test("withdrawn by its asker: the chief's card says so, and the account is only planned", async () => {
    await b.counter.say("张敏", `/withdraw\n申请：${id}\n原因：改用已有账号`)
    expect(b.counter.last("张敏")).toBe("张敏撤回了开设微博“示例县教育”的申请：改用已有账号")
    expect(b.counter.last("陈立")).toContain("申请已撤回")
    expect((await account()).state).toBe("planned")
  })

  test("a second application for the same account is told that one is under way", async () => {
    await b.counter.say("张敏", "/apply 示例县教育")
    expect((await b.counter.do(({ tables }) => tables.procedures.all())).length).toBe(1)
  })

  test("/applications shows where it stands", async () => {
    await b.counter.say("张敏", "/applications")
    expect(b.counter.last("张敏")).toBe("⏳ 开设微博“示例县教育”：下一步主要负责人")
    await b.counter.press("张敏", "开设微博“示例县教育”")
    expect(b.counter.last("张敏")).toContain("⏳ 主要负责人（等待答复）")
  })
})

test("a plan without all four parts cannot be sent in, and the missing one is named (WB-04)", async () => {
  b = await bureau(["wubu"])
  await b.counter.say("张敏", plan())
  for (const part of ["组织领导", "经费", "管理制度"]) await b.counter.press("张敏", part)
  expect(await b.counter.press("张敏", "选好了（3 个）")).toBe(
    "还不能提交，请先补齐：\n· 方案缺：联系人和联系方式",
  )
  expect((await account()).state).toBe("planned")
  expect(await b.counter.do(({ tables }) => tables.procedures.all())).toEqual([])
})

test("without a chief nobody could decide, and nothing is sent in (WB-02)", async () => {
  b = await bureau(["wubu"], { without: ["陈立"] })
  expect(await sendIn(b)).toBe(
    "“示例县教育局”还没有主要负责人，没有人能审批这一步，没有提交。请先用 /invite 邀请或用 /appoint 指定。",
  )
})

test("an account for one event waits for a written reason of the leader (WB-06)", async () => {
  b = await bureau(["wubu"])
  await b.counter.say("张敏", plan({ 用途: "专项工作或一项活动" }))
  expect(b.counter.last("张敏")).toContain("这是为一项活动或专项工作另开的账号，请优先用已有账号发布。")
  expect(await b.counter.do(({ tables }) => tables.accounts.all())).toEqual([])
  await b.counter.press("李国强", "写明理由并同意")
  await b.counter.say("李国强", "全省统一安排的专项行动")
  expect(await account()).toMatchObject({
    state: "planned",
    exceptions: [{ reason: "全省统一安排的专项行动" }],
  })
})

test("under the transport system the chief alone approves (SJ-04)", async () => {
  b = await bureau(["sxjt"])
  await b.counter.do(async (act) => {
    const [editor] = await act.tables.persons.where("user", "李国强")
    if (editor)
      await act.tables.roles.put({
        id: "r-e",
        personId: editor.id,
        unitId: b.bureau.id,
        role: "editor-in-chief",
        since: 0,
        until: null,
      })
  })
  await sendIn(b)
  await b.counter.press("陈立", "同意")
  expect((await procedure()).chain.map(({ step }) => step)).toEqual(["chief"])
  expect((await account()).state).toBe("approved")
})

test("where no rulebook says who approves, the house asks the chief, and says so", async () => {
  b = await bureau(["longzihu"])
  await sendIn(b)
  expect(b.counter.last("陈立")).toContain("依据：本单位约定")
})
