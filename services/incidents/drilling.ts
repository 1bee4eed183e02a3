import { advanced } from "../../rules/lifecycle.ts"
import { isOpen } from "../../rules/obligation.ts"
import type { Incident } from "../../rules/incident.ts"
import { dayOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as obligations from "../obligations.ts"
import * as settling from "../settling.ts"

/** A drill that was held to its end counts for the year, with how long it took until somebody had it. */
export const count = async (act: Act, it: Incident): Promise<void> => {
  const [first] = it.acknowledged
  if (!it.drill || first === undefined) return
  const note = act.text.incident.drillMeasured(it.number, first.at - it.raisedAt)
  for (const row of await act.tables.obligations.where("open", it.unitId))
    if (row.act === "drill.hold" && isOpen(row))
      await settling.settle(act, row, { on: dayOf(act.now), proof: null, note })
}

/** Its end was taken back: what was counted with it is open again. */
export const uncount = async (act: Act, { drill, unitId, closed }: Incident): Promise<void> => {
  if (!drill || closed === null) return
  for (const row of await act.tables.obligations.where("unit", unitId))
    if (row.act === "drill.hold" && row.settled?.at === closed.at && row.settled.by === closed.by)
      await obligations.keep(act, advanced({ ...row, settled: null, phase: "open" }, act.now))
}
