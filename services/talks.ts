import { inForce } from "../rules/force.ts"
import type { Source } from "../rules/owed.ts"
import { dayOf, hours } from "../rules/time.ts"
import { isDecision, type Talk } from "../rules/talk.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import { cited } from "./reviews/showing.ts"
import { stackOf } from "./rulebooks.ts"
import * as units from "./units.ts"

/** How far back a list goes, and how long whoever entered it can take it back. */
const LISTED = 30
const UNDO_HOURS = 24

export interface ShownTalk {
  readonly it: Talk
  readonly unit: string
  readonly by: string
  readonly sources: readonly Source[]
}

/** Keeps a notice, an interview or an event about a policy, under the rules that want it kept. */
export const note = async (
  act: Act,
  me: people.Member,
  unit: Unit,
  said: Pick<Talk, "kind" | "on" | "whom" | "what" | "link">,
): Promise<Talk> => {
  await people.demand(act, me, "talk.record", unit.id)
  if (said.on > dayOf(act.now)) throw new Refusal(act.text.obligation.future(said.on))
  const wanted = isDecision(said.kind) ? "decision.interview" : "policy.interview"
  const rules = inForce(await stackOf(act, unit), "record", { unitKind: unit.kind, platform: null })
    .filter(({ rule }) => rule.record === wanted)
    .map(({ key }) => key)
  const talk: Talk = { ...said, id: act.newId(), unitId: unit.id, rules, by: act.by, at: act.now }
  await act.tables.talks.put(talk)
  return talk
}

export const shown = async (act: Act, it: Talk): Promise<ShownTalk> => ({
  it,
  unit: (await units.unit(act, it.unitId)).name,
  by: (await act.tables.persons.get(it.by))?.name ?? "—",
  sources: await cited(act, it.rules),
})

/** The latest of these units, newest first. */
export const latest = async (act: Act, them: readonly Pick<Unit, "id">[]): Promise<readonly ShownTalk[]> => {
  const found: Talk[] = []
  for (const { id } of them) found.push(...(await act.tables.talks.where("unit", id)))
  const some = found.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : b.at - a.at)).slice(0, LISTED)
  const all: ShownTalk[] = []
  for (const each of some) all.push(await shown(act, each))
  return all
}

/** It was entered by mistake. */
export const remove = async (act: Act, id: string): Promise<Talk> => {
  const talk = await act.tables.talks.get(id)
  if (!talk) throw new Refusal(act.text.talk.gone)
  if (talk.by !== act.by || act.now - talk.at > hours(UNDO_HOURS))
    throw new Refusal(act.text.talk.notYours(UNDO_HOURS))
  await act.tables.talks.remove(id)
  return talk
}
