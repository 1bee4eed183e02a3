import { describe, expect, test } from "vitest"
import { inspectSheet } from "../../papers/sheet.ts"
import { mistakeOf, type Packed, parts, rowsOf, tableOf, text, workbook, zip } from "./files.ts"

const MEGABYTE = 1024 * 1024
const small = { rows: rowsOf([["账号名称", "平台", "主办单位"]]) }

describe("an archive is refused", () => {
  test("when it says that it unpacks to more than any ledger", async () => {
    const pictures: Packed[] = [1, 2, 3].map((n) => ({
      path: `xl/media/${n}.png`,
      content: "",
      says: 35 * MEGABYTE,
    }))
    expect(await mistakeOf(zip([...parts([small]), ...pictures]))).toEqual({ code: "bomb" })
  })

  test("when it unpacks to more than it says, and unpacking stops there", async () => {
    const bomb = parts([small]).map((part) =>
      part.path.startsWith("xl/worksheets")
        ? { ...part, content: " ".repeat(60 * MEGABYTE), says: 2_000 }
        : part,
    )
    expect(await mistakeOf(zip(bomb))).toEqual({ code: "bomb" })
  })

  test("when one part alone is too large", async () => {
    for (const [path, size] of [
      ["xl/workbook.xml", 2],
      ["xl/sharedStrings.xml", 30],
      ["xl/styles.xml", 5],
      ["xl/worksheets/sheet1.xml", 40],
    ] as const) {
      const large = parts([small], { strings: "<sst/>", styles: "<styleSheet/>" }).map((part) =>
        part.path === path ? { ...part, says: size * MEGABYTE } : part,
      )
      expect([path, await mistakeOf(zip(large))]).toEqual([path, { code: "bomb" }])
    }
  })

  test("when it holds too many files", async () => {
    const many: Packed[] = Array.from({ length: 1_001 }, (_, n) => ({ path: `xl/${n}.xml`, content: "" }))
    expect(await mistakeOf(zip(many))).toEqual({ code: "bomb" })
  })

  test("when two of its files have the same name, of which programs would read different ones", async () => {
    const [first] = parts([small])
    expect(await mistakeOf(zip([...parts([small]), ...(first ? [first] : [])]))).toEqual({ code: "damaged" })
  })

  test("when its content is not what its checksum says", async () => {
    const stored = zip(parts([small]).map((part) => ({ ...part, stored: true })))
    const changed = Buffer.from(stored)
    changed.write("微博", changed.indexOf("平台"))
    expect(await mistakeOf(changed)).toEqual({ code: "damaged" })
  })

  test("when it needs a password", async () => {
    expect(await mistakeOf(zip(parts([small]).map((part) => ({ ...part, flags: 1 }))))).toEqual({
      code: "locked",
    })
  })

  test("when it holds no workbook", async () => {
    expect(await mistakeOf(zip([{ path: "word/document.xml", content: "<document/>" }]))).toEqual({
      code: "not-a-table",
    })
  })

  test("wherever it was cut off", async () => {
    const whole = workbook(small)
    for (let length = 2; length < whole.length; length += 37)
      expect((await mistakeOf(whole.subarray(0, length))).code).toBe("damaged")
  })
})

