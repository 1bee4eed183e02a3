import writeXlsx, { type Row } from "write-excel-file/node"
import { linesIn, repacked, textCell } from "./cells.ts"

interface Form {
  readonly name: string
  /** How wide each column is shown, in characters. */
  readonly widths: readonly number[]
}

/** In points: one line of a row, and each further one. */
const LINE = 17

/** A sheet of texts under a row of headings; the first column holds numbers, as far as it says anything. */
export const writeSheet = async (
  rows: readonly (readonly string[])[],
  { name: sheet, widths }: Form,
): Promise<Buffer> => {
  const [headings = [], ...lines] = rows
  const table: Row[] = [
    headings.map((value) => ({ ...textCell(value), fontWeight: "bold", backgroundColor: "#E8EEF4" })),
    ...lines.map(([number = "", ...cells]): Row => {
      const tall = Math.max(1, ...cells.map((value, at) => linesIn(value, widths[at + 1] ?? Infinity)))
      const looks = { height: tall * LINE, wrap: true, alignVertical: "top" } as const
      return [
        number === "" ? null : { value: Number(number), type: Number, ...looks },
        ...cells.map((value) => (value === "" ? null : { ...textCell(value), ...looks })),
      ]
    }),
  ]
  const columns = widths.map((width) => ({ width }))
  const options = { sheet, columns, stickyRowsCount: 1, orientation: "landscape" } as const
  return repacked(await writeXlsx(table, options).toBuffer())
}
