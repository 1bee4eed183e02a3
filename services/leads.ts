import type { InForce } from "../rules/force.ts"
import type { Periodic } from "../rules/kinds/periodic.ts"
import {
  cameIn,
  firstDay,
  isAwaited,
  isRunning,
  lapse,
  type Lead,
  type LeadDay,
  type LeadTimes,
  nextDay,
} from "../rules/lead.ts"
import { inForce } from "../rules/force.ts"
import type { Source } from "../rules/owed.ts"
import type { Role } from "../rules/person.ts"
import type { Line } from "../rules/statement.ts"
import { addDays, dayOf } from "../rules/time.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import { calendar } from "./calendar.ts"
import * as outbox from "./outbox.ts"
import * as people from "./people.ts"
import { stackOf } from "./rulebooks.ts"
import * as units from "./units.ts"

const SENDING: readonly (readonly Role[])[] = [["information-officer"], ["administrator"]]

/** How many days are looked back upon. */
const LOOKED_BACK = 7

/** The rule that asks a unit for leads every day; null where none does. */
const ruleFor = async (act: Act, unitId: string): Promise<InForce<Periodic> | null> =>
  (await bindings.duties(act, unitId, null)).again.find(({ rule }) => rule.do === "lead.submit") ?? null

/** When a unit sends its leads; null as long as nobody set a time, or no rulebook asks for any. */
const timesOf = async (act: Act, unit: Unit): Promise<(LeadTimes & { readonly source: Source }) | null> => {
  const { leadsAt: at = null, leadsOn: on = "every-day" } = unit
  const cited = at === null || unit.dissolved ? null : await ruleFor(act, unit.id)
  if (at === null || cited === null) return null
  return { at, on, warn: cited.rule.warn ?? [], source: bindings.sourceOf(cited) }
}

const runningOf = async (act: Act, unitId: string): Promise<LeadDay | null> =>
  (await act.tables.leadDays.where("running", unitId))[0] ?? null

/** Begins, moves or ends a unit's days, after its times or its rulebooks changed. */
export const follow = async (act: Act, unitId: string): Promise<void> => {
  const unit = await units.unit(act, unitId)
  const times = await timesOf(act, unit)
  const known = await runningOf(act, unitId)
  if (known !== null && known.state !== "waiting") return
  if (known !== null) await act.tables.leadDays.remove(known.id)
  if (times === null) return
  const next = nextDay(await calendar(act), unitId, times, firstDay(times, act.now))
  await act.tables.leadDays.put(known?.day === next.day && known.by === next.by ? known : next)
}

/** The clock has come to a unit's day: its people are reminded, it is late, or the next one begins. */
export const run = async (act: Act, before: LeadDay): Promise<void> => {
  const { row, follows } = lapse(before, act.now)
  await act.tables.leadDays.put(row)
  const unit = await act.tables.units.get(row.unitId)
  const times = unit === null ? null : await timesOf(act, unit)
  if (unit === null || times === null) return
  if (follows === "remind")
    for (const id of await senders(act, unit.id))
      await outbox.post(act, {
        to: { kind: "person", id },
        lane: "notice",
        key: `lead:${row.id}:${id}`,
        body: {
          text: act.text.lead.reminder({ unit: unit.name, by: row.by, source: times.source }),
          buttons: [
            [
              { label: act.text.lead.buttons.lead, press: `lead unit=${unit.id} say=lead` },
              { label: act.text.lead.buttons.none, press: `lead unit=${unit.id} say=none` },
            ],
          ],
        },
      })
  if (follows !== "over" || (await runningOf(act, unit.id)) !== null) return
  const next = nextDay(await calendar(act), unit.id, times, addDays(row.day, 1))
  await act.tables.leadDays.put(next)
}

/** Whose task the leads are: the information officers, and as long as there is none the administrators. */
const senders = async (act: Act, unitId: string): Promise<readonly string[]> => {
  for (const roles of SENDING) {
    const found = await people.holding(act, unitId, roles)
    if (found.length > 0) return found.map(({ id }) => id)
  }
  return []
}

/** What is answered for with each lead, in the words of the unit's rulebooks. */
export const linesOf = async (act: Act, unit: Unit): Promise<readonly Line[]> => {
  const lists = inForce(await stackOf(act, unit), "checklist", { unitKind: unit.kind, platform: null })
  const ticks = lists.filter(({ rule }) => rule.for === "lead.submit").flatMap(({ rule }) => rule.ticks)
  return [...new Map(ticks.map((tick) => [tick.id, tick])).values()]
}

/** Takes in a lead, or word that there is none today. Gives back the day it counts for; null where none is asked for. */
export const submit = async (
  act: Act,
  me: people.Member,
  unit: Unit,
  lead: Pick<Lead, "title" | "what"> | null,
): Promise<LeadDay | null> => {
  await people.demand(act, me, "lead.submit", unit.id)
  const day = dayOf(act.now)
  if (lead !== null) {
    const stated = (await linesOf(act, unit)).map(({ id }) => id)
    await act.tables.leads.put({
      ...lead,
      id: act.newId(),
      unitId: unit.id,
      day,
      stated,
      by: act.by,
      at: act.now,
    })
  }
  const row = await act.tables.leadDays.get(`${unit.id}/${day}`)
  if (row === null || !isRunning(row)) return null
  const after = cameIn(row, act.now, lead === null)
  await act.tables.leadDays.put(after)
  return after
}

/** A unit's last days, the newest first: how each went, and what came in. */
export const lately = async (
  act: Act,
  unitId: string,
): Promise<
  readonly { readonly day: string; readonly row: LeadDay | null; readonly leads: readonly Lead[] }[]
> => {
  const today = dayOf(act.now)
  const found = []
  for (let back = 0; back < LOOKED_BACK; back += 1) {
    const day = addDays(today, -back)
    const row = await act.tables.leadDays.get(`${unitId}/${day}`)
    const leads = await act.tables.leads.where("day", `${unitId}/${day}`)
    if (leads.length > 0 || (row !== null && (row.dueAt === null || !isAwaited(row) || row.state === "late")))
      found.push({ day, row, leads: [...leads].sort((a, b) => a.at - b.at) })
  }
  return found
}

const READING: readonly Role[] = ["administrator", "editor-in-chief", "information-officer"]

/** What a digest says of leads to those who send or edit them: what came in since the last one, late, or not at all. */
export const linesFor = async (act: Act, personId: string, since: number): Promise<readonly string[]> => {
  const own = (await people.rolesOf(act, personId)).filter(({ role }) => READING.includes(role))
  const lines: string[] = []
  for (const unitId of new Set(own.map((role) => role.unitId))) {
    const edits = own.some((role) => role.unitId === unitId && role.role !== "information-officer")
    const unit = (await units.unit(act, unitId)).name
    for (const { day, row, leads } of (await lately(act, unitId)).toReversed()) {
      const fresh = edits ? leads.filter(({ at }) => at > since) : []
      if (fresh.length > 0) lines.push(act.text.lead.arrived(unit, fresh))
      if (
        row !== null &&
        day < dayOf(act.now) &&
        day >= dayOf(since) &&
        (row.state === "missed" || row.state === "in-late")
      )
        lines.push(act.text.lead[row.state === "missed" ? "missed" : "late"](unit, row))
    }
  }
  return lines
}