describe("a sheet", () => {
  test("that calls a row the millionth makes no room for the rows before", async () => {
    const rows = `${small.rows}<row r="1000000">${text("A1000000", "x")}</row>`
    expect(await mistakeOf(workbook({ rows }))).toEqual({ code: "too-many-rows", cell: "A1000000" })
  })

  test("of 10,000 rows is read, of 10,001 refused", async () => {
    const row = (n: number) => `<row r="${n}">${text(`A${n}`, "x")}</row>`
    const rows = Array.from({ length: 10_000 }, (_, n) => row(n + 1)).join("")
    expect((await tableOf(workbook({ rows }))).rows).toHaveLength(10_000)
    expect(await mistakeOf(workbook({ rows: rows + row(10_001) }))).toEqual({
      code: "too-many-rows",
      cell: "A10001",
    })
  })

  test("of more than 100 columns is refused, unless the cells beyond are empty", async () => {
    const row = (last: string) =>
      `<row r="1">${text("A1", "x")}<c r="XFC1" s="1"/><c r="XFD1" s="1">${last}</c></row>`
    expect((await tableOf(workbook({ rows: row("") }))).rows).toEqual([["x"]])
    expect(await mistakeOf(workbook({ rows: row("<v>1</v>") }))).toEqual({
      code: "too-many-columns",
      cell: "XFD1",
    })
  })

  test("that was formatted to the last row is read", async () => {
    const empty = '<row r="1048576" ht="20"><c r="A1048576" s="1"/></row>'
    expect((await tableOf(workbook({ rows: small.rows + empty }))).rows).toHaveLength(1)
  })

  test("cannot smuggle a row past the limits inside of a value", async () => {
    for (const inner of ["<v>", "<is><t>"]) {
      const rows = `<row r="1"><c r="A1" t="inlineStr">${inner}<row r="900000000"><c r="A900000000"/></row></c></row>`
      expect(["empty", "damaged"]).toContain((await mistakeOf(workbook({ rows }))).code)
    }
    const inText = '<row r="1"><c r="A1"><v>1<x r="9"/></v></c></row>'
    expect(await mistakeOf(workbook({ rows: inText }))).toEqual({ code: "damaged" })
  })

  test("with more cells than any ledger is refused", async () => {
    const cells = Array.from({ length: 100 }, () => "<c><v>1</v></c>").join("")
    const rows = `<row>${cells}</row>`.repeat(3_001)
    expect(await mistakeOf(workbook({ rows }))).toEqual({ code: "too-many-cells" })
    expect(() => inspectSheet("<v>".repeat(4_000_001))).toThrow("too-many-cells")
  })

  test("with a million overlapping merges is refused", async () => {
    const after = '<mergeCell ref="A1:A1048576"/>'.repeat(101)
    expect(await mistakeOf(workbook({ ...small, after }))).toEqual({ code: "damaged" })
  })

  test("that never closes a tag or a quotation mark comes to an end", () => {
    for (const endless of [
      "<",
      "<c",
      "<c ",
      "<c r='",
      '<c r="A1',
      "<c r='a'",
      "<a:",
      "<c>",
      "<v>",
      "<!--",
      "<a.b:",
    ])
      expect(inspectSheet(endless.repeat(100_000)).merges).toEqual([])
  })

  test("with a number format of a megabyte is refused: it would keep the parser busy", async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${"[".repeat(MEGABYTE)}"/></numFmts></styleSheet>`
    expect(await mistakeOf(zip(parts([small], { styles })))).toEqual({ code: "damaged" })
  })

  test("with millions of escaped characters is refused", async () => {
    const strings = `<sst><si><t>${"&amp;".repeat(600_001)}</t></si></sst>`
    expect(await mistakeOf(zip(parts([small], { strings })))).toEqual({ code: "damaged" })
  })

  test("that points to a text that is not there is damaged, and so is broken XML", async () => {
    expect(await mistakeOf(workbook({ rows: '<row r="1"><c r="A1" t="s"><v>5</v></c></row>' }))).toEqual({
      code: "damaged",
    })
    expect(await mistakeOf(zip(parts([small], { strings: "<sst><si></sst>" })))).toEqual({ code: "damaged" })
  })
})

describe("a file of 19 MB", () => {
  test("whose weight is in its pictures is read", async () => {
    const photo = Buffer.alloc(19 * MEGABYTE)
    const bytes = zip([...parts([small]), { path: "xl/media/photo.png", content: photo, stored: true }])
    expect(bytes.length).toBeGreaterThan(19 * MEGABYTE)
    expect((await tableOf(bytes)).rows).toHaveLength(1)
  })

  test("of text is refused with the row that is too many", async () => {
    const bytes = Buffer.from(`平安示例,微博,示例县公安局,${"备注".repeat(30)}\n`.repeat(86_000))
    expect(bytes.length).toBeGreaterThan(18 * MEGABYTE)
    expect(await mistakeOf(bytes)).toEqual({ code: "too-many-rows", cell: "D10001" })
  })

  test("is not refused for its size, one of more than 20 MB is", async () => {
    const bytes = Buffer.alloc(20 * MEGABYTE + 1, "a")
    expect(await mistakeOf(bytes)).toEqual({ code: "too-large" })
    expect(await mistakeOf(bytes.subarray(1))).toEqual({ code: "quotes", row: 1 })
  })
})
