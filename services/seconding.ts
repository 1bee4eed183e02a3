import { settledBy } from "../rules/lifecycle.ts"
import { isOpen, type Obligation } from "../rules/obligation.ts"
import type { Request, Wanted } from "../rules/request.ts"
import type { Act } from "./app.ts"
import * as duties from "./duties.ts"
import * as owners from "./owners.ts"
import type * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import * as requests from "./requests.ts"
import * as settling from "./settling.ts"

/** What came of saying that a duty was done: it is, or a second person is asked first. */
export type Finished =
  | { readonly kind: "done"; readonly row: Obligation }
  | { readonly kind: "asked"; readonly seconds: readonly string[] }

/** Whether what is said now, when it is too late, would have been in time. */
const mends = (act: Act, row: Obligation, { on }: settling.Done): boolean => {
  const settled = { on, by: act.by, at: act.now, proof: null, note: null }
  return row.due !== null && row.due.at <= act.now && settledBy(row, settled).phase === "done"
}

/** Says that a duty was done. What would turn late into in time counts only once a second person says so too. */
export const finish = async (
  act: Act,
  me: people.Member,
  row: Obligation,
  done: settling.Done,
): Promise<Finished> => {
  await settling.refuseUnfit(act, me, row, done)
  if (!mends(act, row, done)) return { kind: "done", row: await settling.settle(act, row, done) }
  await refuseAskedAlready(act, row)
  const duty = await duties.shown(act, row)
  const { on, proof } = done
  const { leaders } = await requests.ask(act, me, {
    unitId: row.unitId,
    wanted: { kind: "done", obligationId: row.id, on, proof },
    rules: [],
    says: act.text.second.asks({ by: me.person.name, duty, on, proof }),
    confirmedBy: await owners.seconds(act, row.unitId, act.by),
  })
  return { kind: "asked", seconds: leaders ?? [] }
}

const refuseAskedAlready = async (act: Act, row: Obligation): Promise<void> => {
  const known = (await act.tables.requests.where("unit", row.unitId)).find(
    ({ state, wanted }) => state === "waiting" && wanted.kind === "done" && wanted.obligationId === row.id,
  )
  if (!known) return
  const asked: string[] = []
  for (const id of known.asked) asked.push((await act.tables.persons.get(id))?.name ?? "—")
  const by = (await act.tables.persons.get(known.by))?.name ?? "—"
  throw new Refusal(act.text.second.askedAlready({ by, asked }))
}

/** The second person says so too: it was done when the first one said, and in time. */
export const confirm = async (
  act: Act,
  me: people.Member,
  request: Request,
  { obligationId, on, proof }: Extract<Wanted, { kind: "done" }>,
): Promise<requests.Answer> => {
  const row = await act.tables.obligations.get(obligationId)
  if (row === null) throw new Refusal(act.text.obligation.gone)
  const { by, at } = request
  const after = isOpen(row)
    ? await settling.settle(act, row, { on, proof, note: null, said: { by, at } })
    : row
  const duty = await duties.shown(act, after)
  return {
    text: isOpen(row) ? act.text.second.confirmed(me.person.name, duty) : act.text.second.overMeanwhile(duty),
    buttons: [[{ label: act.text.obligation.buttons.why, press: `why obligation=${row.id}` }]],
  }
}
