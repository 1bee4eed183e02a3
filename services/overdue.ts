import { toldBy } from "../rules/lifecycle.ts"
import { isOpen, isUrgent, type Obligation } from "../rules/obligation.ts"
import { atWork } from "../rules/times.ts"
import type { Act } from "./app.ts"
import { calendar } from "./calendar.ts"
import * as daily from "./daily.ts"
import * as duties from "./duties.ts"
import * as ending from "./ending.ts"
import * as following from "./following.ts"
import type { Reminded } from "./move.ts"
import * as outbox from "./outbox.ts"
import * as owners from "./owners.ts"
import * as units from "./units.ts"

/** The clock has come to an obligation: whoever a rulebook names for that moment hears of it once. */
export const run = async (act: Act, row: Obligation): Promise<void> => {
  const next = await following.advance(act, row)
  if (!isOpen(next)) return
  const now = next.late.filter(({ at, told }) => at <= act.now && !told)
  if (now.length === 0) return
  await act.tables.obligations.put(toldBy(next, act.now))
  if (await daily.goesOn(act, next)) return
  for (const { tell } of now) await raise(act, next, tell)
}

const raise = async (act: Act, row: Obligation, tell: Obligation["late"][number]["tell"]): Promise<void> => {
  const duty = await duties.shown(act, row)
  for (const { id } of await owners.answering(act, row.unitId, tell))
    await outbox.post(act, {
      to: { kind: "person", id },
      lane: isUrgent(row) ? "emergency" : "notice",
      key: `overdue:${row.id}:${row.due?.day ?? ""}:${tell}:${id}`,
      dueAt: isUrgent(row)
        ? act.now
        : atWork(await calendar(act), await units.times(act, row.unitId), act.now),
      body: { text: act.text.obligation.escalated(duty) },
    })
}

/** What has to be done within hours is told at once, by day or night, to whoever has to do it and whoever answers for it. */
export const tellUrgent = async (act: Act, rows: readonly Obligation[]): Promise<void> => {
  for (const row of rows) {
    if (!isUrgent(row) || row.notedAt !== act.now || !isOpen(row) || row.bornLate || row.due === null)
      continue
    const duty = await duties.shown(act, row)
    const leaders = await owners.answering(act, row.unitId, "leader")
    const told = new Map<string, Reminded["to"]>()
    for (const { to } of await duties.remindedOf(act, row)) told.set(to.id, to)
    for (const { id } of leaders) told.set(id, { kind: "person", id })
    // Whoever reported it is answered there and then.
    told.delete(act.by)
    for (const to of told.values())
      await outbox.post(act, {
        to,
        lane: "emergency",
        key: `urgent:${row.id}:${to.id}`,
        body: {
          text: act.text.loss.urgent(duty, row.due.at),
          buttons: [ending.buttonsFor(act, duty)],
        },
      })
  }
}
