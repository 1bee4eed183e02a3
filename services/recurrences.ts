import type { Account } from "../rules/account.ts"
import { doingOf, isCarried } from "../rules/acts.ts"
import type { DatedRule } from "../rules/binding.ts"
import { isOpen as isLeftOpen } from "../rules/figure.ts"
import { isOpen, type Obligation, type Planned } from "../rules/obligation.ts"
import { speaksOf } from "../rules/planning.ts"
import { afterDays, type Asked, inPeriods, type Recurring } from "../rules/recurrence.ts"
import { type Day, dayOf } from "../rules/time.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import { calendar } from "./calendar.ts"
import { end, moment, place } from "./obligations.ts"

/** Opens what comes round again and is not open yet; what nobody asks for any longer loses its cause. */
export const recur = async (
  act: Act,
  asked: Asked,
  account: Account | null,
  of: "account" | "unit",
): Promise<void> => {
  const known = await ownRows(act, asked, of)
  const wanted: Planned[] = []
  for (const recurring of account === null
    ? []
    : await recurrings(act, asked, of === "account" ? account : null, of))
    wanted.push(...(await rowsOf(act, recurring, asked, known)))
  await place(act, wanted)
  const keys = new Set(wanted.map(({ key }) => key))
  for (const row of known)
    if (isOpen(row) && !keys.has(row.key) && !(await isPast(act, row, account))) await end(act, row)
}

/** What was not done in a period that is over stays overdue for as long as the duty itself holds. */
const isPast = async (act: Act, row: Obligation, account: Account | null): Promise<boolean> =>
  account !== null && row.due !== null && row.due.at <= act.now && (await stands(act, row, account))

const stands = async (act: Act, row: Obligation, account: Account): Promise<boolean> => {
  const duties = await bindings.duties(act, row.unitId, row.accountId === null ? null : account)
  return duties.again.some(({ rule }) => rule.do === row.act)
}

const ownRows = async (act: Act, { unitId, accountId }: Asked, of: "account" | "unit") =>
  (of === "account"
    ? await act.tables.obligations.where("account", accountId ?? "")
    : (await act.tables.obligations.where("unit", unitId)).filter((row) => row.accountId === null)
  ).filter(({ occasionId }) => occasionId === null)

const recurrings = async (act: Act, { unitId }: Asked, account: Account | null, of: "account" | "unit") =>
  (await bindings.duties(act, unitId, account)).again.flatMap((rule: DatedRule): readonly Recurring[] => {
    const { do: doing } = rule.rule
    if (!isCarried(doing) || doingOf(doing).of !== of || !speaksOf(rule, account)) return []
    return rule.rule.kind !== "periodic" || isLeftOpen(rule.rule.atLeast)
      ? []
      : [{ act: doing, rule, atLeast: rule.rule.atLeast }]
  })

const rowsOf = async (
  act: Act,
  recurring: Recurring,
  asked: Asked,
  known: readonly Obligation[],
): Promise<readonly Planned[]> => {
  const days = await calendar(act)
  const at = moment(act, known)
  // Nothing is asked for the time before it was first asked: it begins today.
  const from = dayOf(act.now)
  const own = known.filter((row) => row.act === recurring.act && row.phase !== "void")
  if (recurring.atLeast.kind === "every") {
    const begun = [...own]
      .map(({ settled, since }) => settled?.on ?? since)
      .filter((day) => typeof day === "string")
    const row = afterDays(days, recurring, asked, begun.sort().at(-1) ?? from, at)
    return row === null ? [] : [row]
  }
  const latest = own.reduce<Day>(
    (day, { since }) => (typeof since === "string" && since > day ? since : day),
    "",
  )
  return inPeriods(days, recurring, asked, latest === "" ? { first: from } : { latest }, at)
}
