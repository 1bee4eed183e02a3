import type { Account } from "../../rules/account.ts"
import { type Obligation } from "../../rules/obligation.ts"
import { followedAcrossNewYear, type OfflineWindow } from "../../rules/offline.ts"
import { outsideQuiet } from "../../rules/times.ts"
import type { State } from "../../rules/life.ts"
import * as accounts from "../accounts.ts"
import type { Act } from "../app.ts"
import { happen } from "../occasions.ts"
import * as outbox from "../outbox.ts"
import * as owners from "../owners.ts"
import * as units from "../units.ts"
import * as windows from "./windows.ts"

/** What starts when an account goes offline: the day of its return, or the written report. */
export const started = (
  act: Act,
  window: OfflineWindow,
  kind: "account.went-offline" | "account.shut-down",
): Promise<readonly Obligation[]> =>
  happen(act, {
    kind,
    on: window.start,
    unitId: window.unitId,
    accountId: window.accountId,
    nth: window.id,
  })

/** An account is offline from here on. */
export const begin = async (
  act: Act,
  account: Account,
  window: OfflineWindow,
  state: Extract<State, "offline" | "offline-unapproved">,
): Promise<void> => {
  const before = followedAcrossNewYear(await windows.of(act, account.id), window.start)
  await act.tables.offlineWindows.put(window)
  await accounts.change(act, account, { state })
  if (before !== null) {
    const unit = await units.unit(act, account.unitId)
    const text = act.text.offline.acrossNewYear({ account, unit: unit.name, before, start: window.start })
    for (const { id } of await owners.leaders(act, account.unitId))
      await outbox.post(act, {
        to: { kind: "person", id },
        lane: "notice",
        key: `across-new-year:${window.id}:${id}`,
        dueAt: outsideQuiet(await units.times(act, account.unitId), act.now),
        body: { text },
      })
  }
}
