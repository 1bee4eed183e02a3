import { describe, expect, test } from "vitest"
import type { Platform } from "../../rules/account.ts"
import { dayOf, instantOf, timeOf } from "../../rules/time.ts"
import * as accounts from "../../services/accounts.ts"
import { jobs } from "../../services/jobs.ts"
import * as occasions from "../../services/occasions.ts"
import { under } from "../books.ts"
import { bureau } from "../commands/bureau.ts"
import { draft } from "../commands/forms.ts"
import { group, li, world, zhang } from "../world.ts"

/** A bureau with one account, for which something comes out elsewhere at a minute. */
const upstream = async (book: string, platform: Platform, day: string, time = "10:00") => {
  const b = await bureau([book])
  const { counter, bureau: unit } = b
  counter.desk.now = instantOf(day, time)
  const account = await counter.do((act) =>
    accounts.create(act, draft(unit.id, { platform, openedOn: null }), { exceptions: [], lastPostAt: null }),
  )
  const rows = await counter.do((act) =>
    occasions.happen(act, {
      kind: "upstream.posted",
      on: act.now,
      unitId: unit.id,
      accountId: account.id,
      note: "防汛通知",
    }),
  )
  return { counter, rows }
}

describe("what an account above published", () => {
  test.each([
    ["2026-02-13", "2026-02-14"],
    ["2026-02-14", "2026-02-24"],
    ["2026-02-17", "2026-02-24"],
    ["2016-12-30", "2017-01-03"],
  ])("on %s is reposted on WeChat by %s, one working day later (XC-27)", async (day, due) => {
    const { rows } = await upstream("xuancheng", "wechat-subscription", day)
    expect(rows).toMatchObject([{ act: "upstream.repost", due: { day: due }, aim: false }])
  })

  test("is reposted on the next working day where the text only says promptly (SJ-22)", async () => {
    const { rows } = await upstream("sxjt", "weibo", "2026-02-14")
    expect(rows).toMatchObject([{ due: { day: "2026-02-24" }, rules: ["sxjt:SJ-22", "house:H-42"] }])
  })

  test("is to be on Weibo within an hour: an aim that is missed, and passed up to nobody (XC-26, decision C10)", async () => {
    const { counter, rows } = await upstream("xuancheng", "weibo", "2026-02-17", "23:40")
    const [row] = rows
    const at = row?.due?.at ?? 0
    expect([dayOf(at), timeOf(at), row?.late]).toEqual(["2026-02-18", "00:40", []])
    counter.heard()
    const job = jobs.find(({ table }) => table === "obligations")
    counter.desk.now = instantOf("2026-02-18", "00:41")
    for (const due of await counter.do(({ tables }) => tables.obligations.due(counter.desk.now, 100)))
      if (job?.table === "obligations") await counter.do((act) => job.run({ ...act, by: "clock" }, due))
    expect(await counter.do(({ tables }) => tables.obligations.get(row?.id ?? ""))).toMatchObject({
      phase: "missed",
    })
    await counter.deliver()
    expect(counter.heard()).toEqual([])
  })
})

const SYNC = "/sync\n来源：网站发布\n账号：示例县发布\n标题：供水调整公告\n发布时间：今天 9:30"
const NAMED = "与网站同步发布：微博“示例县发布”（供水调整公告）"

/** The county's office under the rules of Wubu, with a notice on its website. */
const published = async () => {
  const w = await world()
  await under(w, "示例县人民政府办公室", "wubu")
  await w.say(zhang, SYNC.replace("账号：示例县发布", "账号：微博“示例县发布”"))
  await w.press(zhang, "跳过")
  return w
}

test("what is on the website is a task for the account, closed by the link of the post (WB-31)", async () => {
  const w = await published()
  expect(w.said().at(-1)?.text).toBe(
    [
      "已登记（网站发布）：",
      `🟡 ${NAMED}，明天到期，3月3日（周二）24:00 前`,
      "依据 《吴堡县政务新媒体管理通知》三（一）（期限为本单位约定）",
      "发布后请用 /done 附上链接办结。",
    ].join("\n"),
  )
  await w.press(zhang, "办结 与网站同步发布 示例县发布")
  await w.press(zhang, "今天")
  await w.say(zhang, "没有链接")
  expect(w.said().at(-1)?.text).toContain("请附上链接，没有链接不能办结。")
  await w.say(zhang, "https://weibo.com/1/sync")
  expect(w.said().at(-1)?.text).toContain(`✅ ${NAMED}，已按时办结`)
})

test("still open on the next day it stands in the digest, and the leader hears nothing yet (WB-31)", async () => {
  const w = await published()
  await w.turnTo("2026-03-03", "08:59")
  w.said()
  await w.turnTo("2026-03-03", "09:01")
  const said = w.said()
  expect(said.filter(({ text }) => text.includes(NAMED)).map(({ to }) => to)).not.toContain(li)
  expect(said.some(({ to, text }) => (to === zhang || to === group) && text.includes(NAMED))).toBe(true)
})

test("an article that explains a policy is noted for the same day, and nobody is told when it is late (XC-08)", async () => {
  const w = await world()
  await under(w, "示例县人民政府办公室", "xuancheng")
  await w.say(zhang, "/sync\n来源：政策出台\n账号：微博“示例县发布”\n标题：稳岗补贴办法\n发布时间：今天 9:30")
  w.said()
  await w.press(zhang, "跳过")
  expect(w.only(zhang).text).toContain("发布政策解读：微博“示例县发布”（稳岗补贴办法），今天到期")
  await w.turnTo("2026-03-06", "18:00")
  expect(w.said().filter(({ to, text }) => to === li && text.includes("政策解读"))).toEqual([])
})

test("where no rulebook asks for it nothing is opened, and that is said", async () => {
  const w = await world()
  await w.say(zhang, SYNC.replace("账号：示例县发布", "账号：微博“示例县发布”"))
  await w.press(zhang, "跳过")
  expect(w.said().at(-1)?.text).toBe("本单位适用的规章没有要求这些账号同步“网站发布”的信息，没有建立任务。")
})
