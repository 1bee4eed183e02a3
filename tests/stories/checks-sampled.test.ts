import { describe, expect, test } from "vitest"
import { bind } from "../books.ts"
import { ACCOUNT, COUNTY, office } from "../office.ts"
import { li, type World, wang, zhang } from "../world.ts"

const SCHOOL = "示例县教育局"

const sheets = (w: World, month: string) => w.look(async ({ tables }) => tables.checks.where("month", month))
const duties = (w: World, act: string) =>
  w.look(async ({ tables }) => (await tables.obligations.all()).filter((row) => row.act === act))

test("an account that a company runs is in every monthly check, first and with more posts looked up (LZ-49)", async () => {
  const w = await office(["longzihu"], "2026-03-02")
  await w.look(async ({ tables }) => {
    for (const account of await tables.accounts.all())
      if (account.name === "示例县教育" && account.platform === "weibo")
        await tables.accounts.put({ ...account, operator: "某文化公司" })
  })
  for (let day = 3; day <= 9; day++)
    await w.look(async ({ tables }) => {
      for (const { id } of (await tables.accounts.all()).filter(({ name }) => name === "示例县教育"))
        await tables.posts.put({
          id: `p${day}${id}`,
          accountId: id,
          at: Date.parse(`2026-03-0${day}T02:00:00Z`),
          link: `https://example.org/${day}`,
          original: true,
          by: "x",
          recordedAt: 0,
          batchId: `b${day}`,
        })
    })
  await w.turnTo("2026-03-10", "10:00")
  w.said()
  await w.say(wang, `/check ${SCHOOL}`)
  const { text } = w.only(wang)
  const [, outsourced = "", own = ""] = text.split(/微博“示例县教育”|微信订阅号“示例县教育”/u)
  expect(text.indexOf("（外包：某文化公司）")).toBeLessThan(text.indexOf("微信订阅号"))
  expect([outsourced, own].map((part) => part.split("🔎 抽查").length - 1)).toEqual([4, 2])
  // A county that checks the others each quarter only still checks this one each month.
  const quarterly = await office([], "2026-03-30")
  await quarterly.look(async ({ tables }) => {
    for (const account of await tables.accounts.all())
      if (account.platform === "douyin") await tables.accounts.put({ ...account, operator: "某文化公司" })
  })
  await bind(
    quarterly,
    COUNTY,
    `{ id: own, title: 检查办法, issuer: 县政府, status: in-force, rules: [
      { id: Q-1, article: 第一条, kind: periodic, do: check.hold, atLeast: 1 per quarter, says: 每季度检查 },
      { id: Q-2, article: 第二条, kind: periodic, do: check.hold, atLeast: 1 per month, applies: { accounts: outsourced }, says: 外包的每月检查 }] }`,
  )
  await quarterly.turnTo("2026-05-06", "08:00")
  expect(await sheets(quarterly, "2026-04")).toHaveLength(5)
  expect(await sheets(quarterly, "2026-05")).toHaveLength(1)
})

describe("a sample of what was reported (C9)", () => {
  test("is confirmed by a second person with the check, which is the quarter's sample too (WB-48b)", async () => {
    const w = await office(["wubu"], "2026-03-02")
    await w.say(zhang, `/post ${ACCOUNT} https://weibo.com/1/abc`)
    await w.say(wang, "/check")
    await w.press(wang, "没有问题的 2 个单位，一并登记")
    const sampled = (await sheets(w, "2026-03")).flatMap(({ sample }) => sample)
    expect(sampled.length).toBeGreaterThan(0)
    const [officer = ""] = await w.look(async ({ tables }) =>
      (await tables.persons.all()).filter(({ name }) => name === "王芳").map(({ id }) => id),
    )
    expect(new Set(sampled.map(({ found, by }) => `${String(found)} ${by ?? ""}`))).toEqual(
      new Set([`true ${officer}`]),
    )
    expect(await duties(w, "sample.take")).toMatchObject([{ phase: "done" }])
  })

  test("that is not to be found is a finding with its link", async () => {
    const w = await office(["wubu"], "2026-03-02")
    await w.say(zhang, `/post ${ACCOUNT} https://weibo.com/1/abc`)
    await w.say(wang, `/check ${COUNTY}`)
    await w.press(wang, "有出入：微博“示例县发布”")
    await w.press(wang, "🔎 3月2日 https://weibo.com/1/abc")
    await w.press(wang, "返回")
    await w.press(wang, "按所示登记：1 个问题")
    expect(await w.look(({ tables }) => tables.findings.all())).toMatchObject([
      { line: "post", evidence: "https://weibo.com/1/abc", rules: ["wubu:WB-45"] },
    ])
  })

  test("is confirmed by nobody who reported it", async () => {
    const w = await office(["wubu"], "2026-03-02")
    await w.say(zhang, `/post ${ACCOUNT} https://weibo.com/1/abc`)
    await w.say(zhang, `/check ${COUNTY}`)
    await w.press(zhang, "有出入：微博“示例县发布”")
    w.said()
    await w.press(zhang, "🔎 3月2日 https://weibo.com/1/abc")
    expect(w.said().map(({ text }) => text)).toEqual([])
    await w.press(zhang, "返回")
    await w.press(zhang, "按所示登记：没有问题")
    expect(w.said().at(-1)?.text).toContain("有 1 条抽查的发布是您本人登记的")
    const own = (await sheets(w, "2026-03"))
      .flatMap(({ sample }) => sample)
      .filter(({ link }) => link !== null)
    expect(own).toMatchObject([{ found: null }])
  })
})

test("a unit looks at itself once a quarter; what it finds is its own record and nobody's finding (SJ-38)", async () => {
  const w = await office(["sxjt"], "2026-03-02")
  const leader = async () => {
    await w.say(li, `/check ${COUNTY}`)
    return w.only(li)
  }
  const before = await duties(w, "check.self")
  expect(before.length).toBeGreaterThan(0)
  expect(before[0]).toMatchObject({ due: { day: "2026-03-31" }, phase: "open" })
  const shown = await leader()
  expect(shown.text).toContain(`【自查】2026年3月　${COUNTY}`)
  await w.press(li, "有出入：微博“示例县发布”")
  await w.press(li, "❓ 评论未关闭")
  await w.press(li, "返回")
  await w.press(li, "按所示登记：1 个问题")
  expect(w.said().at(-1)?.text).toContain("自查发现 1 项问题，已记入自查记录，请自行整改。")
  expect(await w.look(({ tables }) => tables.findings.all())).toEqual([])
  const own = (await duties(w, "check.self")).filter(({ phase }) => phase === "done")
  expect(own).toHaveLength(1)
})
