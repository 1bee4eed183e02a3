import { expect, test } from "vitest"
import { setUp } from "../../bot/county.ts"
import { instantOf } from "../../rules/time.ts"
import * as canaries from "../../services/canaries.ts"
import { story } from "../emergency.ts"
import { freshFolder } from "../storage/folder.ts"
import { li, wang, type World, world, zhang } from "../world.ts"

/** The county, kept on disk. */
const kept = async (day: string, time = "10:00"): Promise<World> =>
  world({ at: instantOf(day, time), folder: (await freshFolder()).path, prepare: setUp })

/** As the heartbeat notes it every few minutes. */
const seen = (w: World) => w.look((turn) => canaries.put(turn, { goes: false }))

const told = (w: World, to: number, words: string): readonly string[] =>
  w.heard().flatMap(([who, text]) => (who === to && text.includes(words) ? [text] : []))

test("what waits for the end of the quiet hours goes on after a restart in the middle of them", async () => {
  const w = await kept("2026-03-02")
  // Saturday, Sunday and Monday 00:00: what was missed waits for Monday morning.
  await w.turnTo("2026-03-15", "23:00")
  expect(told(w, li, "更新未达标")).toEqual([])
  await w.restart("2026-03-16", "02:00")
  expect(told(w, li, "更新未达标")).toEqual([])
  await w.turnTo("2026-03-16", "09:00")
  expect(told(w, li, "更新未达标")).toHaveLength(1)
})

test("a ladder goes on at night where it was, calls nobody twice, and whoever was due meanwhile is called late", async () => {
  const w = await kept("2026-03-02", "23:00")
  await w.say(zhang, "/sos 说不清 拿不准")
  await w.turnTo("2026-03-02", "23:01")
  w.said()
  await w.restart("2026-03-02", "23:02")
  expect(w.heard().filter(([, text]) => text.includes("🚨"))).toEqual([])
  await w.restart("2026-03-03", "02:30")
  expect((await story(w)).filter(([what]) => what === "called")).toEqual([
    ["called", "张敏"],
    ["called", "李国强"],
    ["called", "王芳"],
  ])
  expect(told(w, li, "⏳ 还没有人接手")).toHaveLength(1)
  expect(await w.press(li, "我来处理")).toBe("2026-1 由您处理。处理中请随手登记进展。")
})

test("a restart repeats nothing; what got no answer before it comes once more, and says 可能重复", async () => {
  const w = await kept("2026-03-02")
  await w.say(zhang, "/sos 说不清 拿不准")
  await w.press(zhang, "我来处理")
  w.said()
  await seen(w)
  await w.restart("2026-03-02", "10:05")
  w.silence()
  w.playground.fault({ kind: "lostAnswer", times: 1, methods: ["sendMessage"] })
  await w.say(zhang, "/today")
  await w.restart("2026-03-02", "10:07")
  const [first, second, ...more] = w.heard().map(([, text]) => text)
  expect([second, more]).toEqual([`（可能重复）\n${first ?? ""}`, []])
})

test("a make-up Saturday that was missed leaves its trace: what should have been said on it, and what ran out", async () => {
  const w = await kept("2026-04-25")
  await w.turnTo("2026-05-08", "23:00")
  expect(told(w, zhang, "【每日提醒】5月8日")).toHaveLength(1)
  await seen(w)
  await w.restart("2026-05-10", "10:00")
  expect(told(w, wang, "【值守恢复】")).toEqual([
    [
      "【值守恢复】5月8日（周五）23:00至5月10日（周日）10:00值守中断 1 天 11 小时，期间没有收发任何消息。",
      "晚了的，现在逐项补办：",
      "· 更新期限到期 3 项，最早应在 5月9日（周六）00:00，晚了 1 天 10 小时",
      "已经过去、不再补的：",
      "· 每日提醒和最后提醒 6 项",
    ].join("\n"),
  ])
})
