import { CheckSheet, isSigned } from "../rules/check.ts"
import { Finding, isOpen as isLeft } from "../rules/finding.ts"
import { Report } from "../rules/report.ts"
import { Score } from "../rules/score.ts"
import { table } from "./declared.ts"

/** What an office that supervises keeps: what it checked and found, what it wrote up, and what people typed in for it. */
export const oversight = {
  /** What is looked at each month, account by account. */
  checks: table(CheckSheet, {
    unit: (sheet) => sheet.unitId,
    account: (sheet) => sheet.accountId,
    month: (sheet) => sheet.month,
    /** Those that nobody has signed, under the office that checks. */
    unsigned: (sheet) => (isSigned(sheet) ? null : sheet.officeId),
  }),
  findings: table(Finding, {
    unit: (finding) => finding.unitId,
    account: (finding) => finding.accountId,
    office: (finding) => finding.officeId,
    sheet: (finding) => finding.sheetId,
    year: (finding) => finding.number.slice(0, 4),
    /** Those that somebody still has to do something about. */
    open: (finding) => (isLeft(finding) ? finding.unitId : null),
  }),
  reports: table(Report, { unit: (report) => report.unitId }),
  /** Typed in by people. */
  scores: table(Score, { unit: (score) => score.unitId }),
} as const
