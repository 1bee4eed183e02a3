import type { Carried } from "../../rules/acts.ts"
import { type Case } from "../../rules/case.ts"
import { isOpen } from "../../rules/obligation.ts"
import { dayOf, type Instant } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as occasions from "../occasions.ts"
import * as settling from "../settling.ts"
import { accountOf } from "./asking.ts"
import { dutiesOf, promisedAs, receivedAs } from "./reading.ts"
import { calledIn } from "./showing.ts"

type Doing = Extract<Carried, `request.${string}`>

/** Since when it has been waited for: since it came in, or was opened again. */
const since = ({ notes, receivedAt }: Case): Instant =>
  notes.findLast(({ what }) => what === "reopened")?.at ?? receivedAt

/** What nobody was late with so far gives way to another date; what is overdue stays so. */
const givesWay = async (act: Act, occasionId: string): Promise<boolean> =>
  (await act.tables.obligations.where("occasion", occasionId)).every(
    (row) => row.act !== "request.finish" || !["overdue", "escalated"].includes(row.phase),
  )

/**
 * Counts the days of a message as it stands: a first reply by whoever keeps the account, its end by the office that was
 * handed it. Where a rule speaks of a promised day, that day takes the place of the usual one.
 */
export const follow = async (act: Act, it: Case): Promise<void> => {
  const { unitId } = await accountOf(act, it)
  const common = { unitId, accountId: it.accountId, note: calledIn(act, it) }
  const finisher = it.department?.unitId ?? null
  const given = finisher === null ? {} : { "request.finish": finisher }
  let promises = 0
  for (const [at, { day, at: saidAt }] of it.promises.entries()) {
    const isLast = at === it.promises.length - 1
    const id = promisedAs(it, at + 1)
    const over = !isLast && (await givesWay(act, id))
    const rows = await occasions.happen(act, {
      ...common,
      kind: "reply.promised",
      on: dayOf(saidAt),
      dueOn: day,
      given: over ? { "request.finish": null } : given,
      nth: `${it.id}.${it.reopened}.${at + 1}`,
    })
    if (isLast) promises = rows.length
  }
  const over = promises > 0 && (await givesWay(act, receivedAs(it)))
  await occasions.happen(act, {
    ...common,
    kind: "request.received",
    on: dayOf(since(it)),
    given: over ? { "request.finish": null } : given,
    nth: `${it.id}.${it.reopened}`,
  })
}

/** What was asked for has been done today. */
export const settle = async (act: Act, it: Case, doing: Doing): Promise<void> => {
  for (const row of await dutiesOf(act, it))
    if (row.act === doing && isOpen(row))
      await settling.settle(act, row, { on: dayOf(act.now), proof: null, note: null })
}
