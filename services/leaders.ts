import type { Obligation } from "../rules/obligation.ts"
import { type Day, dayOf } from "../rules/time.ts"
import { outsideQuiet } from "../rules/times.ts"
import type { Act } from "./app.ts"
import * as duties from "./duties.ts"
import * as occasions from "./occasions.ts"
import * as outbox from "./outbox.ts"
import * as people from "./people.ts"
import * as settling from "./settling.ts"
import * as units from "./units.ts"
import * as vacancies from "./vacancies.ts"

/**
 * A leader in charge is one no longer: where nobody else is, another has to be named, and whoever looks after the unit
 * hears of it. Gives back what is open then.
 */
export const left = async (act: Act, unitId: string, on: Day): Promise<readonly Obligation[]> => {
  if ((await people.holding(act, unitId, ["leader"])).length > 0) return []
  const rows = await occasions.happen(act, { kind: "leader.left", on, unitId, nth: act.newId() })
  await vacancies.follow(act, unitId)
  for (const row of rows) {
    if (row.bornLate) continue
    const text = act.text.leaving.leaderLeft(await duties.shown(act, row))
    for (const { to } of await duties.remindedOf(act, row))
      if (to.id !== act.by)
        await outbox.post(act, {
          to,
          lane: "notice",
          dueAt: outsideQuiet(await units.times(act, unitId), act.now),
          body: { text },
        })
  }
  return rows
}

/** Somebody is in charge again. */
export const named = async (act: Act, unitId: string, personId: string): Promise<void> => {
  const name = (await act.tables.persons.get(personId))?.name ?? null
  for (const row of await act.tables.obligations.where("open", unitId))
    if (row.act === "leader.name")
      await settling.settle(act, row, { on: dayOf(act.now), proof: null, note: name })
}
