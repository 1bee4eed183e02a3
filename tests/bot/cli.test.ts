import { execFile } from "node:child_process"
import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openApp } from "../../bot/main.ts"
import { readSettings } from "../../bot/settings.ts"
import { act } from "../../services/app.ts"
import * as units from "../../services/units.ts"
import { openFile } from "../../storage/file.ts"

const run = promisify(execFile)
let folder = ""

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "zhishou-cli-"))
})
afterAll(() => rm(folder, { recursive: true }))

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the built command line as an office would, in English. */
const zhishou = async (...words: string[]): Promise<Ended> => {
  const options = { env: { ...process.env, DATA_DIR: folder, LANGUAGE: "en" } }
  try {
    const { stdout, stderr } = await run(process.execPath, ["dist/bot/cli.js", ...words], options)
    return { code: 0, out: stdout.trim(), err: stderr.trim() }
  } catch (fault) {
    const { code, stdout, stderr } = fault as { code: number; stdout: string; stderr: string }
    return { code, out: stdout.trim(), err: stderr.trim() }
  }
}

describe("zhishou due", () => {
  test.each([
    ["2026-02-12", "5 working days", "2026-02-26"],
    ["2026-12-30", "5 working days", "2027-01-06 (provisional)"],
    ["2026-03-10", "30 days", "2026-04-09"],
    ["2026-02-16T23:30", "24 hours", "2026-02-17 23:30"],
    ["2024-02-29", "1 year", "2025-02-28"],
    ["2026-01-31", "1 month", "2026-02-28"],
  ])("%s + %s = %s", async (from, within, due) => {
    expect(await zhishou("due", from, within)).toMatchObject({ code: 0, out: due })
  })

  test("says what was expected", async () => {
    const ended = await zhishou("due", "2026-02-30", "5 working days")
    expect(ended.code).toBe(1)
    expect(ended.err).toMatch(/^expected a day/)
    expect((await zhishou("due", "2026-02-12", "soon")).err).toMatch(
      /^expected something like `5 working days`/,
    )
  })
})

describe("zhishou calendar import", () => {
  test("refuses a file with a mistake, and changes nothing", async () => {
    const file = join(folder, "wrong.json")
    await writeFile(
      file,
      '{ "years": [{ "id": "2027", "holidays": ["2026-01-01"], "makeUpDays": [], "source": "x" }] }',
    )
    const ended = await zhishou("calendar", "import", file)
    expect(ended.code).toBe(1)
    expect(ended.err).toContain("nothing was imported")
    expect((await zhishou("calendar", "show")).out).not.toContain("2027")
  })

  test("adds a year, and dates in it are no longer provisional", async () => {
    const file = join(folder, "2027.json")
    const year = { id: "2027", holidays: ["2027-01-01"], makeUpDays: [], source: "made up for this test" }
    await writeFile(file, JSON.stringify({ years: [year] }))
    expect((await zhishou("calendar", "import", file)).out).toBe("imported 2027")
    expect((await zhishou("calendar", "show")).out).toContain("2027 (imported)")
    expect((await zhishou("due", "2026-12-30", "5 working days")).out).toBe("2027-01-07")
  })
})

describe("zhishou rulebook", () => {
  test("shows the shipped ones, and one of them as JSON", async () => {
    expect((await zhishou("rulebook", "show")).out).toContain("sxjt")
    const shown = JSON.parse((await zhishou("rulebook", "show", "sxjt", "--json")).out) as { id: string }
    expect(shown.id).toBe("sxjt")
  })

  test("check names the line of a typo", async () => {
    const file = join(folder, "mine.yaml")
    await writeFile(
      file,
      "id: mine\ntitle: 示例县规定\nissuer: 示例县\nstatus: in-force\nrules:\n  - id: AB-1\n    article: 第一条\n    kind: qouta\n    atLeast: every 7 days\n    says: 每7天更新一次\n",
    )
    const ended = await zhishou("rulebook", "check", file)
    expect(ended.code).toBe(1)
    expect(ended.err).toMatch(/8/)
    expect(ended.err).toContain("quota")
  })
})

