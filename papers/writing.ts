import writeXlsx, { type Row } from "write-excel-file/node"
import { repacked, textCell } from "./cells.ts"

interface Form {
  readonly name: string
  /** How wide each column is shown, in characters. */
  readonly widths: readonly number[]
}

/** A sheet of texts under a row of headings; the first column holds numbers, as far as it says anything. */
export const writeSheet = async (
  rows: readonly (readonly string[])[],
  { name: sheet, widths }: Form,
): Promise<Buffer> => {
  const [headings = [], ...lines] = rows
  const table: Row[] = [
    headings.map((value) => ({ ...textCell(value), fontWeight: "bold", backgroundColor: "#E8EEF4" })),
    ...lines.map(([number = "", ...cells]) => [
      number === "" ? null : Number(number),
      ...cells.map((value) => (value === "" ? null : textCell(value))),
    ]),
  ]
  const columns = widths.map((width) => ({ width }))
  return repacked(await writeXlsx(table, { sheet, columns, stickyRowsCount: 1 }).toBuffer())
}
