import { createHmac, timingSafeEqual } from "node:crypto"
import { z } from "zod"
import { type Instant, seconds } from "../../rules/time.ts"

/** Whoever opened a page within Telegram. */
export interface Opener {
  /** `telegram:1234` */
  readonly user: string
  /** What Telegram speaks with them, `zh-hans`; null when it does not say. */
  readonly language: string | null
}

/** Why what a page was told is not believed: nothing was told, not by Telegram, too long ago, or not yet. */
export type Disbelief = "missing" | "altered" | "old" | "early"

/** More than Telegram ever says. */
const LONGEST = 4_096
/** So much may Telegram's clock be ahead of ours. */
const SKEW = seconds(60)

const User = z.object({
  id: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  language_code: z.string().max(35).optional(),
})

const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest()

/** The fields, each once, without anything that would make two readings of what was signed. */
const fieldsOf = (initData: string): ReadonlyMap<string, string> | null => {
  const pairs = [...new URLSearchParams(initData)]
  const fields = new Map(pairs)
  const isPlain = pairs.every((pair) => !pair.join("").includes("\n"))
  return isPlain && fields.size === pairs.length ? fields : null
}

const isSigned = (fields: ReadonlyMap<string, string>, token: string): boolean => {
  const hash = fields.get("hash") ?? ""
  if (!/^[0-9a-f]{64}$/.test(hash)) return false
  const signed = [...fields].filter(([name]) => name !== "hash").map(([name, value]) => `${name}=${value}`)
  const expected = hmac(hmac("WebAppData", token), signed.sort().join("\n"))
  return timingSafeEqual(expected, Buffer.from(hash, "hex"))
}

const userIn = (fields: ReadonlyMap<string, string>): z.output<typeof User> | null => {
  try {
    return User.parse(JSON.parse(fields.get("user") ?? ""))
  } catch {
    return null
  }
}

/** Reads what Telegram told a page: who opened it, as long as nobody has altered it and it was `life` ago at most. */
export const readInitData = (
  initData: string,
  { token, now, life }: { readonly token: string; readonly now: Instant; readonly life: number },
): Opener | Disbelief => {
  if (initData === "") return "missing"
  const fields = initData.length > LONGEST ? null : fieldsOf(initData)
  if (fields === null || !isSigned(fields, token)) return "altered"
  const user = userIn(fields)
  const date = fields.get("auth_date") ?? ""
  if (user === null || !/^\d{1,12}$/.test(date)) return "altered"
  const age = now - seconds(Number(date))
  if (age < -SKEW) return "early"
  if (age > life) return "old"
  return { user: `telegram:${user.id}`, language: user.language_code ?? null }
}
