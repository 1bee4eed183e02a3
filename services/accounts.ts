import { type Account, Draft, type Exception } from "../rules/account.ts"
import { isEnded, type State } from "../rules/life.ts"
import type { Person } from "../rules/person.ts"
import { type Day, dayOf, hours, type Instant } from "../rules/time.ts"
import { nameKey, tidyName } from "../rules/words.ts"
import type { Act } from "./app.ts"
import * as infoChanges from "./changes.ts"
import * as custodies from "./custodies.ts"
import * as editions from "./editions.ts"
import * as people from "./people.ts"
import { abandon } from "./procedures/abandoning.ts"
import { profileOf } from "./procedures/asking.ts"
import * as following from "./following.ts"
import * as occasions from "./occasions.ts"
import * as unapproved from "./opening/unapproved.ts"
import * as catchups from "./catchups.ts"
import * as watch from "./watch.ts"
import { Refusal } from "./refusal.ts"
import * as settling from "./settling.ts"

/** How long a retirement can be taken back. */
export const RESTORE_HOURS = 24

/** A draft as it is kept: one form of each name, and the custodian tied to the person of the unit who bears the name. */
export const settled = async (act: Act, draft: Draft): Promise<Draft> =>
  Draft.parse({
    ...draft,
    name: tidyName(draft.name),
    custodian: draft.custodian && (await custodianOf(act, draft.unitId, draft.custodian)),
  })

type Custodian = NonNullable<Draft["custodian"]>

const custodianOf = async (act: Act, unitId: string, wanted: Custodian): Promise<Custodian> => {
  const name = tidyName(wanted.name)
  const colleagues = await people.inUnit(act, unitId)
  const pressed = colleagues.find(({ id }) => id === wanted.personId)
  const [namesake, ...others] = colleagues.filter((person) => person.name === name)
  const person = pressed ?? (others.length === 0 ? namesake : undefined)
  return { name, personId: person?.id ?? null }
}

/** Another account, there or planned, of the same name, platform and unit. */
export const double = async (act: Act, draft: Draft, accountId: string | null): Promise<Account | null> =>
  (await act.tables.accounts.where("unit", draft.unitId)).find(
    (each) =>
      each.id !== accountId &&
      !isEnded(each) &&
      each.platform === draft.platform &&
      nameKey(each.name) === nameKey(draft.name),
  ) ?? null

/** One unit has no two accounts of one name on one platform: a second registration is a slip. */
export const refuseDouble = async (act: Act, draft: Draft, accountId: string | null): Promise<void> => {
  const same = await double(act, draft, accountId)
  if (same) throw new Refusal(act.text.account.double(same))
}

interface Beginning {
  readonly exceptions: readonly Exception[]
  /** The latest post before the registration, if somebody knows it: the clocks run from it. */
  readonly lastPostAt: Instant | null
  readonly registeredBy?: string
  readonly state?: State
  /** Where many are taken in together. */
  readonly later?: watch.Later
}

/** Takes an account into the register and starts its clocks. */
export const create = async (
  act: Act,
  draft: Draft,
  { exceptions, lastPostAt, registeredBy, state, later }: Beginning,
): Promise<Account> => {
  const id = act.newId()
  const account: Account = {
    ...draft,
    id,
    state: state ?? (await unapproved.judged(act, { ...draft, id })),
    retired: null,
    exceptions,
    registeredAt: act.now,
    registeredBy: registeredBy ?? null,
    lastPostAt,
  }
  await act.tables.accounts.put(account)
  await custodies.note(act, null, account)
  if (lastPostAt !== null)
    await act.tables.posts.put({
      id: act.newId(),
      accountId: account.id,
      at: lastPostAt,
      link: null,
      original: true,
      by: act.by,
      recordedAt: act.now,
      // Part of the registration, and no report of its own: it is taken back with the account or not at all.
      batchId: account.id,
    })
  await watch.account(act, account, later)
  await noteOpening(act, account)
  if (account.state === "unapproved") await unapproved.tell(act, account)
  return account
}

/** The day on which it opened starts what has to be filed: the earliest that can be shown. */
const noteOpening = async (act: Act, account: Account): Promise<void> => {
  const { id, unitId, openedOn } = account
  if (openedOn === null)
    return occasions.unhappen(act, occasions.idOf({ kind: "account.opened", unitId, accountId: id }))
  await catchups.note(act, account)
  const { registeredOn } = await profileOf(act, id)
  const on = registeredOn !== null && registeredOn < openedOn ? registeredOn : openedOn
  await occasions.happen(act, { kind: "account.opened", on, unitId, accountId: id })
}

