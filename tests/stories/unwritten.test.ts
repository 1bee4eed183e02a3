import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { group, li, wang, type World, world, zhang } from "../world.ts"

/** What a county nobody here knows might ask for: one file in the data folder, and nothing else. */
const COUNTY = `
id: nowhere
title: 某县政务新媒体管理细则
issuer: 某县人民政府办公室
status: in-force
rules:
  - { id: X-1, article: 第三条, kind: quota, atLeast: every 10 days, warn: [3 days], says: 每10天至少更新一次 }
  - { id: X-2, article: 第四条, kind: deadline, starts: account.opened, do: filing.open, within: 10 working days, to: 县政府办公室, says: 开设后10个工作日内备案 }
  - { id: X-3, article: 第五条, kind: deadline, starts: account.cancelled, do: filing.close, within: 5 working days, to: 县政府办公室, says: 注销后5个工作日内备案 }
  - { id: X-4, article: 第六条, kind: deadline, starts: account.changed, of: [verification, link], do: system.update, within: 3 working days, to: 省级系统, says: 认证信息和链接变更后3个工作日内更新省级系统 }
  - { id: X-5, article: 第七条, kind: periodic, do: password.change, atLeast: every 3 months, says: 密码至少每3个月更换一次 }
  - { id: X-6, article: 第八条, kind: limit, limit: silence, atMost: 90 days, mark: zombie, says: 90天没有更新的列为僵尸账号 }
`
const SCHOOL = "示例县教育局"
const ACCOUNT = "抖音“示例县教育”"
const BOOK = "《某县政务新媒体管理细则》"

let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "zhishou-unwritten-"))
  await mkdir(join(folder, "rulebooks"))
  await writeFile(join(folder, "rulebooks", "nowhere.yaml"), COUNTY)
})
afterAll(() => rm(folder, { recursive: true }))

/** The school under that file, with a new account that opened and posted on Monday 2 March. */
const school = async (): Promise<World> => {
  const w = await world({ settings: { DATA_DIR: folder } })
  await w.say(zhang, `/setunit ${SCHOOL} 适用规章 某县政务新媒体管理细则`)
  await w.say(
    zhang,
    `/register\n主办单位：${SCHOOL}\n平台：抖音\n名称：示例县教育\n开通日期：2026-03-02\n主账号：否\n运营方式：本单位人员\n密码保管人：张敏\n最近更新：今天 9:00`,
  )
  for (const answer of ["跳过", "跳过", "跳过"]) await w.press(zhang, answer)
  w.said()
  return w
}
const lines = (w: World, what: string) =>
  w
    .said()
    .filter(({ text }) => text.includes(what))
    .map(({ to, text }) => [to, text.split("\n").find((line) => line.includes(what))])

test("its filings and its password fall due by its figures, each with its article", async () => {
  const w = await school()
  await w.say(zhang, "/due")
  expect(w.only(zhang).text.split("\n")).toEqual([
    "【有期限的事项】全部所辖",
    "🟢 开设备案（报县政府办公室）：抖音“示例县教育”，还剩 14 天，3月16日（周一）24:00 前",
    // From 20 February three months are over first, from today the 90 days of the house.
    "🟢 更换密码：微信订阅号“示例县教育”，还剩 79 天，5月20日（周三）24:00 前",
    "🟢 更换密码：微博“示例县教育”，还剩 79 天，5月20日（周三）24:00 前",
    "🟢 更换密码：抖音“示例县教育”，还剩 90 天，5月31日（周日）24:00 前",
    `依据 ${BOOK}第四条`,
    `依据 ${BOOK}第七条`,
    `依据 ${BOOK}第七条（期限为本单位约定）`,
  ])
  await w.turnTo("2026-03-03", "10:00")
  // What it does not name it does not count.
  await w.say(zhang, `/edit ${ACCOUNT}\n项目：编辑人员\n编辑人员：王磊`)
  await w.say(zhang, `/edit ${ACCOUNT}\n项目：认证信息\n认证信息：示例县教育局官方抖音号`)
  await w.say(
    wang,
    `/closeorder\n账号：${ACCOUNT}\n决定单位：某县人民政府办公室\n文号：某政办〔2026〕8号\n日期：今天\n原因：长期不更新`,
  )
  w.said()
  await w.say(zhang, "/due")
  expect(
    w
      .only(zhang)
      .text.split("\n")
      .filter((line) => !line.includes("更换密码")),
  ).toEqual([
    "【有期限的事项】全部所辖",
    "🟡 更新报送系统信息（报省级系统）：抖音“示例县教育”，还剩 3 天，3月6日（周五）24:00 前",
    "🟢 注销备案（报县政府办公室）：抖音“示例县教育”，还剩 7 天，3月10日（周二）24:00 前",
    "🟢 开设备案（报县政府办公室）：抖音“示例县教育”，还剩 13 天，3月16日（周一）24:00 前",
    `依据 ${BOOK}第六条`,
    `依据 ${BOOK}第五条`,
    `依据 ${BOOK}第四条`,
    `依据 ${BOOK}第七条`,
  ])
})

test("an update every 10 days is brought up, missed and told; after 90 the account is a zombie", async () => {
  const w = await school()
  await w.turnTo("2026-03-13", "09:01")
  const [first, last, call, leader] = lines(w, ACCOUNT)
  expect([first, last, call, leader]).toEqual([
    [group, `🟡 ${ACCOUNT}：还剩 3 天，3月12日（周四）24:00 前；上次更新 3月2日`],
    [group, `🟡 ${ACCOUNT}：今天是最后一天，3月12日（周四）24:00 前；上次更新 3月2日`],
    [group, `🟡 ${ACCOUNT}：今天是最后一天，3月12日（周四）24:00 前；上次更新 3月2日`],
    [li, `【更新未达标】${SCHOOL}的${ACCOUNT}`],
  ])
  const standing = async (day: string) => {
    await w.turnTo(day, "12:00")
    w.said()
    await w.say(zhang, `/why ${ACCOUNT}`)
    return w.only(zhang).text.split("\n").slice(1, 5)
  }
  const rule = ["", `▪ ${BOOK}第三条：每10天1次`, "　每10天至少更新一次"]
  expect(await standing("2026-05-31")).toEqual([
    "现在：💤 休眠，请立即更新；上次更新 3月2日，距今 90 天；从 2026年3月2日 起算。",
    ...rule,
  ])
  expect(await standing("2026-06-01")).toEqual([
    "现在：⚫ 僵尸，请立即更新；上次更新 3月2日，距今 91 天；从 2026年3月2日 起算。",
    ...rule,
  ])
})
