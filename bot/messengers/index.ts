import type { Log } from "../log.ts"
import type { Messenger } from "../messenger.ts"
import type { Settings } from "../settings.ts"
import { openTelegram } from "./telegram.ts"

/** What a messenger is opened with. */
export interface Opening {
  readonly settings: Settings
  readonly log: Log
  /** Hears, once, that nothing can be received any more until a person has done something. */
  readonly fatal: (line: string) => void
}

/** Every messenger: one more is one file and one line. */
const messengers = {
  telegram: ({ settings, log, fatal }: Opening): Messenger =>
    openTelegram({
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
      log,
      fatal,
    }),
} as const

export const openMessenger = (opening: Opening): Messenger => messengers.telegram(opening)
