import { expect, test } from "vitest"
import { instantOf } from "../../rules/time.ts"
import * as listing from "../../services/reviews/listing.ts"
import { reviewing, type Reviewing, sendIn } from "../reviewing.ts"

const personOf = (r: Reviewing, user: string) =>
  r.counter.do(async ({ tables }) => {
    const [found] = await tables.persons.where("user", user)
    if (!found) throw new Error(`nobody is called ${user}`)
    return found
  })
const asked = (r: Reviewing): readonly string[] =>
  r.counter.heard().flatMap(([who, text]) => (text.startsWith("【") && text.includes("请") ? [who] : []))

test("whoever is on leave gets no card as long as there is another", async () => {
  const r = await reviewing(["longzihu"])
  await r.counter.person("吴刚", r.bureau, "reviewer")
  const { id: personId } = await personOf(r, "周静")
  await r.counter.do(({ tables }) =>
    tables.leaves.put({
      id: "l1",
      personId,
      from: "2026-03-02",
      to: "2026-03-03",
      by: "x",
      at: 0,
      endedAt: null,
    }),
  )
  await sendIn(r, { 类别: "政务信息" })
  expect(asked(r)).toEqual(["吴刚"])
})

test("people of an operating company keep no gate where gatekeeping stays in house (LZ-48)", async () => {
  const r = await reviewing(["longzihu"])
  const zhou = await personOf(r, "周静")
  await r.counter.do(({ tables }) => tables.persons.put({ ...zhou, employer: "某传媒公司" }))
  await sendIn(r, { 类别: "政务信息" })
  expect(asked(r)).toEqual(["孙丽"])
})

test("what has lain since yesterday stands in the digest of whoever it waits for, and of nobody else", async () => {
  const r = await reviewing(["longzihu"])
  await sendIn(r, { 类别: "政务信息" })
  const lines = async (user: string) => {
    const { id } = await personOf(r, user)
    return r.counter.do((act) => listing.linesFor(act, id, "2026-03-03"))
  }
  expect(await lines("周静")).toEqual(["审核《停课通知》（示例县教育局），自3月2日"])
  expect(await lines("李国强")).toEqual([])
})

test("an emergency is asked for at night, anything else in the morning", async () => {
  const r = await reviewing(["longzihu"])
  r.counter.desk.now = instantOf("2026-03-02", "23:00")
  await sendIn(r, { 类别: "政务信息", 特别情况: "紧急先发" })
  expect(asked(r)).toEqual(["李国强"])
  await sendIn(r, { 类别: "政务信息" })
  expect(asked(r)).toEqual([])
  r.counter.desk.now = instantOf("2026-03-03", "08:00")
  await r.counter.deliver()
  expect(asked(r)).toEqual(["周静"])
})

test("what an office above announced here is passed on without a review of its own", async () => {
  const r = await reviewing(["longzihu"])
  const link = "https://weibo.com/9/x"
  await r.counter.do(({ tables }) =>
    tables.reposts.put({
      id: "p1",
      unitId: r.county.id,
      source: "account",
      from: "示例县发布",
      title: "放假通知",
      link,
      at: 0,
      platforms: [],
      urgent: false,
      cards: [],
      by: "x",
      createdAt: 0,
    }),
  )
  await r.counter.say("赵六", `/post 示例县教育 ${link}`)
  expect(await r.counter.do(({ tables }) => tables.breaches.all())).toEqual([])
})
