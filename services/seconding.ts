import { doingOf, type Doing } from "../rules/acts.ts"
import { settledBy } from "../rules/lifecycle.ts"
import { isOpen, type Obligation } from "../rules/obligation.ts"
import type { Request, Wanted } from "../rules/request.ts"
import type { Act } from "./app.ts"
import * as duties from "./duties.ts"
import * as reports from "./offline/reports.ts"
import * as outbox from "./outbox.ts"
import * as owners from "./owners.ts"
import type * as people from "./people.ts"
import { type Done, record, settlementOf } from "./recording.ts"
import { Refusal } from "./refusal.ts"
import * as remarks from "./remarks.ts"
import * as requests from "./requests.ts"
import * as units from "./units.ts"

/** Whether one person says, when it is too late, that it was done in time. */
export const isNeeded = async (act: Act, row: Obligation, done: Done): Promise<boolean> => {
  const settled = settlementOf(act, done)
  if (row.due === null || row.due.at > settled.at || settledBy(row, settled).phase !== "done") return false
  return done.said === undefined || !(await who(act, row, done)).some(({ id }) => id === act.by)
}

const who = (act: Act, row: Obligation, { said }: Done) => owners.seconds(act, row.unitId, said?.by ?? act.by)

/** Puts it before those who may confirm it, unless somebody has already, and tells whoever says it. */
export const ask = async (act: Act, row: Obligation, done: Done): Promise<void> => {
  const words = act.text.second
  const { on, proof, said } = done
  const by = said?.by ?? act.by
  const known = await waitingFor(act, row)
  if (known !== null) return tell(act, by, await askedAlready(act, known))
  const confirmedBy = await who(act, row, done)
  if (confirmedBy.length === 0)
    return tell(act, by, words.nobodyYet((await units.unit(act, row.unitId)).name))
  const { leaders } = await requests.ask(act, null, {
    unitId: row.unitId,
    wanted: { kind: "done", obligationId: row.id, on, proof },
    rules: [],
    says: words.asks({ by: await nameOf(act, by), duty: await duties.shown(act, row), on, proof }),
    confirmedBy,
    ...(said === undefined ? {} : { said }),
  })
  return tell(act, by, words.asked(leaders ?? []))
}

/** With the answer to what they do, or in a message where somebody else acts. */
const tell = async (act: Act, by: string, text: string): Promise<void> => {
  if (by === act.by) remarks.add(act, text)
  else await outbox.post(act, { to: { kind: "person", id: by }, lane: "notice", body: { text } })
}

/** Refuses to ask twice, or where nobody could answer. */
export const refuseHopeless = async (act: Act, row: Obligation, done: Done): Promise<void> => {
  const known = await waitingFor(act, row)
  if (known !== null) throw new Refusal(await askedAlready(act, known))
  if ((await who(act, row, done)).length > 0) return
  throw new Refusal(act.text.second.nobody((await units.unit(act, row.unitId)).name))
}

const waitingFor = async (act: Act, row: Obligation): Promise<Request | null> =>
  (await act.tables.requests.where("unit", row.unitId)).find(
    ({ state, wanted }) => state === "waiting" && wanted.kind === "done" && wanted.obligationId === row.id,
  ) ?? null

const nameOf = async (act: Act, id: string): Promise<string> =>
  (await act.tables.persons.get(id))?.name ?? "—"

const askedAlready = async (act: Act, { by, asked }: Request): Promise<string> => {
  const names: string[] = []
  for (const id of asked) names.push(await nameOf(act, id))
  return act.text.second.askedAlready({ by: await nameOf(act, by), asked: names })
}

/** What was to be confirmed has been taken back by whoever said it. */
export const takeBack = async (act: Act, row: Obligation): Promise<void> => {
  const known = await waitingFor(act, row)
  if (known === null) return
  const text = act.text.second.takenBack(await duties.shown(act, row))
  await requests.close(act, known, "refused", { text, buttons: [] })
}

/** The second person says so too: it was done when the first one said, and in time. */
export const confirm = async (
  act: Act,
  me: people.Member,
  { by, at }: Request,
  { obligationId, on, proof }: Extract<Wanted, { kind: "done" }>,
): Promise<requests.Answer> => {
  const row = await act.tables.obligations.get(obligationId)
  if (row === null) throw new Refusal(act.text.obligation.gone)
  const waits = isOpen(row) || isAlone(row, { by, at, on })
  const note = row.settled?.note ?? null
  const after = waits ? await record(act, row, settlementOf(act, { on, proof, note, said: { by, at } })) : row
  await reports.lookAgain(act, after)
  const duty = await duties.shown(act, after)
  return {
    text: waits ? act.text.second.confirmed(me.person.name, duty) : act.text.second.overMeanwhile(duty),
    buttons: [[{ label: act.text.obligation.buttons.why, press: `why obligation=${row.id}` }]],
  }
}

/** Whether it is recorded as this person alone said it. */
const isAlone = ({ settled }: Obligation, said: { by: string; at: number; on: string }): boolean =>
  settled?.alone === true && settled.by === said.by && settled.at === said.at && settled.on === said.on

/** Whether what a command does has happened, even where its day is still to be confirmed. */
export const isStep = (row: Obligation): boolean => {
  const { command }: Doing = doingOf(row.act)
  return command !== undefined
}
