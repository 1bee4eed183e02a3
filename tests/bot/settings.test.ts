import { describe, expect, test } from "vitest"
import { readSettings, WrongSetting } from "../../bot/settings.ts"

const wrong = (environment: Record<string, string>): string => {
  try {
    readSettings(environment)
  } catch (fault) {
    if (fault instanceof WrongSetting) return fault.message
    throw fault
  }
  return "nothing wrong"
}

describe("settings", () => {
  test("need nothing at all to start the playground", () => {
    expect(readSettings({})).toMatchObject({
      TELEGRAM_TOKEN: null,
      PORT: 8080,
      LANGUAGE: "zh",
      WEBHOOK_URL: null,
    })
  })

  test("take the language as desktops write it", () => {
    expect(["en", "en_US:en", "zh_CN.UTF-8"].map((LANGUAGE) => readSettings({ LANGUAGE }).LANGUAGE)).toEqual([
      "en",
      "en",
      "zh",
    ])
  })

  test("are taken by what they were called before, where the new name is not set", () => {
    const old = { FEED_URL: "https://bot.example.gov.cn/duty", FEED_PORT: "8091", FEED_HOST: "::1" }
    expect(readSettings(old)).toMatchObject({
      HTTP_URL: "https://bot.example.gov.cn/duty",
      HTTP_PORT: 8091,
      HTTP_HOST: "::1",
    })
    expect(readSettings({ ...old, HTTP_PORT: "" }).HTTP_PORT).toBe(null)
    expect(wrong({ FEED_PORT: "99999" })).toBe('FEED_PORT="99999" is wrong: expected a port from 0 to 65535')
  })

  test.each([
    ["PORT", { PORT: "99999" }, 'PORT="99999" is wrong: expected a port from 0 to 65535'],
    ["LANGUAGE", { LANGUAGE: "fr" }, 'LANGUAGE="fr" is wrong: expected zh or en'],
    [
      "LOG_LEVEL",
      { LOG_LEVEL: "loud" },
      /^LOG_LEVEL="loud" is wrong: expected one of silent, fatal, error, /,
    ],
    [
      "TELEGRAM_API_ROOT",
      { TELEGRAM_API_ROOT: "telegram" },
      /^TELEGRAM_API_ROOT="telegram" is wrong: expected /,
    ],
    ["WEBHOOK_URL", { WEBHOOK_URL: "http://a.b/c" }, /^WEBHOOK_URL="http:\/\/a.b\/c" is wrong: expected /],
    [
      "WEBHOOK_SECRET",
      { WEBHOOK_URL: "https://a.b/c" },
      "WEBHOOK_SECRET is missing: with WEBHOOK_URL it is required",
    ],
  ])("say in one line that %s is wrong", (_name, environment, line) => {
    const said = wrong(environment)
    if (typeof line === "string") expect(said).toBe(line)
    else expect(said).toMatch(line)
    expect(said).not.toContain("\n")
  })

  test("never repeat a token or a secret, not even a wrong one", () => {
    expect(wrong({ TELEGRAM_TOKEN: "my-secret-token" })).toMatch(
      /^TELEGRAM_TOKEN=\(not shown\) is wrong: expected /,
    )
    expect(wrong({ WEBHOOK_SECRET: "short" })).not.toContain('short"')
  })
})
