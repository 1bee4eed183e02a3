import fc from "fast-check"
import { expect, test } from "vitest"
import { readTable } from "../../papers/table.ts"
import { parts, rowsOf, workbook, zip } from "./files.ts"

const small = { rows: rowsOf([["账号名称", "平台", "主办单位"]]) }

test("whatever bytes are changed, a file is read or refused, and nothing is thrown", async () => {
  const written = zip(parts([small], { strings: "<sst><si><t>微博</t></si></sst>", styles: "<styleSheet/>" }))
  const plain = zip(parts([small]).map((part) => ({ ...part, stored: true })))
  const change = fc.tuple(fc.nat(), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(written, plain),
      fc.array(change, { minLength: 1, maxLength: 8 }),
      async (whole, changes) => {
        const bytes = Buffer.from(whole)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        await readTable("台账.xlsx", bytes)
      },
    ),
    { numRuns: 2_000 },
  )
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      await readTable("台账.csv", bytes)
    }),
    { numRuns: 2_000 },
  )
})

test("whatever tags and texts a sheet is made of, it is read or refused", async () => {
  const piece = fc.constantFrom(
    ...[
      "<row>",
      '<row r="3">',
      "</row>",
      "<c>",
      '<c r="B2" t="s">',
      '<c r="A1" t="inlineStr">',
      '<c r="" t="e">',
      "</c>",
      "<c/>",
    ],
    ...[
      "<v>",
      "</v>",
      "<v/>",
      "<is>",
      "</is>",
      "<t>",
      "</t>",
      "<f>",
      "</f>",
      "<f/>",
      "<rPh>",
      "</rPh>",
      "0",
      "平安",
      "&amp;",
      "&#x1F600;",
    ],
    ...[
      "&",
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      '<mergeCell ref="A1:B9"/>',
      '<mergeCell ref=":"/>',
      "'",
      '"',
      ">",
      "<",
    ],
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const reading = await readTable("台账.xlsx", workbook({ rows: pieces.join("") }))
      if ("table" in reading) expect(reading.table.rows.length).toBeLessThan(30)
    }),
    { numRuns: 2_000 },
  )
})
