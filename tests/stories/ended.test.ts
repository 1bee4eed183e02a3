import { describe, expect, test } from "vitest"
import { approveAll, bureau, launch, sendIn } from "../commands/bureau.ts"
import { Ending } from "../commands/ending.ts"

const OVER = "微博“示例县教育”已于3月2日停用（平台注销），这项申请不用再办，没有改动。"

describe("what was agreed to for an account that is over meanwhile is carried out by nobody", () => {
  test("its opening: it does not go live by the old button, and cannot be taken back into planning", async () => {
    const b = await bureau(["wubu"])
    await sendIn(b)
    await approveAll(b, "2026-03-02")
    await b.counter.say("张敏", "/retire 示例县教育 平台注销")
    await b.counter.press("张敏", "停用微博“示例县教育”")
    const look = () =>
      b.counter.do(async ({ tables }) => ({
        states: (await tables.accounts.all()).map(({ state }) => state),
        procedures: await tables.procedures.all(),
      }))
    const before = await look()
    expect(before).toMatchObject({ states: ["retired"], procedures: [{ state: "approved" }] })
    const [id] = await b.counter.do(async ({ tables }) => (await tables.accounts.all()).map((it) => it.id))
    await b.counter.say("张敏", launch({ 账号: id ?? "" }))
    expect(await b.counter.press("张敏", "跳过")).toBe(OVER)
    const [procedure] = before.procedures
    await b.counter.say("张敏", `/withdraw\n申请：${procedure?.id ?? ""}\n原因：不开了`)
    expect(b.counter.last("张敏")).toBe(OVER)
    expect(await look()).toEqual(before)
  })

  test("its closing and its time offline", async () => {
    const it = await (await Ending.open(["wubu"])).agreed("2026-03-02")
    await it.say("/retire 示例县教育 平台注销")
    await it.press("停用微博“示例县教育”")
    const before = await it.account()
    expect(before.state).toBe("retired")
    await it.say(`/closing\n账号：${it.id}\n步骤：内容迁移\n日期：今天`)
    expect(it.last).toBe(OVER)
    await it.say(`/cancelled ${it.id} 今天`)
    expect(it.last).toBe(OVER)
    await it.say(`/down\n账号：${it.id}\n下线日期：今天\n公告链接：https://weibo.com/1/a`)
    expect(it.last).toBe(OVER)
    expect(await it.account()).toEqual(before)
  })
})
