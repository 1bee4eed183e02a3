import { describe, expect, test } from "vitest"
import { commands } from "../../commands/index.ts"
import { asksForLikes } from "../../rules/repost.ts"
import { acts, events } from "../../rules/vocabulary.ts"
import { languages } from "../../text/index.ts"
import { instantOf } from "../../rules/time.ts"
import { bind, under } from "../books.ts"
import { group, li, wang, type World, world, zhang } from "../world.ts"

const CITY = "示例市人民政府办公室"
const LINK = "https://weibo.com/1/upstream"

/** Whose items may be passed on, as the city office wrote it down. */
const SOURCES = `{ id: sources, title: 转发来源, issuer: 市政府办公室, status: in-force, rules: [
  { id: S-1, article: 第一条, kind: record, record: item.sources, fields: [示例省发布, news.example.cn], says: 上级账号名单 }] }`

const announcement = (changes: Readonly<Record<string, string>> = {}): string =>
  [
    "/upstream",
    ...Object.entries({
      单位: CITY,
      来源: "上级政务账号",
      发布者: "示例省发布",
      标题: "关于做好防汛工作的通知",
      原文链接: LINK,
      发布时间: "今天 9:30",
      平台: "微博、微信订阅号",
      紧急程度: "日常信息",
      ...changes,
    }).map(([label, value]) => `${label}：${value}`),
  ].join("\n")

/** The county under the rules of the city, and an item that came out half an hour ago, announced by 王芳. */
const announced = async (changes: Readonly<Record<string, string>> = {}, at = "10:00"): Promise<World> => {
  const w = await world({ at: instantOf("2026-03-02", at) })
  await under(w, CITY, "xuancheng")
  await bind(w, CITY, SOURCES)
  await w.say(wang, announcement(changes))
  return w
}

const CARD = ["【转发任务】关于做好防汛工作的通知", "上级政务账号“示例省发布”，3月2日（周一）09:30发布", LINK]

/** How a line of the latest card of a chat stands. */
const lineOf = (w: World, chat: number, named: string): string =>
  w.playground
    .transcript({ chat })
    .findLast(({ text }) => text.includes("转发任务】"))
    ?.text.split("\n")
    .find((line) => line.includes(named)) ?? ""

const cardsIn = (w: World, chat: number) =>
  w.playground.transcript({ chat }).filter(({ text }) => text.includes("转发任务】"))

