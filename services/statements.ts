import type { Account } from "../rules/account.ts"
import { isWatched } from "../rules/life.ts"
import type { Obligation } from "../rules/obligation.ts"
import { type Line, linesFor } from "../rules/statement.ts"
import { dayOf } from "../rules/time.ts"
import { outsideQuiet } from "../rules/times.ts"
import type { Act } from "./app.ts"
import * as outbox from "./outbox.ts"
import * as owners from "./owners.ts"
import type * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import { stackOf } from "./rulebooks.ts"
import * as settling from "./settling.ts"
import * as units from "./units.ts"

const accountsOf = async (act: Act, { personId, unitId }: Obligation): Promise<readonly Account[]> =>
  (personId === null
    ? await act.tables.accounts.where("unit", unitId)
    : await act.tables.accounts.where("custodian", personId)
  ).filter(isWatched)

/** What is stated, over all the accounts that somebody keeps, or a unit has: each line once. */
export const linesOf = async (act: Act, row: Obligation): Promise<readonly Line[]> => {
  const lines = new Map<string, Line>()
  for (const account of await accountsOf(act, row)) {
    const unit = await units.unit(act, account.unitId)
    for (const line of linesFor(await stackOf(act, unit), unit.kind, account)) lines.set(line.id, line)
  }
  return [...lines.values()]
}

export interface Given {
  /** What was not kept, by the ids of the lines. */
  readonly broken: readonly string[]
  readonly note: string | null
}

/** Somebody states for a month what was kept; what was not is told to the leader in charge, once. */
export const give = async (
  act: Act,
  me: people.Member,
  row: Obligation,
  { broken, note }: Given,
): Promise<Obligation> => {
  const words = act.text.statement
  if (row.act !== "statement.give") throw new Refusal(words.none)
  if (row.personId !== null && row.personId !== me.person.id) throw new Refusal(words.notYours)
  if (row.personId === null) await settling.demandDoer(act, me, row)
  const lines = (await linesOf(act, row)).filter(({ id }) => broken.includes(id))
  const on = dayOf(act.now)
  const settled = await settling.settle(act, row, {
    on,
    proof: null,
    note: broken.length === 0 ? null : words.noted(lines, note),
  })
  const { id, unitId } = row
  const month = (typeof row.since === "string" ? row.since : dayOf(row.since)).slice(0, 7)
  const said = { id, personId: me.person.id, unitId, month, broken, note, by: act.by, at: act.now }
  await act.tables.statements.put(said)
  if (broken.length > 0) await tell(act, me, row, words.finding({ by: me.person.name, lines, note }))
  return settled
}

const tell = async (act: Act, me: people.Member, row: Obligation, text: string): Promise<void> => {
  for (const { id } of await owners.answering(act, row.unitId, "leader"))
    if (id !== me.person.id)
      await outbox.post(act, {
        to: { kind: "person", id },
        lane: "notice",
        key: `statement:${row.id}:${id}`,
        dueAt: outsideQuiet(await units.times(act, row.unitId), act.now),
        body: { text },
      })
}
