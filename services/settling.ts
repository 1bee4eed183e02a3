import { type Carried, type Doing, doingOf } from "../rules/acts.ts"
import { closed, settledBy } from "../rules/lifecycle.ts"
import { isOpen, type Obligation } from "../rules/obligation.ts"
import { type Day, dayOf, type Instant, instantOf } from "../rules/time.ts"
import type { Act } from "./app.ts"
import * as following from "./following.ts"
import * as occasions from "./occasions.ts"
import * as duties from "./duties.ts"
import { keep } from "./obligations.ts"
import * as people from "./people.ts"
import * as reposts from "./reposts/cards.ts"
import { profileOf } from "./procedures/asking.ts"
import { Refusal } from "./refusal.ts"

/** Refused because of one thing that was said; another answer mends it. */
export class Unfit extends Refusal {
  readonly what: "on" | "proof"
  constructor(message: string, what: "on" | "proof") {
    super(message)
    this.what = what
  }
}

export interface Done {
  readonly on: Day
  readonly proof: string | null
  readonly note: string | null
  /** Who had said it before, and when, where whoever acts now says so too. */
  readonly said?: { readonly by: string; readonly at: Instant }
}

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
export const refuseUnfit = async (
  act: Act,
  me: people.Member,
  row: Obligation,
  done: Done,
): Promise<void> => {
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

/** Ends a duty as done; two people who do it at once are told who was first. */
export const settle = async (act: Act, row: Obligation, done: Done): Promise<Obligation> => {
  await refuseImpossible(act, row, done)
  const { on, proof, note, said } = done
  const says = said === undefined ? { by: act.by, at: act.now } : { ...said, second: act.by }
  const settled = await keep(act, settledBy(row, { on, proof, note, ...says }))
  await reposts.refresh(act, settled)
  await lead(act, settled)
  if (doingOf(row.act).numbers && row.accountId !== null && proof !== null)
    await act.tables.profiles.put({ ...(await profileOf(act, row.accountId)), systemNumber: proof })
  return settled
}

const refuseImpossible = async (act: Act, row: Obligation, { on, proof }: Done): Promise<void> => {
  await refuseTwice(act, row)
  const words = act.text.obligation
  if (on > dayOf(act.now)) throw new Unfit(words.future(on), "on")
  const since = typeof row.since === "number" ? dayOf(row.since) : row.since
  // What was known ahead can be done ahead.
  const began = since < dayOf(row.notedAt) ? since : dayOf(row.notedAt)
  if (!row.key.includes("/since/") && on < began) throw new Unfit(words.beforeStart(on, began), "on")
  if (row.freeAt !== null && instantOf(on, "24:00") <= row.freeAt)
    throw new Unfit(words.tooEarly(dayOf(row.freeAt)), "on")
  if (proof !== null) await refuseUsed(act, row.act, proof)
}

const refuseTwice = async (act: Act, row: Obligation): Promise<void> => {
  if (isOpen(row)) return
  const { settled } = row
  const by = settled === null ? null : ((await act.tables.persons.get(settled.by))?.name ?? null)
  throw new Refusal(act.text.obligation.endedAlready({ phase: row.phase, by, on: settled?.on ?? null }))
}

/** One receipt shows one thing. */
const refuseUsed = async (act: Act, doing: Carried, proof: string): Promise<void> => {
  if (doingOf(doing).proof !== "receipt") return
  const [used] = (await act.tables.obligations.where("receipt", proof)).filter((row) => row.act === doing)
  if (used) throw new Unfit(act.text.obligation.receiptUsed(proof, await duties.shown(act, used)), "proof")
}

/** What its being done starts in turn, and what comes round again from here. */
const lead = async (act: Act, row: Obligation): Promise<void> => {
  const { leadsTo } = doingOf(row.act)
  if (leadsTo !== undefined && row.settled !== null)
    await occasions.happen(act, {
      kind: leadsTo,
      on: row.settled.on,
      unitId: row.unitId,
      accountId: row.accountId,
      nth: row.id,
    })
  await goOn(act, row)
}

/** What comes round again goes on from here. */
const goOn = async (act: Act, row: Obligation): Promise<void> => {
  if (row.occasionId !== null) return
  const account = row.accountId === null ? null : await act.tables.accounts.get(row.accountId)
  await (account === null ? following.followUnit(act, row.unitId) : following.follow(act, account))
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
