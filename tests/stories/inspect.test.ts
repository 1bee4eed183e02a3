import { expect, test } from "vitest"
import { bind } from "../books.ts"
import { group, li, wang, type World, world, zhang, zhao } from "../world.ts"

const N14 = "依据 《国家政务新媒体管理要求》检查指标单项否决（国办秘函〔2019〕19号）"

const STRICT = `
id: strict
title: 示例县教育系统规定
issuer: 示例县教育局
status: in-force
rules:
  - { id: T-1, article: 第三条, kind: quota, atLeast: every 3 days, says: 三天一次 }
`

/** The county, in which nothing was posted for fifteen days but on Douyin. */
const silent = async (): Promise<World> => {
  const w = await world()
  await w.turnTo("2026-03-12", "09:00")
  await w.say(zhang, "/post 抖音示例县发布 https://www.douyin.com/video/1")
  await w.turnTo("2026-03-15", "10:00")
  w.said()
  return w
}

const asked = async (w: World, who: number, text: string, where?: number): Promise<string> => {
  await w.say(who, text, where === undefined ? {} : { in: where })
  return w.said().at(-1)?.text ?? ""
}

test("which accounts would fail if the inspector came now: the strictest first, with the arithmetic and the article", async () => {
  const w = await silent()
  expect(await asked(w, li, "能过吗")).toBe(
    [
      "【现在来检查】示例县人民政府办公室",
      "🔴 不合格 1 个，🟡 将不合格 3 个，🟢 合格 1 个",
      "🔴 微博“示例县教育”（示例县教育局）",
      "　· 2月27日更新＋14天＝3月13日（周五）截止，已超 2 天",
      "🟡 微信订阅号“示例县发布”（示例县人民政府办公室）",
      "　· 3月1日更新＋14天＝3月15日（周日）截止，当天是最后一天",
      "🟡 微信订阅号“示例县教育”（示例县教育局）",
      "　· 3月1日更新＋14天＝3月15日（周日）截止，当天是最后一天",
      "🟡 微博“示例县发布”（示例县人民政府办公室）",
      "　· 3月2日更新＋14天＝3月16日（周一）截止，还剩 1 天",
      N14,
    ].join("\n"),
  )
  expect(await asked(w, wang, "/inspect 示例县教育局")).toContain(
    "🔴 不合格 1 个，🟡 将不合格 1 个，🟢 合格 0 个",
  )
  expect(await asked(w, zhao, "/inspect")).toContain("您还没有登记")
})

test("of one account it says when it would begin to fail", async () => {
  const w = await silent()
  expect(await asked(w, zhang, "/inspect 抖音示例县发布")).toBe(
    [
      "【现在来检查】抖音“示例县发布”（示例县人民政府办公室）",
      "🟢 合格",
      "照此下去，3月27日（周五）起不合格：",
      "　· 3月12日更新＋14天＝3月26日（周四）截止，已超 1 天",
      N14,
    ].join("\n"),
  )
})

test("a day that has passed is judged by what was true then, and a post that was reported late is told apart", async () => {
  const w = await silent()
  expect(await asked(w, li, "/inspect 3月14日")).toContain("🔴 不合格 1 个，🟡 将不合格 3 个，🟢 合格 1 个")
  await w.say(zhang, "/post 微博示例县教育 https://weibo.com/2 3月10日 09:00")
  await bind(w, "示例县教育局", STRICT)
  w.said()
  const then = await asked(w, li, "/inspect 3月14日 微博示例县教育")
  expect(then).toBe(
    [
      "【按2026年3月14日24:00的情况检查】微博“示例县教育”（示例县教育局）",
      "🟢 合格",
      "按当时的规章和账号状态；更新按发布时间计，后来撤回的不计。",
      "　（有 1 次更新是事后补报的，按发布时间计入）",
    ].join("\n"),
  )
  expect(await asked(w, li, "/inspect 微博示例县教育")).toContain(
    "3月10日更新＋3天＝3月13日（周五）截止，已超 2 天",
  )
})

test("a day ahead is played forward as if nothing more were posted and nothing more done", async () => {
  const w = await silent()
  const ahead = await asked(w, li, "/inspect 2026-04-20")
  expect(ahead.split("\n").slice(0, 5)).toEqual([
    "【照此下去，到2026年4月20日24:00】示例县人民政府办公室",
    "🔴 不合格 5 个，🟡 将不合格 0 个，🟢 合格 0 个",
    "假定今后不再更新，事项也不再办理。",
    "🔴 微博“示例县教育”（示例县教育局）",
    "　· 2026年2月27日以来没有更新，超过30天，属于休眠账号〔1〕",
  ])
  expect(ahead.split("\n").slice(-2)).toEqual(["依据〔1〕本单位约定", N14.replace("依据 ", "依据〔2〕")])
})

test("a group hears how many, and no names but of its own unit when it asks for one", async () => {
  const w = await silent()
  expect(await asked(w, li, "/inspect", group)).toBe(
    [
      "【现在来检查】示例县人民政府办公室",
      "🔴 不合格 1 个，🟡 将不合格 3 个，🟢 合格 1 个",
      "具体账号请私聊发 /inspect 查看。",
    ].join("\n"),
  )
  expect(await asked(w, li, "/inspect 微博示例县教育", group)).not.toContain("2月27日")
  expect(await asked(w, li, "/inspect 抖音示例县发布", group)).toContain("🟢 合格")
})

test("nonsense, a day before the first record, or one too far ahead gets a sentence, and changes nothing", async () => {
  const w = await world()
  const rows = () => w.look(async ({ tables }) => [await tables.accounts.all(), await tables.editions.all()])
  const before = await rows()
  for (const [typed, answer] of [
    ["2026-13-45", "日期“2026-13-45”无法识别。"],
    ["2024-01-01", "最早的账号是2025年1月26日登记的，更早的情况没有记录。"],
    ["2028-01-01", "只能往后推算 366 天，请写近一些的日期。"],
    ["没有的单位", "没有找到账号“没有的单位”。"],
  ] as const)
    expect(await asked(w, li, `/inspect ${typed}`)).toContain(answer)
  expect(await rows()).toEqual(before)
})

test("the weeks of all accounts are one tap away as a picture, in private only", async () => {
  const w = await silent()
  await w.say(wang, "/inspect")
  await w.press(wang, "近期走势图")
  expect(w.said().at(-1)?.text).toBe("示例市人民政府办公室 账号检查情况（2025年12月22日—2026年3月15日）")
  const shown = w.playground.transcript({ chat: wang, as: wang }).at(-1)
  expect(shown?.picture?.width).toBe(1_170)
  const bytes = w.playground.file(shown?.picture?.id ?? "")?.bytes ?? Buffer.alloc(0)
  expect(bytes.length).toBeGreaterThan(5_000)
  expect(bytes.length).toBeLessThan(200_000)
  await w.say(wang, "/inspect", { in: group })
  expect(w.said().at(-1)?.buttons).toEqual([])

  // What no font can draw stands in the text, and never as an empty box.
  await w.look(async ({ tables }) => {
    for (const account of await tables.accounts.all())
      if (account.platform === "douyin") await tables.accounts.put({ ...account, name: "示例🔥发布" })
  })
  await w.say(wang, "/inspect")
  await w.press(wang, "近期走势图")
  expect(w.said().at(-1)?.text).toContain("\n图中的〓：抖音 示例🔥发布")
})
