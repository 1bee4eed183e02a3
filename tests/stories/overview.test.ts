import { describe, expect, test } from "vitest"
import { act } from "../../services/app.ts"
import * as people from "../../services/people.ts"
import { cardsIn, look, openBureau, openCounty, toldFor } from "../looking.ts"
import { li, wang, world, zhang, zhao, zhou } from "../world.ts"

describe("/page", () => {
  test("opens the overview within Telegram, in private alone", async () => {
    const w = await openCounty({
      settings: { HTTP_URL: "https://bot.example.gov.cn/zhishou/", HTTP_PORT: 0 },
    })
    await w.say(li, "/page")
    expect(w.only(li)).toMatchObject({
      text: "一览页上有：不合格和将不合格的账号、有期限的事项、现在谁值班、正在处理的突发情况。只能看，不能改；看得到的范围与聊天里一样。",
      buttons: ["打开一览页"],
    })
    const address = w.playground.transcript({ chat: li }).at(-1)?.buttons[0]?.[0]?.page
    expect(address).toBe("https://bot.example.gov.cn/zhishou/page/")
    await w.say(li, "/page", { in: -2001 })
    expect(w.said().map(({ text, buttons }) => [text, buttons])).toEqual([
      ["这个指令请在与我的私聊里使用。", []],
    ])
  })

  test("says what to set while there is no public address", async () => {
    const w = await world()
    await w.say(li, "/page")
    expect(w.only(li)).toMatchObject({
      text: "一览页还没有开通。请管理员把 HTTP_URL 设为对外的 https 地址后再试；在这之前，可以发 /today、/due、/onduty、/incidents 查看。",
      buttons: [],
    })
    expect(w.running.page).toBe(null)
  })
})

