import { describe, expect, test } from "vitest"
import { openLog, reporter } from "../../bot/log.ts"
import { looksLikePassword } from "../../rules/secret.ts"

const TOKEN = `7012345678:${"AAH-x_y9".repeat(5)}`

const written = (level: "info" | "warn", say: (log: ReturnType<typeof openLog>) => void): string[] => {
  const lines: string[] = []
  say(openLog({ level, secrets: ["hook-secret/1", "短", ""], write: (line) => lines.push(line) }))
  return lines
}

describe("a token", () => {
  const planted: Record<string, (log: ReturnType<typeof openLog>) => void> = {
    "in a message": (log) => log.info(`GET https://api.telegram.org/bot${TOKEN}/getMe`),
    "in a format argument": (log) => log.info("asking %s", `/bot${TOKEN}/getMe`),
    "in a field": (log) => log.info({ url: `/file/bot${TOKEN}/x.csv` }, "file"),
    "deep in a field": (log) => log.info({ a: { b: [{ c: `bot${TOKEN}` }] } }, "nested"),
    "as the name of a field": (log) => log.info({ [TOKEN]: 1 }, "keys"),
    "in an error": (log) => log.error({ err: new Error(`request to /bot${TOKEN}/x failed`) }, "fault"),
    "in the cause of an error": (log) =>
      log.error({ err: new Error("failed", { cause: new Error(`at bot${TOKEN}`) }) }, "fault"),
    "in an error inside an error": (log) =>
      log.error({ err: Object.assign(new Error("failed"), { error: new Error(`at bot${TOKEN}`) }) }, "fault"),
    "in something thrown that is no error": (log) => {
      reporter(log, () => "F1")(`bot${TOKEN}`, "x")
    },
    "written as in an address": (log) => log.info(`https://x/bot${encodeURIComponent(TOKEN)}/y`),
    "without its prefix": (log) => log.info(TOKEN),
  }
  test.each(Object.entries(planted))("%s is not written", (_where, say) => {
    const [line = "", ...more] = written("info", say)
    expect(more).toEqual([])
    expect(line).toContain("***")
    expect(line).not.toContain("AAH-x_y9")
    expect(() => JSON.parse(line) as unknown).not.toThrow()
  })
})

test("a secret of the settings is not written, in any spelling", () => {
  const [line] = written("info", (log) =>
    log.info({ path: "/hook-secret%2F1", again: "hook-secret/1" }, "短"),
  )
  expect(line).toContain('"path":"/***","again":"***","msg":"短"')
})

test("lines are JSON with a level, a time and a message, and only from the level on", () => {
  const lines = written("warn", (log) => {
    log.info("quiet")
    log.warn({ waited: 61_000 }, "another poller has this token")
  })
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    level: "warn",
    waited: 61_000,
    msg: "another poller has this token",
  })
})

test("a fault is written with the reference a person can quote", () => {
  const [line] = written("info", (log) =>
    expect(reporter(log, () => "F-17")(new Error("no such unit"), "digest")).toBe("F-17"),
  )
  expect(JSON.parse(line ?? "")).toMatchObject({
    level: "error",
    reference: "F-17",
    about: "digest",
    err: { message: "no such unit" },
  })
})

test("a token of ours is written by its id alone, and is taken for a secret wherever it is typed", () => {
  const token = `zs_${"a2".repeat(6)}_${"b3".repeat(18)}`
  const [line = ""] = written("info", (log) => log.info({ header: `Bearer ${token}` }, "request"))
  expect(line).toContain("Bearer zs_a2a2a2a2a2a2_***")
  expect(line).not.toContain("b3b3")
  expect(looksLikePassword(`令牌 ${token}`)).toBe(true)
})
