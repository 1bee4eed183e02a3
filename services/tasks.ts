import type { Obligation } from "../rules/obligation.ts"
import type { Person } from "../rules/person.ts"
import { type Day, dayOf } from "../rules/time.ts"
import { outsideQuiet } from "../rules/times.ts"
import type { Act } from "./app.ts"
import * as duties from "./duties.ts"
import * as ending from "./ending.ts"
import * as occasions from "./occasions.ts"
import * as outbox from "./outbox.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import * as units from "./units.ts"

/** What somebody is given to do: a task, one whose result is shown by a link, or to have an app put on a new phone. */
export const kinds = ["task", "result", "phone"] as const
export type TaskKind = (typeof kinds)[number]

const starts = {
  task: "task.given",
  result: "instruction.given",
  phone: "phone.changed",
} as const satisfies Readonly<Record<TaskKind, string>>

export interface Given {
  readonly kind: TaskKind
  readonly title: string | null
  /** The last day, where the rules leave it to whoever gives it. */
  readonly by: Day | null
}

/** Gives somebody a task, and tells them; a unit whose rulebooks ask for nothing of the kind owes nothing. */
export const give = async (
  act: Act,
  me: people.Member,
  person: Person,
  { kind, title, by }: Given,
): Promise<readonly Obligation[]> => {
  const { unitId } = person
  await people.demand(act, me, "task.give", unitId)
  const today = dayOf(act.now)
  if (by !== null && by < today) throw new Refusal(act.text.task.past(by))
  const rows = await occasions.happen(act, {
    kind: starts[kind],
    on: today,
    unitId,
    personId: person.id,
    dueOn: by,
    note: title,
    nth: act.newId(),
  })
  for (const row of rows) await tell(act, me, person, row)
  return rows
}

const tell = async (act: Act, me: people.Member, person: Person, row: Obligation): Promise<void> => {
  if (person.id === me.person.id) return
  const duty = await duties.shown(act, row)
  await outbox.post(act, {
    to: { kind: "person", id: person.id },
    lane: "notice",
    key: `task:${row.id}:${person.id}`,
    dueAt: outsideQuiet(await units.times(act, row.unitId), act.now),
    body: { text: act.text.task.given(me.person.name, duty), buttons: [ending.buttonsFor(act, duty)] },
  })
}
