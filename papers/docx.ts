import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx"
import { type Block, type Cell, type Column, type Paper, printable } from "../rules/paper.ts"
import { repackedPaper } from "./docxparts.ts"
import { A4, characters, type Face, faces, margins, TWIPS_PER_MM } from "./docxstyle.ts"

type Align = NonNullable<Column["align"]>

const aligned = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

const run = (text: string, { font, size }: Face): TextRun =>
  new TextRun({ text, size, font: { eastAsia: font, ascii: LATIN, hAnsi: LATIN, cs: LATIN } })

const LATIN = "Times New Roman"

interface Shape {
  readonly align?: Align
  /** The first line begins two characters in, as in an official document. */
  readonly indented?: boolean
  readonly before?: number
  readonly keepNext?: boolean
}

const lines = (
  text: string,
  face: Face,
  { align = "left", indented, before, keepNext }: Shape,
): Paragraph[] =>
  printable(text).map(
    (line) =>
      new Paragraph({
        alignment: aligned[align],
        spacing: { line: face.line, lineRule: LineRuleType.AT_LEAST, before: before ?? 0, after: 0 },
        ...(indented === true ? { indent: { firstLine: characters(2, face) } } : {}),
        keepNext: keepNext ?? false,
        children: [run(line, face)],
      }),
  )

const shares = (columns: readonly Column[], width: number): readonly number[] => {
  const whole = columns.reduce((sum, column) => sum + column.width, 0)
  return columns.map((column) => Math.floor((width * column.width) / whole))
}

const cell = (said: Cell, face: Face, align: Align, width: number): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: lines(said === null ? "" : String(said), face, { align }),
  })

const table = ({ columns, rows, sum }: Extract<Block, { kind: "table" }>, width: number): Table => {
  const widths = shares(columns, width)
  const row = (cells: readonly Cell[], face: Face, align: (column: Column) => Align, heads: boolean) =>
    new TableRow({
      tableHeader: heads,
      cantSplit: true,
      children: columns.map((column, at) => cell(cells[at] ?? null, face, align(column), widths[at] ?? 0)),
    })
  const own = (column: Column): Align => column.align ?? "left"
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((all, each) => all + each, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    rows: [
      row(
        columns.map(({ heading }) => heading),
        faces.tableHeading,
        () => "center",
        true,
      ),
      ...rows.map((cells) => row(cells, faces.table, own, false)),
      ...(sum === undefined ? [] : [row(sum, faces.tableHeading, own, false)]),
    ],
  })
}

const written = (block: Block, width: number): readonly (Paragraph | Table)[] => {
  switch (block.kind) {
    case "heading":
      return lines(block.text, faces.heading, { indented: true, keepNext: true })
    case "addressee":
      return lines(block.text, faces.body, {})
    case "paragraph":
      return lines(block.text, faces.body, { indented: true })
    case "note":
      return lines(block.text, faces.note, {})
    case "table":
      return [table(block, width)]
  }
}

/** Paper as a Word document: A4, in the faces and margins of an official document, its pages numbered. Always the same bytes. */
export const writeDocx = async ({ title, number, blocks, signed, landscape }: Paper): Promise<Buffer> => {
  const lying = landscape === true
  const across = lying ? A4.height : A4.width
  const width = (across - margins.left - margins.right) * TWIPS_PER_MM
  const pageNumber = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], size: faces.note.size })],
  })
  const document = new Document({
    title: printable(title).join(" "),
    sections: [
      {
        properties: {
          page: {
            // The library turns the page itself.
            size: {
              width: Math.round(A4.width * TWIPS_PER_MM),
              height: Math.round(A4.height * TWIPS_PER_MM),
              orientation: lying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: margins.top * TWIPS_PER_MM,
              bottom: margins.bottom * TWIPS_PER_MM,
              left: margins.left * TWIPS_PER_MM,
              right: margins.right * TWIPS_PER_MM,
            },
          },
        },
        footers: { default: new Footer({ children: [pageNumber] }) },
        children: [
          ...lines(title, faces.title, { align: "center" }),
          ...(number === null ? [] : lines(number, faces.body, { align: "center" })),
          ...lines("", faces.body, {}),
          ...blocks.flatMap((block) => written(block, width)),
          ...signed.flatMap((line, at) =>
            lines(line, faces.body, { align: "right", before: at === 0 ? faces.body.line : 0 }),
          ),
        ],
      },
    ],
  })
  return repackedPaper(await Packer.toBuffer(document))
}
