import { createHmac } from "node:crypto"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readInitData } from "../../bot/messengers/telegram-initdata.ts"
import { days, hours, instantOf, minutes, seconds } from "../../rules/time.ts"

const TOKEN = "7000000001:playground-token-no-secret"
const NOW = instantOf("2026-03-02", "10:00")

type Fields = Readonly<Record<string, string>>
const USER = JSON.stringify({ id: 1002, first_name: "李国强", language_code: "zh-hans" })
const fields = (age: number, more: Fields = {}): Fields => ({
  auth_date: String((NOW - age) / 1_000),
  query_id: "AAE1002",
  user: USER,
  ...more,
})

/** As Telegram's documentation tells to compute it. */
const hashOf = (told: Fields, token = TOKEN): string => {
  const lines = Object.entries(told).map(([name, value]) => `${name}=${value}`)
  const secret = createHmac("sha256", "WebAppData").update(token).digest()
  return createHmac("sha256", secret).update(lines.sort().join("\n")).digest("hex")
}

const signed = (told: Fields, token = TOKEN): string =>
  new URLSearchParams({ ...told, hash: hashOf(told, token) }).toString()

const read = (initData: string) => readInitData(initData, { token: TOKEN, now: NOW, life: hours(1) })

const li = { user: "telegram:1002", language: "zh-hans" }

describe("what Telegram tells a page", () => {
  test("says who opened it, for an hour", () => {
    expect(read(signed(fields(0)))).toEqual(li)
    expect(read(signed(fields(hours(1))))).toEqual(li)
    expect(read(signed(fields(hours(1) + seconds(1))))).toBe("old")
    expect(read(signed(fields(days(1))))).toBe("old")
  })

  test("may be a moment ahead of our clock, not more", () => {
    expect(read(signed(fields(-minutes(1))))).toEqual(li)
    expect(read(signed(fields(-minutes(1) - seconds(1))))).toBe("early")
  })

  test("is signed as a whole, with what Telegram adds later on, and with the bot's own token", () => {
    const told = fields(0, { signature: "Ag", chat_type: "private", start_param: "x" })
    expect(read(signed(told))).toEqual(li)
    const { signature: _signature, ...less } = told
    expect(read(new URLSearchParams({ ...less, hash: hashOf(told) }).toString())).toBe("altered")
    expect(read(signed(fields(0), "7000000002:another-bots-token-here"))).toBe("altered")
  })

  test("names nobody without a whole hash, a user or a date", () => {
    expect(read("")).toBe("missing")
    expect(read(new URLSearchParams(fields(0)).toString())).toBe("altered")
    for (const hash of ["", "0", "z".repeat(64), hashOf(fields(0)).slice(1), hashOf(fields(0)).toUpperCase()])
      expect(read(new URLSearchParams({ ...fields(0), hash }).toString())).toBe("altered")
    const { user: _user, ...nobody } = fields(0)
    expect(read(signed(nobody))).toBe("altered")
    for (const user of ["{", "null", "{}", '{"id":"1002"}', '{"id":-5}', '{"id":1e300}'])
      expect(read(signed(fields(0, { user })))).toBe("altered")
    for (const auth_date of ["", "soon", "-1", "1e9", "9".repeat(13)])
      expect(read(signed(fields(0, { auth_date })))).toBe("altered")
  })

  test("has each field once, and nothing that reads in two ways", () => {
    const whole = signed(fields(0))
    expect(read(`${whole}&user=${encodeURIComponent(USER.replace("1002", "1001"))}`)).toBe("altered")
    expect(read(`user=x&${whole}`)).toBe("altered")
    expect(read(`${whole}&hash=${hashOf(fields(0))}`)).toBe("altered")
    // The same signed lines, of which two are made out to be one.
    const told = fields(0, { start_param: "x" })
    const { start_param: _start, ...others } = told
    const merged = { ...others, query_id: "AAE1002\nstart_param=x" }
    expect(hashOf(merged)).toBe(hashOf(told))
    expect(read(new URLSearchParams({ ...merged, hash: hashOf(told) }).toString())).toBe("altered")
    expect(read(signed(fields(0, { start_param: "x".repeat(5_000) })))).toBe("altered")
  })

  test("is not believed once any letter of it is another", () => {
    const whole = signed(fields(0))
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.constantFrom("a", "z", "0", "9", "%", "&", "=", "+"),
        (at, letter) => {
          const other = whole.slice(0, at) + letter + whole.slice(at + 1)
          const reads = new URLSearchParams(other).toString() === new URLSearchParams(whole).toString()
          expect(read(other)).toEqual(reads ? li : "altered")
        },
      ),
      { numRuns: 300 },
    )
  })
})
