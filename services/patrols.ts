import type { Obligation } from "../rules/obligation.ts"
import { dayOf, monthOf } from "../rules/time.ts"
import type { Act } from "./app.ts"
import { missBefore } from "./daily.ts"
import type { Member } from "./people.ts"
import { Refusal } from "./refusal.ts"
import { onDuty } from "./roster.ts"
import * as settling from "./settling.ts"

const all = async (act: Act, unitId: string): Promise<readonly Obligation[]> =>
  (await act.tables.obligations.where("unit", unitId)).filter((row) => row.act === "patrol.walk")

/** The patrol that a unit still owes for today; null when none is asked for, or it was done. */
export const openToday = async (act: Act, unitId: string): Promise<Obligation | null> =>
  (await act.tables.obligations.where("open", unitId)).find(
    (row) => row.act === "patrol.walk" && row.due?.day === dayOf(act.now),
  ) ?? null

/** How a unit's patrols of this month stand. */
export interface Patrols {
  readonly done: number
  readonly missing: number
}

/** Somebody has looked through the accounts today; what was left out on days before is over. */
export const walk = async (act: Act, me: Member, unitId: string): Promise<Patrols> => {
  const words = act.text.patrol
  const rows = await all(act, unitId)
  const today = rows.find(({ due }) => due?.day === dayOf(act.now))
  if (today === undefined) throw new Refusal(words.none)
  const on = await onDuty(act, unitId, "duty", act.now)
  if (!on.some(({ id }) => id === me.person.id)) await settling.demandDoer(act, me, today)
  await settling.settle(act, today, { on: dayOf(act.now), proof: null, note: null })
  await missBefore(act, today)
  return monthly(await all(act, unitId), dayOf(act.now))
}

const monthly = (rows: readonly Obligation[], today: string): Patrols => {
  const passed = rows.filter(
    ({ due, phase }) =>
      due !== null &&
      phase !== "void" &&
      phase !== "waived" &&
      monthOf(due.day) === monthOf(today) &&
      due.day <= today,
  )
  const done = passed.filter(({ settled }) => settled !== null).length
  return { done, missing: passed.length - done }
}
