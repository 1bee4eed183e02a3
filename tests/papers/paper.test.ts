import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { writeDocx } from "../../papers/docx.ts"
import { writeBook } from "../../papers/paperbook.ts"
import { unpacker, zipEntries } from "../../papers/unzip.ts"
import { type Paper, printable } from "../../rules/paper.ts"
import { tableOf } from "./files.ts"
import { missing, readBack } from "./libreoffice.ts"

const notice: Paper = {
  title: "关于2026年第一季度政务新媒体检查情况的通报",
  number: "〔　　　〕　　号",
  blocks: [
    { kind: "heading", text: "一、总体情况" },
    { kind: "paragraph", text: "共检查账号 38 个。\n<合格> & “其他”见下表。" },
    {
      kind: "table",
      columns: [
        { heading: "单位", width: 20 },
        { heading: "账号数", width: 8, align: "right" },
        { heading: "备注", width: 30 },
      ],
      rows: [
        ["示例县教育局", 3, "=1+1"],
        ["示例县卫生健康局", 2, null],
      ],
      sum: ["合计", 5, ""],
    },
    { kind: "note", text: "注：数字由登记的记录加总。" },
  ],
  signed: ["示例县人民政府办公室", "2026年4月1日"],
}

const part = async (bytes: Buffer, path: string): Promise<string> =>
  (await unpacker(bytes, zipEntries(bytes))(path, Infinity))?.toString() ?? ""

describe("a paper as a Word document", () => {
  test("has the faces, margins and page of an official document, with others to fall back on", async () => {
    const bytes = await writeDocx(notice)
    const document = await part(bytes, "word/document.xml")
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
    for (const face of ["方正小标宋简体", "黑体", "仿宋_GB2312"])
      expect(document).toContain(`w:eastAsia="${face}"`)
    expect(await part(bytes, "word/fontTable.xml")).toContain(
      '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong,STFangsong,Noto Serif CJK SC"/>',
    )
    expect(await part(bytes, "word/footer1.xml")).toContain("PAGE")
  })

  test("lies on its side where its tables are broad", async () => {
    const document = await part(await writeDocx({ ...notice, landscape: true }), "word/document.xml")
    expect(document).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
  })

  test("says nobody's name and no time of its writing: the same paper is always the same bytes", async () => {
    const bytes = await writeDocx(notice)
    expect(await part(bytes, "docProps/core.xml")).not.toMatch(/created|modified|creator|Un-named/)
    expect((await writeDocx(notice)).equals(bytes)).toBe(true)
  })

  test("holds whatever people write, and stays a document", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 40 }), async (said) => {
        const bytes = await writeDocx({ ...notice, title: said, blocks: [{ kind: "paragraph", text: said }] })
        const document = await part(bytes, "word/document.xml")

        expect(document).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/)
        expect(document.match(/&(?!(amp|lt|gt|quot|apos|#\d+);)/)).toBe(null)
      }),
      { numRuns: 15 },
    )
    expect(printable("一\u0000\ud800二\r\n三")).toEqual(["一二", "三"])
  })
})

describe("the same paper as a workbook", () => {
  test("keeps numbers as numbers, and a formula is only a text", async () => {
    const { rows, unreadable } = await tableOf(await writeBook([{ name: "通报", paper: notice }]))
    expect(unreadable).toEqual({})
    expect(rows.map((row) => row.filter((each) => each !== ""))).toEqual([
      ["关于2026年第一季度政务新媒体检查情况的通报"],
      ["〔　　　〕　　号"],
      ["一、总体情况"],
      ["共检查账号 38 个。\n<合格> & “其他”见下表。"],
      ["单位", "账号数", "备注"],
      ["示例县教育局", "3", "=1+1"],
      ["示例县卫生健康局", "2"],
      ["合计", "5"],
      ["注：数字由登记的记录加总。"],
      ["示例县人民政府办公室"],
      ["2026年4月1日"],
    ])
  })
})

describe.skipIf(missing)("read back by another program (LibreOffice)", () => {
  test("a document says in full and in order what was written", { timeout: 180_000 }, async () => {
    const { notice: read = "" } = await readBack({ notice: await writeDocx(notice) }, "docx")
    expect(read.split("\n").filter((line) => line.trim() !== "")).toEqual([
      "关于2026年第一季度政务新媒体检查情况的通报",
      "〔　　　〕　　号",
      "一、总体情况",
      "共检查账号 38 个。",
      "<合格> & “其他”见下表。",
      "单位",
      "账号数",
      "备注",
      "示例县教育局",
      "3",
      "=1+1",
      "示例县卫生健康局",
      "2",
      "合计",
      "5",
      "注：数字由登记的记录加总。",
      "示例县人民政府办公室",
      "2026年4月1日",
    ])
  })

  test("a workbook's figures are figures", { timeout: 180_000 }, async () => {
    const { notice: read = "" } = await readBack(
      { notice: await writeBook([{ name: "通报", paper: notice }]) },
      "xlsx",
    )
    expect(read).toContain(`"示例县教育局"\t3\t"=1+1"`)
  })
})
