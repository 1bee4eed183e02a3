import type { Layer, Leave, Override } from "../../rules/roster.ts"
import { readRosterSheet, type SheetMistake } from "../../rules/rostersheet.ts"
import type { RosterSheet } from "../../rules/sheet.ts"
import type { Table } from "../../rules/table.ts"
import { hours, minutes } from "../../rules/time.ts"
import { nameKey } from "../../rules/words.ts"
import type { Unit } from "../../rules/unit.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { leavesOf } from "../roster.ts"
import { changed, type Effect } from "./changing.ts"
import * as members from "./members.ts"
import * as overrides from "./overrides.ts"

/** How long a dry run waits for its press, and how long what was taken in can be taken back. */
export const KEPT_HOURS = 24

/** What a sheet would do. */
export type Preview =
  | { readonly kind: "mistakes"; readonly mistakes: readonly SheetMistake[] }
  | { readonly kind: "nothing"; readonly over: number }
  | {
      readonly kind: "ready"
      readonly sheet: RosterSheet
      readonly over: number
      readonly effect: Effect
    }

/** The unit of which a sheet speaks: one that its file or title names, else one's own, else the first one may arrange. */
export const unitOf = async (act: Act, me: people.Member, name: string, table: Table): Promise<Unit> => {
  const arranged = await people.unitsWith(act, me, "roster.edit")
  const title = [name, table.sheet, ...table.rows.slice(0, 3).flat()].join(" ")
  const named = arranged
    .filter((unit) => title.includes(unit.name))
    .sort((a, b) => b.name.length - a.name.length)
  const found = named[0] ?? arranged.find(({ id }) => id === me.person.unitId) ?? arranged[0]
  if (found === undefined)
    throw new Refusal(act.text.people.noRightAtAll(act.text.people.rights["roster.edit"]))
  return found
}

/** Reads a sheet, says what it would do, and keeps it until somebody presses. Changes no shift. */
export const preview = async (
  act: Act,
  me: people.Member,
  { unit, name, table }: { readonly unit: Unit; readonly name: string; readonly table: Table },
): Promise<Preview> => {
  await people.demand(act, me, "roster.edit", unit.id)
  const rotas = await act.tables.rotas.where("unit", unit.id)
  const own = await members.of(act, unit.id)
  const absences: Leave[] = []
  for (const { id } of own) absences.push(...(await leavesOf(act, id)))
  const { shifts, mistakes, over } = readRosterSheet(table, {
    now: act.now,
    people: own,
    hours: rotas.filter(({ layer, until }) => layer === "duty" && until === null),
    absences,
  })
  if (mistakes.length > 0) return { kind: "mistakes", mistakes: await withStrangers(act, me, mistakes) }
  if (shifts.length === 0) return { kind: "nothing", over }
  const sheet: RosterSheet = {
    id: act.newId(),
    unitId: unit.id,
    name,
    state: "previewed",
    shifts: shifts.map(({ layer, personId, from, to }) => ({ layer, personId, from, to })),
    batch: null,
    by: act.by,
    dueAt: act.now + hours(KEPT_HOURS),
  }
  // What a rule refuses is said before anybody is offered a button.
  const { effect } = await act.rehearse(() => carry(act, sheet))
  await act.tables.sheets.put(sheet)
  return { kind: "ready", sheet, over, effect }
}

/** Whom the sender sees elsewhere is no unknown, but somebody of another unit. */
const withStrangers = async (
  act: Act,
  me: people.Member,
  mistakes: readonly SheetMistake[],
): Promise<readonly SheetMistake[]> => {
  if (!mistakes.some(({ code }) => code === "unknown")) return mistakes
  const seen = new Set<string>()
  for (const { id } of await people.unitsWith(act, me, "see"))
    for (const { name } of await people.inUnit(act, id)) seen.add(nameKey(name))
  return mistakes.map((each) =>
    each.code === "unknown" && seen.has(nameKey(each.says)) ? { ...each, code: "stranger" } : each,
  )
}

type Entry = Pick<Override, "layer" | "from" | "to" | "personId" | "forId">

/** From the first to the last shift of a layer the sheet is the roster: what stood there goes. */
const entriesOf = (shifts: RosterSheet["shifts"]): readonly Entry[] =>
  [...new Set<Layer>(shifts.map(({ layer }) => layer))].flatMap((layer) => {
    const own = shifts.filter((shift) => shift.layer === layer)
    const from = Math.min(...own.map((shift) => shift.from))
    const to = Math.max(...own.map((shift) => shift.to))
    return [
      { layer, from, to, personId: null, forId: null },
      ...own.map((shift) => ({ ...shift, forId: null })),
    ]
  })

const carry = async (
  act: Act,
  sheet: RosterSheet,
): Promise<{ readonly batch: string; readonly effect: Effect; readonly count: number }> => {
  const shifts = stillAhead(act, sheet)
  const entries = entriesOf(shifts)
  const named = (await members.of(act, sheet.unitId)).filter(({ id }) =>
    shifts.some(({ personId }) => personId === id),
  )
  for (const person of named)
    for (const { personId, from, to } of shifts)
      if (personId === person.id) await members.demandThere(act, person, from, to)
  let batch = ""
  const work = async () => {
    batch = await overrides.put(act, sheet.unitId, "imported", entries)
  }
  const spoken = entries.filter(({ layer, personId }) => layer === "duty" && personId === null)
  const effect = await changed(act, sheet.unitId, work, {
    named,
    seen: true,
    spoken: () => Promise.resolve(spoken),
  })
  return { batch, effect, count: shifts.length }
}

/** Hours that have passed since the dry run stay whosever they were. */
const stillAhead = (act: Act, { shifts }: RosterSheet): RosterSheet["shifts"] => {
  const now = Math.floor(act.now / minutes(1)) * minutes(1)
  const ahead = shifts
    .filter(({ to }) => to > now)
    .map((shift) => ({ ...shift, from: Math.max(shift.from, now) }))
  if (ahead.length === 0) throw new Refusal(act.text.roster.past)
  return ahead
}

const inState = async (
  act: Act,
  me: people.Member,
  id: string,
  state: RosterSheet["state"],
): Promise<RosterSheet> => {
  const sheet = await act.tables.sheets.get(id)
  if (sheet === null) throw new Refusal(act.text.rostersheet.gone(KEPT_HOURS))
  await people.demand(act, me, "roster.edit", sheet.unitId)
  if (sheet.state !== state) throw new Refusal(act.text.rostersheet.already[sheet.state])
  return sheet
}

/** Takes the sheet in: all of it or nothing. */
export const apply = async (
  act: Act,
  me: people.Member,
  id: string,
): Promise<{ readonly count: number; readonly effect: Effect }> => {
  const sheet = await inState(act, me, id, "previewed")
  const { batch, effect, count } = await carry(act, sheet)
  await act.tables.sheets.put({ ...sheet, state: "applied", batch, dueAt: act.now + hours(KEPT_HOURS) })
  return { count, effect }
}

/** Takes an applied sheet back in one step, as far as its shifts have not begun. */
export const undo = async (act: Act, me: people.Member, id: string): Promise<Effect> => {
  const sheet = await inState(act, me, id, "applied")
  const effect = await overrides.undo(act, sheet.batch ?? "", true)
  await act.tables.sheets.put({ ...sheet, state: "undone" })
  return effect
}

/** Gives a dry run up; gives back the name of the file. */
export const drop = async (act: Act, me: people.Member, id: string): Promise<string> => {
  const sheet = await inState(act, me, id, "previewed")
  await act.tables.sheets.put({ ...sheet, state: "dropped" })
  return sheet.name
}
