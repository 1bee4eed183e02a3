import type { Account } from "../../rules/account.ts"
import {
  closingAsks,
  closingAnnouncement,
  type ClosingAsks,
  type ClosingStep,
  heldUntil,
  type ShownClosing,
  stepStates,
} from "../../rules/closing.ts"
import type { Button } from "../../rules/outgoing.ts"
import { approvedOn, type Procedure } from "../../rules/procedure.ts"
import { type Day, dayOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import type { Following } from "../procedures/kind.ts"
import { askedOf } from "../procedures/asking.ts"
import { refuseOver } from "../procedures/over.ts"
import { underWay } from "../procedures/underway.ts"
import { Refusal } from "../refusal.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"

/** A closing that was agreed to and is being carried out. */
export interface Closing {
  readonly account: Account
  readonly procedure: Procedure
  readonly asks: ClosingAsks
  /** The first day on which the announcement has stood long enough. */
  readonly freeOn: Day | null
  /** The day on which the platform lets it go, once somebody has asked for that. */
  readonly goneOn: Day | null
}

/** The closing of an account, which others have agreed to by now; refuses where they have not. */
export const agreed = async (act: Act, account: Account): Promise<Closing> => {
  refuseOver(act, account)
  const procedure = await underWay(act, account.id, "account.close")
  if (procedure?.state !== "approved") throw new Refusal(act.text.closing.notAgreed(account))
  return known(act, account, procedure)
}

export const known = async (act: Act, account: Account, procedure: Procedure): Promise<Closing> => {
  const unit = await units.unit(act, account.unitId)
  const duties = await bindings.duties(act, unit.id, account)
  const scope = { unitKind: unit.kind, platform: account.platform }
  const asks = closingAsks(await stackOf(act, unit), scope, duties)
  const standing = closingAnnouncement(procedure)?.on ?? null
  const submitted = procedure.details["submitted"] ?? null
  return {
    account,
    procedure,
    asks,
    freeOn: standing === null ? null : await heldBy(act, account.id, "announcement.closing", standing),
    goneOn: submitted === null ? null : await heldBy(act, account.id, "account.cancelling", submitted),
  }
}

/** How the rule of a regulation is cited that asks for consent before an account is closed; null where none does. */
export const closingRule = async (act: Act, account: Account): Promise<string | null> => {
  const { chain } = await askedOf(act, account, "account.close")
  for (const key of chain.flatMap(({ rules }) => rules)) {
    const source = await bindings.sourceOfKey(act, key)
    if (source !== null && source.origin !== "house") return act.text.cited.cite(source)
  }
  return null
}

/** Whether the number of its followers decides how long the platform keeps an account. */
export const countsFollowers = async (act: Act, account: Account): Promise<boolean> => {
  const { started } = await bindings.duties(act, account.unitId, account)
  return (started["account.cancelling"] ?? []).some(({ rule }) => rule.followers !== undefined)
}

/** Until when what happened on a day holds the cancellation back. */
const heldBy = async (act: Act, accountId: string, kind: string, on: Day): Promise<Day | null> => {
  const holds: number[] = []
  for (const row of await act.tables.obligations.where("account", accountId)) {
    const occasion = row.occasionId === null ? null : await act.tables.occasions.get(row.occasionId)
    const holding = row.act === "account.cancel" || row.act === "account.confirm-cancelled"
    if (holding && occasion?.kind === kind && occasion.on === on && row.freeAt !== null)
      holds.push(row.freeAt)
  }
  return holds.length === 0 ? null : dayOf(Math.max(...holds))
}

/** Refuses what has to wait: the announcement still has to stand, or the platform still keeps the account. */
export const refuseHeld = (act: Act, closing: Closing, step: ClosingStep | "cancelled", on: Day): void => {
  const held = heldUntil(closing, step)
  if (held === null || on >= held) return
  const { account, asks } = closing
  const words = act.text.closing
  const frozen = step === "cancelled" && asks.freeze
  const rule = asks.announcement === null ? "" : act.text.cited.cite(bindings.sourceOf(asks.announcement))
  throw new Refusal(frozen ? words.frozenStill(account, held) : words.standsStill(account, held, rule))
}

/** How far a closing is, with a button for everything that can be done now. */
export const shown = async (act: Act, closing: Closing): Promise<Following> => {
  const { account, procedure, asks, freeOn, goneOn } = closing
  const cited = [asks.announcement, asks.destination].filter((each) => each !== null)
  const status: ShownClosing = {
    account,
    unit: (await units.unit(act, account.unitId)).name,
    approvedOn: approvedOn(procedure) ?? dayOf(act.now),
    steps: stepStates(closing, dayOf(act.now)),
    freeOn,
    goneOn,
    sources: cited.map(bindings.sourceOf),
  }
  const words = act.text.closing
  const buttons = status.steps
    .filter(({ state }) => state === "now")
    .map(({ step }): readonly Button[] => [
      step === "cancelled"
        ? { label: words.buttons.cancelled, press: `cancelled account=${account.id}` }
        : { label: words.buttons[step], press: `closing account=${account.id} step=${step}` },
    ])
  return { text: words.status(status), buttons }
}
