import writeXlsx, { type Row } from "write-excel-file/node"
import { type FilingForm, formLines, sheetNames } from "../rules/form.ts"
import { type Language, languages } from "../text/index.ts"
import { linesIn, repacked, textCell } from "./cells.ts"

const LABELS = 22
const VALUES = 60
/** In points; tall enough for a stamp and for a pen. */
const heights = { title: 42, line: 27, more: 16, seal: 60 }

/** The filing forms of several accounts in one workbook, a sheet for each: what an office prints and stamps. */
export const writeForms = async (forms: readonly FilingForm[], language: Language): Promise<Uint8Array> => {
  const words = languages[language].form
  const names = sheetNames(forms.map(words.sheet))
  const border = { borderStyle: "thin", wrap: true, alignVertical: "center" } as const
  const heading = {
    fontWeight: "bold",
    fontSize: 16,
    columnSpan: 2,
    align: "center",
    alignVertical: "center",
  }
  const sheets = forms.map((form, index) => ({
    sheet: names[index] ?? "",
    columns: [{ width: LABELS }, { width: VALUES }],
    data: [
      [{ ...textCell(words.title), ...heading, height: heights.title }, null],
      ...formLines.map((line): Row => {
        const label = words.labels[line]
        const value = words.value(form, line)
        const lines = Math.max(linesIn(label, LABELS), linesIn(value, VALUES))
        const height = heights.line + (lines - 1) * heights.more
        return [
          { ...textCell(label), ...border, height, fontWeight: "bold", backgroundColor: "#E8EEF4" },
          { ...textCell(value), ...border },
        ]
      }),
      [{ ...textCell(words.seal), columnSpan: 2, height: heights.seal, alignVertical: "center" }, null],
    ] as Row[],
  }))
  return repacked(await writeXlsx(sheets).toBuffer())
}