describe("the overview", () => {
  test("shows a leader what is red, due, running, and who is on duty, as the chat does", async () => {
    const w = await openBureau()
    await w.say(zhang, "/sos 舆情")
    await w.press(zhang, "拿不准")
    const { page, at, language, headers } = await look(w, toldFor(w, li))
    expect([at, language, page?.reader]).toEqual([w.playground.clock.now(), "zh", "李国强"])
    expect(cardsIn(page, "incidents")).toEqual([
      "无人接手｜2026-1 舆情｜示例县人民政府办公室，3月2日（周一）10:00发现｜⏳ 还没有人接手｜已叫：值班 张敏 10:00｜⏱ 新闻发布会：3月3日（周二）10:00前，还有 24 小时（《国家政务新媒体管理要求》政务舆情回应（国办发〔2016〕61号））",
    ])
    expect(cardsIn(page, "failing")).toEqual([
      "不合格｜微信视频号“示例交通”｜示例县交通运输局｜没有批准就已开通｜依据 《吴堡县政务新媒体管理通知》二（一）",
      "将不合格｜小红书“示例交通”｜示例县交通运输局｜2月17日更新＋14天＝3月3日（周二）截止，还剩 1 天｜依据 《国家政务新媒体管理要求》检查指标单项否决（国办秘函〔2019〕19号）",
      "将不合格｜哔哩哔哩“示例交通”｜示例县交通运输局｜注销备案（报全国政务新媒体信息报送系统）：3月4日（周三）到期，还剩 2 天｜依据 《吴堡县政务新媒体管理通知》二（六）",
      "将不合格｜微博“示例县教育”｜示例县教育局｜检查发现 2026-1“评论区关闭，群众无法留言”：3月10日（周二）前整改，还剩 8 天",
    ])
    const due = cardsIn(page, "due")
    expect(due[0]).toBe(
      "临近｜注销备案（报全国政务新媒体信息报送系统）：抖音“示例交通路况”｜示例县交通运输局｜明天到期，3月3日（周二）24:00 前｜依据 《吴堡县政务新媒体管理通知》二（六）",
    )
    // What is due in two months, or may not be done yet, is no matter for today.
    expect(due.filter((card) => /更换密码|还没到时候/.test(card))).toEqual([])
    expect(cardsIn(page, "duty")).toEqual([
      "无人值班｜示例县人民政府办公室｜下一班：张敏（3月2日（周一）11:00–23:00）｜还可以找分管领导：李国强",
    ])
    const { weeks, rows = [] } = page?.grid ?? {}
    expect([weeks?.length, weeks?.at(-1), rows.length]).toEqual([12, "3/2", 10])
    expect(rows.find(({ name }) => name.startsWith("小红书"))).toEqual({
      name: "小红书“示例交通”",
      unit: "示例县交通运输局",
      tones: [...Array<string>(9).fill("none"), "good", "near", "near"],
    })
    expect(page?.foot[0]).toBe("单位 3 个，账号 10 个，人员 2 人，工作群 1 个。")
    await w.press(zhang, "我来处理")
    expect(cardsIn((await look(w, toldFor(w, li))).page, "incidents")).toEqual([
      "处理中｜2026-1 舆情｜示例县人民政府办公室，3月2日（周一）10:00发现｜🙋 张敏接手了，3月2日（周一）10:00起｜⏱ 新闻发布会：3月3日（周二）10:00前，还有 24 小时（《国家政务新媒体管理要求》政务舆情回应（国办发〔2016〕61号））",
    ])
    expect(headers.get("cache-control")).toBe("no-store")
  })

  test("is for everybody what they may see in the chat, and nothing beside it", async () => {
    const w = await openBureau()
    await w.look(async (turn) => {
      const school = (await turn.tables.units.all()).find(({ name }) => name === "示例县教育局")
      const [user, unitId] = [`telegram:${String(zhou)}`, school?.id ?? ""]
      const { id } = await people.enrol(turn, { user, name: "周静", chat: null, unitId })
      await people.appoint(turn, id, unitId, "publisher")
    })
    await w.turnTo("2026-03-18", "10:00")
    const seen = async (who: number, name: string) =>
      cardsIn((await look(w, toldFor(w, who))).page, name).map((card) =>
        card.split("｜").slice(0, 2).join("｜"),
      )
    expect((await seen(wang, "failing")).length).toBe(12)
    expect([...(await seen(zhou, "failing"))].sort()).toEqual([
      "不合格｜微信订阅号“示例县教育”",
      "不合格｜微博“示例县教育”",
    ])
    expect(await seen(zhou, "due")).toEqual([
      "已逾期，已报领导｜整改：微博“示例县教育”（评论区关闭，群众无法留言）",
    ])
    const rows = (await look(w, toldFor(w, zhou))).page?.grid?.rows.map(({ name }) => name)
    expect(rows).toEqual(["微博“示例县教育”", "微信订阅号“示例县教育”"])
    expect(await seen(zhou, "duty")).toEqual(["没有排班｜示例县教育局"])
  })

  test("speaks the reader's language, or the one that is asked for", async () => {
    const w = await openCounty()
    expect((await look(w, toldFor(w, li), "?lang=en")).page?.sections[0]).toMatchObject({
      title: "Emergencies",
      none: "No emergency is under way.",
    })
    expect((await look(w, toldFor(w, li), "?lang=xx")).language).toBe("zh")
  })
})

