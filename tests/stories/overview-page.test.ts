import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { act } from "../../services/app.ts"
import { openBureau, openCounty } from "../looking.ts"
import { complaintsOf, missing, useBrowser, useChromium } from "../playground/phones.ts"
import { li, type World, zhang } from "../world.ts"

/** Where the picture of the README goes, when it is asked for. */
const PICTURE = process.env["LEADER_PICTURE"]

const PHONE = { viewport: { width: 360, height: 740 }, locale: "zh-CN" } as const

/** The overview as the leader's Telegram opens it, on a telephone. */
const opened = async (
  browser: Browser,
  w: World,
  { theme, ...options }: BrowserContextOptions & { theme?: object } = {},
): Promise<{ page: Page; complaints: readonly string[] }> => {
  const context = await browser.newContext({ ...PHONE, ...options })
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  const colours =
    theme === undefined ? "" : `&tgWebAppThemeParams=${encodeURIComponent(JSON.stringify(theme))}`
  await page.goto(w.playground.openPage({ who: li }) + colours)
  await page.locator("body.ready").waitFor()
  return { page, complaints }
}

/** Every text that is shown with too little contrast to what lies behind it: less than 4.5 : 1. */
const FAINT = `(() => {
  const rgb = (text) => (text.match(/[\\d.]+/g) ?? []).map(Number)
  const part = (c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  const light = ([r, g, b]) => 0.2126 * part(r / 255) + 0.7152 * part(g / 255) + 0.0722 * part(b / 255)
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = rgb(getComputedStyle(each).backgroundColor)
      if (colour.length === 3 || colour[3] === 1) return colour
    }
    return [255, 255, 255]
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const faint = []
  let seen = 0
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (walker.currentNode.data.trim() === "" || element.tagName === "NOSCRIPT") continue
    const ink = light(rgb(getComputedStyle(element).color))
    const ground = light(behind(element))
    seen += 1
    if ((Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05) < 4.5) faint.push(walker.currentNode.data)
  }
  return { seen, faint }
})()`

const isReadable = async (page: Page): Promise<void> => {
  const { seen, faint } = await page.evaluate<{ seen: number; faint: string[] }>(FAINT)
  expect(seen).toBeGreaterThan(20)
  expect(faint).toEqual([])
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360)
}

const ground = (page: Page): Promise<string> =>
  page.evaluate<string>("getComputedStyle(document.body).backgroundColor")

