import type { Clock, Incident, IncidentNote } from "../rules/incident.ts"
import { type Role } from "../rules/person.ts"
import * as people from "../services/people.ts"
import { COUNTY, office } from "./office.ts"
import type { World } from "./world.ts"

/**
 * The county of every story at 10:00 on a Monday: 张敏 looks after the accounts, 李国强 is the leader in charge, 周静 the
 * chief, 王芳 of the city sits above.
 */
export const emergency = async (
  rulebooks: readonly string[] = ["wubu"],
  at = "2026-03-02",
): Promise<World> => {
  const w = await office(rulebooks, at)
  w.said()
  return w
}

/** The latest incident as it stands. */
export const latest = (w: World): Promise<Incident> =>
  w.look(async ({ tables }) => {
    const found = (await tables.incidents.all()).at(-1)
    if (!found) throw new Error("no incident")
    return found
  })

/** Its story: what happened, and whom it was about. */
export const story = (w: World): Promise<readonly (readonly [IncidentNote["what"], string])[]> =>
  w.look(async ({ tables }) => {
    const found = (await tables.incidents.all()).at(-1)
    const notes = await tables.incidentNotes.where("incident", found?.id ?? "")
    const named = []
    for (const { what, personId, by } of notes)
      named.push([what, (await tables.persons.get(personId ?? by))?.name ?? by] as const)
    return named
  })

/** Somebody else joins the county's office, with roles; they have written to the bot, so that it can write to them. */
export const join = async (
  w: World,
  who: number,
  name: string,
  roles: readonly Role[],
  more: { readonly employer?: string } = {},
): Promise<string> => {
  const id = await w.look(async (turn) => {
    const [county] = await turn.tables.units.where("name", COUNTY)
    if (!county) throw new Error("no county")
    const joining = { user: `telegram:${who}`, name, chat: String(who), unitId: county.id }
    const person = await people.enrol(turn, joining)
    for (const role of roles) await people.appoint(turn, person.id, county.id, role)
    await turn.tables.persons.put({ ...person, ...more })
    return person.id
  })
  await w.say(who, "/me")
  w.said()
  return id
}

/** Who was told something that holds these words since this was asked last, in order and once each. */
export const told = (w: World, words: string): readonly number[] => [
  ...new Set(
    w
      .heard()
      .filter(([, text]) => text.includes(words))
      .map(([to]) => to),
  ),
]

/** One of its times. */
export const clock = async (w: World, what: Clock["do"]): Promise<Clock | undefined> =>
  (await latest(w)).clocks.find((each) => each.do === what)

export const hoursAfter = (from: number, at: number | null | undefined): number =>
  ((at ?? 0) - from) / 3_600_000

/** The latest file of this name that somebody was sent. */
export const fileOf = (w: World, reader: number, name: string): Uint8Array => {
  const shown = w.playground.transcript({ chat: reader }).findLast(({ file }) => file?.name === name)
  const found = w.playground.file(shown?.file?.id ?? "")
  if (!found) throw new Error(`${name} was not sent`)
  return found.bytes
}
