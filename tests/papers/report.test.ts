import { describe, expect, test } from "vitest"
import { writePaper } from "../../papers/paperfile.ts"
import { shippedLetters } from "../../papers/picture/letters.ts"
import { drawPng } from "../../papers/picture/png.ts"
import { drawReport } from "../../papers/picture/report.ts"
import { reportPaper } from "../../papers/report/index.ts"
import type { Block, Paper } from "../../rules/paper.ts"
import { inPublic } from "../../rules/reportsheet.ts"
import { summed } from "../../rules/tally.ts"
import { quarter, sampleOf, year } from "../reports/sample.ts"
import { missing, readBack } from "./libreoffice.ts"
import { wordsIn } from "./rosters.ts"

const tablesOf = ({ blocks }: Paper) =>
  blocks.filter((block): block is Extract<Block, { kind: "table" }> => block.kind === "table")
const textsOf = ({ title, blocks, signed }: Paper): readonly string[] => [
  title,
  ...blocks.flatMap((block) => (block.kind === "table" ? [] : [block.text])),
  ...signed,
]

describe("a notice on paper", () => {
  const paper = reportPaper(sampleOf("quarterly-notice", quarter), "zh")

  test("leaves the number, the signature and the date to the office, and says to whom it goes", () => {
    expect(paper).toMatchObject({
      title: "示例县人民政府办公室关于2026年第一季度政务新媒体运行情况的通报",
      number: "〔　　　〕　　号",
      signed: ["签发人：　　　　　　", "示例县人民政府办公室（盖章）", "　　　　年　　月　　日"],
    })
    expect(textsOf(paper).slice(1, 3)).toEqual([
      "各有关单位：",
      "根据《示例县政务新媒体管理办法》第六条，现将2026年第一季度政务新媒体运行情况通报如下。",
    ])
  })

  test("has figures that add up: the last row of every table of units and months is the sum of those above", () => {
    for (const { columns, rows, sum } of tablesOf(paper)) {
      if (sum === undefined) continue
      columns.forEach((_, at) => {
        const column = rows.map((row) => row[at])
        if (column.every((each) => typeof each === "number"))
          expect(sum[at]).toBe(column.reduce((all, each) => all + each, 0))
      })
    }
    const [parts] = tablesOf(paper)
    for (const [, ...cells] of parts?.rows ?? [])
      expect(cells.at(-1)).toBe(cells.slice(0, -1).reduce<number>((all, each) => all + Number(each), 0))
  })

  test("names accounts that overlap or are little used, units with several, and where custodians change (LZ-32, JX-24, SJ-09)", () => {
    const rows = tablesOf(paper).flatMap(({ rows: all }) => all)
    expect(rows).toContainEqual(["示例县卫生健康局", 3])
    expect(rows).toContainEqual(["示例县卫生健康局", "微博“示例卫健”、微博“健康示例”"])
    expect(rows).toContainEqual(["示例县教育局", "微博“示例教育”", 1])
    expect(textsOf(paper).join("\n")).toContain("密码保管人近12个月共变动 3 次")
    expect(rows.filter(([unit]) => unit === "示例县卫生健康局").some((row) => row.at(-1) === 2)).toBe(true)
  })

  test("of a term that runs says at its head and at its foot that it is a draft", () => {
    const texts = textsOf(reportPaper(sampleOf("quarterly-notice", quarter, { draft: true }), "zh"))
    expect([texts[0], texts[1]?.slice(0, 3), texts.at(-4)]).toEqual([
      "示例县人民政府办公室关于2026年第一季度政务新媒体运行情况的通报（草稿）",
      "草稿：",
      "（草稿，不得印发）",
    ])
    expect(textsOf(reportPaper(sampleOf("yearly-report", year, { draft: true }), "en"))[0]).toContain("DRAFT")
  })
})

