import { beforeEach, describe, expect, test } from "vitest"
import { instantOf } from "../../rules/time.ts"
import { jobs } from "../../services/jobs.ts"
import { approveAll, type Bureau, bureau, launch, sendIn } from "../commands/bureau.ts"

let b: Bureau

const account = async () => {
  const [found] = await b.counter.do(({ tables }) => tables.accounts.all())
  if (!found) throw new Error("no account")
  return found
}
const owed = async (act: string) =>
  (await b.counter.do(({ tables }) => tables.obligations.all())).filter((row) => row.act === act)

/** Turns the clock, letting everything dated happen at its moment. */
const turnTo = async (day: string, time = "10:00") => {
  const until = instantOf(day, time)
  const job = jobs.find(({ table }) => table === "obligations")
  for (;;) {
    const [row] = await b.counter.do(({ tables }) => tables.obligations.due(until, 1))
    if (row?.dueAt == null || job?.table !== "obligations") break
    b.counter.desk.now = Math.max(b.counter.desk.now, row.dueAt)
    await b.counter.do((act) => job.run({ ...act, by: "clock" }, row))
  }
  b.counter.desk.now = until
  await b.counter.deliver()
}

const approvedUnder = async (books: readonly string[], changes: Readonly<Record<string, string>> = {}) => {
  b = await bureau(books)
  await sendIn(b, changes)
  await approveAll(b, "2026-03-02")
  expect((await account()).state).toBe("approved")
}

/** Says everything on going live, and skips what is asked beyond it. */
const goLive = async (changes: Readonly<Record<string, string>> = {}) => {
  await b.counter.say("张敏", launch(changes))
  let toast: string | null = null
  for (let asked = 0; asked < 4 && b.counter.last("张敏").startsWith("【办理账号上线】"); asked += 1)
    toast = await b.counter.press("张敏", b.counter.last("张敏").includes("安全检测报告") ? "还没有" : "跳过")
  return toast === null || toast === "收到" ? b.counter.last("张敏") : toast
}

describe("going live under Wubu", () => {
  beforeEach(() => approvedUnder(["wubu"]))

  test("approved on 2 March 2026, it has to be live by 2 March 2027, within a year (WB-07)", async () => {
    expect(await owed("account.go-live")).toMatchObject([{ due: { day: "2027-03-02" }, phase: "open" }])
  })

  test("live with announcement and verification: filing and the national system fall due (WB-11, WB-12, WB-12b)", async () => {
    expect(await goLive()).toBe(
      [
        "✅ 微博“示例县教育”已上线（2026年3月2日）。",
        "开通公告请一直保留，2026年4月2日起才能撤下，撤下后发 /removed 登记。",
        "备案等期限从今天起开始提醒，发 /due 可以查看。",
      ].join("\n"),
    )
    expect(await account()).toMatchObject({ state: "live", openedOn: "2026-03-02" })
    expect(await owed("account.go-live")).toMatchObject([{ phase: "done" }])
    expect(await owed("filing.open")).toMatchObject([{ due: { day: "2026-03-09" } }])
    expect(await owed("system.enter")).toMatchObject([{ due: { day: "2026-03-09" } }])
  })

  test("without an opening announcement it does not go live, and nothing changes (WB-10b)", async () => {
    const { counter } = b
    await counter.say("张敏", launch({ 开通公告: "" }))
    await counter.press("张敏", "跳过")
    expect(counter.last("张敏")).toBe("【办理账号上线】开通公告的链接是什么？")
    expect((await account()).state).toBe("approved")
  })

  test("while the verification text lacks the sponsor's full name it stays being verified (WB-14)", async () => {
    expect(await goLive({ 认证信息: "示例教育官方账号" })).toBe(
      [
        "微博“示例县教育”还不能上线，先停在“认证中”：",
        "· 认证信息里没有写明主办单位全称“示例县教育局”（《吴堡县政务新媒体管理通知》二（三））",
        "请改好认证信息后再办理上线。",
      ].join("\n"),
    )
    expect((await account()).state).toBe("verifying")
    await goLive()
    expect((await account()).state).toBe("live")
  })

  test("it cannot have gone live before it was approved", async () => {
    expect(await goLive({ 上线日期: "2026-03-01" })).toBe(
      "上线日期 2026年3月1日 早于获批日期 2026年3月2日，请核对。",
    )
    expect((await account()).state).toBe("approved")
  })

  test("an announcement taken down after 30 days is in order (WB-10)", async () => {
    await goLive()
    await turnTo("2026-04-02")
    await b.counter.say("张敏", "/removed 示例县教育 2026-04-02")
    expect(b.counter.last("张敏")).toBe("已登记：微博“示例县教育”的公告已撤下，保留时间符合要求。")
    expect(await owed("announcement.remove")).toMatchObject([{ phase: "done" }])
  })

  test("taken down on 25 March it is a violation that is kept, and the leader is told once (WB-10)", async () => {
    await goLive()
    await turnTo("2026-03-25")
    b.counter.heard()
    await b.counter.say("张敏", "/removed 示例县教育 2026-03-25")
    expect(b.counter.heard()).toEqual([
      [
        "李国强",
        "【公告提前撤下】示例县教育局的微博“示例县教育”，公告于3月25日（周三）撤下，按规定4月2日（周四）起才能撤下。此事已记录，只通知您一次。",
      ],
      [
        "张敏",
        "已登记：微博“示例县教育”的公告已撤下。按规定应保留到 2026年4月2日以后，提前撤下已记录，并已告知分管领导。",
      ],
    ])
    expect(await owed("announcement.remove")).toMatchObject([
      { phase: "late", settled: { on: "2026-03-25", note: "公告提前撤下（2026年3月25日）" } },
    ])
  })

  test("not live within the year, the supervising unit owes a written explanation, and the leader is told (WB-08)", async () => {
    await turnTo("2027-03-03")
    expect(await owed("account.go-live")).toMatchObject([{ phase: "escalated" }])
    expect(await owed("explanation.submit")).toMatchObject([
      { since: "2027-03-03", to: "省政府办公厅", who: "supervisor", accountId: (await account()).id },
    ])
    await turnTo("2027-03-05")
    expect(b.counter.last("李国强")).toContain("账号上线")
  })

  test("the receipt of the national system becomes the account's number (WB-12)", async () => {
    await goLive()
    const [row] = await owed("system.enter")
    await b.counter.say("张敏", `/done\n事项：${row?.id ?? ""}\n办理日期：2026-03-02\n凭据：QG-0001`)
    const [profile] = await b.counter.do(({ tables }) => tables.profiles.all())
    expect(profile).toMatchObject({ systemNumber: "QG-0001" })
  })
})

