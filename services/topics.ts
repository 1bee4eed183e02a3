import type { Obligation } from "../rules/obligation.ts"
import type { Person, Role } from "../rules/person.ts"
import { dayOf } from "../rules/time.ts"
import { byWeight, type Topic } from "../rules/topic.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import * as outbox from "./outbox.ts"
import * as people from "./people.ts"
import * as settling from "./settling.ts"
import * as units from "./units.ts"

/** Who receives a week's topics. */
const READING: readonly (readonly Role[])[] = [["supervisor"], ["editor-in-chief"], ["administrator"]]

/** How many topics a list goes back to. */
const LISTED = 30

export const note = async (
  act: Act,
  me: people.Member,
  unit: Unit,
  said: Pick<Topic, "what" | "kind" | "importance" | "link">,
): Promise<Topic> => {
  await people.demand(act, me, "post.report", unit.id)
  const topic: Topic = { ...said, id: act.newId(), unitId: unit.id, by: act.by, at: act.now, passedAt: null }
  await act.tables.topics.put(topic)
  return topic
}

/** The latest topics of a unit and those below it, newest first, with the unit each comes from. */
export const latest = async (
  act: Act,
  me: people.Member,
  unitId: string,
): Promise<readonly (Topic & { readonly unit: string })[]> => {
  const found = []
  for (const { unit } of await units.below(act, unitId)) {
    if (!(await people.may(act, me, "see", unit.id))) continue
    for (const topic of await act.tables.topics.where("unit", unit.id))
      found.push({ ...topic, unit: unit.name })
  }
  return found.sort((a, b) => b.at - a.at).slice(0, LISTED)
}

/** Whether a reminder of it would come now: then it is done instead. */
const isNear = ({ act: doing, warnOn, lastOn }: Obligation, today: string): boolean =>
  doing === "hot-topics.pass-on" &&
  ([...warnOn, lastOn ?? today].some((day) => day <= today) || lastOn === null)

/**
 * Before a unit's digest: where its rulebooks want hot topics passed on and that is near, what was noted goes to the office
 * they name, or to the unit above, and the duty is done. Where nobody can be told it stays for people to do.
 */
export const passOn = async (act: Act, unitId: string): Promise<void> => {
  const today = dayOf(act.now)
  // Those above are shown what is near below them, so it is done for all of it.
  for (const { unit } of await units.below(act, unitId))
    for (const row of await act.tables.obligations.where("pressing", unit.id))
      if (isNear(row, today)) await passOnOne(act, unit, row)
}

const passOnOne = async (act: Act, unit: Unit, row: Obligation): Promise<void> => {
  const readers = await readersOf(act, unit, row)
  if (readers.length === 0) return
  const fresh = byWeight(await act.tables.topics.where("fresh", unit.id))
  const words = act.text.topic
  await settling.settle(act, row, { on: dayOf(act.now), proof: null, note: words.passedOn(fresh.length) })
  for (const topic of fresh) await act.tables.topics.put({ ...topic, passedAt: act.now })
  if (fresh.length === 0) return
  for (const { id } of readers)
    await outbox.post(act, {
      to: { kind: "person", id },
      lane: "digest",
      key: `topics:${row.id}:${id}`,
      body: { text: words.digest(unit.name, fresh) },
    })
}

/** Whoever reads them where the rulebook says, else in the unit above; nobody where that office is not known here. */
const readersOf = async (
  act: Act,
  { parentId }: Unit,
  { to }: Pick<Obligation, "to">,
): Promise<readonly Person[]> => {
  const named = to === null ? [] : await act.tables.units.where("name", to)
  // Between namesakes nobody is guessed.
  const readers = to === null ? parentId : named.length === 1 ? (named[0]?.id ?? null) : null
  for (const roles of readers === null ? [] : READING) {
    const found = await people.holding(act, readers ?? "", roles)
    if (found.length > 0) return found
  }
  return []
}
