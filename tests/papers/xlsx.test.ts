import { describe, expect, test } from "vitest"
import writeXlsx from "write-excel-file/node"
import { mistakeOf, parts, rowsOf, tableOf, text, workbook, zip } from "./files.ts"

const heading = ["账号名称", "平台", "主办单位"]

describe("a workbook", () => {
  test("written by another program is read as text, empty cells and all", async () => {
    const written = await writeXlsx([
      ["示例县政务新媒体台账"],
      [null, null, null],
      heading,
      ["平安示例", "微博", null, 13_800_000_000, true, 0.5],
    ]).toBuffer()
    expect((await tableOf(written)).rows).toEqual([
      ["示例县政务新媒体台账", "", "", "", "", ""],
      ["", "", "", "", "", ""],
      [...heading, "", "", ""],
      ["平安示例", "微博", "", "13800000000", "true", "0.5"],
    ])
  })

  test("gives dates as days, whatever format the cell shows them in", async () => {
    const styles = `<styleSheet><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="31" applyNumberFormat="1"/><xf numFmtId="176" applyNumberFormat="1"/></cellXfs></styleSheet>`
    const cells = [0, 1, 2, 3].map((style) => `<c r="${"ABCD"[style]}1" s="${style}"><v>46065</v></c>`)
    const rows = `<row r="1">${cells.join("")}<c r="E1" s="1"><v>46065.5</v></c></row>`
    expect((await tableOf(zip(parts([{ rows }], { styles })))).rows).toEqual([
      ["46065", "2026-02-12", "2026-02-12", "2026-02-12", "2026-02-12T12:00:00.000Z"],
    ])
    const from1904 = zip(parts([{ rows }], { styles, properties: '<workbookPr date1904="1"/>' }))
    expect((await tableOf(from1904)).rows[0]?.[1]).toBe("2030-02-13")
  })

  test("gives shared and rich texts whole, without what tells how to pronounce them", async () => {
    const strings =
      '<sst><si><t>平安示例</t></si><si><r><t>示例</t></r><r><t xml:space="preserve"> 发布</t></r><rPh><t>shili</t></rPh></si></sst>'
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>微</t></r><r><t>博&amp;</t></r><rPh><t>weibo</t></rPh></is></c></row>'
    expect((await tableOf(zip(parts([{ rows }], { strings })))).rows).toEqual([
      ["平安示例", "示例 发布", "微博&"],
    ])
  })

  test("is read whatever namespace prefix or quotation marks its writer likes", async () => {
    const rows = "<x:row r='2'><x:c r='B2' t='str'><x:f>A1</x:f><x:v>微博</x:v></x:c></x:row>"
    expect((await tableOf(workbook({ rows }))).rows).toEqual([
      ["", ""],
      ["", "微博"],
    ])
  })

  test("is read when its cells and rows do not say where they stand", async () => {
    const rows =
      '<row><c t="inlineStr"><is><t>a</t></is></c><c/><c t="inlineStr"><is><t>c</t></is></c></row><row><c><v>1</v></c></row>'
    expect((await tableOf(workbook({ rows }))).rows).toEqual([
      ["a", "", "c"],
      ["1", "", ""],
    ])
  })

  test("is read when its rows and cells stand in no order", async () => {
    const rows = `<row r="2">${text("B2", "d")}${text("A2", "c")}</row><row r="1">${text("A1", "a")}</row>`
    expect((await tableOf(workbook({ rows }))).rows).toEqual([
      ["a", ""],
      ["c", "d"],
    ])
  })

  test("is read when its writer gave every size in 64 bits", async () => {
    const wide = parts([{ rows: rowsOf([heading]) }]).map((part) => ({ ...part, wide: true }))
    expect((await tableOf(zip(wide))).rows).toEqual([heading])
  })

  test("is known by its content, whatever its name says", async () => {
    expect((await tableOf(workbook({ rows: rowsOf([heading]) }), "台账.csv")).rows).toEqual([heading])
  })
})

describe("formulas", () => {
  test("are never computed: what the file holds is read", async () => {
    const rows = rowsOf([
      ['<c r="A1"><f>ROW()-3</f><v>7</v></c>', '<c r="B1" t="str"><f>UPPER("a")</f><v>A</v></c>'],
    ])
    expect((await tableOf(workbook({ rows }))).rows).toEqual([["7", "A"]])
  })

  test("without a result, or with a failed one, are named; an empty result is empty", async () => {
    const rows = `<row r="1">${text("A1", "x")}<c r="B1"><f>HYPERLINK("http://evil.example")</f></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><f>A1</f><v></v></c></row>`
    const table = await tableOf(workbook({ rows }))
    expect(table.rows).toEqual([["x"]])
    expect(table.unreadable).toEqual({ B1: "formula", C1: "error", E1: "formula" })
  })
})

describe("merged cells", () => {
  test("over several rows speak for each of them, in their first column", async () => {
    const rows = rowsOf([
      ["标题"],
      ["平安示例", "微博", "示例县公安局"],
      ["平安示例", "抖音", ""],
      ["看不见的", "快手", ""],
      ["示例发布", "微博", ""],
    ])
    const after =
      '<mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="C2:D4"/><mergeCell ref="A3:A4"/></mergeCells>'
    expect((await tableOf(workbook({ rows, after }))).rows).toEqual([
      ["标题", "", ""],
      ["平安示例", "微博", "示例县公安局"],
      ["平安示例", "抖音", "示例县公安局"],
      ["平安示例", "快手", "示例县公安局"],
      ["示例发布", "微博", ""],
    ])
  })
})

describe("of several sheets", () => {
  const ledger = { name: "台账", rows: rowsOf([heading, ["a", "微博", "b"]]) }
  const notes = { name: "填表说明", rows: rowsOf([["请如实填写"]]) }

  test("the first that is a ledger is read, and the others are named", async () => {
    const table = await tableOf(workbook(notes, ledger, { ...ledger, name: "旧台账" }))
    expect([table.sheet, table.others]).toEqual(["台账", ["填表说明", "旧台账"]])
  })

  test("one that is hidden is not there", async () => {
    for (const state of ["hidden", "veryHidden"])
      expect((await tableOf(workbook({ ...ledger, state }, notes))).sheet).toBe("填表说明")
  })

  test("the first that holds anything is taken when none is a ledger", async () => {
    expect((await tableOf(workbook({ name: "空表", rows: "" }, notes))).sheet).toBe("填表说明")
    expect(await mistakeOf(workbook({ rows: "" }))).toEqual({ code: "empty" })
  })
})