describe("zhishou rulebook check with several files", () => {
  const sound = "rulebooks/sxjt.yaml"
  test("says of each what it is, and fails when one is wrong or cannot be read", async () => {
    const wrong = join(folder, "wrong.yaml")
    await writeFile(wrong, "id: wrong\n")
    const ended = await zhishou("rulebook", "check", wrong, sound, join(folder, "none.yaml"), folder)
    expect(ended.code).toBe(1)
    expect(ended.out).toMatch(/^rulebooks\/sxjt\.yaml: no mistakes/)
    expect(ended.err).toContain("wrong.yaml: ")
    expect(ended.err).toContain("none.yaml: there is no such file or folder")
    expect(ended.err).toContain(`${folder} is a folder, and a file was expected`)
    expect(await zhishou("rulebook", "check", sound, "rulebooks/wubu.yaml")).toMatchObject({
      code: 0,
      err: "",
    })
  })
})

describe("what cannot be read or written is named in a sentence", () => {
  test.each([
    [["import", "accounts", "none.csv"], "none.csv: there is no such file or folder"],
    [["import", "accounts", "docs"], "docs is a folder, and a file was expected"],
    [["calendar", "import", "none.json"], "none.json: there is no such file or folder"],
  ])("%j", async (words, line) => {
    expect(await zhishou(...words)).toMatchObject({ code: 1, err: line })
  })

  test("a dry run, and an export, leave a data folder that is not there alone", async () => {
    const fresh = join(folder, "fresh")
    const file = join(folder, "fresh.csv")
    await writeFile(file, "账号名称,平台,主办单位\n示例县教育,微博,示例县教育局\n")
    expect((await zhishou("import", "accounts", file, "--data", fresh)).err).toContain("示例县教育局")
    await zhishou("export", "accounts", join(folder, "out.csv"), "--data", fresh)
    await expect(access(fresh)).rejects.toThrow("ENOENT")
  })
})

describe("zhishou audit", () => {
  test("verifies the chain and shows the lines of a row", async () => {
    const place = join(folder, "audit")
    const store = await openFile({
      folder: place,
      now: () => 1_772_000_000_000,
      notice: () => undefined,
      fatal: () => undefined,
    })
    await store.transaction({ by: "setup", why: "test" }, ({ years }) =>
      years.put({ id: "2027", holidays: ["2027-01-01"], makeUpDays: [], source: "x" }),
    )
    await store.close()
    expect((await zhishou("audit", "verify", "--data", place)).out).toMatch(/^sound: \d+ lines/)
    const shown = await zhishou("audit", "show", "--data", place, "--table", "years", "--id", "2027")
    expect(shown.out.split("\n")).toHaveLength(1)
    expect(shown.out).toContain('"why":"test"')
    expect(await zhishou("audit", "show", "--data", place, "--table", "nonsense")).toMatchObject({
      code: 1,
      err: 'there is no table "nonsense"',
    })
  })
})

describe("zhishou import and export accounts", () => {
  test("a dry run changes nothing, --apply does it, and the export is what was imported", async () => {
    const place = join(folder, "office")
    const { app } = await openApp(readSettings({ DATA_DIR: place, LOG_LEVEL: "silent" }))
    await act(app, { by: "setup", why: "test" }, (turn) =>
      units.create(turn, { name: "示例县教育局", kind: "county-department", parentId: null, rulebooks: [] }),
    )
    await app.store.close()
    const file = join(folder, "ledger.csv")
    await writeFile(
      file,
      "账号名称,平台,主办单位\n示例县教育,微博,示例县教育局\n示例县校园,抖音,示例县教育局\n",
    )
    const inOffice = (...words: string[]) => zhishou(...words, "--data", place)

    expect((await inOffice("import", "accounts", file)).out).toContain("示例县教育")
    await inOffice("export", "accounts", join(folder, "before.csv"))
    expect(await readFile(join(folder, "before.csv"), "utf8")).not.toContain("示例县教育")

    const applied = await inOffice("import", "accounts", file, "--apply")
    expect([applied.code, applied.err]).toEqual([0, ""])
    await inOffice("export", "accounts", join(folder, "after.csv"))
    expect(await readFile(join(folder, "after.csv"), "utf8")).toMatch(/示例县教育,[\s\S]*示例县校园,/)
    expect((await inOffice("import", "accounts", join(folder, "after.csv"))).out).toMatch(/2/)

    await writeFile(file, "账号名称,平台,主办单位\n示例县教育,火星,示例县教育局\n")
    const refused = await inOffice("import", "accounts", file, "--apply")
    expect(refused.code).toBe(1)
    expect(refused.err).toContain("B2")
  })
})

test("an unknown command is answered with the help, and a failure", async () => {
  const ended = await zhishou("nonsense")
  expect(ended.code).not.toBe(0)
  expect(ended.err).toContain("unknown command")
})
