// A bot on Telegraf that was there before, with Zhishou mounted in it: docs/mounting.md.
import { Telegraf } from "telegraf"
import { mount } from "zhishou"

const { TELEGRAM_TOKEN, TELEGRAM_API_ROOT = "https://api.telegram.org" } = process.env
const bot = new Telegraf(TELEGRAM_TOKEN, { telegram: { apiRoot: TELEGRAM_API_ROOT } })

bot.command("weather", (ctx) => ctx.reply("晴，12 到 21 度"))
bot.command("repair", () => {
  throw new Error("the repair desk cannot be reached")
})
bot.on("message", (ctx) => ctx.reply("没有这个指令，可以用 /weather 或 /repair"))

// Instead of bot.launch().
const zhishou = await mount(bot, {
  commands: [
    { command: "weather", description: "今天天气" },
    { command: "repair", description: "报修" },
  ],
})
if (zhishou.claimLink !== null) console.log(`Open once to become the administrator: ${zhishou.claimLink}`)

process.once("SIGTERM", () => zhishou.stop())
process.once("SIGINT", () => zhishou.stop())
zhishou.broken.then((fault) => {
  console.error(fault.message)
  process.exit(1)
})
