import { type Account, platforms } from "../../rules/account.ts"
import { isUp, isWatched } from "../../rules/life.ts"
import { isOpen } from "../../rules/obligation.ts"
import {
  accountGroups,
  type Counts,
  groupOf,
  type OverdueLine,
  type ReportSheet,
  type ScoreLine,
} from "../../rules/reportsheet.ts"
import { scoredOver } from "../../rules/score.ts"
import { formatTerm, monthsOf, type Term, termOf } from "../../rules/term.ts"
import { dayOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as duties from "../duties.ts"
import type { Own } from "./evidence.ts"

/** More lines than these nobody reads on paper. */
const LONGEST = 100
/** How many accounts are named as those that published least. */
const FEWEST = 10

export const countsOf = (accounts: readonly Account[]): Counts =>
  Object.fromEntries(
    accountGroups.map((group) => [group, accounts.filter((each) => groupOf(each) === group).length]),
  ) as Counts

export const platformsOf = (accounts: readonly Account[]): ReportSheet["platforms"] =>
  platforms.flatMap((platform) => {
    const there = accounts.filter((account) => account.platform === platform)
    return there.length === 0 ? [] : [{ platform, counts: countsOf(there) }]
  })

/** What fell due in the term and is still not done; the rest of a long list is counted. */
export const overdueOf = async (
  act: Act,
  all: readonly Own[],
  { from, until }: Term,
): Promise<Pick<ReportSheet, "overdue" | "more">> => {
  const rows = all.flatMap(({ unit, evidence }) =>
    evidence.duties.flatMap((row) =>
      isOpen(row) && row.due !== null && row.due.at <= act.now && row.due.day >= from && row.due.day <= until
        ? [{ row, unit: unit.name, due: row.due.day }]
        : [],
    ),
  )
  const overdue: OverdueLine[] = []
  for (const { row, unit, due } of rows.slice(0, LONGEST))
    overdue.push({ unit, due, what: act.text.obligation.named(await duties.shown(act, row)) })
  return { overdue, more: rows.length - overdue.length }
}

export const severalOf = (all: readonly Own[]): ReportSheet["several"] =>
  all
    .map(({ unit, accounts }) => ({ unit: unit.name, count: accounts.filter(isWatched).length }))
    .filter(({ count }) => count > 1)
    .slice(0, LONGEST)

export const overlappingOf = (all: readonly Own[]): ReportSheet["overlapping"] =>
  all
    .flatMap(({ unit, accounts }) =>
      platforms.flatMap((platform) => {
        const names = accounts.filter((each) => isWatched(each) && each.platform === platform)
        return names.length < 2 ? [] : [{ unit: unit.name, platform, names: names.map(({ name }) => name) }]
      }),
    )
    .slice(0, LONGEST)

/** The accounts that published least, but in the order in which their units stand: it is no ranking. */
export const fewestOf = (all: ReportSheet["fewest"]): ReportSheet["fewest"] => {
  const least = new Set([...all].sort((a, b) => a.posts - b.posts).slice(0, FEWEST))
  return all.filter((each) => least.has(each))
}

export const topicsOf = (all: readonly Own[], { from, until }: Term): ReportSheet["topics"] =>
  all
    .flatMap(({ unit, evidence }) =>
      evidence.topics.map(({ what, at }) => ({ unit: unit.name, what, on: dayOf(at) })),
    )
    .filter(({ on }) => on >= from && on <= until)
    .slice(0, LONGEST)

/** Every account that has to be updated, with the five measures as far as people have typed them in. */
export const scoresOf = async (act: Act, all: readonly Own[], term: Term): Promise<readonly ScoreLine[]> => {
  const quarters = new Set(monthsOf(term).map((month) => formatTerm(termOf("quarter", `${month}-01`))))
  const lines: ScoreLine[] = []
  for (const { unit, accounts, postsOf } of all) {
    const typed = (await act.tables.scores.where("unit", unit.id)).filter((each) => quarters.has(each.term))
    for (const account of accounts.filter(isUp))
      lines.push({
        unit: unit.name,
        account,
        posts: postsOf(account.id, term.from, term.until),
        scored: scoredOver(typed.filter(({ accountId }) => accountId === account.id)),
      })
  }
  return lines
}