describe("who learns nothing", () => {
  test("whoever is not enrolled, and whoever has no role any more", async () => {
    const w = await openBureau()
    const stranger = await look(w, toldFor(w, zhao))
    expect([stranger.status, stranger.text]).toEqual([
      403,
      JSON.stringify({ error: "您好，您还没有登记，暂时不能使用。请向本单位管理员索取邀请链接。" }),
    ])
    const told = toldFor(w, li)
    expect((await look(w, told)).status).toBe(200)
    await act(w.running.app, { by: "test", why: "dismiss" }, async ({ tables, now }) => {
      for (const role of await tables.roles.all())
        if ((await tables.persons.get(role.personId))?.name === "李国强")
          await tables.roles.put({ ...role, until: now })
    })
    const before = await look(w, told)
    expect([before.status, before.text]).toEqual([
      403,
      JSON.stringify({ error: "您没有查看的权限。需要时请联系本单位管理员。" }),
    ])
  })

  test("whoever cannot say who they are, or said it too long ago", async () => {
    const w = await openCounty({ settings: { PAGE_MINUTES: 30 } })
    const told = toldFor(w, li)
    const refused = async (it: string | null) => {
      const { status, text, error } = await look(w, it)
      expect(text).toBe(JSON.stringify({ error }))
      return [status, error]
    }
    const missing = "请在 Telegram 里打开：私聊发 /page，再按“打开一览页”。"
    const altered = "无法确认是谁打开的，所以什么都不能显示。请回到私聊发 /page，再按“打开一览页”。"
    const old = "打开得太久了。请关闭本页，回到私聊按“打开一览页”重新打开。"
    expect(await refused(null)).toEqual([401, missing])
    expect(await refused("")).toEqual([401, missing])
    expect(await refused(told.replace("1002", "1003"))).toEqual([401, altered])
    expect(await refused(`${told}&user=1003`)).toEqual([401, altered])
    w.playground.clock.set(w.playground.clock.now() + 30 * 60_000)
    expect((await look(w, told)).status).toBe(200)
    w.playground.clock.set(w.playground.clock.now() + 1_000)
    expect(await refused(told)).toEqual([401, old])
    w.playground.clock.set(w.playground.clock.now() - 3 * 3_600_000)
    expect(await refused(told)).toEqual([401, "服务器的时间不准，暂时不能显示。请告诉安装值守的技术人员。"])
  })

  test("whoever looks without end, for a minute; the others look on", async () => {
    const w = await openCounty()
    const statuses = async (who: number, count: number) => {
      const found = []
      for (let each = 0; each < count; each += 1) found.push((await look(w, toldFor(w, who))).status)
      return found
    }
    expect((await statuses(li, 12)).every((status) => status === 200)).toBe(true)
    const refused = await look(w, toldFor(w, li))
    expect([refused.status, refused.error, refused.headers.get("retry-after")]).toEqual([
      429,
      "刷新得太频繁了，请过一会儿再看。",
      "60",
    ])
    expect(await statuses(wang, 1)).toEqual([200])
    w.playground.clock.set(w.playground.clock.now() + 60_000)
    expect(await statuses(li, 1)).toEqual([200])
  })
})

describe("the page's files", () => {
  test("are light, run nothing but their own, and stand in frames of Telegram alone", async () => {
    const w = await openCounty()
    let weight = 0
    for (const name of [
      "",
      "page.css",
      "page.js",
      "dom.js",
      "draw.js",
      "grid.js",
      "telegram.js",
      "words.js",
    ]) {
      const response = await fetch(`${w.running.page ?? ""}${name}`)
      expect([name, response.status]).toEqual([name, 200])
      const { headers } = response
      const own = new URL(w.playground.url).port
      expect(headers.get("content-security-policy")).toBe(
        `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors https://web.telegram.org https://*.telegram.org http://127.0.0.1:${own} http://localhost:${own}`,
      )
      expect([headers.get("x-content-type-options"), headers.get("referrer-policy")]).toEqual([
        "nosniff",
        "no-referrer",
      ])
      const text = await response.text()
      expect(text).not.toMatch(/<script(?![^>]* src=)|\son\w+=|style=|https?:\/\//)
      weight += text.length
    }
    expect(weight).toBeLessThan(60_000)
    for (const name of ["../settings.ts", "page.ts", "%2e%2e/page.ts", "words.js/x"])
      expect((await fetch(`${w.running.page ?? ""}${name}`)).status).toBe(404)
  })
})
