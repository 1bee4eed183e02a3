import { type Incident, isAnswered, isOver } from "../../rules/incident.ts"
import { heardStill, passedBy, reopened, takenBackBy, takenBy } from "../../rules/taking.ts"
import type { Act } from "../app.ts"
import type { Member } from "../people.ts"
import { Refusal } from "../refusal.ts"
import { climb, calledSince } from "./climbing.ts"
import { refresh, silence } from "./dealing.ts"
import * as drilling from "./drilling.ts"
import { demandTaker } from "./finding.ts"
import { keep, note } from "./notes.ts"
import { nameOf } from "./showing.ts"

const refuseOver = async (act: Act, it: Incident): Promise<void> => {
  if (it.closed !== null && isOver(it))
    throw new Refusal(act.text.incident.closedAlready(await nameOf(act, it.closed.by), it.closed.at))
}

/** Somebody says: I have it. The first has it; where several have to acknowledge, the others join. */
export const take = async (act: Act, me: Member, it: Incident): Promise<string> => {
  await demandTaker(act, me, it)
  await refuseOver(act, it)
  const words = act.text.incident
  const mine = it.acknowledged.find(({ personId }) => personId === me.person.id)
  if (mine) return words.takenByYou(mine.at)
  if (isAnswered(it) && it.holder !== null)
    throw new Refusal(words.takenBy(await nameOf(act, it.holder.personId), it.holder.at))
  const first = it.holder === null
  await note(act, it, { what: first ? "taken" : "joined", personId: me.person.id })
  const taken = await keep(act, takenBy(it, me.person.id, act.now))
  await refresh(act, taken)
  return first ? words.youHaveIt(it.number) : words.youJoined(it.number)
}

/** Somebody says: not me. When all who were called last say so, the next are called at once. */
export const pass = async (act: Act, me: Member, it: Incident): Promise<string> => {
  await refuseOver(act, it)
  const words = act.text.incident
  const isCalled = it.called.some(({ personId, passedAt }) => personId === me.person.id && passedAt === null)
  if (!isCalled) throw new Refusal(words.notCalled)
  await note(act, it, { what: "passed", personId: me.person.id })
  const passed = passedBy(it, me.person.id, act.now)
  if (isAnswered(it)) {
    await keep(act, passed)
    return words.passed([])
  }
  const next = await keep(act, await climb(act, passed))
  await refresh(act, next)
  return words.passed(await calledSince(act, it, next))
}

/** More hands are wanted: the next of the ladder are called, and whoever has it keeps it. */
export const callMore = async (act: Act, me: Member, it: Incident): Promise<string> => {
  await demandTaker(act, me, it)
  await refuseOver(act, it)
  const words = act.text.incident
  if (it.climb.next >= it.ladder.steps.length) throw new Refusal(words.allCalled)
  await note(act, it, { what: "more-help", personId: me.person.id })
  const next = await keep(act, await climb(act, it, true))
  return words.helpComes(await calledSince(act, it, next))
}

/** Takes it back, within the time that is kept for a slip of the finger: the ladder goes on where it was. */
export const undo = async (act: Act, me: Member, it: Incident): Promise<string> => {
  const words = act.text.incident
  if (isOver(it)) return reopen(act, me, it)
  const mine = it.acknowledged.find(({ personId }) => personId === me.person.id)
  if (!mine) throw new Refusal(words.notYours)
  if (act.now > mine.at + it.ladder.undo) throw new Refusal(words.tooLateToUndo)
  await note(act, it, { what: "undone", personId: me.person.id })
  const freed = takenBackBy(it, me.person.id, act.now)
  const next = await keep(act, await climb(act, freed.state === "open" ? await silence(act, freed) : freed))
  await refresh(act, next)
  return words.undone
}

/** Closing is taken back for a moment too. */
const reopen = async (act: Act, me: Member, it: Incident): Promise<string> => {
  const words = act.text.incident
  if (it.closed?.by !== me.person.id) throw new Refusal(words.notYours)
  if (act.now > it.closed.at + it.ladder.undo) throw new Refusal(words.tooLateToUndo)
  await note(act, it, { what: "reopened", personId: me.person.id })
  await drilling.uncount(act, it)
  const next = await keep(act, reopened(it))
  await refresh(act, next)
  return words.undone
}

/** Whoever has it says that they are still at it. */
export const still = async (act: Act, me: Member, it: Incident): Promise<string> => {
  await refuseOver(act, it)
  if (it.holder?.personId !== me.person.id) throw new Refusal(act.text.incident.notYours)
  await note(act, it, { what: "progress", personId: me.person.id })
  await keep(act, heardStill(it, act.now))
  return act.text.incident.stillYours
}
