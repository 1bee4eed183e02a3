import { writeKindSheet } from "../papers/kindsheet.ts"
import { answeringOf } from "../rules/answering.ts"
import { dueOf } from "../rules/due.ts"
import { inForce } from "../rules/force.ts"
import { type KindTable, most, type OwnKind, ownKey, stepOf } from "../rules/ownkind.ts"
import type { Body } from "../rules/outgoing.ts"
import type { Source } from "../rules/owed.ts"
import type { Table } from "../rules/table.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import { sourceOf } from "./bindings.ts"
import { calendar } from "./calendar.ts"
import { languageOf } from "./exports.ts"
import * as outbox from "./outbox.ts"
import * as people from "./people.ts"
import { decidersOf } from "./procedures/deciders.ts"
import { Refusal } from "./refusal.ts"
import { stackOf } from "./rulebooks.ts"
import * as units from "./units.ts"

const scopeOf = ({ kind }: Unit) => ({ unitKind: kind, platform: null })

const standing = async (act: Act, unitId: string, state: "in-force" | "asked"): Promise<KindTable | null> =>
  (await act.tables.kindTables.where("standing", `${unitId}/${state}`))[0] ?? null

/** The table that holds in a unit: its own, else that of the nearest unit above. */
export const holding = async (act: Act, unitId: string): Promise<KindTable | null> => {
  for (const id of await units.path(act, unitId)) {
    const found = await standing(act, id, "in-force")
    if (found) return found
  }
  return null
}

/** One line of a table, with the table it stands in; null when there is none. */
export const lineOf = async (
  act: Act,
  tableId: string,
  n: number,
): Promise<{ readonly tableId: string; readonly line: OwnKind } | null> => {
  const line = (await act.tables.kindTables.get(tableId))?.kinds.find((each) => each.n === n)
  return line ? { tableId, line } : null
}

/** A unit's own table, the one that waits for consent, and the rule that wants one where there is none. */
export const of = async (
  act: Act,
  unit: Unit,
): Promise<{
  readonly held: KindTable | null
  readonly asked: KindTable | null
  readonly wanted: Source | null
}> => {
  const held = await standing(act, unit.id, "in-force")
  const wanting = inForce(await stackOf(act, unit), "require", scopeOf(unit)).find(
    ({ rule }) => rule.require === "unit.incident-table",
  )
  return {
    held,
    asked: await standing(act, unit.id, "asked"),
    wanted: held !== null || wanting === undefined ? null : sourceOf(wanting),
  }
}

/** The unit of which a sheet speaks: one that its file or title names, else one's own, else the first one looks after. */
export const unitFor = async (act: Act, me: people.Member, file: string, table: Table): Promise<Unit> => {
  const kept = await people.unitsWith(act, me, "unit.papers")
  const title = [file, table.sheet, ...table.rows.slice(0, 2).flat()].join(" ")
  const [named] = kept
    .filter(({ name }) => title.includes(name))
    .sort((a, b) => b.name.length - a.name.length)
  const found = named ?? kept.find(({ id }) => id === me.person.unitId) ?? kept[0]
  if (!found) throw new Refusal(act.text.people.noRightAtAll(act.text.people.rights["unit.papers"]))
  return found
}

/** Whose consent a table needs: as the rules in force say, else the leader in charge. */
const chainOf = async (act: Act, unit: Unit): Promise<Pick<KindTable, "steps" | "rule">> => {
  const asking = inForce(await stackOf(act, unit), "approval", scopeOf(unit)).find(
    ({ rule }) => rule.for === "incident.kinds" && rule.steps !== undefined,
  )
  return { steps: asking?.rule.steps ?? ["leader"], rule: asking?.key ?? null }
}

/** Puts a table before those who have to agree; until then the one that holds goes on holding. */
export const propose = async (
  act: Act,
  me: people.Member,
  unit: Unit,
  kinds: readonly OwnKind[],
): Promise<KindTable> => {
  await people.demand(act, me, "unit.papers", unit.id)
  const waiting = await standing(act, unit.id, "asked")
  if (waiting) await act.tables.kindTables.put({ ...waiting, state: "withdrawn", endedAt: act.now })
  const table: KindTable = {
    id: act.newId(),
    unitId: unit.id,
    kinds: kinds.map((each, at) => ({ ...each, n: at + 1 })),
    state: "asked",
    ...(await chainOf(act, unit)),
    agreed: [],
    by: act.by,
    at: act.now,
    endedAt: null,
  }
  await act.tables.kindTables.put(table)
  await ask(act, table)
  return table
}

