import type { Account } from "../../rules/account.ts"
import { isOpen } from "../../rules/obligation.ts"
import type { OfflineWindow } from "../../rules/offline.ts"
import { type Day, dayOf } from "../../rules/time.ts"
import * as accounts from "../accounts.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import * as silence from "../silence.ts"
import * as settling from "../settling.ts"
import * as windows from "./windows.ts"

export interface Returned {
  readonly window: OfflineWindow
  /** Whether it was back later than a rulebook allows. */
  readonly late: boolean
  /** Whether its updates are counted from the return. */
  readonly paused: boolean
}

/** An account is back. What was approved is used up, however short it was; its updates are counted from here. */
export const back = async (
  act: Act,
  me: people.Member,
  account: Account,
  { on, link }: { readonly on: Day; readonly link: string | null },
): Promise<Returned> => {
  await people.demand(act, me, "duty.finish", account.unitId)
  const running = await windows.running(act, account.id)
  if (running === null) throw new Refusal(act.text.offline.notOffline(account))
  if (on > dayOf(act.now)) throw new Refusal(act.text.obligation.future(on))
  if (on < running.start) throw new Refusal(act.text.obligation.beforeStart(on, running.start))
  const window: OfflineWindow = { ...running, state: "back", end: on }
  await act.tables.offlineWindows.put(window)
  const paused = account.state === "offline"
  const changes = { state: running.from, ...(paused ? { returnedOn: on } : {}) }
  const returned = await accounts.change(act, account, changes)
  await silence.ended(act, account, returned)
  let late = false
  for (const row of await act.tables.obligations.where("account", account.id))
    if (row.act === "account.return" && isOpen(row)) {
      const settled = await settling.settle(act, row, { on, proof: link, note: null })
      late ||= settled.phase === "late"
    }
  return { window, late, paused }
}
