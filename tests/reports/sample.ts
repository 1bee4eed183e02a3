import type { ReportKind } from "../../rules/report.ts"
import type { ReportSheet, UnitLine } from "../../rules/reportsheet.ts"
import { type Figures, nothing, summed } from "../../rules/tally.ts"
import { monthsOf, partsOf, type Term, termBefore, termOf } from "../../rules/term.ts"

/** Figures of one unit in one month, as different as can be. */
const figuresOf = (unit: number, month: number): Figures => ({
  ...nothing,
  posts: 10 + unit * 7 + month,
  originals: 3 + unit * 2 + month,
  firsts: unit + 1,
  kept: 4,
  missed: unit === 2 ? 1 : 0,
  dutiesDone: 3,
  dutiesOverdue: unit === 1 ? 1 : 0,
  incidents: month === 0 ? 1 : 0,
  taken: month === 0 ? 1 : 0,
  minutesToTake: month === 0 ? 6 : 0,
})

const UNITS = ["示例县人民政府办公室（本级）", "示例县教育局", "示例县卫生健康局"]

/** A report that could be one: three units, figures that differ by unit and month. */
export const sampleOf = (kind: ReportKind, term: Term, changes: Partial<ReportSheet> = {}): ReportSheet => {
  const months = monthsOf(term)
  const units: readonly UnitLine[] = UNITS.map((unit, at) => {
    const monthly = months.map((_, month) => figuresOf(at, month))
    return { unit, accounts: at + 1, figures: summed(monthly), months: monthly, changes: at }
  })
  const between = ({ from, until }: Term) =>
    summed(
      units.flatMap((each) =>
        each.months.filter((_, at) => {
          const month = months[at] ?? ""
          return `${month}-01` >= from && `${month}-01` <= until
        }),
      ),
    )
  const counts = { up: 5, offline: 1, coming: 0, ended: 2 }
  const account = { platform: "weibo", name: "示例教育" } as const
  return {
    unit: "示例县人民政府办公室",
    supervises: true,
    kind,
    term,
    draft: false,
    madeOn: "2026-04-01",
    sources: [{ title: "示例县政务新媒体管理办法", titleEn: "Rules", article: "第六条", origin: "text" }],
    total: between(term),
    before: { term: termBefore(term), figures: { ...nothing, posts: 10, originals: 2 } },
    parts: partsOf(term).map((part) => ({ term: part, figures: between(part) })),
    counts,
    platforms: [{ platform: "weibo", counts }],
    units,
    overdue: [{ unit: "示例县教育局", what: "组织培训：示例县教育局", due: "2026-02-27" }],
    more: 0,
    several: [{ unit: "示例县卫生健康局", count: 3 }],
    overlapping: [{ unit: "示例县卫生健康局", platform: "weibo", names: ["示例卫健", "健康示例"] }],
    fewest: [{ unit: "示例县教育局", account, posts: 1 }],
    topics: [{ unit: "示例县教育局", what: "城南供水水压低", on: "2026-03-03" }],
    scores: [
      {
        unit: "示例县教育局",
        account,
        posts: 17,
        scored: { content: "good", followers: 12_000, reposts: 340, comments: 88 },
      },
      { unit: "示例县卫生健康局", account: { ...account, name: "示例卫健" }, posts: 24, scored: null },
    ],
    ...changes,
  }
}

export const quarter = termOf("quarter", "2026-01-01")
export const year = termOf("year", "2026-01-01")
