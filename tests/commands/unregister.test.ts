import { beforeEach, expect, test } from "vitest"
import { hours, minutes } from "../../rules/time.ts"
import type { Act } from "../../services/app.ts"
import { Counter } from "./counter.ts"
import { form } from "./forms.ts"

let counter: Counter

beforeEach(async () => {
  counter = await Counter.open()
  const transport = await counter.unit("示例县交通运输局")
  await counter.person("张敏", transport, "administrator", "publisher")
  await counter.person("李国强", transport, "leader")
})

const accounts = () => counter.do(({ tables }) => tables.accounts.all())

test("a registration can be taken back as a whole, by its button or as the last doing, but not its last post alone", async () => {
  await counter.say("张敏", form())
  await counter.say("张敏", "/amend")
  expect(counter.last("张敏")).toBe("您最近没有登记过更新。")
  counter.heard()
  await counter.say("张敏", "/undo")
  expect(counter.only("张敏")).toMatchObject({
    text: "↩️ 已撤销登记：微博“示例交通”不再在册，填写的资料已删去。",
    buttons: [],
  })
  const left = ({ tables }: Act) =>
    Promise.all([tables.accounts.all(), tables.posts.all(), tables.clocks.all()])
  expect(await counter.do(left)).toEqual([[], [], []])
  await counter.say("张敏", form())
  counter.heard()
  await counter.press("张敏", "撤销登记")
  expect(counter.only("张敏").text).toMatch(/^↩️ 已撤销登记/)
  expect(await counter.do(left)).toEqual([[], [], []])
  await counter.say("张敏", "/undo")
  expect(counter.only("张敏").text).toBe("您最近没有登记过更新或账号，没有可以撤销的。")
})

test("a registration stays once a post was reported, or a day has passed; /undo takes the newest doing", async () => {
  await counter.say("张敏", form())
  counter.desk.now += minutes(1)
  await counter.say("张敏", "/post 示例交通 https://weibo.com/1/a")
  counter.heard()
  expect(await counter.press("张敏", "撤销登记")).toContain("登记后又有变动，不能撤销登记")
  await counter.say("张敏", "/undo")
  expect(counter.only("张敏").text).toMatch(/^↩️ 已撤销：微博“示例交通”的这次登记/)
  counter.desk.now += hours(24)
  expect(await counter.press("张敏", "撤销登记")).toContain("登记已超过 24 小时")
  expect(await accounts()).toHaveLength(1)
})

test("a report and a registration are both offered to be taken back, by what they were", async () => {
  await counter.say("张敏", form())
  await counter.say("张敏", "/post 示例交通 https://weibo.com/1/a")
  await counter.say("张敏", form({ 平台: "抖音" }))
  counter.heard()
  await counter.say("张敏", "/undo")
  expect(counter.only("张敏").buttons).toEqual([
    "3月2日（周一）09:00 微博“示例交通”",
    "3月2日（周一）09:00 登记账号：抖音“示例交通”",
    "取消",
  ])
  await counter.say("张敏", "抖音")
  expect(counter.only("张敏").text).toMatch(/^↩️ 已撤销登记：抖音“示例交通”/)
})
