import { type Carried, type Doing, doingOf } from "../rules/acts.ts"
import { closed } from "../rules/lifecycle.ts"
import { isOpen, type Obligation } from "../rules/obligation.ts"
import { type Day, dayOf } from "../rules/time.ts"
import type { Act } from "./app.ts"
import * as duties from "./duties.ts"
import { keep } from "./obligations.ts"
import * as people from "./people.ts"
import { type Done, goOn, record, refuseImpossible, refuseTwice, settlementOf, Unfit } from "./recording.ts"
import { Refusal } from "./refusal.ts"
import * as seconding from "./seconding.ts"

export { Unfit } from "./recording.ts"

/** An obligation that must be there, for whoever may see it. */
export const obligation = async (act: Act, me: people.Member, id: string): Promise<Obligation> => {
  const row = await act.tables.obligations.get(id)
  if (!row) throw new Refusal(act.text.obligation.gone)
  await people.demand(act, me, "see", row.unitId)
  return row
}

/** The same, but one that somebody still has to do something about. */
export const openObligation = async (act: Act, me: people.Member, id: string): Promise<Obligation> => {
  const row = await obligation(act, me, id)
  await refuseTwice(act, row)
  return row
}

/** The same, but one of which it is enough to say that it was done. */
export const doableObligation = async (act: Act, me: people.Member, id: string): Promise<Obligation> => {
  const row = await openObligation(act, me, id)
  const { command }: Doing = doingOf(row.act)
  if (command !== undefined) throw new Refusal(act.text.obligation.byCommand(row.act, command))
  return row
}

/** Refuses what cannot be said of a duty: by this person, without its command, or without what shows it. */
const refuseUnfit = async (act: Act, me: people.Member, row: Obligation, done: Done): Promise<void> => {
  await demandDoer(act, me, row)
  const doing: Doing = doingOf(row.act)
  if (doing.command !== undefined) throw new Refusal(act.text.obligation.byCommand(row.act, doing.command))
  if (
    doing.proof !== "note" &&
    doing.proof !== null &&
    (done.proof ?? "").length > LONGEST_NUMBER &&
    doing.proof !== "link"
  )
    throw new Unfit(act.text.obligation.tooLong(LONGEST_NUMBER), "proof")
  if (doing.proof !== null && !isProof(doing.proof, done.proof))
    throw new Unfit(act.text.obligation.proofs[doing.proof].missing, "proof")
  await refuseImpossible(act, row, done)
}

const LONGEST_NUMBER = 80

/** Whether it can be what is asked for: a link leads somewhere, a number is short. */
const isProof = (kind: NonNullable<Doing["proof"]>, proof: string | null): boolean => {
  if (proof === null) return false
  if (kind === "link") return URL.canParse(proof) && /^https?:/.test(proof)
  return kind === "note" || proof.length <= LONGEST_NUMBER
}

/** Whoever is reminded of it may say that it is done, and whoever may report posts for the unit. */
export const demandDoer = async (act: Act, me: people.Member, row: Obligation): Promise<void> => {
  const readers = await duties.readersOf(act, row)
  if (readers?.kind === "people" && readers.persons.some(({ id }) => id === me.person.id)) return
  await people.demand(act, me, "duty.finish", row.unitId)
}

/**
 * Ends a duty as done; two people who do it at once are told who was first. What would turn late into in time counts only
 * once a second person says so too: until then it is late, and whoever says it is told.
 */
export const settle = async (act: Act, row: Obligation, done: Done): Promise<Obligation> => {
  await refuseImpossible(act, row, done)
  return settleAsSaid(act, row, done)
}

const settleAsSaid = async (act: Act, row: Obligation, done: Done): Promise<Obligation> => {
  const settled = settlementOf(act, done)
  if (!(await seconding.isNeeded(act, row, done))) return record(act, row, settled)
  // What a command does has happened; what somebody only says has not.
  const kept = seconding.isStep(row) ? await record(act, row, { ...settled, alone: true }) : row
  await seconding.ask(act, row, done)
  return kept
}

/** What an account had to do of one kind was done, as another step has shown. */
export const settleAll = async (act: Act, accountId: string, what: Carried, on: Day): Promise<void> => {
  for (const row of await act.tables.obligations.where("account", accountId))
    if (row.act === what && (isOpen(row) || row.phase === "free"))
      await settleAsSaid(act, row, { on, proof: null, note: null })
}

/** Says that a duty was done, where saying so is enough; it stays open while a second person is asked. */
export const finish = async (
  act: Act,
  me: people.Member,
  row: Obligation,
  done: Done,
): Promise<Obligation> => {
  await refuseUnfit(act, me, row, done)
  if (await seconding.isNeeded(act, row, done)) await seconding.refuseHopeless(act, row, done)
  return settle(act, row, done)
}

/** The leader in charge lets a duty go, with a reason that is kept. */
export const waive = async (
  act: Act,
  me: people.Member,
  row: Obligation,
  reason: string,
): Promise<Obligation> => {
  await people.demand(act, me, "duty.waive", row.unitId)
  await refuseTwice(act, row)
  if (doingOf(row.act).firm) throw new Refusal(act.text.obligation.firm(await duties.shown(act, row)))
  const on = dayOf(act.now)
  const settled = { on, by: act.by, at: act.now, proof: null, note: reason }
  const waived = await keep(act, closed({ ...row, settled }, "waived", act.now))
  await goOn(act, waived)
  return waived
}
