import { expect, test } from "vitest"
import { BUREAU } from "../commands/bureau.ts"
import { passes, reviewing, sendIn } from "../reviewing.ts"

const URGENT = { 类别: "政务信息", 特别情况: "紧急先发" }

test("an urgent draft belongs to the emergency that runs, never to a drill, and its way stands in the story", async () => {
  const r = await reviewing(["longzihu"])
  const { counter } = r
  await counter.say("李国强", `/drill ${BUREAU} 账号被盗`)
  await counter.say("赵六", "/sos 突发事件 重大 刚刚 食堂失火")
  await sendIn(r, URGENT)
  expect((await r.item()).incident).toBe("2026-2")
  await counter.press("李国强", "退回")
  await counter.say("李国强", "人数不对")
  await counter.press("赵六", "改好了，重新送审")
  await counter.press("赵六", "跳过")
  await counter.press("赵六", "跳过")
  await passes(r, "李国强")
  await counter.say("赵六", "/post 示例县教育 https://weibo.com/1/a")
  await counter.press("赵六", "撤销")
  await counter.say("赵六", "/reviews")
  await counter.press("赵六", "《停课通知》")
  await counter.press("赵六", "撤回")
  await counter.say("李国强", "/timeline 2026-2")
  expect(counter.last("李国强").split("\n").slice(3)).toEqual(
    [
      "赵六 稿件送审：停课通知",
      "李国强 退回稿件：停课通知",
      "赵六 稿件送审：停课通知",
      "李国强 稿件可以发布：停课通知",
      "赵六 发布：停课通知 https://weibo.com/1/a",
      "赵六 撤回发布登记：停课通知",
      "赵六 撤回送审的稿件：停课通知",
    ].map((line) => `3月2日（周一）10:00 ${line}`),
  )
  await counter.say("李国强", "/timeline 2026-1")
  expect(counter.last("李国强")).not.toContain("停课通知")
})

test("what is not urgent, or comes when nothing has happened, belongs to no emergency", async () => {
  const r = await reviewing(["longzihu"])
  await sendIn(r, URGENT)
  expect((await r.item()).incident).toBeNull()
  await r.counter.say("赵六", "/sos 突发事件 重大 刚刚 食堂失火")
  await sendIn(r, { 类别: "政务信息" })
  expect((await r.items()).map(({ incident }) => incident)).toEqual([null, null])
})