test("nothing goes live that nobody has approved", async () => {
  b = await bureau(["wubu"])
  await sendIn(b)
  await b.counter.say("张敏", launch())
  expect((await account()).state).toBe("applying")
})

test("the day on which the platform registered it starts the filing, when it is earlier (SJ-05, decision D3)", async () => {
  b = await bureau(["sxjt"])
  await b.counter.do(async (act) => {
    const [editor] = await act.tables.persons.where("user", "李国强")
    const role = { unitId: b.bureau.id, role: "editor-in-chief", since: 0, until: null } as const
    if (editor) await act.tables.roles.put({ ...role, id: "r-e", personId: editor.id })
  })
  b.counter.desk.now = instantOf("2026-02-12", "10:00")
  await sendIn(b)
  await approveAll(b, "2026-02-12")
  b.counter.desk.now = instantOf("2026-02-25", "10:00")
  await goLive({ 上线日期: "2026-02-25", 注册日期: "2026-02-12" })
  expect(await owed("filing.open")).toMatchObject([{ since: "2026-02-12", due: { day: "2026-02-26" } }])
})

const APP = { 平台: "客户端", 名称: "示例县教育" }

describe("an app", () => {
  const answers: readonly [book: string, says: Readonly<Record<string, string>>, lacks: readonly string[]][] =
    [
      ["wubu", { 客户端: "支持 IPv6" }, ["客户端还没有安全检测报告"]],
      ["longzihu", { 客户端: "使用 HTTPS、各种终端可用" }, ["客户端还不支持 IPv6"]],
      ["jiangxi", { 客户端: "支持 IPv6、支持 HTML5、各种终端可用" }, ["客户端还没有使用 HTTPS"]],
    ]
  test.each(answers)(
    "under %s stays offline with %o (WB-09, LZ-29, LZ-29b, JX-27)",
    async (book, says, lacks) => {
      await approvedUnder([book], APP)
      const before = await account()
      const text = await goLive({ ...says, ...(book === "wubu" ? {} : { 开通公告: "" }) })
      for (const each of lacks) expect(text).toContain(each)
      expect(await account()).toEqual(before)
    },
  )

  test("without HTTPS goes live under Longzihu (LZ-29, JX-27)", async () => {
    await approvedUnder(["longzihu"], APP)
    await goLive({ 客户端: "支持 IPv6、各种终端可用", 开通公告: "" })
    expect((await account()).state).toBe("live")
  })

  test("with everything goes live under Jiangxi (JX-27, JX-27b, JX-27c, JX-27d)", async () => {
    await approvedUnder(["jiangxi"], APP)
    await goLive({ 客户端: "支持 IPv6、使用 HTTPS、支持 HTML5、各种终端可用", 开通公告: "" })
    expect((await account()).state).toBe("live")
  })
})
