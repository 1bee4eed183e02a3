import { destination, type Logger, pino, stdTimeFunctions } from "pino"
import type { App } from "../services/app.ts"

export type Log = Logger

export const logLevels = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const
export type LogLevel = (typeof logLevels)[number]

/** What a bot's token looks like, as it is and inside an address. */
const TOKEN = /(?:bot)?\d+(?::|%3A)[\w-]{30,}/gi
/** What a token of ours looks like; its id stays. */
const OWN_TOKEN = /(zs_[a-z0-9]{12})_[a-z0-9]{36}/g
/** Anything shorter would take ordinary words out of the lines. */
const SHORTEST_SECRET = 6

export interface LogOptions {
  readonly level: LogLevel
  /** Never written, whatever it looks like. */
  readonly secrets: readonly string[]
  /** Takes each line; the standard error output if nothing is said. */
  readonly write?: (line: string) => void
}

/**
 * Lines of JSON. Tokens and secrets are taken out of the finished line, so that none slips through in a message, a cause or
 * something nested.
 */
export const openLog = ({ level, secrets, write }: LogOptions): Log => {
  const hidden = secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
  const scrub = (line: string): string =>
    hidden.reduce(
      (text, secret) => text.replaceAll(secret, "***"),
      line.replace(TOKEN, "bot***").replace(OWN_TOKEN, "$1_***"),
    )
  const stderr = write ? null : destination({ fd: 2, sync: true })
  const out = write ?? ((line: string) => stderr?.write(line))
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    {
      write: (line: string) => {
        out(scrub(line))
      },
    },
  )
}

/** Writes a fault into the log, with a reference that a person can quote. */
export const reporter =
  (log: Log, newReference: () => string): App["report"] =>
  (fault, about) => {
    const reference = newReference()
    const err = fault instanceof Error ? fault : new Error(String(fault))
    log.error({ reference, about, err }, "fault")
    return reference
  }
