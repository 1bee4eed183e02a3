import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { instantOf } from "../../rules/time.ts"
import * as people from "../../services/people.ts"
import * as posts from "../../services/posts.ts"
import { passes, type Reviewing, reviewing, sendIn } from "../reviewing.ts"

/** 赵六 says that the draft was changed, and nothing else; gives back what is shown at once. */
const revise = async (r: Reviewing, id: string): Promise<string | null> => {
  await r.counter.pressed("赵六", "m", `revise item=${id}`)
  await r.counter.press("赵六", "跳过")
  return r.counter.press("赵六", "跳过")
}
const post = (more = "") => `/post 示例县教育 https://weibo.com/1/${more}`

describe("a post that nobody had let out", () => {
  test("is kept as a breach, and the editor-in-chief is told once (LZ-21, LZ-40)", async () => {
    const r = await reviewing(["longzihu"])
    await r.counter.say("赵六", post("a"))
    expect(r.counter.last("赵六")).toContain(
      "⚠️ 没有对应的已审核内容：按《龙子湖区政务新媒体管理暂行办法》第十二条、《龙子湖区政务新媒体管理暂行办法》第十九条要先审后发。已记录，已告知孙丽。以后请先 /submit。",
    )
    expect(r.counter.heard().filter(([who]) => who === "孙丽")).toEqual([
      [
        "孙丽",
        [
          "⚠️ 未经审核发布",
          "3月2日（周一）10:00 微博“示例县教育”（示例县教育局，赵六登记）",
          "按《龙子湖区政务新媒体管理暂行办法》第十二条、《龙子湖区政务新媒体管理暂行办法》第十九条，先审后发。已记录。",
        ].join("\n"),
      ],
    ])
    await r.counter.say("孙丽", "/reviews")
    expect(r.counter.last("孙丽")).toContain("近30天未经审核发布")
  })

  test("taken back within the day is none, and whoever was told reads so", async () => {
    const r = await reviewing(["longzihu"])
    await r.counter.say("赵六", post("a"))
    await r.counter.press("赵六", "撤销")
    expect(await r.counter.do(({ tables }) => tables.breaches.all())).toEqual([])
    expect(r.counter.last("孙丽")).toContain("登记已更正或撤回，不再算未经审核。")
  })

  test("on several accounts at once is told once", async () => {
    const r = await reviewing(["longzihu"], { platforms: ["weibo", "douyin"] })
    await r.counter.say("赵六", "/post 微博示例县教育、抖音示例县教育")
    await r.counter.press("赵六", "跳过")
    expect(await r.counter.do(({ tables }) => tables.breaches.all())).toHaveLength(2)
    expect(r.counter.heard().filter(([who]) => who === "孙丽")).toHaveLength(1)
  })

  test("is nothing where no rulebook asks for a review: the receipt is as it was", async () => {
    const r = await reviewing([])
    await r.counter.say("赵六", post("a"))
    expect(r.counter.last("赵六")).not.toContain("审核")
    expect(await r.counter.do(({ tables }) => tables.breaches.all())).toEqual([])
  })

  test("is held against nobody in a unit that has too few people to review anything", async () => {
    const r = await reviewing(["longzihu"], { without: ["周静", "孙丽"] })
    await r.counter.say("赵六", post("a"))
    expect(await r.counter.do(({ tables }) => tables.breaches.all())).toEqual([])
  })
})

