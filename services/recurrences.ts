import type { Account } from "../rules/account.ts"
import { type Carried, type Doing, doingOf, isCarried } from "../rules/acts.ts"
import { actOf, type AgainRule } from "../rules/binding.ts"
import { isOpen as isLeftOpen } from "../rules/figure.ts"
import { isEmergency, type OfflineWindow } from "../rules/offline.ts"
import { isOpen, type Obligation, type Planned } from "../rules/obligation.ts"
import { speaksOf } from "../rules/planning.ts"
import {
  afterDays,
  type Asked,
  inPeriods,
  isOf,
  type Recurring,
  together,
  type Wanted,
} from "../rules/recurrence.ts"
import { type Day, dayOf } from "../rules/time.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import { calendar } from "./calendar.ts"
import * as windows from "./offline/windows.ts"
import { changedOn } from "./attested.ts"
import { lapse } from "./daily.ts"
import { end, moment, place } from "./obligations.ts"
import * as supervising from "./reports/supervising.ts"

type Of = Doing["of"]

/** Opens what comes round again and is not open yet; what nobody asks for any longer loses its cause. */
export const recur = async (act: Act, asked: Asked, account: Account | null, of: Of): Promise<void> => {
  const { again, written } = await bindings.duties(act, asked.unitId, of === "account" ? account : null)
  const rules: AgainRule[] = account === null ? [] : [...again]
  // A report is asked of the unit that supervises, whatever accounts it has.
  for (const rule of of === "unit" ? written : [])
    if (await supervising.supervises(act, asked.unitId, rule.book.id)) rules.push(rule)
  return recurBy(act, asked, rules, account, of)
}

/** The same for an office, by the rules of all the units that it watches over. */
export const recurOffice = (act: Act, unitId: string, again: readonly AgainRule[]): Promise<void> =>
  recurBy(act, { unitId, accountId: null, personId: null }, again, null, "office")

const recurBy = async (
  act: Act,
  asked: Asked,
  again: readonly AgainRule[],
  account: Account | null,
  of: Of,
): Promise<void> => {
  const known = await ownRows(act, asked, of)
  const wanted: Wanted[] = []
  for (const recurring of await recurrings(act, asked, again, of === "account" ? account : null, of))
    for (const planned of await rowsOf(act, recurring, asked, known))
      wanted.push({ planned, house: recurring.rule.rule.origin === "house" })
  const placed = await place(act, together(wanted), known)
  const ids = new Set(placed.map(({ id }) => id))
  for (const row of known)
    if (isOpen(row) && !ids.has(row.id) && !(await isPast(act, row, again))) await end(act, row)
  if (of === "unit") await lapse(act, await ownRows(act, asked, of))
}

/** What was not done in a period that is over stays overdue for as long as the duty itself holds. */
const isPast = async (act: Act, row: Obligation, again: readonly AgainRule[]): Promise<boolean> =>
  row.due !== null &&
  row.due.at <= act.now &&
  again.some((rule) => actOf(rule) === row.act) &&
  (await isAsked(act, row.act, row))

/** The time of which something is asked for only as long as it lasts. */
const lasting = async (act: Act, { accountId }: Pick<Asked, "accountId">): Promise<OfflineWindow | null> => {
  const window = accountId === null ? null : await windows.running(act, accountId)
  return window !== null && isEmergency(window.cause) ? window : null
}

/** Whether it is asked for at all now. */
const isAsked = async (act: Act, doing: Carried, asked: Pick<Asked, "accountId">): Promise<boolean> =>
  doingOf(doing).during === undefined || (await lasting(act, asked)) !== null

/** Nothing is asked for the time before it was first asked: it begins today, or with what it lasts as long as. */
const beginning = async (act: Act, doing: Carried, asked: Asked): Promise<Day> =>
  (doingOf(doing).during === undefined ? null : await lasting(act, asked))?.start ?? dayOf(act.now)

const ownRows = async (act: Act, { unitId, accountId, personId }: Asked, of: Of) =>
  (of === "account"
    ? await act.tables.obligations.where("account", accountId ?? "")
    : (await act.tables.obligations.where("unitItself", unitId)).filter(
        (row) => row.personId === personId && (doingOf(row.act).of === "office") === (of === "office"),
      )
  ).filter(({ occasionId }) => occasionId === null)

/** Whom a rule asks: one that names nobody who keeps passwords asks the unit as such. */
const asksOf = (cited: AgainRule): Of | null => {
  const doing = actOf(cited)
  if (!isCarried(doing)) return null
  const { of } = doingOf(doing)
  return of === "keeper" && cited.rule.who !== "custodian" ? "unit" : of
}

/** Whether a unit asks something of those who keep its passwords. */
export const asksKeepers = async (act: Act, unitId: string): Promise<boolean> =>
  (await bindings.duties(act, unitId, null)).again.some((rule) => asksOf(rule) === "keeper")

const recurrings = async (
  act: Act,
  asked: Asked,
  again: readonly AgainRule[],
  account: Account | null,
  of: Of,
): Promise<readonly Recurring[]> => {
  const found: Recurring[] = []
  for (const rule of again) {
    const { atLeast } = rule.rule
    const doing = actOf(rule)
    if (!isCarried(doing) || asksOf(rule) !== of || !speaksOf(rule, account)) continue
    if (isLeftOpen(atLeast) || !(await isAsked(act, doing, asked))) continue
    found.push({ act: doing, rule, atLeast })
  }
  return found
}

/** The latest day on which it was done, whatever had asked for it. */
const lastDone = async (
  act: Act,
  of: Carried,
  { accountId }: Asked,
  own: readonly Obligation[],
): Promise<Day | null> => {
  const started = accountId === null ? [] : await act.tables.obligations.where("account", accountId)
  const done = started.filter((row) => row.act === of && (row.phase === "done" || row.phase === "late"))
  const attested = doingOf(of).attested && accountId !== null ? await changedOn(act, accountId) : null
  const days = [...own, ...done].flatMap(({ settled }) => settled?.on ?? [])
  return [...days, ...(attested === null ? [] : [attested])].sort().at(-1) ?? null
}

const rowsOf = async (
  act: Act,
  recurring: Recurring,
  asked: Asked,
  known: readonly Obligation[],
): Promise<readonly Planned[]> => {
  const days = await calendar(act)
  const at = moment(act, known)
  const from = await beginning(act, recurring.act, asked)
  const own = known.filter((row) => row.act === recurring.act && row.phase !== "void")
  if (recurring.atLeast.kind === "every") {
    const done = await lastDone(act, recurring.act, asked, own)
    const begun = [
      ...own.map((row) => row.settled?.on ?? (isOf(recurring, asked, row) ? row.since : null)),
      done,
    ]
      .filter((day) => typeof day === "string")
      .filter((day) => doingOf(recurring.act).during === undefined || day >= from)
    const times = own.filter(({ settled }) => settled !== null).length
    const row = afterDays(days, recurring, asked, begun.sort().at(-1) ?? from, times, at)
    return row === null ? [] : [row]
  }
  const latest = own
    .filter((row) => isOf(recurring, asked, row))
    .reduce<Day>((day, { since }) => (typeof since === "string" && since > day ? since : day), "")
  const begin =
    latest === "" ? { first: from, percentLeft: await bindings.percentLeft(act, asked.unitId) } : { latest }
  return inPeriods(days, recurring, asked, begin, at)
}
