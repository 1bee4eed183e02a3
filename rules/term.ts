import { type Day, addMonths, isDay, lastDayOf, type Month, monthOf } from "./time.ts"

/** The stretches of the calendar that are reported on. */
export const termKinds = ["month", "quarter", "year"] as const
export type TermKind = (typeof termKinds)[number]

const MONTHS: Readonly<Record<TermKind, number>> = { month: 1, quarter: 3, year: 12 }

/** One month, quarter or year of the calendar. */
export interface Term {
  readonly kind: TermKind
  /** Both ends included. */
  readonly from: Day
  readonly until: Day
}

/** The term of a kind that holds a day. */
export const termOf = (kind: TermKind, day: Day): Term => {
  const length = MONTHS[kind]
  const from = addMonths(`${monthOf(day)}-01`, -((Number(day.slice(5, 7)) - 1) % length))
  return { kind, from, until: lastDayOf(monthOf(addMonths(from, length - 1))) }
}

/** The one before it. */
export const termBefore = ({ kind, from }: Term): Term => termOf(kind, addMonths(from, -1))

/** Its months, the first first. */
export const monthsOf = ({ from, until }: Pick<Term, "from" | "until">): readonly Month[] => {
  const months: Month[] = []
  for (let day = `${monthOf(from)}-01`; day <= until; day = addMonths(day, 1)) months.push(monthOf(day))
  return months
}

/** What it is made up of in a report: a year's quarters, a quarter's months; a month stands for itself. */
export const partsOf = (term: Term): readonly Term[] => {
  if (term.kind === "month") return []
  const kind = term.kind === "year" ? "quarter" : "month"
  const starts = monthsOf(term).map((month) => termOf(kind, `${month}-01`))
  return starts.filter(({ from }, at) => starts.findIndex((each) => each.from === from) === at)
}

/** Whether days of it are still to come: what is reported then is a draft. */
export const isRunning = ({ until }: Pick<Term, "until">, today: Day): boolean => today <= until

/** As it is kept and pressed: `2026-03`, `2026-Q1`, `2026`. */
export const formatTerm = ({ kind, from }: Term): string => {
  const year = from.slice(0, 4)
  if (kind === "year") return year
  return kind === "month" ? monthOf(from) : `${year}-Q${String((Number(from.slice(5, 7)) + 2) / 3)}`
}

/** A term from the text under which it is kept. */
export const parseTerm = (kept: string): Term => {
  const [year = "", part] = kept.split("-")
  if (part === undefined) return termOf("year", `${year}-01-01`)
  if (!part.startsWith("Q")) return termOf("month", `${kept}-01`)
  return termOf("quarter", `${year}-${String(Number(part.slice(1)) * MONTHS.quarter).padStart(2, "0")}-01`)
}

/** The words of a language for terms near today. */
export interface TermWords {
  /** How many terms back, by kind. */
  readonly near: Readonly<Record<string, readonly [TermKind, number]>>
  /** The numbers of quarters as they are written out. */
  readonly digits: Readonly<Record<string, number>>
}

/** A term as people type it: `2026年3月`, `3月`, `2026-03`, `一季度`, `2026Q1`, `2026年`, `上月`; null when it is none. */
export const readTerm = (typed: string, today: Day, words: TermWords): Term | null => {
  const text = typed.normalize("NFKC").replace(/\s+/g, "").toLowerCase()
  const near = words.near[text]
  if (near) return back(termOf(near[0], today), near[1])
  const [, year, rest = ""] = /^(\d{4})[-/.年]?(.*)$/u.exec(text) ?? [null, undefined, text]
  if (year !== undefined && ["", "度", "全年"].includes(rest)) return within("year", year, 1)
  const month = /^(\d{1,2})月?份?$/u.exec(rest)?.[1]
  if (month !== undefined && (year !== undefined || rest.includes("月")))
    return named("month", year, Number(month), today)
  const quarter = /^第?q?([1-4一二三四])(季度?)?$/u.exec(rest)?.[1]
  if (quarter === undefined || !/[季q]/u.test(rest)) return null
  return named("quarter", year, words.digits[quarter] ?? Number(quarter), today)
}

const back = (term: Term, count: number): Term => (count === 0 ? term : back(termBefore(term), count - 1))

const within = (kind: TermKind, year: string, number: number): Term | null => {
  const day = `${year}-${String((number - 1) * MONTHS[kind] + 1).padStart(2, "0")}-01`
  return isDay(day) ? termOf(kind, day) : null
}

/** Without a year the latest such term that has begun. */
const named = (kind: TermKind, year: string | undefined, number: number, today: Day): Term | null => {
  const found = within(kind, year ?? today.slice(0, 4), number)
  if (found === null || year !== undefined || found.from <= today) return found
  return within(kind, String(Number(today.slice(0, 4)) - 1), number)
}

/** Those that are near, for choosing: what has just ended first, then what is running. */
export const termsNear = (today: Day): readonly Term[] =>
  [1, 0].flatMap((ago) => termKinds.map((kind) => back(termOf(kind, today), ago)))