describe("an item from above", () => {
  test("is announced once, and every account below gets its own time: an aim of an hour on Weibo, a working day on WeChat (XC-26, XC-27)", async () => {
    const w = await announced()
    const said = w.said()
    expect(said.map(({ to }) => to).sort()).toEqual([group, wang].sort())
    expect(said.find(({ to }) => to === group)?.text).toBe(
      [
        ...CARD,
        "⬜ 微博“示例县发布”：力争3月2日（周一）10:30 前",
        "⬜ 微博“示例县教育”：力争3月2日（周一）10:30 前",
        "⬜ 微信订阅号“示例县发布”：3月3日（周二）24:00 前",
        "⬜ 微信订阅号“示例县教育”：3月3日（周二）24:00 前",
        "已转发 0/4",
        "依据 《宣城市“一网双微一通”建设通知》三（三）",
      ].join("\n"),
    )
  })

  test("has one card in each group, edited in place as accounts report, by a press or with the link", async () => {
    const w = await announced()
    w.said()
    expect(await w.press(zhang, "已转发 微博“示例县发布”", { in: group })).toBe(
      "已登记：微博“示例县发布”已转发。",
    )
    expect(w.said().filter(({ to }) => to === group)).toHaveLength(1)
    expect(lineOf(w, group, "微博“示例县发布”")).toBe("✅ 微博“示例县发布”：张敏，3月2日（周一）10:00已转发")
    await w.say(zhang, `/post 微信订阅号示例县教育 ${LINK} 转发`)
    expect(lineOf(w, group, "微信订阅号“示例县教育”")).toContain("✅")
    expect(lineOf(w, wang, "微信订阅号“示例县教育”")).toContain("✅")
    expect(cardsIn(w, group)).toHaveLength(1)
    expect(cardsIn(w, group)[0]?.text).toContain("已转发 2/4")
    expect(cardsIn(w, group)[0]?.buttons.flat()).toHaveLength(2)
  })

  test("is reposted once by an account: a second press is told so, and taking the report back opens it again", async () => {
    const w = await announced()
    await w.press(zhang, "已转发 微博“示例县发布”", { in: group })
    const [card] = cardsIn(w, group)
    await w.say(zhang, "/undo")
    expect(lineOf(w, group, "微博“示例县发布”")).toBe("⬜ 微博“示例县发布”：力争3月2日（周一）10:30 前")
    await w.press(zhang, "已转发 微博“示例县发布”", { in: group })
    await w.say(zhang, `/post 微博示例县发布 ${LINK}`)
    expect(w.said().at(-1)?.text).toContain("这个链接已经登记过了")
    expect(card?.id).toBe(cardsIn(w, group)[0]?.id)
  })

  test("that misses its aim is missed and no more: no leader hears of it, and it is no violation (XC-26, decision C10)", async () => {
    const w = await announced({ 平台: "微博" })
    await w.turnTo("2026-03-02", "10:31")
    expect(lineOf(w, group, "微博“示例县发布”")).toBe(
      "⬜ 微博“示例县发布”：力争3月2日（周一）10:30 前，没有赶上，仍请转发",
    )
    await w.press(zhang, "已转发 微博“示例县发布”", { in: group })
    expect(lineOf(w, group, "微博“示例县发布”")).toBe(
      "✅ 微博“示例县发布”：张敏，3月2日（周一）10:31已转发（没有赶上力争的时间）",
    )
    await w.turnTo("2026-03-06", "18:00")
    expect(w.said().filter(({ to, text }) => to === li && text.includes("转发"))).toEqual([])
    const rows = await w.look(({ tables }) => tables.obligations.all())
    const phases = rows.filter(({ act }) => act === "upstream.repost").map(({ phase }) => phase)
    expect(phases).toEqual(["missed", "missed"])
  })

  test("that was passed on in time reached its aim, also when that is reported afterwards", async () => {
    const w = await announced({ 平台: "微博" })
    await w.turnTo("2026-03-02", "11:00")
    await w.say(zhang, `/post 微博示例县发布 ${LINK} 转发\n时间：今天 10:10`)
    expect(lineOf(w, group, "微博“示例县发布”")).toBe("✅ 微博“示例县发布”：张敏，3月2日（周一）10:10已转发")
  })

  test("that has to be on WeChat and is not becomes overdue, and the leader hears of it once (XC-27)", async () => {
    const w = await announced({ 平台: "微信订阅号" })
    await w.turnTo("2026-03-06", "18:00")
    expect(lineOf(w, group, "微信订阅号“示例县发布”")).toContain("已逾期，请马上转发")
    const told = w.said().filter(({ to, text }) => to === li && text.includes("转发上级重要信息"))
    expect(told.length).toBeGreaterThan(0)
    expect(told.flatMap(({ text }) => text.match(/微信订阅号“示例县发布”/g) ?? [])).toHaveLength(1)
  })

  test("is due on the next working day where the regulation only says promptly (SJ-22)", async () => {
    const w = await world({ at: instantOf("2026-02-14", "10:00") })
    await under(w, "示例县教育局", "sxjt")
    await bind(w, CITY, SOURCES)
    await w.say(wang, announcement({ 单位: "示例县教育局" }))
    expect(lineOf(w, group, "微博“示例县教育”")).toBe("⬜ 微博“示例县教育”：2月24日（周二）24:00 前")
  })
})

describe("by night", () => {
  test("a card waits for the morning, and says then what its aim was (decision F7)", async () => {
    const w = await announced({ 平台: "微博", 发布时间: "今天 22:50" }, "23:00")
    expect(w.said().map(({ to }) => to)).toEqual([wang])
    await w.turnTo("2026-03-03", "07:59")
    expect(cardsIn(w, group)).toEqual([])
    await w.turnTo("2026-03-03", "08:00")
    expect(lineOf(w, group, "微博“示例县发布”")).toContain("力争3月2日（周一）23:50 前，没有赶上，仍请转发")
  })

  test("an emergency is announced at once (decision F7)", async () => {
    const w = await announced({ 紧急程度: "突发事件，夜里也提醒", 发布时间: "今天 22:50" }, "23:00")
    expect(w.said().find(({ to }) => to === group)?.text).toContain("【紧急转发任务】")
  })
})