/** Changes an account in place; its clocks follow. */
export const change = async (
  act: Act,
  account: Account,
  changes: Partial<Omit<Account, "id">>,
  later?: watch.Later,
): Promise<Account> => {
  const wanted: Account = { ...account, ...changes }
  const up = wanted.state === "live" || wanted.state === "unapproved"
  const changed: Account = up ? { ...wanted, state: await unapproved.judged(act, wanted) } : wanted
  await act.tables.accounts.put(changed)
  await editions.ofAccount(act, account, changed)
  await custodies.note(act, account, changed)
  // Another sponsor takes it over: that is what was asked for when the unit was dissolved.
  if (changed.unitId !== account.unitId)
    await settling.settleAll(act, account.id, "account.close-or-move", dayOf(act.now))
  if (isEnded(changed) && !isEnded(account)) await abandon(act, changed)
  await watch.account(act, changed, later)
  if (changed.unitId !== account.unitId) await watch.unit(act, account.unitId, later)
  if (changed.state === "unapproved" && account.state !== "unapproved") await unapproved.tell(act, changed)
  if (changed.openedOn !== account.openedOn || changed.unitId !== account.unitId)
    await noteOpening(act, changed)
  await infoChanges.note(act, account, changed)
  return changed
}

/** Takes an account out of the register as if it had never been there. */
export const remove = async (act: Act, account: Account): Promise<void> => {
  for (const post of await act.tables.posts.where("batch", account.id)) await act.tables.posts.remove(post.id)
  for (const clock of await act.tables.clocks.where("account", account.id))
    await act.tables.clocks.remove(clock.id)
  for (const occasion of await act.tables.occasions.where("account", account.id))
    await act.tables.occasions.remove(occasion.id)
  for (const obligation of await act.tables.obligations.where("account", account.id))
    await act.tables.obligations.remove(obligation.id)
  for (const attestation of await act.tables.attestations.where("account", account.id))
    await act.tables.attestations.remove(attestation.id)
  for (const custody of await act.tables.custodies.where("account", account.id))
    await act.tables.custodies.remove(custody.id)
  for (const contract of await act.tables.contracts.where("account", account.id))
    await act.tables.contracts.remove(contract.id)
  for (const sheet of await act.tables.checks.where("account", account.id))
    await act.tables.checks.remove(sheet.id)
  for (const finding of await act.tables.findings.where("account", account.id))
    await act.tables.findings.remove(finding.id)
  await act.tables.profiles.remove(account.id)
  await act.tables.accounts.remove(account.id)
  await following.followUnit(act, account.unitId)
}

/** Whoever keeps accounts of their unit under this name, and is enrolled only now, keeps them as a person from here on. */
export const adopt = async (act: Act, person: Person): Promise<void> => {
  for (const each of await act.tables.accounts.where("unit", person.unitId)) {
    if (each.custodian?.personId !== null) continue
    const custodian = await custodianOf(act, person.unitId, each.custodian)
    if (custodian.personId === person.id) await change(act, each, { custodian })
  }
}

/** Ends the watch over an account; it stays in the register with the reason. */
export const retire = async (
  act: Act,
  me: people.Member,
  account: Account,
  { on, reason }: { readonly on?: Day; readonly reason: string },
): Promise<Account> => {
  await people.demand(act, me, "account.retire", account.unitId)
  if (isEnded(account)) throw new Refusal(act.text.account.retiredAlready(account))
  // Its application is taken back with it: should it come back, it has to be sent in anew.
  const from = account.state === "applying" ? "planned" : account.state
  return change(act, account, {
    state: "retired",
    retired: { on: on ?? dayOf(act.now), reason, by: act.by, at: act.now, from },
  })
}

/** Takes a retirement back. */
export const restore = async (act: Act, me: people.Member, account: Account): Promise<Account> => {
  await people.demand(act, me, "account.retire", account.unitId)
  if (account.state !== "retired" || account.retired === null)
    throw new Refusal(act.text.account.notRetired(account))
  if (act.now - account.retired.at > hours(RESTORE_HOURS))
    throw new Refusal(act.text.account.restoreTooLate(RESTORE_HOURS))
  await refuseDouble(act, account, account.id)
  return change(act, account, { state: account.retired.from ?? "live", retired: null })
}

/** The account of an id that must be there. */
export const account = async (act: Act, id: string): Promise<Account> => {
  const found = await act.tables.accounts.get(id)
  if (!found) throw new Refusal(act.text.account.gone)
  return found
}
