import { type Account } from "../../rules/account.ts"
import { type CheckSheet, isSigned } from "../../rules/check.ts"
import { checkpointsOf } from "../../rules/checkpoints.ts"
import { isOpen as isLeftOpen } from "../../rules/figure.ts"
import { isWatched } from "../../rules/life.ts"
import { isOpen, type Obligation } from "../../rules/obligation.ts"
import { speaksOf } from "../../rules/planning.ts"
import { isOf } from "../../rules/recurrence.ts"
import { addMonths, dayOf, type Day, type Month, monthOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import * as offices from "../offices.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"
import { idOf, lastSigned } from "./reading.ts"

/** The checks that an office still has to hold, the earliest first. */
export const owedBy = async (act: Act, officeId: string): Promise<readonly Obligation[]> =>
  (await act.tables.obligations.where("unitItself", officeId))
    .filter((row) => row.act === "check.hold" && isOpen(row) && row.phase !== "scheduled")
    .sort((a, b) => (a.key < b.key ? -1 : 1))

/** The month of a check: that with which its period begins. */
export const monthOfCheck = ({ since }: Obligation): Month =>
  monthOf(typeof since === "string" ? since : dayOf(since))

/** What asks for this account to be checked in this period; an outsourced one may be asked for more often. */
const asking = async (act: Act, account: Account, row: Obligation): Promise<readonly string[]> =>
  (await bindings.duties(act, account.unitId, account)).again
    .flatMap((first) => [first, ...first.over.map(({ cited }) => ({ ...cited, over: [] }))])
    .filter(({ rule }) => rule.do === "check.hold" && !isLeftOpen(rule.atLeast))
    .filter((rule) => {
      const { atLeast } = rule.rule
      const recurring = {
        act: "check.hold" as const,
        rule,
        atLeast: atLeast as Exclude<typeof atLeast, { open: string }>,
      }
      return speaksOf(rule, account) && isOf(recurring, { ...row }, row)
    })
    .map(({ key }) => key)

/** Opens the sheets that an office's check asks for, as long as they are not there. */
export const open = async (act: Act, row: Obligation): Promise<void> => {
  const month = monthOfCheck(row)
  for (const { id } of await offices.overseen(act, row.unitId))
    for (const account of (await act.tables.accounts.where("unit", id)).filter(isWatched)) {
      const known = await act.tables.checks.get(idOf(month, account.id, "check"))
      // Another office has taken it over, or another unit.
      if (known !== null && !isSigned(known) && (known.officeId !== row.unitId || known.unitId !== id))
        await act.tables.checks.put({ ...known, officeId: row.unitId, unitId: id })
      if (known !== null) continue
      const rules = await asking(act, account, row)
      if (rules.length > 0) await openOne(act, account, { month, kind: "check", officeId: row.unitId, rules })
    }
}

/** A sheet as it begins: nothing looked at yet. */
export const openOne = async (
  act: Act,
  account: Account,
  as: Pick<CheckSheet, "month" | "kind" | "officeId" | "rules">,
): Promise<CheckSheet> => {
  const unit = await units.unit(act, account.unitId)
  const points = checkpointsOf(await stackOf(act, unit), unit.kind, account)
  const sheet: CheckSheet = {
    ...as,
    id: idOf(as.month, account.id, as.kind),
    unitId: account.unitId,
    accountId: account.id,
    since: await sinceOf(act, account, as.month),
    lines: points.map(({ saysEn, ...point }) => ({
      ...point,
      ...(saysEn === undefined ? {} : { saysEn }),
      answer: "unknown",
      by: null,
      note: null,
    })),
    sample: [],
    state: "open",
    findingIds: [],
    openedAt: act.now,
    signed: null,
  }
  await act.tables.checks.put(sheet)
  return sheet
}

/** What was looked at last time is not held against the account again. */
const sinceOf = async (act: Act, { id }: Account, month: Month): Promise<Day> => {
  const last = await lastSigned(act, id)
  return last?.signed ? dayOf(last.signed.at) : addMonths(`${month}-01`, -1)
}
