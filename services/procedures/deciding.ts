import {
  decided,
  type Decision,
  hindrance,
  isRole,
  type Procedure,
  type Verdict,
} from "../../rules/procedure.ts"
import { type Day, dayOf } from "../../rules/time.ts"
import * as accounts from "../accounts.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import * as cards from "./cards.ts"
import { decidersOf } from "./deciders.ts"
import type { Following } from "./kind.ts"
import { kinds } from "./kinds.ts"
import { refuseOver } from "./over.ts"
import { shown } from "./showing.ts"

/** A procedure that must be there, for whoever may see its unit. */
export const procedure = async (act: Act, me: people.Member, id: string): Promise<Procedure> => {
  const found = await act.tables.procedures.get(id)
  if (!found) throw new Refusal(act.text.procedure.gone)
  await people.demand(act, me, "see", found.unitId)
  return found
}

/** What came of a decision: where the procedure stands, and what follows once the last level agreed. */
export interface Outcome {
  readonly procedure: Procedure
  readonly text: string
  readonly following: Following | null
}

/** It is not the turn of this level, or the procedure is over. */
export const refuseHindered = async (act: Act, of: Procedure, step: Decision["step"]): Promise<void> => {
  const found = hindrance(of, step, act.by)
  if (found === null) return
  const words = act.text.procedure.hindrances
  if (found.code !== "decided") throw new Refusal(words[found.code](found as never))
  const by = (await act.tables.persons.get(found.decision.by))?.name ?? null
  throw new Refusal(words.decided({ ...found.decision, by }))
}

/** Whoever holds the role now, or stands in for its holder, decides its level. `turn` is that of the card that was pressed. */
export const decide = async (
  act: Act,
  me: people.Member,
  of: Procedure,
  { turn, verdict, note }: { readonly turn: number; readonly verdict: Verdict; readonly note: string | null },
): Promise<Outcome> => {
  await refuseStale(act, of, turn)
  refuseOver(act, await accounts.account(act, of.accountId))
  const step = await roleWaitedFor(act, of)
  await refuseHindered(act, of, step)
  const decider = (await decidersOf(act, of, step)).find(({ person }) => person.id === me.person.id)
  if (!decider) throw new Refusal(act.text.procedure.notYours(step, of.inPerson.includes(step)))
  return carry(act, of, {
    step,
    verdict,
    by: act.by,
    at: act.now,
    on: dayOf(act.now),
    paper: null,
    note,
    standIn: decider.standIn?.id ?? null,
  })
}

/** A card of an earlier turn: two pressed at once, or it was given back meanwhile. */
export const refuseStale = async (act: Act, of: Procedure, turn: number): Promise<void> => {
  if (of.turn === turn && of.state === "waiting") return
  throw new Refusal(act.text.procedure.settledAlready(await shown(act, of)))
}

/** The role whose level is waited for. */
export const roleWaitedFor = async (act: Act, of: Procedure): Promise<Decision["step"]> => {
  const { next } = await shown(act, of)
  if (next === null) throw new Refusal(act.text.procedure.settledAlready(await shown(act, of)))
  if (!isRole(next)) throw new Refusal(act.text.procedure.recordedOnly(next))
  return next
}

interface Paper {
  readonly step: Decision["step"]
  readonly verdict: Verdict
  readonly paper: string
  readonly on: Day
  readonly note: string | null
}

/** Records what an office outside decided on paper; the bot grants nothing. */
export const record = async (act: Act, me: people.Member, of: Procedure, paper: Paper): Promise<Outcome> => {
  await people.demand(act, me, "procedure.record", of.unitId)
  const words = act.text.procedure
  if (isRole(paper.step)) throw new Refusal(words.notRecorded(paper.step))
  await refuseHindered(act, of, paper.step)
  refuseOver(act, await accounts.account(act, of.accountId))
  if (paper.on > dayOf(act.now)) throw new Refusal(words.paperFromFuture(paper.on))
  const before = of.decisions.findLast(({ round }) => round === of.round)
  if (before && paper.on < before.on) throw new Refusal(words.paperTooOld(paper.on, before.step, before.on))
  return carry(act, of, { ...paper, by: act.by, at: act.now, standIn: null })
}

const carry = async (act: Act, before: Procedure, decision: Omit<Decision, "round">): Promise<Outcome> => {
  const after = decided(before, decision)
  await act.tables.procedures.put(after)
  await cards.close(act, before, after)
  const account = await accounts.account(act, after.accountId)
  const { approved, stopped } = kinds[after.kind]
  const following = after.state === "approved" ? await approved(act, after, account) : null
  if (after.state === "refused" || after.state === "returned") await stopped(act, after, account)
  const text = act.text.procedure.settled(await shown(act, after))
  const procedure = after.state === "waiting" ? await cards.ask(act, after) : after
  // Whoever has the next level's card before them reads there what came of the last.
  if (!procedure.asked.includes(after.by))
    await cards.tellAsker(act, after, {
      text: following === null ? text : `${text}\n${following.text}`,
      buttons: following?.buttons ?? [],
    })
  return { procedure, text, following }
}