describe("nothing is asked for but official items", () => {
  test("the same item is announced once", async () => {
    const w = await announced()
    w.said()
    await w.say(wang, announcement({ 原文链接: `${LINK}/` }))
    expect(w.only(wang).text).toBe("这条信息王芳已经在3月2日（周一）10:00登记过了，不用再登记。")
  })

  test("a link is needed, and what is called a government website is one", async () => {
    const w = await announced({ 来源: "政府网站", 原文链接: "https://shop.example.com/a" })
    expect(w.only(wang).text).toContain("这不是政府网站的链接")
    await w.say(wang, announcement({ 来源: "政府网站", 原文链接: "https://www.gov.cn.example.com/a" }))
    expect(w.only(wang).text).toContain("这不是政府网站的链接")
    await w.say(wang, announcement({ 来源: "企业账号" }))
    expect(w.said().at(-1)?.text).toContain("只转发官方信息")
    await w.say(wang, "/cancel")
    await w.say(wang, announcement({ 来源: "政府网站", 原文链接: "https://www.example.gov.cn/a" }))
    expect(cardsIn(w, group)).toHaveLength(1)
  })

  test("an account is official when a rulebook names it, or it is registered in the unit or above", async () => {
    const w = await announced({ 发布者: "某某娱乐" })
    expect(w.only(wang).text).toBe(
      "“某某娱乐”不在官方来源之列：既不是本单位或上级在台账里登记、正在运行的账号，也不在规则写明的来源名单里。没有建立任务；请核对名称，或先登记这个账号。",
    )
    await w.say(wang, announcement({ 发布者: "某某娱乐", 原文链接: "https://weibo.com/1/gov.cn" }))
    expect(w.only(wang).text).toContain("不在官方来源之列")
    expect(await w.look(({ tables }) => tables.reposts.all())).toEqual([])
    await w.say(wang, announcement({ 发布者: "某某新闻", 原文链接: "https://a.news.example.cn/1" }))
    expect(cardsIn(w, group)).toHaveLength(1)
    // The county's own account stands below the city, not above it.
    await w.say(wang, announcement({ 发布者: "示例县发布", 原文链接: "https://weibo.com/1/county" }))
    expect(w.said().at(-1)?.text).toContain("不在官方来源之列")
    await w.say(
      wang,
      announcement({ 单位: "示例县人民政府办公室", 发布者: "示例县发布", 原文链接: `${LINK}2` }),
    )
    expect(cardsIn(w, group)).toHaveLength(2)
  })

  test("there is no way to ask for likes: no command, no duty and no card knows them, and a title that asks for them is refused", async () => {
    const words = [
      ...acts,
      ...events,
      ...commands.flatMap((each) => [each.name, ...Object.keys(each.fields)]),
      ...Object.values(languages).flatMap((text) =>
        commands.flatMap((each) => {
          const { title, aliases, fields } = each.words(text)
          return [title, ...aliases, ...Object.values(fields).map(({ label }) => label)]
        }),
      ),
    ]
    expect(words.filter(asksForLikes)).toEqual([])
    const w = await announced({ 标题: "请大家点赞！" })
    expect(w.only(wang).text).toBe(
      "值守只登记官方信息的转发，不登记点赞、投票、涨粉之类的要求。没有建立任务。",
    )
    for (const title of ["为我县投票", "集 赞有礼", "Please like it", "转发到朋友圈"]) {
      await w.say(wang, announcement({ 标题: title }))
      expect(w.only(wang).text).toContain("没有建立任务")
    }
    expect(await w.look(({ tables }) => tables.reposts.all())).toEqual([])
    expect(await w.look(({ tables }) => tables.occasions.all())).not.toContainEqual(
      expect.objectContaining({ kind: "upstream.posted" }),
    )
  })

  test("somebody without the right cannot announce, and where no rulebook asks for it nothing is opened", async () => {
    const w = await world()
    await w.say(li, announcement())
    expect(w.only(li).text).toContain("您没有登记上级信息的权限")
    await w.say(wang, announcement())
    expect(w.only(wang).text).toContain("没有建立任务")
    await w.say(wang, announcement({ 发布时间: "今天 23:00" }))
    expect(w.said().at(-1)?.text).toContain("还没有到")
  })
})
