import { isUp, isWatched } from "../../rules/life.ts"
import { periodsOf } from "../../rules/keptperiods.ts"
import type { ReportKind } from "../../rules/report.ts"
import type { ReportSheet, UnitLine } from "../../rules/reportsheet.ts"
import { over, summed, tallied, type Tally } from "../../rules/tally.ts"
import { isRunning, monthsOf, partsOf, type Term, termBefore } from "../../rules/term.ts"
import { addMonths, type Day, dayOf, monthOf } from "../../rules/time.ts"
import type { Unit } from "../../rules/unit.ts"
import type { Act } from "../app.ts"
import { calendar } from "../calendar.ts"
import * as people from "../people.ts"
import * as units from "../units.ts"
import * as evidence from "./evidence.ts"
import * as lists from "./lists.ts"
import * as sources from "./sources.ts"

/** A unit with those below it that stand together in one line, and what their figures are. */
interface Branch {
  readonly unit: Unit
  readonly all: readonly evidence.Own[]
  readonly tallies: readonly Tally[]
}

/** Everything a report says of a unit and of those below it that somebody may report on. */
export const sheetOf = async (
  act: Act,
  me: people.Member,
  { unit, term, kind }: { readonly unit: Unit; readonly term: Term; readonly kind: ReportKind },
): Promise<ReportSheet> => {
  await people.demand(act, me, "report.make", unit.id)
  const today = dayOf(act.now)
  const before = termBefore(term)
  const months = monthsOf({ from: before.from, until: term.until })
  const branches = await branchesOf(act, me, unit, months)
  const all = branches.flatMap(({ all: owns }) => owns)
  const tallies = branches.flatMap(({ tallies: each }) => each)
  const total = (some: Pick<Term, "from" | "until">) =>
    summed(tallies.map((tally) => over(tally, monthsOf(some))))
  const accounts = all.flatMap((own) => own.accounts)
  return {
    unit: unit.name,
    supervises: all.length > 1,
    kind,
    term,
    draft: isRunning(term, today),
    madeOn: today,
    sources: await sources.of(act, unit, kind),
    total: total(term),
    before: { term: before, figures: total(before) },
    parts: partsOf(term).map((part) => ({ term: part, figures: total(part) })),
    counts: lists.countsOf(accounts),
    platforms: lists.platformsOf(accounts),
    units: branches.map((branch, at) => lineOf(branch, at === 0 && branches.length > 1, term, act.text)),
    ...(await lists.overdueOf(act, all, term)),
    several: lists.severalOf(all),
    overlapping: lists.overlappingOf(all),
    fewest: lists.fewestOf(
      all.flatMap(({ unit: of, accounts: theirs, postsOf }) =>
        theirs.filter(isUp).map((account) => ({
          unit: of.name,
          account,
          posts: postsOf(account.id, term.from, term.until),
        })),
      ),
    ),
    topics: lists.topicsOf(all, term),
    scores: kind === "assessment" ? await lists.scoresOf(act, all, term) : [],
  }
}

/** A unit and those below it that somebody may report on. */
export const reportable = async (act: Act, me: people.Member, unitId: string) => {
  const found = []
  for (const each of await units.below(act, unitId))
    if (await people.may(act, me, "report.make", each.unit.id)) found.push(each)
  return found
}

/** The unit alone, then each unit right below it with all that lies below that. */
const branchesOf = async (
  act: Act,
  me: people.Member,
  unit: Unit,
  months: readonly string[],
): Promise<readonly Branch[]> => {
  const reach = { months, periodAt: periodsOf(await calendar(act)) }
  const found = new Map<string, { unit: Unit; all: evidence.Own[]; tallies: Tally[] }>()
  for (const { unit: each, depth } of await reportable(act, me, unit.id)) {
    const path = await units.path(act, each.id)
    const top = depth === 0 ? each.id : (path[depth - 1] ?? each.id)
    const branch = found.get(top) ?? { unit: each, all: [], tallies: [] }
    const own = await evidence.ofUnit(act, each, reach)
    branch.all.push(own)
    branch.tallies.push(tallied(own.evidence, act.now))
    found.set(top, branch)
  }
  return [...found.values()]
}

const lineOf = ({ unit, all, tallies }: Branch, alone: boolean, term: Term, text: Act["text"]): UnitLine => {
  const figuresOf = (months: readonly string[]) => summed(tallies.map((tally) => over(tally, months)))
  const last: Day = term.until
  const year = monthsOf({ from: addMonths(`${monthOf(last)}-01`, -11), until: last })
  return {
    unit: alone ? text.reportpaper.itself(unit.name) : unit.name,
    accounts: all.flatMap(({ accounts }) => accounts).filter(isWatched).length,
    figures: figuresOf(monthsOf(term)),
    months: monthsOf(term).map((month) => figuresOf([month])),
    changes: figuresOf(year).changes,
  }
}
