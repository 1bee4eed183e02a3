import { expect, test } from "vitest"
import { under } from "../books.ts"
import { wang, world, type World, zhang } from "../world.ts"

const SCHOOL = "示例县教育局"

/** Under Longzihu a unit has a leader in charge and every account a custodian; the school has neither. */
const school = async () => {
  const w = await world()
  await under(w, SCHOOL, "longzihu")
  return w
}

const heard = (w: World, who: number) =>
  w.said().filter(({ to, text }) => to === who && text.includes("岗位空缺"))

const LINE =
  "· 示例县教育局：没有分管领导；微信订阅号“示例县教育”、微博“示例县教育”没有密码保管人（依据 《龙子湖区政务新媒体管理暂行办法》第二十四条、《龙子湖区政务新媒体管理暂行办法》第十九条）"

test("a unit without a leader in charge, and accounts without a custodian, stand in its papers (WB-40, LZ-37)", async () => {
  const w = await school()
  await w.say(zhang, `/papers ${SCHOOL}`)
  expect(w.only(zhang).text.split("\n\n").at(-1)).toBe(
    [
      "▪ 分管领导和密码保管人 0/3",
      "✗ 分管领导：还没有，请用 /appoint 指定",
      "✗ 密码保管人：微信订阅号“示例县教育”、微博“示例县教育”还没有，请用 /edit 登记",
      "依据 《龙子湖区政务新媒体管理暂行办法》第二十四条、《龙子湖区政务新媒体管理暂行办法》第十九条",
    ].join("\n"),
  )
})

test("the officer above hears of it once, in the digest, and of nothing that is filled by then", async () => {
  const w = await school()
  await w.turnTo("2026-03-03", "12:00")
  const [told, ...more] = heard(w, wang)
  expect(more).toEqual([])
  expect(told?.text.split("\n").slice(1)).toEqual(["岗位空缺，请督促明确（发 /papers 查看）：", LINE])
  await w.turnTo("2026-03-10", "12:00")
  expect(heard(w, wang)).toEqual([])
  expect(heard(w, zhang)).toEqual([])
})

test("what is filled is told of no more, and what comes up anew is told alone", async () => {
  const w = await school()
  await w.say(zhang, `/edit 微博示例县教育\n项目：密码保管人\n密码保管人：张敏`)
  await w.say(wang, `/appoint 李国强 分管领导 ${SCHOOL}`)
  await w.turnTo("2026-03-03", "12:00")
  expect(heard(w, wang)[0]?.text).toContain("· 示例县教育局：微信订阅号“示例县教育”没有密码保管人（依据")
  await w.say(wang, `/dismiss 李国强 分管领导 ${SCHOOL}`)
  await w.turnTo("2026-03-06", "12:00")
  // Another leader is asked for by the rules themselves, with a date.
  expect(heard(w, wang)).toEqual([])
  const rows = await w.look(({ tables }) => tables.obligations.all())
  expect(rows.filter(({ act }) => act === "leader.name")).toHaveLength(1)
})
