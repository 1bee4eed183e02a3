import { beforeEach, describe, expect, test } from "vitest"
import { instantOf } from "../../rules/time.ts"
import * as watch from "../../services/watch.ts"
import { approveAll, type Bureau, bureau, launch, sendIn, turnTo } from "../commands/bureau.ts"

let b: Bureau

const account = async () => {
  const [found] = await b.counter.do(({ tables }) => tables.accounts.all())
  if (!found) throw new Error("no account")
  return found
}
const owed = async (act: string) =>
  (await b.counter.do(({ tables }) => tables.obligations.all())).filter((row) => row.act === act)

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
    await b.counter.say("张敏", "/due")
    expect(b.counter.last("张敏")).toContain(
      "🟢 开设备案（报县政府办公室）：微博“示例县教育”，还剩 7 天，3月9日（周一）24:00 前",
    )
    expect(b.counter.last("张敏")).toContain("依据 《吴堡县政务新媒体管理通知》二（二）（期限为本单位约定）")
  })

  test("its updates, its password and what its unit owes every year begin with that day", async () => {
    const begun = async () => ({
      clocks: (await b.counter.do(({ tables }) => tables.clocks.all())).map(({ until }) => until),
      duties: (await b.counter.do(({ tables }) => tables.obligations.all()))
        .filter(({ occasionId }) => occasionId === null)
        .map(({ act, due }) => `${act} ${due?.day ?? ""}`)
        .sort(),
    })
    expect(await begun()).toEqual({ clocks: [], duties: [] })
    await goLive()
    expect(await begun()).toEqual({
      clocks: ["2026-03-16"],
      // The office above owes the check and the sample of it.
      duties: [
        "budget.confirm 2026-12-31",
        "check.hold 2026-03-31",
        "messages.sort 2026-03-31",
        "password.change 2026-05-31",
        "sample.take 2026-03-31",
      ],
    })
  })

  test("without an opening announcement it does not go live, and nothing changes (WB-10b)", async () => {
    const { counter } = b
    await counter.say("张敏", launch({ 开通公告: "" }))
    await counter.press("张敏", "跳过")
    expect(counter.last("张敏")).toBe("【办理账号上线】微博“示例县教育”\n开通公告的链接是什么？")
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

  test("a verification text without the sponsor's full name is refused where it is asked for (WB-14)", async () => {
    await b.counter.say("张敏", launch({ 认证信息: "", 开通公告: "" }))
    await b.counter.press("张敏", "跳过")
    await b.counter.say("张敏", "示例教育官方账号")
    expect(b.counter.last("张敏")).toMatch(/^· 认证信息里没有写明主办单位全称“示例县教育局”/)
    await b.counter.say("张敏", "示例县教育局官方账号")
    expect(b.counter.last("张敏")).toBe("【办理账号上线】微博“示例县教育”\n开通公告的链接是什么？")
  })

  test("it cannot have gone live before it was approved", async () => {
    expect(await goLive({ 上线日期: "2026-03-01" })).toBe(
      "上线日期 2026年3月1日 早于获批日期 2026年3月2日，请核对。",
    )
    expect((await account()).state).toBe("approved")
  })

  test("an announcement taken down after 30 days is in order (WB-10)", async () => {
    await goLive()
    await turnTo(b, "2026-04-02")
    await b.counter.say("张敏", "/removed 示例县教育 2026-04-02")
    expect(b.counter.last("张敏")).toBe("已登记：微博“示例县教育”的公告已撤下，保留时间符合要求。")
    expect(await owed("announcement.remove")).toMatchObject([{ phase: "done" }])
  })

  test("taken down on 25 March it is a violation that is kept, and the leader is told once (WB-10)", async () => {
    await goLive()
    await turnTo(b, "2026-03-25")
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
    const violation = [
      { phase: "late", settled: { on: "2026-03-25", note: "公告提前撤下（2026年3月25日）" } },
    ]
    expect(await owed("announcement.remove")).toMatchObject(violation)
    await b.counter.do(watch.all)
    expect(await owed("announcement.remove")).toMatchObject(violation)
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

  test("with its security report goes live under Wubu (WB-09)", async () => {
    await approvedUnder(["wubu"], APP)
    await b.counter.say("张敏", launch({ 客户端: "支持 IPv6" }))
    await b.counter.press("张敏", "跳过")
    await b.counter.press("张敏", "昨天")
    expect((await account()).state).toBe("live")
    const [profile] = await b.counter.do(({ tables }) => tables.profiles.all())
    expect(profile?.app).toMatchObject({ securityReport: "2026-03-01" })
  })

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
