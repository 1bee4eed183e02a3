import type { Log } from "../log.ts"
import type { Messenger } from "../messenger.ts"
import { type Settings, WrongSetting } from "../settings.ts"
import type { Host } from "./telegram-host.ts"
import { openTelegram } from "./telegram.ts"
import type { Library } from "./telegram-library.ts"

/** What a messenger is opened with. */
export interface Opening {
  readonly settings: Settings
  /** The bot in which we are mounted; null when we have the line to ourselves. */
  readonly host: Host | null
  readonly log: Log
  /** Hears, once, that nothing can be received any more until a person has done something. */
  readonly fatal: (line: string) => void
}

/** Every messenger: one more is one file and one line. What one needs is loaded only when it is chosen. */
const messengers: Readonly<Record<Settings["MESSENGER"], (opening: Opening) => Promise<Messenger>>> = {
  grammy: async (opening) => telegram(opening, (await import("./grammy.ts")).grammy),
  telegraf: async (opening) =>
    telegram(opening, (await needing("telegraf", "telegraf@4", () => import("./telegraf.ts"))).telegraf),
}

const telegram = ({ settings, host, log, fatal }: Opening, library: Library): Messenger =>
  openTelegram(
    {
      token: settings.TELEGRAM_TOKEN ?? "",
      apiRoot: settings.TELEGRAM_API_ROOT,
      proxy: settings.TELEGRAM_PROXY,
      webhook:
        settings.WEBHOOK_URL === null
          ? null
          : {
              url: settings.WEBHOOK_URL,
              host: settings.WEBHOOK_HOST,
              port: settings.WEBHOOK_PORT,
              path: new URL(settings.WEBHOOK_URL).pathname,
              secret: settings.WEBHOOK_SECRET ?? "",
            },
      host,
      log,
      fatal,
    },
    library,
  )

/** Loads what a messenger needs; `WrongSetting` when its package is not installed. */
const needing = async <T>(name: string, what: string, load: () => Promise<T>): Promise<T> => {
  try {
    return await load()
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw fault
    throw new WrongSetting(`MESSENGER=${name} needs a package that is not installed: npm install ${what}`)
  }
}

/** Opens the messenger that the settings name. */
export const openMessenger = (opening: Opening): Promise<Messenger> =>
  messengers[opening.settings.MESSENGER](opening)
