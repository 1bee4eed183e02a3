import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { z } from "zod"
import { logLevels } from "./log.ts"

const port = z.coerce.number().int().min(0).max(65_535)
const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === "" ? null : text))
const address = z.url({ protocol: /^https?$/ })

/** The names of the list in `messengers/index.ts`. */
const messengers = ["grammy", "telegraf"] as const

/** `zh_CN:zh` and `zh` are Chinese, `en_GB` is English: the variable is also what desktops set for themselves. */
const language = z
  .string()
  .regex(/^(zh|en)/i)
  .transform((text) => (text.toLowerCase().startsWith("en") ? ("en" as const) : ("zh" as const)))

/** Every setting: its name in the environment or in `.env`, what it is for, and what holds without it. */
export const settingsTable = {
  TELEGRAM_TOKEN: {
    schema: z.union([
      z.literal("").transform(() => null),
      z
        .string()
        .trim()
        .regex(/^\d{3,16}:[\w-]{8,64}$/),
    ]),
    expected: "a token as BotFather gives it: digits, a colon, letters",
    usual: "",
    about: "The bot's token from BotFather. Without it the playground starts.",
  },
  DATA_DIR: {
    schema: z.string().min(1),
    expected: "the path of a folder",
    usual: "./data",
    about: "The folder that keeps everything.",
  },
  PORT: {
    schema: port,
    expected: "a port from 0 to 65535",
    usual: "8080",
    about: "The playground's port on 127.0.0.1; 0 takes any free one.",
  },
  LANGUAGE: {
    schema: language,
    expected: "zh or en",
    usual: "zh",
    about: "What the bot speaks: `zh` or `en`.",
  },
  LOG_LEVEL: {
    schema: z.enum(logLevels),
    expected: `one of ${logLevels.join(", ")}`,
    usual: "info",
    about: `How much is logged to standard error: ${logLevels.map((level) => `\`${level}\``).join(", ")}.`,
  },
  MESSENGER: {
    schema: z.enum(messengers),
    expected: `one of ${messengers.join(", ")}`,
    usual: "grammy",
    about:
      "The library that talks to Telegram: `grammy`, or `telegraf` for those who run a Telegraf bot already (docs/mounting.md).",
  },
  TELEGRAM_API_ROOT: {
    schema: address,
    expected: "an address such as https://api.telegram.org",
    usual: "https://api.telegram.org",
    about: "Another Bot API server, such as one's own.",
  },
  TELEGRAM_PROXY: {
    schema: z.union([z.literal("").transform(() => null), z.url({ protocol: /^(https?|socks5?h?)$/ })]),
    expected: "an address such as http://127.0.0.1:3128",
    usual: "",
    about: "A proxy on the way to Telegram: `http://…`.",
  },
  WEBHOOK_URL: {
    schema: z.union([z.literal("").transform(() => null), z.url({ protocol: /^https$/ })]),
    expected: "an address that begins with https://",
    usual: "",
    about: "Where Telegram delivers by webhook (https). Without it the bot polls.",
  },
  WEBHOOK_PORT: {
    schema: port,
    expected: "a port from 0 to 65535",
    usual: "8443",
    about: "The local port on which the webhook is served.",
  },
  WEBHOOK_HOST: {
    schema: z.string().min(1),
    expected: "an address such as 127.0.0.1",
    usual: "127.0.0.1",
    about: "The local address on which the webhook is served.",
  },
  WEBHOOK_SECRET: {
    schema: optionalText.pipe(z.union([z.null(), z.string().regex(/^[\w-]{16,256}$/)])),
    expected: "16 to 256 letters, digits, _ or -",
    usual: "",
    about: "What Telegram has to say with each delivery; required with WEBHOOK_URL.",
  },
  HEARTBEAT_URL: {
    schema: z.union([z.literal("").transform(() => null), address]),
    expected: "an address such as https://hc-ping.com/…",
    usual: "",
    about:
      "Called every five minutes once a canary has gone through store, clock, outbox and Telegram's answer, and with `/fail` on a stop with a fault: for healthchecks or anything like it, set to expect a call every 5 minutes.",
  },
  HTTP_URL: {
    schema: z.union([z.literal("").transform(() => null), address]),
    expected: "an address such as https://bot.example.gov.cn/zhishou",
    usual: "",
    about:
      "The public address below which everything is found that is served by HTTP: private calendars (`/feed`) and more (docs/http.md). Was called FEED_URL, which still works.",
  },
  HTTP_PORT: {
    schema: z.union([z.literal("").transform(() => null), port]),
    expected: "a port from 0 to 65535",
    usual: "",
    about:
      "The local port on which HTTP is served, behind whatever speaks HTTPS; 8090 when only HTTP_URL is set, and without either nothing is served. Was called FEED_PORT, which still works.",
  },
  HTTP_HOST: {
    schema: z.string().min(1),
    expected: "an address such as 127.0.0.1",
    usual: "127.0.0.1",
    about: "The local address on which HTTP is served. Was called FEED_HOST, which still works.",
  },
  EVENTS_KEY: {
    schema: optionalText.pipe(z.union([z.null(), z.string().min(32).max(500)])),
    expected: "at least 32 characters that nobody can guess",
    usual: "",
    about:
      "What calls to programs outside (`/webhook`) are signed by: at least 32 characters, as from `openssl rand -hex 32`. Without it nothing is told outside.",
  },
  EVENTS_INSIDE: {
    schema: z.enum(["yes", "no"]),
    expected: "yes or no",
    usual: "no",
    about:
      "`yes` allows calls to addresses inside one's own network, and without HTTPS; otherwise both are refused.",
  },
  METRICS_TOKEN: {
    schema: optionalText.pipe(z.union([z.null(), z.string().regex(/^[\w-]{16,200}$/)])),
    expected: "16 to 200 letters, digits, _ or -",
    usual: "",
    about: "What Prometheus has to show for `/metrics`. Without it only this machine may read them.",
  },
  PAGE_MINUTES: {
    schema: z.coerce.number().min(1).max(1_439),
    expected: "a number of minutes from 1 to 1439",
    usual: "60",
    about:
      "How long the overview page (`/page`) shows anything after somebody has opened it; less than a day.",
  },
  MESSAGES_PER_SECOND: {
    schema: z.coerce.number().positive().max(100_000),
    expected: "a number from 1 to 1000",
    usual: "30",
    about: "Telegram's limit overall.",
  },
  MESSAGES_PER_GROUP_MINUTE: {
    schema: z.coerce.number().positive().max(6000),
    expected: "a number from 1 to 6000",
    usual: "20",
    about: "Telegram's limit for one group.",
  },
} as const

