import type { Incident, IncidentNote } from "../../rules/incident.ts"
import { crew } from "./crew.ts"
import type { Tale } from "./reckoning.ts"
import type { Remains } from "./torment.ts"

/** What a round begins with. */
const BEGINNINGS: readonly IncidentNote["what"][] = ["raised", "nobody-left", "silent"]
/** How an emergency that was reported may stand at the end. */
const ANSWERS: readonly IncidentNote["what"][] = ["taken", "handed-on", "closed"]

/** The person of each of the crew. */
const personIds = ({ persons }: Tale): ReadonlyMap<string, number> =>
  new Map(
    [...persons.values()].flatMap(({ id, user }) => {
      const hand = crew.find((each) => `telegram:${each.user}` === user)
      return hand === undefined ? [] : [[id, hand.user] as const]
    }),
  )

/** Of every round that ended with nobody left: everybody on the ladder was called in it, or could not be. */
const ofRounds = (
  it: Incident,
  story: readonly IncidentNote[],
  ids: ReadonlyMap<string, number>,
): string[] => {
  const faults: string[] = []
  let heard = new Set<string>()
  for (const [at, { what, personId, at: when }] of story.entries()) {
    if (personId !== null && (what === "called" || what === "skipped")) heard.add(personId)
    if (what === "nobody-left")
      for (const [id, user] of ids)
        if (!heard.has(id)) faults.push(`${it.number}: nobody was left, but ${user} was not called`)
    if (!BEGINNINGS.includes(what)) continue
    // Who is skipped is written down before the end of the round before.
    const same = story.slice(0, at).filter((each) => each.what === "skipped" && each.at === when)
    heard = new Set(same.flatMap((each) => each.personId ?? []))
  }
  return faults
}

/** Each call is a card of its own, and nobody is called twice in a round; whoever is passed over could not be reached. */
const ofCalls = (
  remains: Remains,
  { outbox }: Tale,
  it: Incident,
  story: readonly IncidentNote[],
  ids: ReadonlyMap<string, number>,
): string[] => {
  const faults: string[] = []
  const calls = story.filter(({ what }) => what === "called")
  for (const [at, { personId, round }] of calls.entries()) {
    const same = calls.findIndex((each) => each.personId === personId && each.round === round)
    if (same < at) faults.push(`${it.number}: ${personId ?? ""} was called twice in round ${round ?? 0}`)
    const prefix = `incident:${it.id}:${round ?? 0}:`
    const cards = [...outbox.keys()].filter(
      (id) => id.startsWith(prefix) && id.endsWith(`:${personId ?? ""}`),
    )
    if (cards.length === 0) faults.push(`${it.number}: ${personId ?? ""} was called without a card`)
  }
  for (const { what, personId } of story)
    if (what === "skipped" && !remains.blockers.has(ids.get(personId ?? "") ?? 0))
      faults.push(`${it.number}: ${personId ?? ""} was passed over, but never out of reach`)
  return faults
}

/** It ends in an acknowledgement, a hand-over, or a "nobody left" that somebody received. */
const ofEnd = ({ outbox }: Tale, it: Incident, story: readonly IncidentNote[]): string[] => {
  const alarms = [...outbox.values()].filter(
    ({ id, edits }) => edits === null && id.startsWith(`incident:${it.id}:`) && id.includes(":alarm:"),
  )
  const rounds = story.filter(({ what }) => what === "nobody-left")
  const isReceived = alarms.some(({ state }) => state === "sent")
  const isAnswered = story.some(({ what }) => ANSWERS.includes(what))
  return [
    ...(alarms.length < rounds.length
      ? [`${it.number}: ${rounds.length} times nobody left, ${alarms.length} alarms`]
      : []),
    ...(isAnswered || isReceived
      ? []
      : [`${it.number} ended in nothing: ${story.map(({ what }) => what).join(" ")}`]),
  ]
}

/** Holds the emergencies against what was promised of them. */
export const emergencies = (remains: Remains, tale: Tale): { faults: readonly string[]; summary: string } => {
  const faults: string[] = []
  const ids = personIds(tale)
  const all = [...tale.incidents.values()]
  for (const { kind, link, update } of remains.deeds) {
    if (kind !== "emergency") continue
    const raised = all.filter((each) => each.link === link).length
    if (raised !== 1) faults.push(`${link ?? ""} of ${update} was raised ${raised} times`)
  }
  for (const it of all) {
    const story = tale.notes.filter(({ incidentId }) => incidentId === it.id).sort((a, b) => a.n - b.n)
    faults.push(
      ...ofRounds(it, story, ids),
      ...ofCalls(remains, tale, it, story, ids),
      ...ofEnd(tale, it, story),
    )
  }
  const count = (what: IncidentNote["what"]): number => tale.notes.filter((note) => note.what === what).length
  const summary = `${all.length} emergencies: ${count("called")} calls, ${count("skipped")} passed over, ${count("taken")} taken, ${count("silent")} fell silent, ${count("nobody-left")} times nobody left`
  return { faults, summary }
}
