import { z } from "zod"
import { type Term, type TermKind, termOf } from "./term.ts"

/** What is written up at the end of a term. */
export const reportKinds = ["monthly-notice", "quarterly-notice", "yearly-report", "assessment"] as const
export const ReportKind = z.enum(reportKinds)
export type ReportKind = z.output<typeof ReportKind>

/** What is written up of a month, a quarter and a year unless an assessment is asked for. */
export const usualKind: Readonly<Record<TermKind, ReportKind>> = {
  month: "monthly-notice",
  quarter: "quarterly-notice",
  year: "yearly-report",
}

/** Of what it is written up as a duty. */
const usualTerm: Readonly<Record<ReportKind, TermKind>> = {
  "monthly-notice": "month",
  "quarterly-notice": "quarter",
  "yearly-report": "year",
  assessment: "year",
}

/** Which report of which term a duty asks for; null where it asks for something else. */
export const askedFor = (
  act: string,
  since: unknown,
): { readonly kind: ReportKind; readonly term: Term } | null => {
  const kind = reportKinds.find((each) => each === act)
  return kind === undefined || typeof since !== "string"
    ? null
    : { kind, term: termOf(usualTerm[kind], since) }
}

/** A report that was made of a term which is over; a draft is kept nowhere. */
export const Report = z
  .object({
    /** Unit, kind and term: making it again changes the same row. */
    id: z.string(),
    unitId: z.string(),
    kind: ReportKind,
    /** `2026-Q1` */
    term: z.string(),
    /** Who made it last, and when. */
    by: z.string(),
    at: z.number(),
    /** That the office gave it out, and under which number; null until somebody says so. */
    issued: z
      .object({ on: z.string(), number: z.string().nullable(), by: z.string(), at: z.number() })
      .readonly()
      .nullable(),
  })
  .readonly()
export type Report = z.output<typeof Report>
