import { existsSync } from "node:fs"
import { InputFile } from "grammy"
import { type Browser, chromium, type Locator, type Page } from "playwright-core"
import { afterAll, beforeAll, vi } from "vitest"
import type { Playground, PlaygroundSettings } from "../../playground/playground.ts"
import { group, leader, officer, operator, startBot } from "./county.ts"

const BROWSER = "/usr/bin/chromium"
/** Without a browser the page is not tested, and that is said. */
export const missing = !existsSync(BROWSER)
if (missing) console.warn(`SKIPPED: the page is not tested, because ${BROWSER} is missing`)

export const county: PlaygroundSettings = {
  groups: [{ id: group, title: "示例县群", members: [operator, officer], admins: [leader] }],
}

/** A bot small enough to read, with one of everything that a page has to show. */
export const startEcho = async (playground: Playground): Promise<void> => {
  const bot = await startBot(playground, (echo) => {
    echo.command("start", (ctx) => ctx.reply(`你好 ${ctx.match}`))
    echo.command("card", (ctx) =>
      ctx.reply("请选择 @liming", {
        reply_markup: {
          inline_keyboard: [
            [
              { text: "签到", callback_data: "in" },
              { text: "无权", callback_data: "no" },
            ],
            [{ text: "开始", url: "https://t.me/zhishou_bot?start=code-1" }],
          ],
        },
      }),
    )
    echo.command("ask", (ctx) =>
      ctx.reply("原因是什么？", {
        reply_parameters: { message_id: ctx.msg.message_id },
        reply_markup: { force_reply: true, selective: true, input_field_placeholder: "写一句原因" },
      }),
    )
    echo.callbackQuery("in", async (ctx) => {
      await ctx.answerCallbackQuery("签到成功")
      await ctx.editMessageText("李明 已签到")
    })
    echo.callbackQuery("no", (ctx) => ctx.answerCallbackQuery({ text: "您无权操作", show_alert: true }))
    echo.on("message:document", (ctx) =>
      ctx.replyWithDocument(new InputFile(Buffer.from("回执"), "回执.txt")),
    )
    echo.on("message:text", (ctx) => ctx.reply(`收到：${ctx.msg.text}`))
  })
  await bot.api.setMyCommands([
    { command: "card", description: "出一张卡片" },
    { command: "ask", description: "问一个问题" },
  ])
}

/** How long the page may take to show something before a test gives up. */
const PATIENCE = 20_000

export interface View {
  readonly page: Page
  /** What the browser complained about. */
  readonly complaints: readonly string[]
  readonly phone: (role: string) => Locator
}

/** A browser for the tests of one file. */
export const useChromium = (): (() => Browser) => {
  let browser: Browser
  // A browser on a busy machine takes its time.
  vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })
  beforeAll(async () => {
    if (missing) return
    const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking"]
    const still = ["--no-sandbox", "--disable-gpu", "--disable-component-update", "--disable-sync"]
    browser = await chromium.launch({ executablePath: BROWSER, args: [...still, ...quiet] })
  })
  afterAll(async () => {
    if (!missing) await browser.close()
  })
  return () => browser
}

/** Listens to what the browser complains about on a page. */
export const complaintsOf = (page: Page): readonly string[] => {
  page.setDefaultTimeout(PATIENCE)
  const complaints: string[] = []
  page.on("console", (line) => {
    if (line.type() === "error") complaints.push(line.text())
  })
  page.on("pageerror", ({ message }) => complaints.push(message))
  return complaints
}

/** A browser for the tests of one file; gives back how to look at a playground. */
export const useBrowser = (): ((playground: Playground, width?: number) => Promise<View>) => {
  const browser = useChromium()
  return async (playground, width = 1440) => {
    const page = await browser().newPage({ viewport: { width, height: 900 }, locale: "zh-CN" })
    const complaints = complaintsOf(page)
    await page.goto(playground.url)
    await page.locator("body.ready").waitFor()
    return { page, complaints, phone: (role) => page.locator(`#phone-${role}`) }
  }
}

export const write = async (phone: Locator, text: string): Promise<void> => {
  await phone.getByRole("combobox").fill(text)
  await phone.getByRole("button", { name: "发送", exact: true }).click()
}
