import { describe, expect, test } from "vitest"
import { under } from "../books.ts"
import { office } from "../office.ts"
import { group, li, wang, world, type World, zhang } from "../world.ts"

const SCHOOL = "示例县教育局"
const heard = (w: World) => w.said().filter(({ text }) => text.includes("🎏"))

describe("a festival", () => {
  test.each([
    ["longzihu", "《龙子湖区政务新媒体管理暂行办法》第五条（二）"],
    ["jiangxi", "《江西省政务新媒体管理要求》第八点"],
  ])(
    "under %s is brought up once, 14 days before it, in the digest of whoever looks after the unit (LZ-06, JX-18)",
    async (book, cite) => {
      const w = await world()
      await under(w, SCHOOL, book)
      // Days off begin on Saturday 4 April: 14 days before is a Saturday too, so that the Friday brings it.
      await w.turnTo("2026-03-19", "20:00")
      expect(heard(w)).toEqual([])
      await w.turnTo("2026-03-20", "12:00")
      const [told, ...more] = heard(w)
      expect([told?.to, more]).toEqual([zhang, []])
      expect(told?.text).toContain(
        `🎏 4月4日（周六）起放假（清明节），可以提前策划话题和活动（${cite}）。不需要提醒的，用 /setunit 关闭。`,
      )
      await w.turnTo("2026-04-08", "12:00")
      expect(heard(w).filter(({ text }) => text.includes("清明节"))).toEqual([])
    },
  )

  test("or a theme day is brought up by its name, also one that is no day off (LZ-06)", async () => {
    const w = await world()
    await under(w, SCHOOL, "longzihu")
    await w.turnTo("2026-03-31", "20:00")
    w.said()
    await w.turnTo("2026-04-01", "12:00")
    expect(
      heard(w).map(({ to, text }) => [to, text.split("\n").find((line) => line.includes("🎏"))]),
    ).toEqual([
      [
        zhang,
        "🎏 4月15日（周三）是全民国家安全教育日，可以提前策划话题和活动（《龙子湖区政务新媒体管理暂行办法》第五条（二））。不需要提醒的，用 /setunit 关闭。",
      ],
    ])
  })

  test("is not brought up where a unit turned that off (LZ-06, JX-18)", async () => {
    const w = await world()
    await under(w, SCHOOL, "longzihu")
    await w.say(zhang, `/setunit ${SCHOOL} 节日活动提醒`)
    await w.press(zhang, "不提醒")
    expect(w.said().at(-1)?.text).toContain("节日活动提醒")
    await w.turnTo("2026-04-08", "12:00")
    expect(heard(w)).toEqual([])
  })

  test("is nothing that anybody owes: nobody is told that one went by (LZ-06)", async () => {
    const w = await world()
    await under(w, SCHOOL, "longzihu")
    await w.turnTo("2026-04-10", "12:00")
    expect(
      w.said().filter(({ to, text }) => [li, wang, group].includes(to) && text.includes("节日")),
    ).toEqual([])
  })
})

test("under Shaanxi transport an activity is held once a year at least, and its record ends it (SJ-27c)", async () => {
  const w = await office(["sxjt"], "2026-01-05")
  await w.say(zhang, "/due")
  expect(w.said().at(-1)?.text).toContain(
    "组织活动：示例县人民政府办公室，还剩 360 天，12月31日（周四）24:00 前",
  )
  await w.turnTo("2026-12-17", "12:00")
  expect(w.said().some(({ text }) => text.includes("🟡 组织活动"))).toBe(true)
  await w.say(zhang, "/done 组织活动：示例县人民政府办公室 今天 交通安全宣传周话题")
  expect(w.said().at(-1)?.text).toContain("已按时办结")
})
