import { type Carried, type Doing, doingOf } from "../rules/acts.ts"
import { settledBy } from "../rules/lifecycle.ts"
import { isOpen, type Obligation, type Settlement } from "../rules/obligation.ts"
import { type Day, dayOf, type Instant, instantOf } from "../rules/time.ts"
import type { Act } from "./app.ts"
import * as duties from "./duties.ts"
import * as following from "./following.ts"
import { keep } from "./obligations.ts"
import * as occasions from "./occasions.ts"
import { profileOf } from "./procedures/asking.ts"
import { Refusal } from "./refusal.ts"
import * as reposts from "./reposts/cards.ts"

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

/** What is kept of it. */
export const settlementOf = (act: Act, { on, proof, note, said }: Done): Settlement => ({
  on,
  proof,
  note,
  ...(said === undefined ? { by: act.by, at: act.now } : { ...said, second: act.by }),
})

/** Ends a duty as this says, whatever it makes of it; `settling.settle` is where people come in. */
export const record = async (act: Act, row: Obligation, settled: Settlement): Promise<Obligation> => {
  const after = await keep(act, settledBy(row, settled))
  await reposts.refresh(act, after)
  await lead(act, after)
  if (doingOf(row.act).numbers && row.accountId !== null && settled.proof !== null)
    await act.tables.profiles.put({ ...(await profileOf(act, row.accountId)), systemNumber: settled.proof })
  return after
}

/** What its being done starts in turn, and what comes round again from here. */
const lead = async (act: Act, row: Obligation): Promise<void> => {
  const { leadsTo, missed }: Doing = doingOf(row.act)
  const { unitId, accountId, settled, due } = row
  if (leadsTo !== undefined && settled !== null)
    await occasions.happen(act, { kind: leadsTo, on: settled.on, unitId, accountId, nth: row.id })
  // It was in time after all: what its being missed had started has lost its cause.
  if (missed !== undefined && row.phase === "done" && due !== null)
    await occasions.unhappen(act, occasions.idOf({ kind: missed, unitId, accountId }))
  await goOn(act, row)
}

/** What comes round again goes on from here. */
export const goOn = async (act: Act, row: Obligation): Promise<void> => {
  if (row.occasionId !== null) return
  const account = row.accountId === null ? null : await act.tables.accounts.get(row.accountId)
  await (account === null ? following.followUnit(act, row.unitId) : following.follow(act, account))
}

/** Refuses what cannot be: what is over already, a day on which it cannot have been done, a receipt used before. */
export const refuseImpossible = async (
  act: Act,
  row: Obligation,
  { on, proof }: Pick<Done, "on" | "proof">,
): Promise<void> => {
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

export const refuseTwice = async (act: Act, row: Obligation): Promise<void> => {
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
