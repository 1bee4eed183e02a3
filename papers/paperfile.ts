import type { Paper } from "../rules/paper.ts"
import { writeBook } from "./paperbook.ts"

export const paperFormats = ["docx", "xlsx"] as const
export type PaperFormat = (typeof paperFormats)[number]

/** A paper as a file. What writes Word documents takes a while to load, so it is loaded with the first of them. */
export const writePaper = async (paper: Paper, format: PaperFormat, sheet: string): Promise<Buffer> => {
  if (format === "xlsx") return writeBook([{ name: sheet, paper }])
  const { writeDocx } = await import("./docx.ts")
  return writeDocx(paper)
}
