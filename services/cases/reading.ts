import { type Case, isOpen } from "../../rules/case.ts"
import { receivedIn } from "../../rules/casework.ts"
import type { Obligation } from "../../rules/obligation.ts"
import type { Instant } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as occasions from "../occasions.ts"
import * as units from "../units.ts"

/** Messages that came in on an account within a time, the earliest first. */
export const ofAccount = async (
  act: Act,
  accountId: string,
  from: Instant,
  until: Instant,
): Promise<readonly Case[]> => receivedIn(await act.tables.cases.where("account", accountId), from, until)

/** The same of every account of a unit and of those below it. */
export const below = async (
  act: Act,
  unitId: string,
  from: Instant,
  until: Instant,
): Promise<readonly Case[]> => {
  const found: Case[] = []
  for (const { unit } of await units.below(act, unitId))
    found.push(...(await act.tables.cases.where("unit", unit.id)))
  return receivedIn(found, from, until)
}

/** What a unit still has to do something about: what came in on its accounts, and what it was handed. */
export const openOf = async (act: Act, unitId: string): Promise<readonly Case[]> => {
  const own = await act.tables.cases.where("open", unitId)
  const given = (await act.tables.cases.where("department", unitId)).filter(isOpen)
  const all = new Map([...own, ...given].map((each) => [each.id, each]))
  return receivedIn([...all.values()], 0, Infinity)
}

type Doing = "request.first-reply" | "request.finish"

/** Under which a message is followed: another each time it is opened again. */
export const receivedAs = ({ accountId, unitId, id, reopened }: Case): string =>
  occasions.idOf({ kind: "request.received", accountId, unitId, nth: `${id}.${reopened}` })

/** The same for the day that was promised so many times. */
export const promisedAs = (it: Case, nth = it.promises.length): string =>
  occasions.idOf({
    kind: "reply.promised",
    accountId: it.accountId,
    unitId: it.unitId,
    nth: `${it.id}.${it.reopened}.${nth}`,
  })

/** Everything with a date that was ever asked for a message, since it was opened again last. */
export const dutiesOf = async (act: Act, it: Case): Promise<readonly Obligation[]> => {
  const ids = [receivedAs(it), ...it.promises.map((_, at) => promisedAs(it, at + 1))]
  const rows: Obligation[] = []
  for (const id of ids) rows.push(...(await act.tables.obligations.where("occasion", id)))
  return rows
}

/** When its first reply and its end are due; null where no rule says so. Of several the soonest that still counts. */
export const clockOf = async (act: Act, it: Case, doing: Doing): Promise<Obligation | null> => {
  const rows = (await dutiesOf(act, it)).filter((row) => row.act === doing && row.phase !== "void")
  return [...rows].sort((a, b) => (a.due?.at ?? Infinity) - (b.due?.at ?? Infinity))[0] ?? null
}

/** Whether something about a message was done late, or should have been done by now. */
export const isLate = async (act: Act, it: Case): Promise<boolean> =>
  (await dutiesOf(act, it)).some(({ phase }) => ["overdue", "escalated", "late"].includes(phase))
