import type { Account } from "../rules/account.ts"
import { isWatched } from "../rules/life.ts"
import { isOpen, type Obligation } from "../rules/obligation.ts"
import type { Person } from "../rules/person.ts"
import type { Act } from "./app.ts"
import * as occasions from "./occasions.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"

/** What came of a report: the accounts whose passwords now have to be changed, and by when. */
export interface Reported {
  readonly accounts: readonly Account[]
  readonly rows: readonly Obligation[]
}

/** Somebody lost a device on which they were logged in: every password they keep has to be changed. */
export const deviceLost = async (act: Act, me: people.Member, person: Person): Promise<Reported> => {
  if (person.id !== me.person.id) await people.demand(act, me, "duty.finish", person.unitId)
  const kept = (await act.tables.accounts.where("custodian", person.id)).filter(isWatched)
  if (kept.length === 0) throw new Refusal(act.text.loss.keepsNothing(person.name))
  const fresh: Account[] = []
  for (const account of kept)
    if (!(await isReported(act, account, "device.lost", person.id))) fresh.push(account)
  if (fresh.length === 0) throw new Refusal(act.text.loss.reportedAlready)
  return report(act, fresh, "device.lost", person.id)
}

/** Somebody else has got hold of an account. */
export const hijacked = async (act: Act, me: people.Member, account: Account): Promise<Reported> => {
  if (account.custodian?.personId !== me.person.id)
    await people.demand(act, me, "duty.finish", account.unitId)
  if (!isWatched(account)) throw new Refusal(act.text.password.notWatched(account))
  if (await isReported(act, account, "account.hijacked", null))
    throw new Refusal(act.text.loss.reportedAlready)
  return report(act, [account], "account.hijacked", null)
}

/** A hijack was reported as an emergency: its password has to be changed too, unless that runs already. */
export const hijackRaised = async (act: Act, account: Account): Promise<void> => {
  if (isWatched(account) && !(await isReported(act, account, "account.hijacked", null)))
    await report(act, [account], "account.hijacked", null)
}

type Loss = "device.lost" | "account.hijacked"

/** Reported before, and the password is not changed yet: the time that runs goes on running. */
const isReported = async (
  act: Act,
  account: Account,
  kind: Loss,
  personId: string | null,
): Promise<boolean> => {
  for (const row of await act.tables.obligations.where("account", account.id)) {
    if (!isOpen(row) || row.occasionId === null) continue
    const occasion = await act.tables.occasions.get(row.occasionId)
    if (occasion?.kind === kind && occasion.personId === personId) return true
  }
  return false
}

const report = async (
  act: Act,
  accounts: readonly Account[],
  kind: Loss,
  personId: string | null,
): Promise<Reported> => {
  const rows: Obligation[] = []
  for (const { id: accountId, unitId } of accounts)
    rows.push(
      ...(await occasions.happen(act, { kind, on: act.now, unitId, accountId, personId, nth: act.newId() })),
    )
  return { accounts, rows }
}
