import { expect, test } from "vitest"
import { emergency, told } from "../emergency.ts"
import { li, wang, zhang, zhao } from "../world.ts"

test("the times of an emergency stand in /due of those concerned, soonest first, and /why reckons them (XC-19)", async () => {
  const w = await emergency(["xuancheng"])
  await w.say(li, "/sos 舆情 一般 刚刚 有人在传")
  w.said()
  await w.say(zhang, "/due 我的")
  const mine = w.only(zhang)
  expect(mine.text.split("\n").slice(0, 3)).toEqual([
    "【有期限的事项】我的",
    "🚨 2026-1 舆情（示例县人民政府办公室）",
    expect.stringMatching(
      /^ {3}⏱ 公开回应：3月4日（周三）10:00前，还有 48 小时（《.*》二（四）、《国家政务新媒体管理要求》.*）$/,
    ),
  ])
  await w.press(zhang, "查看依据 2026-1")
  const why = w.only(zhang).text.split("\n")
  expect(why[0]).toBe("【查看依据】2026-1 舆情（示例县人民政府办公室）")
  expect(why).toContain("   其他舆情48小时内回应")
  expect(why).toContain("   3月2日（周一）10:00发现 + 48 小时 = 3月4日（周三）10:00，夜间和节假日照算")
  expect(why).toContain("   还会在 3月3日（周二）10:00、3月4日（周三）06:00、3月4日（周三）09:00 提醒")
  expect(why.at(-1)).toBe("接手不等于回应：“公开回应”“新闻发布会”以登记链接（/answered）为准。")
  await w.say(zhang, "/why 2026-1")
  expect(w.only(zhang).text.split("\n")).toEqual(why)
})

test("whoever has nothing to do with it sees it only when they ask for the whole unit; an answer takes it away", async () => {
  const w = await emergency(["xuancheng"])
  await w.say(li, "/sos 舆情 重大 刚刚 有人在传")
  await w.press(zhang, "我来处理")
  w.said()
  await w.say(li, "/due 我的")
  expect(w.only(li).text).not.toContain("2026-1")
  await w.say(wang, "/due 全部所辖")
  expect(told(w, "🚨 2026-1 重大舆情")).toEqual([wang])
  await w.say(zhao, "/why 2026-1")
  expect(w.only(zhao).text).toContain("您还没有登记")
  await w.say(zhang, "/answered https://www.example.gov.cn/a")
  w.said()
  await w.say(zhang, "/due 我的")
  expect(w.only(zhang).text).not.toContain("2026-1")
})
