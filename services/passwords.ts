import type { Account } from "../rules/account.ts"
import {
  asked,
  type Attestation,
  type ChangeReason,
  hasPassword,
  lastChange,
  type Makeup,
  unmet,
} from "../rules/attestation.ts"
import { isWatched } from "../rules/life.ts"
import { isOpen, type Obligation } from "../rules/obligation.ts"
import type { Person } from "../rules/person.ts"
import { type Day, dayOf } from "../rules/time.ts"
import type { Act } from "./app.ts"
import * as accounts from "./accounts.ts"
import * as bindings from "./bindings.ts"
import * as following from "./following.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import { stackOf } from "./rulebooks.ts"
import * as settling from "./settling.ts"
import * as units from "./units.ts"
import * as witnesses from "./witnesses.ts"

/** Refused by a rule, because of one thing that was said; another answer mends it. */
export class Weak extends Refusal {
  readonly what: "length" | "kinds" | "checked"
  constructor(message: string, what: Weak["what"]) {
    super(message)
    this.what = what
  }
}

const asksFor = async (act: Act, account: Account) => {
  const unit = await units.unit(act, account.unitId)
  return asked(await stackOf(act, unit), unit.kind, account)
}

/** Whether an account is logged into with a password at all. */
export const isByPassword = async (act: Act, account: Account): Promise<boolean> =>
  hasPassword(await asksFor(act, account))

/** Refuses a password that is made up otherwise than the rulebooks ask, naming the first rule and its article. */
export const demandStrong = async (act: Act, account: Account, makeup: Makeup): Promise<void> => {
  const [first] = unmet(await asksFor(act, account), makeup)
  if (!first) return
  const source = bindings.sourceOf(first)
  const words = act.text.password
  throw first.rule.require === "password.length"
    ? new Weak(words.tooShort(makeup.length, first.rule.atLeast ?? 1, source), "length")
    : new Weak(words.tooPlain(source), "kinds")
}

export interface Said {
  readonly on: Day
  /** Null where the platform has no password. */
  readonly password: Makeup | null
  readonly reason: ChangeReason
  /** Chosen among `witnesses.offered`, where the unit asks for one. */
  readonly witness: Person | null
}

/** What came of it. */
export interface Outcome {
  readonly attestation: Attestation
  readonly account: Account
  /** The next change that is due, and what is still open although it was attested. */
  readonly open: readonly Obligation[]
}

/** The custodian attests that the password was changed; never the password itself. */
export const attest = async (act: Act, me: people.Member, account: Account, said: Said): Promise<Outcome> => {
  await demandCustodian(act, me, account)
  if (said.on > dayOf(act.now)) throw new Refusal(act.text.obligation.future(said.on))
  if (said.password !== null) await demandStrong(act, account, said.password)
  else if (await isByPassword(act, account)) throw new Weak(act.text.password.lengthMissing, "length")
  const witness = await witnesses.demanded(act, me, account, said.witness)
  for (const each of await act.tables.attestations.where("account", account.id))
    if (each.state === "waiting") await act.tables.attestations.put({ ...each, state: "replaced" })
  const { on, password, reason } = said
  const attestation: Attestation = {
    id: act.newId(),
    accountId: account.id,
    unitId: account.unitId,
    on,
    password,
    reason,
    by: act.by,
    at: act.now,
    witness: witness?.id ?? null,
    witnessedAt: null,
    state: witness === null ? "standing" : "waiting",
  }
  await act.tables.attestations.put(attestation)
  if (witness !== null) await witnesses.ask(act, me, account, attestation)
  return { attestation, account, open: await settled(act, account, attestation) }
}

/** Whoever keeps the password says so; where nobody enrolled keeps it, whoever may finish what the unit owes. */
const demandCustodian = async (act: Act, me: people.Member, account: Account): Promise<void> => {
  await people.demand(act, me, "see", account.unitId)
  if (!isWatched(account)) throw new Refusal(act.text.password.notWatched(account))
  const id = account.custodian?.personId ?? null
  const keeper = id === null ? null : await act.tables.persons.get(id)
  if (keeper?.state !== "active") return people.demand(act, me, "duty.finish", account.unitId)
  if (keeper.id !== me.person.id) throw new Refusal(act.text.password.notKeeper(account, keeper.name))
}

/** The second person answers. */
export const witness = async (act: Act, me: people.Member, id: string, yes: boolean): Promise<Outcome> => {
  const waiting = await witnesses.waiting(act, me, id)
  const attestation: Attestation = { ...waiting, witnessedAt: act.now, state: yes ? "standing" : "refused" }
  await act.tables.attestations.put(attestation)
  const account = await accounts.account(act, attestation.accountId)
  const open = await settled(act, account, attestation)
  await witnesses.tell(act, me, account, attestation)
  return { attestation, account, open }
}

/** One change settles every open duty to change it that had begun by then; the clock starts again from its day. */
const settled = async (
  act: Act,
  account: Account,
  attestation: Attestation,
): Promise<readonly Obligation[]> => {
  const rows = async () =>
    (await act.tables.obligations.where("account", account.id)).filter(
      (row) => row.act === "password.change" && isOpen(row),
    )
  if (attestation.state !== "standing") return rows()
  const { on, by, at } = attestation
  const last = lastChange(await act.tables.attestations.where("account", account.id))
  const said = by === act.by ? {} : { said: { by, at } }
  for (const { id } of await rows()) {
    const row = await act.tables.obligations.get(id)
    if (row !== null && isOpen(row) && isSettledBy(row, attestation, last))
      await settling.settle(act, row, { on, proof: null, note: null, ...said })
  }
  await following.follow(act, account)
  return rows()
}

/** What began after it is still to be done; the clock that runs from the latest change goes on running. */
const isSettledBy = (row: Obligation, { on, at }: Attestation, last: Attestation | null): boolean => {
  if (row.occasionId === null) return row.since !== last?.on
  return typeof row.since === "number" ? on >= dayOf(row.since) && at >= row.since : on >= row.since
}

/** How it stands with the password of an account. */
export const standing = async (act: Act, account: Account) => {
  const all = await act.tables.attestations.where("account", account.id)
  const last = lastChange(all)
  const due = (await act.tables.obligations.where("account", account.id))
    .filter((row) => row.act === "password.change" && isOpen(row))
    .flatMap((row) => (row.due === null ? [] : [row.due.day]))
    .sort()
    .at(0)
  return { last, waiting: all.find(({ state }) => state === "waiting") ?? null, due: due ?? null }
}
