import fc from "fast-check"
import iconv from "iconv-lite"
import { describe, expect, test } from "vitest"
import { readCsv, writeCsv } from "../../papers/csv.ts"
import { mistakeOf, tableOf } from "./files.ts"

const text = '账号名称,平台,主办单位\r\n"示例,发布",微博,"示例县""人民政府""\n办公室"\r\n㙍㵪㙦,抖音,蓥华镇'
const rows = [
  ["账号名称", "平台", "主办单位"],
  ["示例,发布", "微博", '示例县"人民政府"\n办公室'],
  ["㙍㵪㙦", "抖音", "蓥华镇"],
]

describe("a text file is read", () => {
  test.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`)],
    ["GB18030", iconv.encode(text, "gb18030")],
    ["UTF-16, little end first", iconv.encode(text, "utf16-le", { addBOM: true })],
    ["UTF-16, big end first", iconv.encode(text, "utf16-be", { addBOM: true })],
  ])("in %s", async (_, bytes) => {
    expect((await tableOf(bytes, "台账.csv")).rows).toEqual(rows)
  })

  test("in GBK, as Excel saves it in China", async () => {
    const plain = "账号名称,平台,主办单位\n示例发布,微博,示例县人民政府办公室\n"
    expect((await tableOf(iconv.encode(plain, "gbk"))).rows).toEqual([
      ["账号名称", "平台", "主办单位"],
      ["示例发布", "微博", "示例县人民政府办公室"],
    ])
  })

  test.each([",", ";", "\t"])("parted by %j, whatever else stands in its cells", async (delimiter) => {
    const lines = [
      ["台账", "", ""],
      ["账号名称", "平台", "编辑人员"],
      ["示例发布", "微博", "张三;李四"],
      ["平安示例", "抖音", "王五,赵六"],
    ]
    const written = lines.map((line) =>
      line.map((cell) => (/[,;]/.test(cell) ? `"${cell}"` : cell)).join(delimiter),
    )
    expect((await tableOf(Buffer.from(written.join("\n")))).rows).toEqual([["台账"], ...lines.slice(1)])
  })

  test("with every row in its place, empty ones too, but without those at the end", async () => {
    expect((await tableOf(Buffer.from("\n,,\na,b\n\n c,\n,,\n\n"))).rows).toEqual([
      [],
      [],
      ["a", "b"],
      [],
      [" c"],
    ])
  })

  test("with a quotation mark inside of a text", async () => {
    expect((await tableOf(Buffer.from('微"博,c\n'))).rows).toEqual([['微"博', "c"]])
  })

  test("by its content, whatever its name says", async () => {
    expect((await tableOf(Buffer.from(text), "台账.xlsx")).sheet).toBe("台账.xlsx")
  })
})

describe("a file is refused", () => {
  test("with nothing in it", async () => {
    for (const nothing of ["", "\n\n", ",,,\n", "\ufeff"])
      expect(await mistakeOf(Buffer.from(nothing))).toEqual({ code: "empty" })
  })

  test("as an old workbook, or one with a password", async () => {
    const ole = Buffer.from("d0cf11e0a1b11ae1", "hex")
    const directory = (name: string) =>
      Buffer.concat([ole, Buffer.alloc(1_000), Buffer.from(name, "utf16le")])
    expect(await mistakeOf(directory("Workbook"), "台账.xlsx")).toEqual({ code: "old-excel" })
    expect(await mistakeOf(directory("EncryptedPackage"), "台账.csv")).toEqual({ code: "locked" })
  })

  test("as something else that is no table", async () => {
    for (const other of ["%PDF-1.7\n", "{\\rtf1", "<html><table>", "<?xml version='1.0'?>", "a,b\0c,d"])
      expect(await mistakeOf(Buffer.from(other), "台账.csv")).toEqual({ code: "not-a-table" })
  })

  test("in an encoding that is none of those in use", async () => {
    expect(await mistakeOf(Buffer.from([0x61, 0x2c, 0xff, 0xff, 0xff, 0x0a]))).toEqual({ code: "encoding" })
  })

  test("whose quotation marks never close, with the row where that begins", async () => {
    expect(await mistakeOf(Buffer.from(`a,b\nc,"d\n${"e,f\n".repeat(10)}`))).toEqual({
      code: "quotes",
      row: 2,
    })
  })

  test("of 10,001 rows or of 101 columns, with the cell that is too many", async () => {
    expect((await tableOf(Buffer.from("a,b\n".repeat(10_000)))).rows).toHaveLength(10_000)
    expect(await mistakeOf(Buffer.from("a,b\n".repeat(10_001)))).toEqual({
      code: "too-many-rows",
      cell: "B10001",
    })
    expect((await tableOf(Buffer.from(`${"a,".repeat(100)},,,\n`))).rows[0]).toHaveLength(100)
    expect(await mistakeOf(Buffer.from("a,".repeat(101)))).toEqual({ code: "too-many-columns", cell: "CW1" })
  })

  test("of nothing but commas or line ends, before its cells are counted one by one", async () => {
    for (const character of [",", "\n"])
      expect(await mistakeOf(Buffer.alloc(15_000_000, character))).toEqual({ code: "too-many-cells" })
  })
})

test("a cell of 10,000 characters is cut, which no column allows", async () => {
  expect((await tableOf(Buffer.from(`a,${"字".repeat(10_000)}`))).rows[0]?.[1]).toHaveLength(2_000)
})

test("a text that a spreadsheet would take for a formula is written behind an apostrophe", () => {
  const cells = ["=1+1", "+86", "-", "@a", "＝1", "'=1", "'a", "a=1"]
  expect(writeCsv([cells]).toString()).toBe("\ufeff'=1+1,'+86,'-,'@a,'＝1,''=1,'a,a=1\r\n")
})

test("whatever is written is read again as it was", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom("=", "'", "+", "-", "@", "\t", "\n", "\r", ",", ";", '"', "平", " "),
      maxLength: 8,
    }),
  )
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
      (written) => {
        const table = [
          ["账号名称", "平台", "主办单位", "链接", "状态", "."],
          ...written.map((row) => [...row, "."]),
        ]
        expect(readCsv(writeCsv(table))).toEqual(table)
      },
    ),
  )
})
