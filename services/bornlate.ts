import type { Obligation } from "../rules/obligation.ts"
import { outsideQuiet } from "../rules/times.ts"
import type { Act } from "./app.ts"
import * as duties from "./duties.ts"
import * as outbox from "./outbox.ts"
import * as units from "./units.ts"

/** What is overdue as soon as it is noted is told once to whoever has to do it, and never reminded of backwards. */
export const tell = async (act: Act, row: Obligation): Promise<void> => {
  for (const { to } of await duties.remindedOf(act, row))
    await outbox.post(act, {
      to,
      lane: "notice",
      key: `born-late:${row.id}:${row.due?.day ?? ""}:${to.id}`,
      dueAt: outsideQuiet(await units.times(act, row.unitId), act.now),
      body: { text: act.text.obligation.bornLate(await duties.shown(act, row)) },
    })
}
