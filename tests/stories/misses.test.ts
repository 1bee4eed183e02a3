import { describe, expect, test } from "vitest"
import { setUp } from "../../bot/county.ts"
import { instantOf } from "../../rules/time.ts"
import type { App } from "../../services/app.ts"
import * as watch from "../../services/watch.ts"
import { wang, world, zhang } from "../world.ts"

describe("a missed quota", () => {
  const late = () => ({
    at: instantOf("2026-03-17", "13:30"),
    prepare: async (app: App) => {
      await setUp({ ...app, now: () => instantOf("2026-03-02", "10:00") })
    },
  })

  test("is kept even when somebody posts before the clock has come to it", async () => {
    const w = await world()
    w.playground.clock.set(instantOf("2026-03-17", "00:00") + 3_000)
    await w.say(zhang, "/post 微博示例县发布 https://weibo.com/1/late")
    const misses = await w.look(({ tables }) => tables.misses.all())
    expect(misses.map(({ accountId }) => accountId)).toHaveLength(5)
  })

  test("is kept when the rulebooks change while nothing ran", async () => {
    const w = await world(late())
    expect(await w.look(({ tables }) => tables.misses.all())).toEqual([])
    await w.look((turn) => watch.all(turn))
    expect(await w.look(({ tables }) => tables.misses.all())).toHaveLength(5)
  })

  test("stays when a post is reported afterwards, with the late report beside it", async () => {
    const w = await world()
    await w.turnTo("2026-03-20", "10:00")
    await w.say(zhang, "/post 抖音 https://douyin.com/1 2026-03-05 10:00")
    w.said()
    await w.say(zhang, "/why 抖音")
    const why = w.only(zhang).text
    expect(why).toContain("2026年3月1日至2026年3月14日，应 1 次，实际 0 次，事后补报 1 次")
    expect(why).toContain("2026年3月6日至2026年3月19日，应 1 次，实际 0 次")
  })

  test("is news for the supervising officer even when a morning was missed", async () => {
    const w = await world()
    await w.turnTo("2026-03-16", "23:00")
    w.said()
    w.playground.clock.set(instantOf("2026-03-17", "21:30"))
    await w.running.settle()
    await w.turnTo("2026-03-18", "10:00")
    const news = w.said().filter(({ to }) => to === wang)
    expect(news.map(({ text }) => text)).toEqual([
      "【每日提醒】3月18日（周三）\n所辖账号新增未达标：\n· 示例县人民政府办公室·微博“示例县发布”（3月16日（周一）到期）",
    ])
  })
})
