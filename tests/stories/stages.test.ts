import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { setUpStages } from "../../bot/stages.ts"
import { instantOf, minutes } from "../../rules/time.ts"
import { li, wang, world, zhang } from "../world.ts"

test("the playground's county has one account in each stage of its life, and is quiet about the past", async () => {
  const w = await world({ prepare: setUpStages })
  const accounts = await w.look(({ tables }) => tables.accounts.where("name", "示例交通"))
  expect(accounts.map(({ platform, state }) => [platform, state]).sort()).toEqual([
    ["bilibili", "cancelled"],
    ["douyin", "live"],
    ["kuaishou", "applying"],
    ["toutiao", "approved"],
    ["wechat-service", "verifying"],
    ["wechat-subscription", "live"],
    ["wechat-video", "unapproved"],
    ["weibo", "offline"],
    ["xiaohongshu", "closing"],
  ])
  const others = await w.look(({ tables }) => tables.accounts.all())
  const named = others.flatMap(({ name, state }) =>
    name.startsWith("示例交通") && name !== "示例交通" ? [[name, state]] : [],
  )
  expect(named.sort()).toEqual([
    ["示例交通路况", "ordered-closed"],
    ["示例交通驾校", "exited"],
  ])
  await w.running.settle()
  const read = (who: number) =>
    w.playground.transcript({ chat: who, as: who }).filter(({ from }) => from?.isBot === true)
  expect([zhang, li, wang].map((who) => read(who).length)).toEqual([0, 2, 0])
  expect(read(li)[0]?.text).toContain("快手“示例交通”")
  expect(read(li)[1]?.text).toContain("【请审核】《国省道养护施工公告》")
  w.said()
  await w.say(zhang, "/due")
  const due = w.only(zhang).text
  for (const act of ["开设备案", "办理平台认证延期", "账号上线", "恢复上线", "办理注销", "注销备案"])
    expect(due).toContain(act)
  expect(due).not.toContain("逾期")
})

test("whenever the playground is started, nobody is told of an interruption", async () => {
  const w = await world({ prepare: setUpStages, at: instantOf("2026-03-02", "10:45") })
  await w.running.settle()
  expect(w.heard().filter(([, text]) => text.includes("中断"))).toEqual([])
})

test("every line of the page about the playground does what it says, as it is written", async () => {
  const w = await world({ prepare: setUpStages })
  await w.running.settle()
  const page = readFileSync(new URL("../../docs/playground.md", import.meta.url), "utf8")
  const lines = [...page.matchAll(/^curl -d '([^']+)' http:\/\/127\.0\.0\.1:PORT(\/control\/\w+)$/gm)]
  expect(lines.length).toBeGreaterThan(2)
  for (const [, body = "", path = ""] of lines) {
    const answer = await fetch(new URL(path, w.playground.url), { method: "POST", body })
    expect([path, body, await answer.json()]).toEqual([path, body, expect.objectContaining({ ok: true })])
  }
  expect(w.heard().some(([who, text]) => who === zhang && text.startsWith("【请跟进】开设快手"))).toBe(true)
})

test("in the playground's county a newcomer puts right what an account waits for, and records an approval that came late", async () => {
  const w = await world({ prepare: setUpStages })
  await w.running.settle()
  w.said()
  await w.say(
    zhang,
    "/golive 微信服务号示例交通\n上线日期：今天\n认证信息：示例县交通运输局官方账号\n开通公告：https://www.example.gov.cn/opening",
  )
  for (let asked = 0; asked < 3 && w.said().at(-1)?.text.startsWith("【办理账号上线】") === true; asked += 1)
    await w.press(zhang, "跳过")
  await w.say(zhang, "/approval 微信视频号示例交通 陕政办函〔2026〕8号 2026-02-20")
  const accounts = await w.look(({ tables }) => tables.accounts.where("name", "示例交通"))
  const states = Object.fromEntries(accounts.map(({ platform, state }) => [platform, state]))
  expect(states).toMatchObject({ "wechat-service": "live", "wechat-video": "live" })
})

test("in the playground's county a newcomer swaps a shift with the other telephone", async () => {
  const w = await world({ prepare: setUpStages })
  await w.running.settle()
  w.said()
  await w.say(zhang, "/swap")
  await w.press(zhang, "3月3日（周二）11:00–23:00 值班 张敏")
  // There is but one colleague, who needs no choosing.
  await w.press(zhang, "3月3日（周二）23:00–次日11:00 值班 李国强")
  await w.press(li, "同意")
  const done =
    "✅ 换班已生效：张敏的 3月3日（周二）11:00–23:00值班，和李国强的 3月3日（周二）23:00–次日11:00值班对换。\n开班前可以撤销。"
  const heard = w.heard()
  for (const who of [zhang, li]) expect(heard).toContainEqual([who, done])
})

test("in the playground's county somebody checks in within the hour, at whatever time it is begun", async () => {
  for (const time of ["10:00", "10:31", "23:10"]) {
    const w = await world({ prepare: setUpStages, at: instantOf("2026-03-02", time) })
    await w.playground.turn(instantOf("2026-03-02", time) + minutes(40))
    expect(w.heard().filter(([to, text]) => to === zhang && text.startsWith("【接班签到】"))).toHaveLength(1)
    expect(w.playground.transcript({ chat: zhang }).at(-1)?.buttons.flat()[0]?.label).toBe("我在岗")
  }
})

test("in the playground's county a newcomer passes what is under review, and reports what was let out", async () => {
  const w = await world({ prepare: setUpStages })
  await w.running.settle()
  w.said()
  await w.press(li, "通过（5 关都把过）")
  expect(w.heard().find(([to]) => to === zhang)?.[1]).toContain("✅ 《国省道养护施工公告》各级都已通过")
  await w.say(zhang, "/post 微信订阅号示例交通 https://mp.weixin.qq.com/s/a")
  await w.running.settle()
  expect(w.heard().find(([to]) => to === zhang)?.[1]).toContain("对应已审核的《春运出行提示》。")
  await w.say(zhang, "/post 抖音示例交通 https://www.douyin.com/video/1")
  const heard = w.heard()
  expect(heard.find(([to]) => to === zhang)?.[1]).toContain("⚠️ 没有对应的已审核内容")
  expect(heard.find(([to]) => to === li)?.[1]).toContain("⚠️ 未经审核发布")
})
