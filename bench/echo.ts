import { Bot } from "grammy"

/** Run as a process of its own: a bare grammY bot that answers every text with itself. */
const [, , token = "", apiRoot = ""] = process.argv
const bot = new Bot(token, { client: { apiRoot } })
bot.on("message:text", (ctx) => ctx.reply(ctx.message.text))
await bot.start({ onStart: () => console.log('"on watch"') })
