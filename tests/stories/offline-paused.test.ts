import { expect, test } from "vitest"
import { ACCOUNT, approvedOffline, office, standing } from "../office.ts"
import { li, type World, zhang } from "../world.ts"

const LINK = "https://weibo.com/1/announcement"

/** What of the website was not posted yet when the account went offline on 10 March, with consent. */
const away = async (): Promise<World> => {
  const w = await office(["wubu"])
  await approvedOffline(w, { from: "2026-03-10", until: "2026-03-31", on: "2026-03-02" })
  const sync = (title: string) =>
    w.say(
      zhang,
      `/sync\n来源：网站发布\n账号：微博“示例县发布”\n标题：${title}\n发布时间：今天 9:30\n链接：https://www.example.gov.cn/1`,
    )
  await w.turnTo("2026-03-05", "10:00")
  await sync("停水通知")
  await w.turnTo("2026-03-10", "09:40")
  await sync("供水调整公告")
  await w.turnTo("2026-03-10", "10:00")
  await w.say(zhang, `/down ${ACCOUNT}\n下线日期：今天\n公告链接：${LINK}`)
  w.said()
  return w
}

const reposts = async (w: World) =>
  (await standing(w)).duties
    .filter(({ act }) => act === "website.repost")
    .map(({ phase, due }) => [phase, due?.day])

test("what cannot be posted while an account is offline waits for its return; what was late before stays late (B8)", async () => {
  const w = await away()
  expect(await reposts(w)).toEqual([
    ["escalated", "2026-03-06"],
    ["void", "2026-03-11"],
  ])
  await w.turnTo("2026-03-30", "10:00")
  expect(w.heard().filter(([, text]) => text.includes("供水调整公告"))).toEqual([])
  await w.say(zhang, `/online ${ACCOUNT}\n恢复日期：今天\n链接：${LINK}`)
  expect(await reposts(w)).toEqual([
    ["escalated", "2026-03-06"],
    ["open", "2026-03-31"],
  ])
  w.said()
  await w.turnTo("2026-04-01", "08:30")
  expect(w.heard().filter(([to, text]) => to === li && text.includes("供水调整公告"))).toHaveLength(1)
})

test("its password, and what its unit owes, go on as ever meanwhile (B8)", async () => {
  const w = await away()
  const open = (await standing(w)).duties.filter(
    ({ act, phase }) => act === "password.change" && phase === "open",
  )
  expect(open.map(({ due }) => due?.day)).toEqual(["2026-05-21"])
  await w.turnTo("2026-05-07", "10:00")
  const told = w.said().filter(({ text }) => text.includes("更换密码：微博“示例县发布”"))
  expect(told.map(({ to }) => to)).toEqual([zhang])
})
