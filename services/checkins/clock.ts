import { asked, type Checkin, isOverslept, spared, stepOf, waiting } from "../../rules/checkin.ts"
import type { Act } from "../app.ts"
import * as handing from "../incidents/handing.ts"
import * as cards from "./cards.ts"
import * as gaps from "./gaps.ts"
import * as notes from "./notes.ts"
import { replan, timesOf } from "./planning.ts"

/** The clock has come to a check-in: the roster is looked at first, for it may be somebody else's turn by now. */
export const run = async (act: Act, before: Checkin): Promise<void> => {
  await replan(act, before.unitId)
  const row = await act.tables.checkins.get(before.id)
  if (row === null) return
  switch (stepOf(row, act.now)) {
    case null:
      return
    case "ask":
      return ask(act, row)
    case "miss":
      return isOverslept(row, act.now) ? act.tables.checkins.put(spared(row, act.now)) : gaps.miss(act, row)
    case "raise":
      return gaps.raise(act, row)
    case "begin":
      return begin(act, row)
    case "end":
      return end(act, row)
  }
}

const ask = async (act: Act, row: Checkin): Promise<void> => {
  const times = await timesOf(act, row.unitId)
  if (times === null) return act.tables.checkins.put(waiting({ ...row, state: "void" }))
  const next = asked(row, times, act.now)
  await act.tables.checkins.put(next)
  await cards.ask(act, next)
}

/** A turn begins with its person there: what is open of the turn before is theirs now. */
const begin = async (act: Act, row: Checkin): Promise<void> => {
  await act.tables.checkins.put(waiting({ ...row, begun: true }))
  if (row.layer !== "duty") return
  const before = (await cards.previousOf(act, row)).map(({ personId }) => personId)
  await handing.handOn(act, row.unitId, before, row.personId)
}

/** A turn is over; one that nobody was asked for, or could have answered, counts for nothing. */
const end = async (act: Act, row: Checkin): Promise<void> => {
  const state = row.state === "due" || row.state === "asked" ? "void" : row.state
  const asked = await notes.remind(act, row)
  await act.tables.checkins.put(waiting({ ...asked, state, over: true }))
  if (row.coveredBy !== null) return
  if (row.state === "asked" || row.state === "absent") await cards.refresh(act, row.id)
  if (row.state === "absent") await cards.refreshGap(act, { ...row, over: true })
}
