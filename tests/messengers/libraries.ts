import { grammy } from "../../bot/messengers/grammy.ts"
import { telegraf } from "../../bot/messengers/telegraf.ts"
import type { Library } from "../../bot/messengers/telegram-library.ts"
import { readSettings, type Settings } from "../../bot/settings.ts"

/** Every library that can talk to Telegram. */
export const libraries: Readonly<Record<Settings["MESSENGER"], Library>> = { grammy, telegraf }

/** The one of this run: vitest runs what concerns both once with each (see vitest.config.ts). */
export const { MESSENGER: chosen } = readSettings({ MESSENGER: process.env["MESSENGER"] })
