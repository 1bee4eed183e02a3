import type { Account } from "../../rules/account.ts"
import { isWatched } from "../../rules/life.ts"
import { isOpen, type Obligation } from "../../rules/obligation.ts"
import type { Occasion } from "../../rules/occasion.ts"
import type { Source } from "../../rules/owed.ts"
import { dayOf } from "../../rules/time.ts"
import { outsideQuiet } from "../../rules/times.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import type { Reminded } from "../move.ts"
import * as occasions from "../occasions.ts"
import * as officers from "../officers.ts"
import * as outbox from "../outbox.ts"
import * as owners from "../owners.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import * as units from "../units.ts"

/** Why a rulebook may want an account closed. */
export type Cause = Extract<
  Occasion["kind"],
  "account.dormant" | "account.zombie" | "account.caused-incident"
>

interface Proposal {
  readonly cause: Cause
  /** Tells apart what may bring it up more than once: the silence, or the case. */
  readonly nth: string
  /** What happened, in words. */
  readonly says: string
  /** What it rests on beside the rule that wants it closed. */
  readonly sources?: readonly Source[]
}

/** What still has to be decided about closing an account. */
const openOf = async (act: Act, accountId: string): Promise<readonly Obligation[]> =>
  (await act.tables.obligations.where("account", accountId)).filter(
    (row) => row.act === "account.propose-closing" && isOpen(row),
  )

/**
 * Brings up that an account has to be closed, where a rulebook wants that: whoever supervises it has so long to ask for
 * it. It is owed once, whatever else brings it up meanwhile.
 */
export const propose = async (
  act: Act,
  account: Account,
  { cause, nth, says, sources = [] }: Proposal,
): Promise<void> => {
  const { id: accountId, unitId } = account
  const { started } = await bindings.duties(act, unitId, account)
  const asking = started[cause] ?? []
  if (asking.length === 0 || !isWatched(account) || account.state === "closing") return
  if ((await openOf(act, accountId)).length === 0)
    await occasions.happen(act, { kind: cause, on: dayOf(act.now), unitId, accountId, nth, note: says })
  const [row] = await openOf(act, accountId)
  const unit = await units.unit(act, unitId)
  const cited = [...asking.map(bindings.sourceOf), ...sources]
  const text = act.text.proposal.proposed({
    account,
    unit: unit.name,
    says,
    due: row?.due?.day ?? null,
    cited,
  })
  const own = new Set(await officers.of(act, unitId))
  const leaders = (await owners.leaders(act, unitId)).map(({ id }) => id)
  const { named, buttons } = act.text.proposal
  const { inquire, propose: close } = buttons
  for (const id of new Set([...own, ...leaders]))
    await outbox.post(act, {
      to: { kind: "person", id },
      lane: "notice",
      key: `propose-closing:${accountId}:${cause}:${nth}:${id}`,
      dueAt: outsideQuiet(await units.times(act, unitId), act.now),
      body: {
        text,
        buttons: [
          [{ label: named(inquire, account), press: `inquire account=${accountId}` }],
          ...(own.has(id) ? [[{ label: named(close, account), press: `close account=${accountId}` }]] : []),
        ],
      },
    })
}

/** It has lost its cause: the account is updated again. */
export const drop = async (act: Act, accountId: string): Promise<void> => {
  for (const { id, kind } of await act.tables.occasions.where("account", accountId))
    if (kind === "account.dormant" || kind === "account.zombie") await occasions.unhappen(act, id)
}

/** What brought it up, while it is still to be decided. */
const causeOf = async (act: Act, account: Account): Promise<Occasion> => {
  const [row] = await openOf(act, account.id)
  const found = row?.occasionId == null ? null : await act.tables.occasions.get(row.occasionId)
  if (found === null) throw new Refusal(act.text.proposal.notProposed(account))
  return found
}

/** Asks whoever looks after an account, and its leader, what is to become of it. Gives back who was asked. */
export const inquire = async (act: Act, me: people.Member, account: Account): Promise<readonly string[]> => {
  await people.demand(act, me, "task.give", account.unitId)
  const { note } = await causeOf(act, account)
  const unit = await units.unit(act, account.unitId)
  const [row] = await openOf(act, account.id)
  const asked = new Map<string, Reminded["to"]>()
  for (const { to } of await owners.remindedOf(act, account)) asked.set(to.id, to)
  for (const { id } of await owners.leaders(act, unit.id)) asked.set(id, { kind: "person", id })
  asked.delete(act.by)
  const words = act.text.proposal
  if (asked.size === 0) throw new Refusal(words.nobodyToAsk(unit.name))
  for (const to of asked.values())
    await outbox.post(act, {
      to,
      lane: "notice",
      key: `inquire:${row?.id ?? account.id}:${to.id}`,
      dueAt: outsideQuiet(await units.times(act, unit.id), act.now),
      body: {
        text: words.inquires({ by: me.person.name, account, unit: unit.name, says: note ?? "" }),
        buttons: [
          [{ label: words.named(words.buttons.explain, account), press: `explain account=${account.id}` }],
        ],
      },
    })
  const names: string[] = []
  for (const to of asked.values()) names.push(await nameOf(act, to))
  return names
}

const nameOf = async (act: Act, { kind, id }: Reminded["to"]): Promise<string> =>
  kind === "chat"
    ? act.text.proposal.group((await act.tables.chats.get(id))?.title ?? "")
    : ((await act.tables.persons.get(id))?.name ?? "—")

/** The unit says what is to become of it; whoever supervises it hears that, and it is kept. */
export const explain = async (act: Act, me: people.Member, account: Account, said: string): Promise<void> => {
  await people.demand(act, me, "duty.finish", account.unitId)
  const cause = await causeOf(act, account)
  const words = act.text.proposal
  const line = words.explained({ by: me.person.name, account, said })
  await act.tables.occasions.put({ ...cause, note: [cause.note, line].filter((each) => each).join("；") })
  for (const id of await officers.of(act, account.unitId, act.by))
    await outbox.post(act, {
      to: { kind: "person", id },
      lane: "notice",
      dueAt: outsideQuiet(await units.times(act, account.unitId), act.now),
      body: {
        text: line,
        buttons: [
          [{ label: words.named(words.buttons.propose, account), press: `close account=${account.id}` }],
        ],
      },
    })
}
