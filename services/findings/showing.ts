import type { Account } from "../../rules/account.ts"
import type { Finding } from "../../rules/finding.ts"
import { type Obligation, isOpen as isOwed } from "../../rules/obligation.ts"
import type { Source } from "../../rules/owed.ts"
import { dayOf, daysBetween } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as occasions from "../occasions.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { cited } from "../reviews/showing.ts"
import * as units from "../units.ts"

/** A finding as people are shown it. */
export interface ShownFinding {
  readonly it: Finding
  readonly account: Pick<Account, "platform" | "name"> | null
  readonly unit: string
  readonly by: string
  readonly rectifiedBy: string | null
  readonly closedBy: string | null
  /** Days from today to its day. */
  readonly left: number
  readonly sources: readonly Source[]
}

const nameOf = async (act: Act, id: string | null | undefined): Promise<string | null> =>
  id === null || id === undefined ? null : ((await act.tables.persons.get(id))?.name ?? "—")

export const shown = async (act: Act, it: Finding): Promise<ShownFinding> => {
  const account = it.accountId === null ? null : await act.tables.accounts.get(it.accountId)
  return {
    it,
    account,
    unit: (await units.unit(act, it.unitId)).name,
    by: (await nameOf(act, it.by)) ?? "—",
    rectifiedBy: await nameOf(act, it.rectified?.by),
    closedBy: await nameOf(act, it.closed?.by),
    left: daysBetween(dayOf(act.now), it.dueOn),
    sources: await cited(act, it.rules),
  }
}

/** A finding that must be there, for whoever may see its unit. */
export const known = async (act: Act, me: people.Member, id: string): Promise<Finding> => {
  const found = await act.tables.findings.get(id)
  if (!found) throw new Refusal(act.text.finding.gone)
  await people.demand(act, me, "see", found.unitId)
  return found
}

const starts = { finding: "finding.opened", order: "order.given" } as const

/** What happened when it was asked for this time. */
export const occasionOf = ({ id, kind, unitId, accountId, round }: Finding) => ({
  kind: starts[kind],
  unitId,
  accountId,
  nth: `${id}-${round}`,
})

/** What is asked for because of it this time; null where it was let go, or is over. */
export const dutyOf = async (act: Act, it: Finding): Promise<Obligation | null> => {
  const rows = await act.tables.obligations.where("occasion", occasions.idOf(occasionOf(it)))
  return rows.find(isOwed) ?? null
}

/** The finding that a duty asks to put right. */
export const findingOf = async (act: Act, duty: Obligation): Promise<Finding | null> =>
  (await act.tables.findings.where("unit", duty.unitId)).find(
    (it) => occasions.idOf(occasionOf(it)) === duty.occasionId,
  ) ?? null
