import type { Account } from "../../rules/account.ts"
import { unmet } from "../../rules/guards.ts"
import { isUp } from "../../rules/life.ts"
import { approvedOn, type Procedure } from "../../rules/procedure.ts"
import { type Day, dayOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import * as people from "../people.ts"
import { profileOf } from "../procedures/asking.ts"
import { refuseOver } from "../procedures/over.ts"
import * as sending from "../procedures/sending.ts"
import { Refusal } from "../refusal.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"
import { begin, started } from "./beginning.ts"
import { lapsesWithYear, lastDay } from "./kind.ts"
import * as windows from "./windows.ts"

interface Going {
  readonly on: Day
  /** The link to the announcement on the account. */
  readonly announcement: string | null
}

/** An account whose time offline was approved has gone. Gives back by when it has to be back. */
export const go = async (
  act: Act,
  me: people.Member,
  account: Account,
  { on, announcement }: Going,
): Promise<Day | null> => {
  await people.demand(act, me, "procedure.ask", account.unitId)
  const words = act.text.offline
  refuseOver(act, account)
  await windows.refuseRunning(act, account)
  if (!isUp(account)) throw new Refusal(words.offlineAlready(account))
  const procedure = await sending.underWay(act, account.id, "account.go-offline")
  const window = await windows.approved(act, account.id)
  if (procedure?.state !== "approved" || window === null) throw new Refusal(words.notApproved(account))
  await refuseDay(act, account, procedure, on)
  await refuseUnmet(act, account, announcement)
  await windows.refuseTooMany(act, account, on)
  await windows.refuseOverlap(act, account, on)
  const announcements =
    announcement === null
      ? procedure.announcements
      : [...procedure.announcements, { kind: "offline" as const, link: announcement, on, removed: null }]
  await sending.finish(act, { ...procedure, announcements })
  const gone = {
    ...window,
    announcement,
    start: on,
    state: "offline",
    from: account.state,
    dueAt: null,
  } as const
  await begin(act, account, gone, "offline")
  await started(act, gone, "account.went-offline")
  return (await lastDay(act, account, on))?.day ?? null
}

const refuseDay = async (act: Act, account: Account, procedure: Procedure, on: Day): Promise<void> => {
  const words = act.text.offline
  const approved = approvedOn(procedure) ?? dayOf(procedure.at)
  if (on > dayOf(act.now)) throw new Refusal(act.text.obligation.future(on))
  if (on < approved) throw new Refusal(words.beforeApproval(on, approved))
  if (on.slice(0, 4) !== approved.slice(0, 4) && (await lapsesWithYear(act, account)))
    throw new Refusal(words.approvedLastYear(account, approved))
}

/** What a rulebook asks for before an account goes offline, and is not there yet. */
const refuseUnmet = async (act: Act, account: Account, announcement: string | null): Promise<void> => {
  const unit = await units.unit(act, account.unitId)
  const against = unmet(await stackOf(act, unit), "account.go-offline", {
    account,
    profile: await profileOf(act, account.id),
    unit,
    announced: announcement === null ? [] : ["offline"],
  }).filter(({ rule }) => rule.strength === "hard" || rule.strength === "soft")
  if (against.length > 0)
    throw new Refusal(
      act.text.offline.notAnnounced(
        account,
        against.map((cited) => bindings.sourceOf(cited)),
      ),
    )
}
