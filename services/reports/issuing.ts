import { isOpen } from "../../rules/obligation.ts"
import type { Report } from "../../rules/report.ts"
import { parseTerm } from "../../rules/term.ts"
import type { Day } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import * as settling from "../settling.ts"
import * as units from "../units.ts"

/** A report with the names under which people know it. */
export interface Called {
  readonly report: Report
  readonly unit: string
}

/** The reports that somebody may say were given out, the latest first. */
export const waiting = async (act: Act, me: people.Member): Promise<readonly Called[]> => {
  const found: Called[] = []
  for (const unit of await people.unitsWith(act, me, "report.issue"))
    for (const report of await act.tables.reports.where("unit", unit.id))
      if (report.issued === null) found.push({ report, unit: unit.name })
  return found.sort((a, b) => b.report.at - a.report.at)
}

/** Records that the office gave a report out: what was owed for its term is done with it. */
export const issue = async (
  act: Act,
  me: people.Member,
  id: string,
  { on, number }: { readonly on: Day; readonly number: string | null },
): Promise<Called> => {
  const report = await act.tables.reports.get(id)
  const words = act.text.report
  if (report === null) throw new Refusal(words.noneToIssue)
  await people.demand(act, me, "report.issue", report.unitId)
  if (report.issued !== null) throw new Refusal(words.issuedAlready(report.issued.on, report.issued.number))
  const term = parseTerm(report.term)
  if (on <= term.until) throw new Refusal(words.issuedTooEarly(term))
  const issued = { ...report, issued: { on, number, by: act.by, at: act.now } }
  await act.tables.reports.put(issued)
  for (const row of await act.tables.obligations.where("unitItself", report.unitId))
    if (row.act === report.kind && row.since === term.from && isOpen(row))
      await settling.settle(act, row, { on, proof: number, note: null })
  return { report: issued, unit: (await units.unit(act, report.unitId)).name }
}