describe("the sheet of an assessment", () => {
  test("has each unit's twelve months, and room for what people judge (LZ-11, XC-35, JX-53)", () => {
    const sheet = sampleOf("assessment", year)
    const [posts, , , , judged] = tablesOf(reportPaper(sheet, "zh"))
    expect(posts?.columns.map(({ heading }) => heading)).toEqual([
      "单位",
      ...Array.from({ length: 12 }, (_, month) => `${month + 1}月`),
      "合计",
    ])
    for (const [at, { figures, months }] of sheet.units.entries()) {
      expect(posts?.rows[at]?.slice(1)).toEqual([...months.map((each) => each.posts), figures.posts])
      expect(summed(months)).toEqual(figures)
    }
    expect(judged?.columns.map(({ heading }) => heading).slice(-3)).toEqual([
      "绩效考核",
      "第三方评估",
      "考核意见",
    ])
    expect(judged?.rows.every((row) => row.slice(-3).every((each) => each === null))).toBe(true)
  })

  test("has Shaanxi's five measures as people typed them in, and blanks where nobody did (SJ-37)", () => {
    const scores = tablesOf(reportPaper(sampleOf("assessment", year), "zh"))[3]
    expect(scores?.columns.map(({ heading }) => heading).slice(2)).toEqual([
      "发布条数",
      "发布内容",
      "关注量",
      "转发量",
      "评论量",
    ])
    expect(scores?.rows).toEqual([
      ["示例县教育局", "微博“示例教育”", 17, "好", 12_000, 340, 88],
      ["示例县卫生健康局", "微博“示例卫健”", 24, null, null, null, null],
    ])
  })
})

describe("a report as a picture", () => {
  const draw = (changes = {}) =>
    drawReport(sampleOf("quarterly-notice", quarter, changes), "zh", shippedLetters)

  test("says the large figures, the months and the units in words and numbers", () => {
    const { total, units } = sampleOf("quarterly-notice", quarter)
    const said = wordsIn(draw())
    expect(said.slice(0, 4)).toEqual([
      "示例县人民政府办公室 季度通报",
      "2026年第一季度",
      "发布条数",
      String(total.posts),
    ])
    expect(said).toContain("第四季度 20.0%")
    for (const { unit, figures } of units.slice(1)) {
      expect(said).toContain(unit)
      expect(said).toContain(String(figures.posts))
    }
    expect(said.join()).not.toContain("草稿")
  })

  test("of a draft says so in a band of its own", () => {
    expect(wordsIn(draw({ draft: true }))).toContain("草稿：数字截至2026年4月1日")
  })

  test("for everybody names no unit", () => {
    const sheet = inPublic(sampleOf("quarterly-notice", quarter))
    const said = wordsIn(drawReport(sheet, "zh", shippedLetters)).join("\n")
    expect(said).not.toMatch(/教育局|卫生健康局/)
  })

  test("is lighter than 200 kB, with twenty-four units too", async () => {
    const [unit] = sampleOf("quarterly-notice", quarter).units
    const many = Array.from({ length: 60 }, (_, at) => ({
      ...unit,
      unit: `示例县第${at}街道办事处党政综合办公室`,
    }))
    const png = await drawPng(draw({ units: many, draft: true }))
    expect(png.length).toBeLessThan(200_000)
    expect(wordsIn(draw({ units: many }))).toContain("另有 36 个单位，见附件")
  })
})

describe.skipIf(missing)("read back by another program (LibreOffice)", () => {
  test("the Word file and the workbook hold every figure of the report", { timeout: 180_000 }, async () => {
    const sheet = sampleOf("quarterly-notice", quarter)
    const paper = reportPaper(sheet, "zh")
    const { notice: word = "" } = await readBack({ notice: await writePaper(paper, "docx", "通报") }, "docx")
    const { notice: book = "" } = await readBack({ notice: await writePaper(paper, "xlsx", "通报") }, "xlsx")
    const wordCells = word.split("\n").map((cell) => cell.trim())
    const rows = book.split("\n").map((row) => row.split("\t").map((cell) => cell.replace(/^"|"$/g, "")))
    for (const { rows: expected, sum } of tablesOf(paper))
      for (const row of [...expected, ...(sum ? [sum] : [])]) {
        const cells = row.map((cell) => (cell === null ? "" : String(cell)))
        expect(rows.map((found) => found.slice(0, cells.length))).toContainEqual(cells)
        expect(wordCells).toEqual(expect.arrayContaining(cells.filter((cell) => cell !== "")))
      }
    for (const [name, value] of Object.entries({
      发布条数: sheet.total.posts,
      原创条数: sheet.total.originals,
    }))
      expect(rows.find(([first]) => first === name)?.slice(1, 5)).toEqual([
        ...sheet.parts.map(({ figures }) => String(name === "发布条数" ? figures.posts : figures.originals)),
        String(value),
      ])
  })
})
