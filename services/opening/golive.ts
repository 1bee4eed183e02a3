import type { Account } from "../../rules/account.ts"
import { unmet } from "../../rules/guards.ts"
import { announced, approvedOn, type Procedure } from "../../rules/procedure.ts"
import type { AppProfile } from "../../rules/profile.ts"
import { type Day, dayOf } from "../../rules/time.ts"
import * as accounts from "../accounts.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import { isOpen } from "../../rules/obligation.ts"
import * as occasions from "../occasions.ts"
import * as people from "../people.ts"
import { profileOf } from "../procedures/asking.ts"
import { refuseOver } from "../procedures/over.ts"
import * as sending from "../procedures/sending.ts"
import { Refusal } from "../refusal.ts"
import { stackOf } from "../rulebooks.ts"
import * as settling from "../settling.ts"
import * as units from "../units.ts"

/** What is said of an account on the day on which it goes live. */
export interface Launch {
  readonly on: Day
  /** When the platform registered it, where that is known. */
  readonly registeredOn: Day | null
  readonly link: string | null
  readonly verification: string | null
  /** The link to the opening announcement. */
  readonly announcement: string | null
  readonly licence: string | null
  readonly app: AppProfile | null
}

export interface Launched {
  readonly live: boolean
  readonly text: string
}

/** What stands against a verification text, before anything else is asked; null when nothing does. */
export const misnamed = async (act: Act, account: Account, verification: string): Promise<string | null> => {
  const unit = await units.unit(act, account.unitId)
  const raised = unmet(await stackOf(act, unit), "account.go-live", {
    account: { ...account, verification },
    profile: await profileOf(act, account.id),
    unit,
    announced: [],
  })
    .filter(({ rule }) => rule.require === "account.verification-names-sponsor")
    .filter(({ rule: { strength } }) => strength === "hard" || strength === "soft")
    .map((cited) => ({ fact: cited.rule.require, source: bindings.sourceOf(cited) }))
  return raised.length === 0 ? null : act.text.opening.misnamed(unit.name, raised)
}

/**
 * Takes an approved account live, unless a rule stands before it: then nothing changes. Where only the verification text
 * is not right yet, the account waits as being verified.
 */
export const goLive = async (
  act: Act,
  me: people.Member,
  account: Account,
  launch: Launch,
): Promise<Launched> => {
  await people.demand(act, me, "procedure.ask", account.unitId)
  refuseOver(act, account)
  const procedure = await sending.underWay(act, account.id, "account.open")
  if (procedure?.state !== "approved") throw new Refusal(act.text.opening.notApproved(account))
  refuseDays(act, procedure, launch)
  const unit = await units.unit(act, account.unitId)
  const before = await profileOf(act, account.id)
  const { registeredOn, licence, app } = launch
  const profile = { ...before, registeredOn, licence: licence ?? before.licence, app: app ?? before.app }
  const verification = launch.verification ?? account.verification
  const known = announced(procedure, "opening") !== null || launch.announcement !== null
  const against = unmet(await stackOf(act, unit), "account.go-live", {
    account: { ...account, verification },
    profile,
    unit,
    announced: known ? ["opening"] : [],
  }).filter(({ rule }) => rule.strength === "hard" || rule.strength === "soft")
  const raised = against.map((cited) => ({ fact: cited.rule.require, source: bindings.sourceOf(cited) }))
  const { opening: words } = act.text
  if (raised.length > 0) {
    if (raised.some(({ fact }) => fact !== "account.verification-names-sponsor"))
      throw new Refusal(words.notReady(account, unit.name, raised))
    await accounts.change(act, account, { state: "verifying", verification })
    return { live: false, text: words.verifying(account, unit.name, raised) }
  }
  await act.tables.profiles.put(profile)
  const { on, link, announcement } = launch
  const announcements =
    announcement === null
      ? procedure.announcements
      : [...procedure.announcements, { kind: "opening" as const, link: announcement, on, removed: null }]
  await sending.finish(act, { ...procedure, announcements })
  await accounts.change(act, account, {
    state: "live",
    openedOn: on,
    verification,
    link: link ?? account.link,
  })
  await settleGoLive(act, account, on)
  const until = known ? await keepAnnouncement(act, account, on) : null
  return { live: true, text: words.live({ account, on, announcementUntil: until }) }
}

const refuseDays = (act: Act, procedure: Procedure, { on, registeredOn }: Launch): void => {
  const words = act.text.opening
  const approved = approvedOn(procedure)
  if (on > dayOf(act.now)) throw new Refusal(act.text.obligation.future(on))
  if (approved !== null && on < approved) throw new Refusal(words.beforeApproval(on, approved))
  if (registeredOn !== null && registeredOn > on) throw new Refusal(words.registeredLater(registeredOn, on))
}

const settleGoLive = async (act: Act, account: Account, on: Day): Promise<void> => {
  for (const row of await act.tables.obligations.where("account", account.id))
    if (row.act === "account.go-live" && isOpen(row))
      await settling.settle(act, row, { on, proof: null, note: null })
}

/** The announcement has to stand for a while; gives back the first day on which it may be taken down. */
const keepAnnouncement = async (act: Act, { id, unitId }: Account, on: Day): Promise<Day | null> => {
  const happened = { kind: "announcement.opening" as const, on, unitId, accountId: id }
  const rows = await occasions.happen(act, happened)
  const free = rows.find((row) => row.act === "announcement.remove")?.freeAt ?? null
  return free === null ? null : dayOf(free)
}
