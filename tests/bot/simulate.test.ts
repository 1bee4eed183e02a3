import { execFile } from "node:child_process"
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { promisify } from "node:util"
import { beforeAll, expect, test } from "vitest"
import { setUp } from "../../bot/county.ts"
import { openApp } from "../../bot/main.ts"
import { readSettings } from "../../bot/settings.ts"
import { readCsv } from "../../papers/csv.ts"
import { addDays, dayOf } from "../../rules/time.ts"

const run = promisify(execFile)

let folder = ""
let today = ""

/** A data folder with the small county in it, where a bot is at work. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "zhishou-simulate-"))
  const { app } = await openApp(readSettings({ DATA_DIR: folder, LOG_LEVEL: "silent" }))
  await setUp(app)
  today = dayOf(app.now())
  return async () => {
    await app.store.close()
    await rm(folder, { recursive: true })
  }
})

const simulate = async (...words: string[]) => {
  const args = ["dist/bot/cli.js", "simulate", ...words]
  const env = { ...process.env, LANGUAGE: "zh" }
  try {
    return { code: 0, ...(await run(process.execPath, args, { env, maxBuffer: 2 ** 26 })) }
  } catch (fault) {
    return fault as { code: number; stdout: string; stderr: string }
  }
}

const contents = async () => {
  const names = (await readdir(folder)).sort()
  return Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")]))
}

test("zhishou simulate lists every message of a period with its reason, beside the bot at work, and writes nothing", async () => {
  const before = await contents()
  const until = addDays(today, 40)
  const ended = await simulate("--to", until, "--csv", "--data", folder)
  expect(ended).toMatchObject({ code: 0, stderr: "" })
  const [headings, ...rows] = readCsv(Buffer.from(ended.stdout))
  expect(headings).toEqual(["时间", "收件人", "单位", "事由", "依据", "首行", "全文"])
  expect(rows.length).toBeGreaterThan(5)
  expect(new Set(rows.map(([, to]) => to))).toContain("示例县政务新媒体工作群")
  expect(new Set(rows.map(([, , , job]) => job))).toContain("工作日提醒")
  // The supervising officer's digest lists what was missed below, whose rules their leaders were told.
  for (const [at = "", , , , grounds, first = "", text = ""] of rows) {
    expect(at >= today && at <= `${until} 24:00`).toBe(true)
    expect(text.startsWith(first)).toBe(true)
    if (/依据/.test(text)) expect(grounds).toMatch(/《.+》第?|本单位约定/)
  }
  expect(rows.map(([at]) => at)).toEqual(rows.map(([at]) => at).sort())
  expect(await contents()).toEqual(before)

  const told = await simulate("--from", addDays(today, 10), "--to", until, "--data", folder)
  expect(told.stdout.split("\n")[0]).toMatch(/如果大家什么都不做，会发出这 \d+ 条：$/)
  expect(told.stdout).toContain("（依据 《")
})

test.each([
  [["--to", "soon"], "--to expects a day, such as 2026-02-14"],
  [["--from", "2001-01-01", "--to", "2099-01-01"], "--from must not lie before today"],
  [["--to", "2001-01-01"], "--to must not lie before --from"],
  [["--to", "2099-01-01"], "--to must not lie after"],
])("zhishou simulate %j says what was wrong", async (words, line) => {
  const ended = await simulate(...words, "--data", folder)
  expect(ended.code).toBe(1)
  expect(ended.stderr).toContain(line)
})

test("zhishou simulate names a folder without a journal", async () => {
  const ended = await simulate("--to", "2099-01-01", "--data", "/nowhere")
  expect(ended).toMatchObject({ code: 1, stderr: "there is no journal in /nowhere\n" })
})

test("zhishou export obligations writes the proof beside the bot at work, of a unit or of all", async () => {
  const out = join(folder, "..", `${basename(folder)}-proof.csv`)
  const zhishou = (...words: string[]) =>
    run(process.execPath, ["dist/bot/cli.js", "export", "obligations", out, "--data", folder, ...words], {
      env: { ...process.env, LANGUAGE: "zh" },
    })
  const period = ["--from", "2026-01-01", "--to", "2026-12-31"]
  expect((await zhishou(...period, "--unit", "示例县教育局")).stdout.trim()).toBe(out)
  const rows = readCsv(await readFile(out))
  expect(rows[0]?.slice(0, 3)).toEqual(["序号", "单位", "账号"])
  expect(rows.map(([, label]) => label)).toContain("应办")
  expect(rows.at(-1)?.[1]).toMatch(/^示例县教育局，2026年1月1日至2026年12月31日/)
  await expect(zhishou(...period, "--unit", "没有的单位")).rejects.toThrow('there is no unit "没有的单位"')
  await rm(out)
})
