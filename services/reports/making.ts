import { writeBook } from "../../papers/paperbook.ts"
import { writePaper } from "../../papers/paperfile.ts"
import { drawReport } from "../../papers/picture/report.ts"
import { reportPaper } from "../../papers/report/index.ts"
import { sheetNames } from "../../rules/form.ts"
import type { Body } from "../../rules/outgoing.ts"
import { type Report, usualKind } from "../../rules/report.ts"
import { inPublic, type ReportSheet } from "../../rules/reportsheet.ts"
import { formatTerm, type Term } from "../../rules/term.ts"
import { dayOf } from "../../rules/time.ts"
import type { Unit } from "../../rules/unit.ts"
import type { Act } from "../app.ts"
import { languageOf } from "../exports.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import * as units from "../units.ts"
import { sheetOf } from "./gathering.ts"

/** What may be asked for beside the usual notice: the sheet of an assessment, or the papers of all units below. */
export const others = ["assessment", "bundle"] as const

/** How many units below have a sheet of their own in a bundle. */
const BUNDLED = 60

/** How many overdue duties a message names; the others stand in the files. */
const NAMED = 10

export interface Wanted {
  readonly unit: Unit
  readonly term: Term
  readonly other: (typeof others)[number] | null
}

/** A report made: what is read at once, and the files, in the order in which they are sent. */
export interface Made {
  readonly page: Body
  readonly files: readonly Body[]
  /** The row that waits to be issued; null for a draft. */
  readonly report: Report | null
}

const refuseSilly = (act: Act, { term, other }: Wanted): void => {
  const words = act.text.report
  if (term.from > dayOf(act.now)) throw new Refusal(words.future(term))
  if (other === "assessment" && term.kind === "month") throw new Refusal(words.assessedSeldom)
}

/** Makes a report for somebody who may read all of it. A term that is not over gives a draft, which is kept nowhere. */
export const make = async (act: Act, me: people.Member, wanted: Wanted): Promise<Made> => {
  refuseSilly(act, wanted)
  const { unit, term, other } = wanted
  const kind = other === "assessment" ? other : usualKind[term.kind]
  const sheet = await sheetOf(act, me, { unit, term, kind })
  const report = sheet.draft ? null : await keep(act, { unitId: unit.id, kind, term: formatTerm(term) })
  const files = other === "bundle" ? [await bundled(act, me, sheet, wanted)] : await written(act, sheet)
  return { page: pageOf(act, sheet, true), files, report }
}

/** The sums alone, for a group. */
export const makePublic = async (act: Act, me: people.Member, wanted: Wanted): Promise<Body> => {
  refuseSilly(act, wanted)
  const { unit, term, other } = wanted
  const kind = other === "assessment" ? other : usualKind[term.kind]
  return pageOf(act, inPublic(await sheetOf(act, me, { unit, term, kind })), false)
}

/** The page for the phone: the picture with what it comes to, and for whoever leads what is overdue. */
const pageOf = (act: Act, sheet: ReportSheet, whole: boolean): Body => {
  const words = act.text.report
  const named = sheet.overdue.slice(0, NAMED)
  const left = sheet.more + sheet.overdue.length - named.length
  const list = whole ? words.overdue(named, left) : ""
  const svg = drawReport(sheet, languageOf(act))
  return {
    text: [words.made(sheet), ...(list === "" ? [] : [list])].join("\n"),
    picture: { svg, alt: act.text.reportpaper.called(sheet) },
  }
}

const fileOf = (name: string, bytes: Buffer, text: string): Body => ({
  text,
  file: { name, base64: bytes.toString("base64") },
})

const written = async (act: Act, sheet: ReportSheet): Promise<readonly Body[]> => {
  const words = act.text.reportpaper
  const paper = reportPaper(sheet, languageOf(act))
  const name = words.called(sheet)
  const files: Body[] = []
  for (const format of ["docx", "xlsx"] as const) {
    const bytes = await writePaper(paper, format, words.sheetName(sheet.draft))
    files.push(fileOf(`${name}.${format}`, bytes, act.text.report.files[format]))
  }
  return files
}

/** One workbook: the whole, then a sheet for each unit right below with all that lies below it. */
const bundled = async (
  act: Act,
  me: people.Member,
  whole: ReportSheet,
  { unit, term }: Wanted,
): Promise<Body> => {
  const sheets = [whole]
  for (const { unit: each, depth } of await units.below(act, unit.id))
    if (depth === 1 && sheets.length <= BUNDLED && (await people.may(act, me, "report.make", each.id)))
      sheets.push(await sheetOf(act, me, { unit: each, term, kind: whole.kind }))
  const names = sheetNames(sheets.map((each) => each.unit))
  const book = sheets.map((each, at) => ({
    name: names[at] ?? "",
    paper: reportPaper(each, languageOf(act)),
  }))
  const name = act.text.reportpaper.bundleName(whole)
  return fileOf(`${name}.xlsx`, await writeBook(book), act.text.report.files.xlsx)
}

const keep = async (act: Act, of: Pick<Report, "unitId" | "kind" | "term">): Promise<Report> => {
  const known = (await act.tables.reports.where("unit", of.unitId)).find(
    ({ kind, term }) => kind === of.kind && term === of.term,
  )
  const report: Report = { issued: null, id: act.newId(), ...known, ...of, by: act.by, at: act.now }
  await act.tables.reports.put(report)
  return report
}