describe.skipIf(missing)("the overview in a real browser", () => {
  const browser = useChromium()
  const view = useBrowser()

  test("opens from the leader's phone in the playground, signed for whose phone it is", async () => {
    const w = await openBureau()
    const { page, complaints, phone } = await view(w.playground)
    await phone("leader").getByRole("button", { name: "一览页" }).click()
    const frame = phone("leader").frameLocator("iframe")
    await frame.getByText("李国强能看到的范围").waitFor()
    await frame.getByRole("heading", { name: "小红书“示例交通”" }).waitFor()
    await page.keyboard.press("Escape")
    expect(await phone("leader").getByRole("dialog").count()).toBe(0)
    await w.say(li, "/page")
    await phone("leader").getByRole("tab", { name: "私聊" }).click()
    await phone("leader").getByRole("button", { name: "打开一览页" }).click()
    await frame.getByText("李国强能看到的范围").waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })

  test("is read on a telephone by daylight and at night, in Telegram's colours too, and nothing runs out to the side", async () => {
    const w = await openBureau()
    await w.say(zhang, "/sos 舆情")
    await w.press(zhang, "拿不准")
    const night = { bg_color: "#17212b", secondary_bg_color: "#0e1621", text_color: "#ffffff" }
    const garish = { bg_color: "#ffd700", secondary_bg_color: "#808080", section_bg_color: "#999999" }
    for (const [colorScheme, theme, shown] of [
      ["light", undefined, "rgb(238, 242, 241)"],
      ["dark", undefined, "rgb(14, 20, 21)"],
      ["light", night, "rgb(14, 22, 33)"],
      // On these nothing could be read: then the page keeps its own.
      ["dark", garish, "rgb(238, 242, 241)"],
    ] as const) {
      const { page, complaints } = await opened(browser(), w, { colorScheme, ...(theme ? { theme } : {}) })
      await isReadable(page)
      expect([await ground(page), complaints]).toEqual([shown, []])
      await page.context().close()
    }
    if (PICTURE === undefined) return
    const { page } = await opened(browser(), w, { deviceScaleFactor: 2 })
    await page.screenshot({ path: PICTURE })
    await page.context().close()
  })

  test("tells a screen reader landmarks, headings and lists, and in words how each thing stands", async () => {
    const w = await openBureau()
    const { page } = await opened(browser(), w)
    const told = await page.locator("body").ariaSnapshot()
    const inOrder = [
      '- link "跳到内容"',
      "- banner:",
      '- heading "值守一览" [level=1]',
      '- button "刷新"',
      "- status",
      '- navigation "目录":',
      '- link "4 不合格和将不合格的账号 不合格"',
      "- main:",
      '- region "突发情况 0":',
      '- heading "突发情况 0" [level=2]',
      "- paragraph: 没有正在处理的突发情况。",
      '- region "现在谁值班 1":',
      "- paragraph: 无人值班",
      '- heading "示例县人民政府办公室" [level=3]',
      '- region "不合格和将不合格的账号 4":',
      '- region "有期限的事项 ',
      '- region "账号逐周检查情况":',
      "- table:",
      '- row "账号 12/15 12/22 12/29 1/5 1/12 1/19 1/26 2/2 2/9 2/16 2/23 3/2":',
      '- columnheader "3/2"',
      '- rowheader "小红书“示例交通” 示例县交通运输局"',
      '- cell "',
      "- contentinfo:",
    ]
    let from = 0
    for (const part of inOrder) {
      const at = told.indexOf(part, from)
      expect([part, at >= 0]).toEqual([part, true])
      from = at
    }
    await page.context().close()
  })

  test("is walked by keyboard: past the head, to a section, and round again after it was read anew", async () => {
    const w = await openBureau()
    const { page } = await opened(browser(), w, { reducedMotion: "reduce" })
    const focused = () =>
      page.evaluate<string>("document.activeElement.id || document.activeElement.textContent")
    const walk = []
    for (let step = 0; step < 7; step += 1) {
      await page.keyboard.press("Tab")
      walk.push(await focused())
    }
    expect(walk).toEqual(["skip", "refresh", "language", "to-incidents", "to-duty", "to-failing", "to-due"])
    const outline = "getComputedStyle(document.activeElement).outlineStyle"
    expect(await page.evaluate(outline)).toBe("solid")
    // What was opened stands behind the address, so going somewhere must not touch it.
    const address = page.url()
    await page.keyboard.press("Enter")
    expect([await focused(), page.url()]).toEqual(["due-title", address])
    await page.locator("#to-failing").focus()
    await w.say(zhang, "/sos 舆情")
    await w.press(zhang, "拿不准")
    await page.evaluate("window.dispatchEvent(new Event('online'))")
    await page.getByRole("status").getByText("突发情况 1").waitFor()
    expect(await focused()).toBe("to-failing")
    await page.context().close()
  })

  test("shows names as they were typed, never as markup", async () => {
    const w = await openCounty()
    const name = `<script>alert(1)</script><img src=x onerror=alert(2)>`
    await act(w.running.app, { by: "test", why: "names" }, async ({ tables }) => {
      for (const account of await tables.accounts.all())
        await tables.accounts.put({ ...account, name, lastPostAt: null })
      for (const post of await tables.posts.all()) await tables.posts.remove(post.id)
      for (const person of await tables.persons.all()) await tables.persons.put({ ...person, name })
      for (const unit of await tables.units.all()) await tables.units.put({ ...unit, name })
    })
    const { page, complaints } = await opened(browser(), w)
    const heading = await page.locator("#failing h3").first().textContent()
    expect(heading).toContain(name)
    expect(await page.locator("#reader").textContent()).toBe(`${name}能看到的范围`)
    expect(await page.locator("img, main script, header script").count()).toBe(0)
    await isReadable(page)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test("keeps the last picture with its time while the line is cut, and reads anew when it is back", async () => {
    const w = await openBureau()
    const { page } = await opened(browser(), w)
    const notice = page.getByRole("status")
    const cards = page.locator("#failing .card")
    await page.context().setOffline(true)
    await page.getByRole("button", { name: "刷新" }).click()
    await notice.getByText("连不上服务器。下面是 3月2日 10:00 读到的内容。").waitFor()
    expect(await cards.count()).toBe(4)
    w.playground.clock.set(w.playground.clock.now() + 5 * 60_000)
    await page.context().setOffline(false)
    await page.getByText("3月2日 10:05 读取").first().waitFor()
    expect(await notice.textContent()).not.toContain("连不上")
    await page.getByRole("button", { name: "English" }).click()
    await page.getByRole("heading", { name: "Accounts that fail, or soon will 4" }).waitFor()
    expect(await page.locator("html").getAttribute("lang")).toBe("en")
    await page.context().close()
  })

  test("takes everything away from whoever may not see it any more, and shows nothing outside Telegram", async () => {
    const w = await openBureau()
    const { page } = await opened(browser(), w)
    expect(await page.locator(".card").count()).toBeGreaterThan(5)
    await act(w.running.app, { by: "test", why: "dismiss" }, async ({ tables, now }) => {
      for (const role of await tables.roles.all()) await tables.roles.put({ ...role, until: now })
    })
    await page.getByRole("button", { name: "刷新" }).click()
    await page.getByRole("status").getByText("您没有查看的权限。").waitFor()
    expect(await page.locator(".card, .tile, section, #foot p").count()).toBe(0)
    expect(await page.locator("body").textContent()).not.toContain("示例")
    await page.goto("about:blank")
    await page.goto(w.running.page ?? "")
    await page.getByRole("status").getByText("请在 Telegram 里打开：私聊发 /page").waitFor()
    expect(await page.locator(".card").count()).toBe(0)
    await page.context().close()
  })
})
