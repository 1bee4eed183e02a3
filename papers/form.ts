import writeXlsx, { type Row } from "write-excel-file/node"
import { type FilingForm, formLines, sheetNames } from "../rules/form.ts"
import { type Language, languages } from "../text/index.ts"
import { repacked, textCell } from "./cells.ts"

/** The filing forms of several accounts in one workbook, a sheet for each: what an office prints and stamps. */
export const writeForms = async (forms: readonly FilingForm[], language: Language): Promise<Uint8Array> => {
  const words = languages[language].form
  const names = sheetNames(forms.map(words.sheet))
  const border = { borderStyle: "thin", wrap: true } as const
  const sheets = forms.map((form, index) => ({
    sheet: names[index] ?? "",
    columns: [{ width: 22 }, { width: 60 }],
    data: [
      [{ ...textCell(words.title), fontWeight: "bold", columnSpan: 2, align: "center" }, null],
      ...formLines.map((line): Row => [
        { ...textCell(words.labels[line]), ...border, fontWeight: "bold", backgroundColor: "#E8EEF4" },
        { ...textCell(words.value(form, line)), ...border },
      ]),
      [{ ...textCell(words.seal), columnSpan: 2 }, null],
    ] as Row[],
  }))
  return repacked(await writeXlsx(sheets).toBuffer())
}