describe("a post that was let out", () => {
  test("is found by its account; on two of three platforms the third is named (JX-32)", async () => {
    const r = await reviewing(["jiangxi"], { platforms: ["weibo", "douyin", "kuaishou"] })
    await sendIn(r, { 账号: "微博示例县教育、抖音示例县教育、快手示例县教育" })
    await passes(r, "周静")
    await passes(r, "李国强")
    await r.counter.say("赵六", "/post 微博示例县教育、抖音示例县教育 https://weibo.com/1/a")
    expect(r.counter.last("赵六")).toContain("对应已审核的《停课通知》。\n还没有发：快手“示例县教育”")
    await r.counter.say("赵六", "/post 快手示例县教育 https://kuaishou.com/1")
    expect(r.counter.last("赵六")).not.toContain("还没有发")
    expect(await r.counter.do(({ tables }) => tables.breaches.all())).toEqual([])
  })

  test("may be said to be another by one press, or none", async () => {
    const r = await reviewing(["longzihu"])
    for (const title of ["停课通知", "招生通知"]) {
      await sendIn(r, { 标题: title, 类别: "政务信息" })
      await passes(r, "周静")
      await passes(r, "李国强")
      r.counter.desk.now += 60_000
    }
    await r.counter.say("赵六", post("a"))
    expect(r.counter.last("赵六")).toContain("对应已审核的《停课通知》。")
    await r.counter.press("赵六", "是《招生通知》")
    expect(r.counter.last("赵六")).toBe("已改为对应《招生通知》。")
    const out = async () => (await r.items()).map(({ title, published }) => [title, published.length]).sort()
    expect(await out()).toEqual(
      [
        ["停课通知", 0],
        ["招生通知", 1],
      ].sort(),
    )
  })

  test("before it was let out is a breach all the same", async () => {
    const r = await reviewing(["longzihu"])
    await sendIn(r, { 类别: "政务信息" })
    await passes(r, "周静")
    await passes(r, "李国强")
    await r.counter.say("赵六", "/post 示例县教育 https://weibo.com/1/a 今天 09:30")
    expect(await r.counter.do(({ tables }) => tables.breaches.all())).toHaveLength(1)
    expect((await r.item()).published).toEqual([])
  })

  test("and whose time is put right is judged anew; whoever was told reads what holds now", async () => {
    const r = await reviewing(["longzihu"])
    await sendIn(r, { 类别: "政务信息" })
    await passes(r, "周静")
    await passes(r, "李国强")
    r.counter.desk.now += 3_600_000
    await r.counter.say("赵六", post("a"))
    const amended = async (at: number) => {
      await r.counter.do(async (act) => {
        const me = await people.memberOf(act, "赵六")
        const [found] = (await act.tables.posts.all()).filter(({ link }) => link !== null)
        if (me && found) await posts.amend({ ...act, by: me.person.id }, me, found.batchId, { at })
      })
      await r.counter.deliver()
    }
    await amended(instantOf("2026-03-02", "09:30"))
    expect((await r.item()).published).toEqual([])
    expect(r.counter.last("孙丽")).toContain("⚠️ 未经审核发布")
    await amended(instantOf("2026-03-02", "10:30"))
    expect((await r.item()).published).toHaveLength(1)
    expect(r.counter.last("孙丽")).toContain("登记已更正或撤回，不再算未经审核。")
    await amended(instantOf("2026-03-02", "09:40"))
    expect(r.counter.last("孙丽")).toContain("⚠️ 未经审核发布\n3月2日（周一）09:40")
    expect(r.counter.heard().filter(([who]) => who === "孙丽")).toHaveLength(3)
  })

  test("cannot be changed any more once it is out", async () => {
    const r = await reviewing(["longzihu"])
    await sendIn(r, { 类别: "政务信息" })
    await passes(r, "周静")
    await passes(r, "李国强")
    await r.counter.say("赵六", post("a"))
    const { id } = await r.item()
    expect(await revise(r, id)).toBe("这条内容已经发布，不能再改；要更正请另行送审。")
    expect((await r.item()).state).toBe("approved")
  })
})

test("whatever people press and report, nothing counts as reviewed without its levels", async () => {
  const r = await reviewing(["longzihu"])
  const who = fc.constantFrom("赵六", "周静", "李国强", "孙丽", "陈立")
  const step = fc.oneof(
    { weight: 1, arbitrary: fc.constant(["submit"] as const) },
    { weight: 5, arbitrary: fc.tuple(fc.constant("yes" as const), who) },
    { weight: 1, arbitrary: fc.constant(["revise"] as const) },
    { weight: 2, arbitrary: fc.constant(["post"] as const) },
  )
  let count = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      for (const [what, by = ""] of steps) {
        r.counter.desk.now += 60_000
        const item = (await r.items()).length === 0 ? null : await r.item()
        if (what === "submit") await sendIn(r, { 类别: "政务信息" })
        else if (what === "post") await r.counter.say("赵六", post(String((count += 1))))
        else if (item === null) continue
        else if (what === "yes")
          await r.counter.pressed(by, "m", `gate item=${item.id} n=${item.turn} say=yes`)
        else await revise(r, item.id)
      }
      for (const item of await r.items()) {
        if (item.clearedAt === null) continue
        const agreed = item.opinions.filter(
          ({ round, verdict }) => round === item.round && verdict === "approved",
        )
        expect(agreed.map(({ level }) => level)).toEqual([0, 1])
        expect(new Set([item.by, ...agreed.map(({ by }) => by)]).size).toBe(3)
        expect(item.published.every(({ at }) => at + 60_000 > (item.clearedAt ?? 0))).toBe(true)
      }
      const [breaches, items] = [await r.counter.do(({ tables }) => tables.breaches.all()), await r.items()]
      const out = items.flatMap(({ published }) => published)
      expect(out.length + breaches.length).toBe(count)
    }),
    { numRuns: 8 },
  )
})
