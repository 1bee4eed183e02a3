import type { Account } from "../../rules/account.ts"
import { inForce } from "../../rules/force.ts"
import { isUp } from "../../rules/life.ts"
import { isOpen } from "../../rules/obligation.ts"
import type { Cause, OfflineWindow } from "../../rules/offline.ts"
import type { Source } from "../../rules/owed.ts"
import { type Day, dayOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import * as outbox from "../outbox.ts"
import * as owners from "../owners.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { stackOf } from "../rulebooks.ts"
import * as settling from "../settling.ts"
import * as units from "../units.ts"
import { begin, started } from "./beginning.ts"
import * as windows from "./windows.ts"

/** Refuses a day on which an account cannot have gone offline. */
const refuseDay = async (act: Act, account: Account, on: Day): Promise<void> => {
  await windows.refuseRunning(act, account)
  if (!isUp(account)) throw new Refusal(act.text.offline.offlineAlready(account))
  if (on > dayOf(act.now)) throw new Refusal(act.text.obligation.future(on))
  if (account.openedOn !== null && on < account.openedOn)
    throw new Refusal(act.text.offline.beforeOpening(on, account.openedOn))
  await windows.refuseOverlap(act, account, on)
}

const windowOf = (
  act: Act,
  account: Account,
  known: Pick<OfflineWindow, "cause" | "start" | "unreported" | "note">,
): OfflineWindow => ({
  id: act.newId(),
  accountId: account.id,
  unitId: account.unitId,
  procedureId: null,
  announcement: null,
  plannedEnd: null,
  end: null,
  state: "offline",
  from: account.state,
  by: act.by,
  at: act.now,
  dueAt: null,
  ...known,
})

interface ShutDown {
  readonly cause: Extract<Cause, "force-majeure" | "ordered">
  readonly on: Day
  /** The number and day of the written report, where it has been made. */
  readonly report: { readonly paper: string; readonly on: Day } | null
}

/** Something came over the unit: no approval is asked for, but a report in writing. Gives back by when. */
export const shutDown = async (
  act: Act,
  me: people.Member,
  account: Account,
  { cause, on, report }: ShutDown,
): Promise<Day | null> => {
  await people.demand(act, me, "procedure.ask", account.unitId)
  await refuseDay(act, account, on)
  if (report !== null && report.on < on) throw new Refusal(act.text.obligation.beforeStart(report.on, on))
  const window = windowOf(act, account, { cause, start: on, unreported: false, note: null })
  await begin(act, account, window, "offline")
  const rows = await started(act, window, "account.shut-down")
  const reporting = rows.find((row) => row.act === "filing.shutdown" && isOpen(row))
  if (reporting === undefined) return null
  const { due } = reporting
  if (report !== null)
    await settling.settle(act, reporting, { on: report.on, proof: report.paper, note: null })
  await act.tables.offlineWindows.put({ ...window, dueAt: due?.at ?? null })
  return report === null ? (due?.day ?? null) : null
}

export interface Found {
  readonly told: readonly string[]
}

/** Somebody found an account offline that nobody had asked for: whoever answers for it is told, at any hour. */
export const found = async (
  act: Act,
  me: people.Member,
  account: Account,
  { on, note }: { readonly on: Day; readonly note: string | null },
): Promise<Found> => {
  await people.demand(act, me, "duty.finish", account.unitId)
  await refuseDay(act, account, on)
  if ((await windows.approved(act, account.id)) !== null)
    throw new Refusal(act.text.offline.approvedThough(account))
  const window = windowOf(act, account, { cause: "unreported", start: on, unreported: true, note })
  await begin(act, account, window, "offline-unapproved")
  await started(act, window, "account.went-offline")
  return { told: await tell(act, account, window, me.person.name) }
}

/** Tells those whom the rulebooks call, else the leaders. Nobody waits for the morning with this. */
const tell = async (
  act: Act,
  account: Account,
  window: OfflineWindow,
  by: string,
): Promise<readonly string[]> => {
  const unit = await units.unit(act, account.unitId)
  const rules = inForce(await stackOf(act, unit), "response", {
    unitKind: unit.kind,
    platform: account.platform,
  }).filter(({ rule }) => rule.on === "unreported-offline" && rule.call !== undefined)
  const told = new Map<string, string>()
  for (const called of rules.flatMap(({ rule }) => rule.call ?? []))
    for (const { id, name } of await owners.answering(act, unit.id, called)) told.set(id, name)
  if (told.size === 0) for (const { id, name } of await owners.leaders(act, unit.id)) told.set(id, name)
  const sources: readonly Source[] = rules.map((cited) => bindings.sourceOf(cited))
  for (const id of told.keys())
    await outbox.post(act, {
      to: { kind: "person", id },
      lane: "notice",
      key: `unreported-offline:${window.id}:${id}`,
      body: {
        text: act.text.offline.unreported({
          account,
          unit: unit.name,
          by,
          on: window.start,
          note: window.note,
          sources,
        }),
      },
    })
  return [...told.values()]
}
