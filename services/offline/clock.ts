import type { Account } from "../../rules/account.ts"
import type { OfflineWindow } from "../../rules/offline.ts"
import { outsideQuiet } from "../../rules/times.ts"
import * as accounts from "../accounts.ts"
import type { Act } from "../app.ts"
import { idOf, unhappen } from "../occasions.ts"
import * as outbox from "../outbox.ts"
import * as owners from "../owners.ts"
import * as units from "../units.ts"
import { started } from "./beginning.ts"

/** An approval lapses with its year; what was not reported in time counts from here on. */
export const run = async (act: Act, window: OfflineWindow): Promise<void> => {
  if (window.state === "approved") await lapse(act, window)
  else await lookAtReport(act, { ...window, dueAt: null })
}

const lapse = async (act: Act, window: OfflineWindow): Promise<void> => {
  await act.tables.offlineWindows.put({ ...window, state: "lapsed", dueAt: null })
  const procedure = await act.tables.procedures.get(window.procedureId ?? "")
  const account = await act.tables.accounts.get(window.accountId)
  if (procedure?.state !== "approved" || account === null) return
  await act.tables.procedures.put({
    ...procedure,
    state: "withdrawn",
    since: act.now,
    details: { ...procedure.details, withdrawn: act.text.offline.lapsedReason },
  })
  await tell(act, window, [procedure.by], "lapsed", act.text.offline.lapsed(account))
}

const lookAtReport = async (act: Act, window: OfflineWindow): Promise<void> => {
  const { unitId, accountId, id } = window
  const shutDown = idOf({ kind: "account.shut-down", unitId, accountId, nth: id })
  const [row] = (await act.tables.obligations.where("occasion", shutDown)).filter(
    (each) => each.act === "filing.shutdown",
  )
  const account = await act.tables.accounts.get(accountId)
  const waits = row !== undefined && row.settled === null && row.due !== null && row.phase !== "void"
  if (waits && row.due.at > act.now) return act.tables.offlineWindows.put({ ...window, dueAt: row.due.at })
  const missed = waits || row?.phase === "late"
  const flagged = { ...window, unreported: missed }
  await act.tables.offlineWindows.put(flagged)
  if (!missed && window.unreported) await excuse(act, flagged, account)
  if (!missed || account === null) return
  if (window.state === "offline") {
    await accounts.change(act, account, { state: "offline-unapproved" })
    await started(act, flagged, "account.went-offline")
  }
  const unit = await units.unit(act, unitId)
  const leaders = await owners.leaders(act, unitId)
  const text = act.text.offline.notReported({ account, unit: unit.name, start: window.start })
  await tell(
    act,
    window,
    leaders.map((leader) => leader.id),
    "not-reported",
    text,
  )
}

/** It was reported in time after all: it does not count, and need not end by any day. */
const excuse = async (act: Act, window: OfflineWindow, account: Account | null): Promise<void> => {
  const { unitId, accountId, id, state } = window
  await unhappen(act, idOf({ kind: "account.went-offline", unitId, accountId, nth: id }))
  if (state === "offline" && account?.state === "offline-unapproved")
    await accounts.change(act, account, { state: "offline" })
}

const tell = async (
  act: Act,
  { id: windowId, unitId }: OfflineWindow,
  persons: readonly string[],
  what: string,
  text: string,
): Promise<void> => {
  for (const id of persons)
    await outbox.post(act, {
      to: { kind: "person", id },
      lane: "notice",
      key: `${what}:${windowId}:${id}`,
      dueAt: outsideQuiet(await units.times(act, unitId), act.now),
      body: { text },
    })
}
