import writeXlsx, { type CellObject, type Row } from "write-excel-file/node"
import { type Block, type Cell, type Column, type Paper, printable } from "../rules/paper.ts"
import { repacked, textCell } from "./cells.ts"

const border = { borderStyle: "thin", wrap: true, alignVertical: "center" } as const

const texted = (text: string): string => printable(text).join("\n")

/** A number stays one, so that the office can go on adding. */
const valued = (said: Cell): CellObject =>
  typeof said === "number" ? { value: said, type: Number } : textCell(texted(said ?? ""))

const across = (
  text: string,
  width: number,
  more: Omit<CellObject, "value" | "type" | "format"> = {},
): Row => [
  { ...textCell(texted(text)), columnSpan: width, wrap: true, ...more },
  ...Array.from({ length: width - 1 }, () => null),
]

const table = ({ columns, rows, sum }: Extract<Block, { kind: "table" }>): readonly Row[] => {
  const line = (cells: readonly Cell[], bold: boolean): Row =>
    columns.map(({ align }, at) => ({
      ...valued(cells[at] ?? null),
      ...border,
      align: align ?? "left",
      ...(bold ? { fontWeight: "bold" as const } : {}),
    }))
  return [
    columns.map(({ heading }) => ({
      ...textCell(texted(heading)),
      ...border,
      align: "center" as const,
      fontWeight: "bold" as const,
      backgroundColor: "#E8EEF4",
    })),
    ...rows.map((cells) => line(cells, false)),
    ...(sum === undefined ? [] : [line(sum, true)]),
  ]
}

const lineOf = (block: Block, width: number): readonly Row[] =>
  block.kind === "table"
    ? table(block)
    : [across(block.text, width, block.kind === "heading" ? { fontWeight: "bold" } : {})]

/** The columns of the broadest table say how wide a sheet's are. */
const columnsOf = ({ blocks }: Paper): readonly Column[] =>
  blocks
    .flatMap((block) => (block.kind === "table" ? [block.columns] : []))
    .reduce<readonly Column[]>(
      (broadest, each) => (each.length > broadest.length ? each : broadest),
      [{ heading: "", width: 80 }],
    )

/** Papers as one workbook, a sheet for each: figures in cells, which the office can go on counting with. */
export const writeBook = async (
  sheets: readonly { readonly name: string; readonly paper: Paper }[],
): Promise<Buffer> => {
  const book = sheets.map(({ name: sheet, paper }) => {
    const columns = columnsOf(paper)
    const width = columns.length
    return {
      sheet,
      columns: columns.map(({ width: characters }) => ({ width: characters })),
      ...(paper.landscape === true ? { orientation: "landscape" as const } : {}),
      data: [
        across(paper.title, width, { fontWeight: "bold", fontSize: 16, align: "center" }),
        ...(paper.number === null ? [] : [across(paper.number, width, { align: "center" })]),
        ...paper.blocks.flatMap((block) => lineOf(block, width)),
        ...paper.signed.map((line) => across(line, width, { align: "right" })),
      ],
    }
  })
  return repacked(await writeXlsx(book).toBuffer())
}
