import type { Paper } from "../../rules/paper.ts"
import type { ReportSheet } from "../../rules/reportsheet.ts"
import { type Language, languages } from "../../text/index.ts"
import { assessmentPaper } from "./assessment.ts"
import { noticePaper } from "./notice.ts"

/** What a report says, as a paper in the form that offices use. */
export const reportPaper = (sheet: ReportSheet, language: Language): Paper => {
  const words = languages[language].reportpaper
  return sheet.kind === "assessment" ? assessmentPaper(words, sheet) : noticePaper(words, sheet)
}
