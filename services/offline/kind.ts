import type { Account } from "../../rules/account.ts"
import { type Due, dueOf } from "../../rules/due.ts"
import { isOpen as isLeftOpen } from "../../rules/figure.ts"
import { inForce } from "../../rules/force.ts"
import { isUp } from "../../rules/life.ts"
import { causes } from "../../rules/offline.ts"
import { approvedOn, type Procedure } from "../../rules/procedure.ts"
import { type Day, dayOf, instantOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import { calendar } from "../calendar.ts"
import type { Kind } from "../procedures/kind.ts"
import { Refusal } from "../refusal.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"
import * as windows from "./windows.ts"

/** The last day on which an account that goes offline on a day has to be back; null where no rulebook says. */
export const lastDay = async (act: Act, account: Account, start: Day): Promise<Due | null> => {
  const { started } = await bindings.duties(act, account.unitId, account)
  const days = await calendar(act)
  const lasts = (started["account.went-offline"] ?? []).flatMap(({ rule }) =>
    rule.do !== "account.return" || rule.within === undefined || isLeftOpen(rule.within)
      ? []
      : [dueOf(days, start, rule.within)],
  )
  return lasts.sort((a, b) => a.at - b.at)[0] ?? null
}

/** Whether an approval to go offline holds no longer than its year. */
export const lapsesWithYear = async (act: Act, { unitId, platform }: Account): Promise<boolean> => {
  const unit = await units.unit(act, unitId)
  return inForce(await stackOf(act, unit), "require", { unitKind: unit.kind, platform }).some(
    ({ rule }) => rule.require === "account.offline-approved-this-year",
  )
}

const refuseUnfit = async (act: Act, { details }: Procedure, account: Account): Promise<void> => {
  const words = act.text.offline
  const { from = "", until = "" } = details
  if (!isUp(account)) throw new Refusal(words.offlineAlready(account))
  await windows.refuseRunning(act, account)
  if (from < dayOf(act.now)) throw new Refusal(words.fromPast(from))
  if (until < from) throw new Refusal(words.backwards(from, until))
  const last = await lastDay(act, account, from)
  if (last !== null && until > last.day) throw new Refusal(words.tooLong(from, until, last.day))
  await windows.refuseTooMany(act, account, from)
}

/** Going offline for a while: the account stays as it is until somebody says that it has gone. */
export const goingOffline: Kind = {
  sent: refuseUnfit,
  approved: async (act, procedure, account) => {
    const { from = dayOf(act.now), until = null, cause } = procedure.details
    const year = Number((approvedOn(procedure) ?? dayOf(act.now)).slice(0, 4))
    const lapses = await lapsesWithYear(act, account)
    await act.tables.offlineWindows.put({
      id: procedure.id,
      accountId: account.id,
      unitId: account.unitId,
      cause: causes.find((each) => each === cause) ?? "rectification",
      procedureId: procedure.id,
      announcement: null,
      start: from,
      plannedEnd: until,
      end: null,
      state: "approved",
      from: account.state,
      unreported: false,
      note: procedure.reason,
      by: procedure.by,
      at: act.now,
      dueAt: lapses ? instantOf(`${year + 1}-01-01`) : null,
    })
    return {
      text: act.text.offline.approved(account, from, lapses ? year : null),
      buttons: [[{ label: act.text.offline.buttons.down, press: `down account=${account.id}` }]],
    }
  },
  stopped: async (act, procedure) => {
    const window = await act.tables.offlineWindows.get(procedure.id)
    if (window?.state === "approved")
      await act.tables.offlineWindows.put({ ...window, state: "lapsed", dueAt: null })
  },
}
