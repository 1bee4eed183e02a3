import { expect, test } from "vitest"
import { under } from "../books.ts"
import { li, wang, world } from "../world.ts"

test("an account without a post for more than 90 days is proposed for closing, once, to the officer and the leader (LZ-31)", async () => {
  const w = await world()
  await under(w, "示例县教育局", "longzihu")
  const proposals = () =>
    w.said().filter(({ text }) => text.includes("【建议关停】") && text.includes("微博"))
  // The last post was on 27 February: the 90th day is 28 May.
  await w.turnTo("2026-05-28", "20:00")
  expect(proposals()).toEqual([])
  await w.turnTo("2026-05-29", "20:00")
  const told = proposals()
  expect(told.map(({ to }) => to).sort()).toEqual([li, wang])
  expect(told[0]).toMatchObject({
    text: [
      "【建议关停】示例县教育局的微博“示例县教育”已 91 天没有更新，属于“僵尸”账号，应当关停。",
      "请提请关停，或者督促恢复更新；此事只提一次。",
      "依据：《龙子湖区政务新媒体管理暂行办法》第十七条、本单位约定",
    ].join("\n"),
    buttons: ["提请关停"],
  })
  await w.turnTo("2026-06-05", "20:00")
  expect(proposals()).toEqual([])
  await w.press(wang, "提请关停")
  expect(w.said().at(-1)?.to).toBe(wang)
})