/** Kinds to which the table gives longer than the regulations do: there the stricter time counts. */
export const laxer = async (act: Act, unit: Unit, { id, kinds }: KindTable): Promise<readonly string[]> => {
  const days = await calendar(act)
  const stack = await stackOf(act, unit)
  return kinds.flatMap((line) => {
    const severity = line.severity ?? "unsure"
    const own = { tableId: id, line }
    const asked = { kind: line.kind, severity, foundAt: act.now, own }
    const { clocks } = answeringOf(days, stack, scopeOf(unit), asked)
    const soonest = clocks.find(({ rules }) => rules.includes(ownKey(id, line.n)))?.dueAt ?? null
    return soonest !== null && soonest < dueOf(days, act.now, line.within).at ? [line.name] : []
  })
}

/** A new kind beside those that hold. */
export const add = async (
  act: Act,
  me: people.Member,
  unit: Unit,
  kind: Omit<OwnKind, "n">,
): Promise<KindTable> => {
  const held = (await standing(act, unit.id, "asked")) ?? (await standing(act, unit.id, "in-force"))
  const others = (held?.kinds ?? []).filter(
    ({ name, severity }) => name !== kind.name || severity !== kind.severity,
  )
  if (others.length >= most.lines) throw new Refusal(act.text.ownkind.full(most.lines))
  return propose(act, me, unit, [...others, { ...kind, n: others.length + 1 }])
}

/** A table to be filled in. */
export const blank = async (act: Act): Promise<NonNullable<Body["file"]>> => {
  const bytes = await writeKindSheet(languageOf(act))
  return { name: `${act.text.ownkind.sheet}.xlsx`, base64: bytes.toString("base64") }
}

/** Those of the level that is waited for get a card in private. */
const ask = async (act: Act, table: KindTable): Promise<void> => {
  const step = stepOf(table)
  if (step === null) return
  const { name } = await units.unit(act, table.unitId)
  const deciders = await decidersOf(act, { unitId: table.unitId, inPerson: [] }, step)
  if (deciders.length === 0) throw new Refusal(act.text.ownkind.nobody(name, step))
  const body = await cardOf(act, table)
  for (const { person } of deciders)
    await outbox.post(act, {
      to: { kind: "person", id: person.id },
      lane: "notice",
      key: `kinds:${table.id}:${step}:${person.id}`,
      body,
    })
}

/** What whoever has to agree is shown. */
export const cardOf = async (act: Act, table: KindTable) => {
  const { ownkind } = act.text
  const { name: unit } = await units.unit(act, table.unitId)
  const by = (await act.tables.persons.get(table.by))?.name ?? ""
  const press = (say: string): string => `kinds table=${table.id} say=${say}`
  return {
    text: ownkind.asks({ by, unit, table }),
    buttons: [
      [
        { label: ownkind.buttons.agree, press: press("yes") },
        { label: ownkind.buttons.disagree, press: press("no") },
      ],
    ],
  }
}

/** A table that still waits, for somebody whose consent is waited for. */
const demandWaiting = async (act: Act, me: people.Member, id: string): Promise<KindTable> => {
  const words = act.text.ownkind
  const table = await act.tables.kindTables.get(id)
  if (!table) throw new Refusal(words.decidedAlready)
  await people.demand(act, me, "see", table.unitId)
  const step = stepOf(table)
  if (table.state !== "asked" || step === null) throw new Refusal(words.decidedAlready)
  const deciders = await decidersOf(act, { unitId: table.unitId, inPerson: [] }, step)
  if (!deciders.some(({ person }) => person.id === me.person.id)) throw new Refusal(words.notYours(step))
  return table
}

/** Agrees: with the last level the table holds from this moment on, and takes the place of the one before. */
export const agree = async (act: Act, me: people.Member, id: string): Promise<KindTable> => {
  const table = await demandWaiting(act, me, id)
  const step = stepOf(table)
  if (step === null) throw new Refusal(act.text.ownkind.decidedAlready)
  const agreed: KindTable = { ...table, agreed: [...table.agreed, { step, by: me.person.id, at: act.now }] }
  if (stepOf(agreed) !== null) {
    await act.tables.kindTables.put(agreed)
    await ask(act, agreed)
    return agreed
  }
  const before = await standing(act, table.unitId, "in-force")
  if (before) await act.tables.kindTables.put({ ...before, state: "replaced", endedAt: act.now })
  return end(act, me, { ...agreed, state: "in-force" })
}

/** Says no: what holds goes on holding. */
export const disagree = async (act: Act, me: people.Member, id: string): Promise<KindTable> =>
  end(act, me, { ...(await demandWaiting(act, me, id)), state: "refused", endedAt: act.now })

const end = async (act: Act, me: people.Member, table: KindTable): Promise<KindTable> => {
  await act.tables.kindTables.put(table)
  if (table.by === me.person.id) return table
  const { name } = await units.unit(act, table.unitId)
  await outbox.post(act, {
    to: { kind: "person", id: table.by },
    lane: "notice",
    key: `kinds:${table.id}:${table.state}`,
    body: { text: act.text.ownkind.decided({ by: me.person.name, unit: name, table }) },
  })
  return table
}
