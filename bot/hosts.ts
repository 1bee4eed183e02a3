import type { Update, UserFromGetMe } from "grammy/types"
import type { Host } from "./messengers/telegram-host.ts"
import type { GrammyBot, TelegrafBot } from "./mounting.d.ts"

/** What is asked of a bot, whichever library it is on. */
export interface Introduced extends Pick<Host, "meet" | "hear"> {
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

/** Makes the acquaintance of a bot on either library. */
export const introduce = (bot: TelegrafBot | GrammyBot): Introduced =>
  "telegram" in bot ? onTelegraf(bot) : onGrammy(bot)