/** What settings were called before; the old name is taken where the new one is not set. */
const formerNames: Readonly<Record<string, string>> = {
  HTTP_URL: "FEED_URL",
  HTTP_PORT: "FEED_PORT",
  HTTP_HOST: "FEED_HOST",
}

type Table = typeof settingsTable
type Names = keyof Table
export type Settings = { readonly [N in Names]: z.output<Table[N]["schema"]> }

/** A setting that is wrong or missing: one clear line. */
export class WrongSetting extends Error {}

/** Reads every setting from an environment; the first wrong one stops the start with one clear line. */
export const readSettings = (environment: Readonly<Record<string, string | undefined>>): Settings => {
  const read = Object.entries(settingsTable).map(([name, { schema, usual, expected }]) => {
    const former = formerNames[name]
    const called = former !== undefined && environment[name] === undefined ? former : name
    const given = environment[called] ?? usual
    const parsed = schema.safeParse(given)
    if (parsed.success) return [name, parsed.data] as const
    const shown = /TOKEN|SECRET|HEARTBEAT|KEY/.test(name) ? "(not shown)" : `"${given}"`
    throw new WrongSetting(`${called}=${shown} is wrong: expected ${expected}`)
  })
  const settings = Object.fromEntries(read) as Settings
  if (settings.WEBHOOK_URL !== null && settings.WEBHOOK_SECRET === null)
    throw new WrongSetting("WEBHOOK_SECRET is missing: with WEBHOOK_URL it is required")
  return { ...settings, DATA_DIR: resolve(settings.DATA_DIR) }
}

/** The process's environment, with what `.env` in the working folder adds to it. */
export const environment = (): Readonly<Record<string, string | undefined>> => {
  if (existsSync(".env")) process.loadEnvFile(".env")
  return process.env
}
