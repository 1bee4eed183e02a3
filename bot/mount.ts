import type { Update, UserFromGetMe } from "grammy/types"
import { start } from "./main.ts"
import type { Host } from "./messengers/telegram-host.ts"
import type { GrammyBot, mount as declared, TelegrafBot } from "./mounting.d.ts"
import { readSettings } from "./settings.ts"

/** What is asked of a bot, whichever library it is on. */
interface Introduced extends Pick<Host, "meet" | "hear"> {
  readonly library: string
  readonly token: string
  readonly apiRoot: string | undefined
}

const onTelegraf = (bot: TelegrafBot): Introduced => ({
  library: "telegraf",
  token: bot.telegram.token,
  apiRoot: bot.telegram.options.apiRoot,
  meet: (me: UserFromGetMe) => {
    bot.botInfo = me
  },
  hear: async (update: Update) => {
    const { exitCode } = process
    try {
      await bot.handleUpdate(update as never)
    } catch (fault) {
      // Without a `catch` of the host's, Telegraf has the whole process end as a failure, whenever it ends.
      process.exitCode = exitCode
      throw fault
    }
  },
})

const onGrammy = (bot: GrammyBot): Introduced => ({
  library: "grammy",
  token: bot.token,
  apiRoot: bot.api.options?.apiRoot,
  meet: (me: UserFromGetMe) => {
    bot.botInfo = me
  },
  hear: async (update: Update) => {
    try {
      await bot.handleUpdate(update as never)
    } catch (fault) {
      await bot.errorHandler(fault as never)
    }
  },
})

export const mount: typeof declared = async (bot, { commands = [], updates = [], settings = {} } = {}) => {
  const { library, token, apiRoot, meet, hear } = "telegram" in bot ? onTelegraf(bot) : onGrammy(bot)
  const read = readSettings({
    TELEGRAM_API_ROOT: apiRoot,
    ...process.env,
    ...settings,
    TELEGRAM_TOKEN: token,
    MESSENGER: library,
  })
  const running = await start(read, { host: { commands, updates, meet, hear } })
  return { claimLink: running.claimLink, broken: running.broken, stop: () => running.stop() }
}
