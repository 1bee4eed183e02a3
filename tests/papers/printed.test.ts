import { expect, test } from "vitest"
import { writeForms } from "../../papers/form.ts"
import { unpacker, zipEntries } from "../../papers/unzip.ts"
import { writeSheet } from "../../papers/writing.ts"
import type { FilingForm } from "../../rules/form.ts"

const sheetOf = async (bytes: Uint8Array): Promise<string> => {
  const workbook = Buffer.from(bytes)
  return String(await unpacker(workbook, zipEntries(workbook))("xl/worksheets/sheet1.xml", 1e6))
}

const heightOf = (sheet: string, row: number): number =>
  Number(new RegExp(`<row r="${row}"[^>]* ht="([^"]+)"`).exec(sheet)?.[1])

const form: FilingForm = {
  name: "示例教育",
  platform: "weibo",
  unit: "示例县教育局",
  supervisor: "示例县人民政府办公室",
  link: null,
  verification: "示例县教育局官方微博，".repeat(10),
  main: false,
  registeredOn: null,
  openedOn: "2026-03-02",
  approvedOn: null,
  approvedBy: [],
  chiefs: [],
  leaders: [],
  editorsInChief: [],
  custodian: null,
  editors: [],
  operator: null,
  licence: null,
  systemNumber: null,
  filledOn: "2026-03-09",
}

test("a filing form comes out of the printer as one sheet of paper", async () => {
  const sheet = await sheetOf(await writeForms([form], "zh"))
  expect(sheet).toMatch(/^(<\?xml[^>]*>)?<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/)
  expect(sheet).toMatch(
    /<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"\/><\/worksheet>$/,
  )
})

test("a value of several lines gets a row as tall", async () => {
  const sheet = await sheetOf(await writeForms([form], "zh"))
  const [unit, verification] = [heightOf(sheet, 4), heightOf(sheet, 7)]
  expect(unit).toBeGreaterThan(20)
  expect(verification - unit).toBe(48)
})

test("a list lies across the paper, as wide as that, and shows every line of a cell", async () => {
  const sheet = await sheetOf(
    await writeSheet(
      [
        ["序号", "依据"],
        ["1", "《通知》二（二）"],
        ["2", "《通知》二（二）\n本单位约定"],
      ],
      {
        name: "事项",
        widths: [6, 44],
      },
    ),
  )
  expect(sheet).toContain(
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>',
  )
  expect(heightOf(sheet, 3)).toBe(2 * heightOf(sheet, 2))
})
