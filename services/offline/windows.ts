import type { Account } from "../../rules/account.ts"
import { isOpen } from "../../rules/obligation.ts"
import { type Allowance, allowance, inTheWay, type OfflineWindow } from "../../rules/offline.ts"
import type { Day } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import { Refusal } from "../refusal.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"

/** Every time an account was offline, or may be. */
export const of = (act: Act, accountId: string): Promise<readonly OfflineWindow[]> =>
  act.tables.offlineWindows.where("account", accountId)

const inState = async (act: Act, accountId: string, state: OfflineWindow["state"]) =>
  (await of(act, accountId)).find((each) => each.state === state) ?? null

/** The one that is running; null while the account is there. */
export const running = (act: Act, accountId: string): Promise<OfflineWindow | null> =>
  inState(act, accountId, "offline")

/** The one that is allowed, and not used yet. */
export const approved = (act: Act, accountId: string): Promise<OfflineWindow | null> =>
  inState(act, accountId, "approved")

/** How often an account may be offline; null where no rulebook says. */
export const allowanceOf = async (
  act: Act,
  { unitId, platform }: Pick<Account, "unitId" | "platform">,
): Promise<Allowance | null> => {
  const unit = await units.unit(act, unitId)
  return allowance(await stackOf(act, unit), { unitKind: unit.kind, platform })
}

/** Why there is no room for a window that starts on a day; null while there is. */
export const noRoom = async (act: Act, account: Account, start: Day): Promise<string | null> => {
  const allowed = await allowanceOf(act, account)
  if (allowed === null) return null
  const taken = inTheWay(allowed, await of(act, account.id), start)
  return taken.length === 0
    ? null
    : act.text.offline.tooMany({
        account,
        taken,
        atMost: allowed.atMost,
        per: allowed.cited.rule.per ?? null,
        source: bindings.sourceOf(allowed.cited),
      })
}

/** Refuses a window for which there is no room any more. */
export const refuseTooMany = async (act: Act, account: Account, start: Day): Promise<void> => {
  const why = await noRoom(act, account, start)
  if (why !== null) throw new Refusal(why)
}

/** Refuses to begin a second window: whoever reported the first is named. */
export const refuseRunning = async (act: Act, account: Account): Promise<void> => {
  const window = await running(act, account.id)
  if (window === null) return
  const by = (await act.tables.persons.get(window.by))?.name ?? null
  throw new Refusal(act.text.offline.runningAlready({ account, window, by }))
}

/** Refuses what cannot be done with an account that is offline for a while: until when it may be, and what to do. */
export const refuseOffline = async (act: Act, account: Account): Promise<void> => {
  if (account.state !== "offline") return
  const window = await running(act, account.id)
  const dues = (await act.tables.obligations.where("account", account.id))
    .filter((row) => row.act === "account.return" && isOpen(row))
    .flatMap(({ due }) => due?.day ?? [])
  const until = dues.sort().at(0) ?? window?.plannedEnd ?? null
  throw new Refusal(act.text.offline.offlineNow({ account, start: window?.start ?? null, until }))
}

/** Refuses a day that lies in a time the account was offline already. */
export const refuseOverlap = async (act: Act, account: Account, start: Day): Promise<void> => {
  const over = (await of(act, account.id)).find(
    (each) => each.state === "back" && each.start <= start && each.end !== null && start < each.end,
  )
  if (over) throw new Refusal(act.text.offline.overlaps(account, over))
}
