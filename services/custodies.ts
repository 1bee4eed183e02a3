import type { Account } from "../rules/account.ts"
import { isOther } from "../rules/custody.ts"
import type { Act } from "./app.ts"

/** Keeps on record who kept the password of an account from when to when. */
export const note = async (act: Act, before: Account | null, after: Account): Promise<void> => {
  const { id: accountId, unitId, custodian } = after
  const [running = null] = (await act.tables.custodies.where("account", accountId)).filter(
    ({ until }) => until === null,
  )
  if (before !== null && !isOther(before.custodian, custodian)) {
    // Enrolled by now, or moved along with the account.
    if (running && custodian) await act.tables.custodies.put({ ...running, ...custodian, unitId })
    return
  }
  if (running) await act.tables.custodies.put({ ...running, until: act.now })
  else if (before?.custodian)
    await put(act, { ...before, custodian: before.custodian }, { from: before.registeredAt, until: act.now })
  if (custodian) await put(act, { ...after, custodian }, { from: act.now, until: null })
}

type Kept = Pick<Account, "id" | "unitId"> & { readonly custodian: NonNullable<Account["custodian"]> }

const put = (
  act: Act,
  { id: accountId, unitId, custodian }: Kept,
  span: { readonly from: number; readonly until: number | null },
): Promise<void> =>
  act.tables.custodies.put({ ...custodian, ...span, id: act.newId(), accountId, unitId, by: act.by })
