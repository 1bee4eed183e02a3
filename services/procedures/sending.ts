import type { Account } from "../../rules/account.ts"
import { lacking } from "../../rules/chain.ts"
import { isRole, isUnderWay, nextLevel, type Procedure } from "../../rules/procedure.ts"
import * as accounts from "../accounts.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import * as units from "../units.ts"
import { takeBack } from "./abandoning.ts"
import { askedOf } from "./asking.ts"
import * as cards from "./cards.ts"
import { underWay } from "./underway.ts"
import { decidersOf } from "./deciders.ts"
import type { Outcome } from "./deciding.ts"
import { kinds } from "./kinds.ts"
import { refuseOver } from "./over.ts"
import { shown } from "./showing.ts"

export { finish, underWay } from "./underway.ts"

export type Sending = Pick<Procedure, "kind" | "reason" | "ticks" | "attachments" | "details">

/** Sends a procedure in, or once more after it was given back. Refuses what is incomplete, and changes nothing then. */
export const send = async (
  act: Act,
  me: people.Member,
  account: Account,
  sending: Sending,
): Promise<Outcome> => {
  await people.demand(act, me, "procedure.ask", account.unitId)
  refuseOver(act, account)
  const known = await underWay(act, account.id, sending.kind)
  if (known && known.state !== "returned")
    throw new Refusal(act.text.procedure.underWayAlready(await shown(act, known)))
  const asks = await askedOf(act, account, sending.kind)
  const lacks = lacking(asks, sending)
  if (lacks.reason || lacks.ticks.length + lacks.attachments.length > 0)
    throw new Refusal(act.text.procedure.lacking({ ...lacks, reasons: asks.reasons ?? [] }))
  const { chain, differentPeople, inPerson } = asks
  const sent: Procedure = {
    announcements: known?.announcements ?? [],
    ...sending,
    id: known?.id ?? act.newId(),
    unitId: account.unitId,
    accountId: account.id,
    chain,
    differentPeople,
    inPerson,
    round: (known?.round ?? 0) + 1,
    decisions: known?.decisions ?? [],
    state: chain.length === 0 ? "approved" : "waiting",
    by: act.by,
    at: known?.at ?? act.now,
    turn: known?.turn ?? 0,
    asked: [],
    since: act.now,
  }
  await refuseWithoutDeciders(act, sent)
  await act.tables.procedures.put(sent)
  await kinds[sent.kind].sent(act, sent, account)
  if (nextLevel(sent) !== null) {
    const asked = await cards.ask(act, sent)
    return { procedure: asked, text: act.text.procedure.sent(await shown(act, asked)), following: null }
  }
  const following = await kinds[sent.kind].approved(act, sent, await accounts.account(act, account.id))
  return { procedure: sent, text: act.text.procedure.settled(await shown(act, sent)), following }
}

/** A level that nobody can decide would wait for ever. */
const refuseWithoutDeciders = async (act: Act, procedure: Procedure): Promise<void> => {
  for (const { step } of procedure.chain)
    if (isRole(step) && (await decidersOf(act, procedure, step)).length === 0)
      throw new Refusal(
        act.text.procedure.nobodyDecides(step, (await units.unit(act, procedure.unitId)).name),
      )
}

/** Takes back what nobody has to decide any more; what is approved can be given up too, until it is carried out. */
export const withdraw = async (
  act: Act,
  me: people.Member,
  procedure: Procedure,
  reason: string,
): Promise<Outcome> => {
  if (procedure.by !== me.person.id) await people.demand(act, me, "procedure.ask", procedure.unitId)
  if (!isUnderWay(procedure))
    throw new Refusal(act.text.procedure.settledAlready(await shown(act, procedure)))
  refuseOver(act, await accounts.account(act, procedure.accountId))
  const after = await takeBack(act, procedure, reason)
  await kinds[after.kind].stopped(act, after, await accounts.account(act, after.accountId))
  const text = act.text.procedure.withdrawn(await shown(act, after), me.person.name, reason)
  await cards.tellAsker(act, after, { text })
  return { procedure: after, text, following: null }
}
