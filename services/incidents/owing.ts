import type { Clock, Incident } from "../../rules/incident.ts"
import type { Said } from "../../rules/owed.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import type { Member } from "../people.ts"
import * as units from "../units.ts"
import { running } from "./finding.ts"
import { type ShownIncident, shown } from "./showing.ts"

const runs = ({ clocks }: Pick<Incident, "clocks">): boolean =>
  clocks.some(({ done, dueAt }) => done === null && dueAt !== null)

const soonest = ({ clocks }: Incident): number =>
  Math.min(...clocks.map(({ done, dueAt }) => (done === null ? (dueAt ?? Infinity) : Infinity)))

/** Those that somebody has a part in: they have it, acknowledged it, or were called in this round and may yet take it. */
const concerns = ({ holder, acknowledged, called }: Incident, personId: string): boolean =>
  acknowledged.some((each) => each.personId === personId) ||
  (holder === null && called.some((each) => each.personId === personId && each.passedAt === null))

/** The emergencies of which a time runs, the soonest first: one's own, or those of a unit and below, or all one may see. */
export const of = async (
  act: Act,
  me: Member,
  scope: "mine" | "unit" | "all",
  unitId: string | null,
): Promise<readonly Incident[]> => {
  const top = scope === "unit" ? (unitId ?? me.person.unitId) : unitId
  const under =
    scope === "unit"
      ? [top ?? ""]
      : top === null
        ? null
        : (await units.below(act, top)).map(({ unit }) => unit.id)
  return (await running(act, me, scope === "mine" ? null : under))
    .filter(runs)
    .filter((it) => scope !== "mine" || concerns(it, me.person.id))
    .sort((a, b) => soonest(a) - soonest(b))
}

export interface Explained extends ShownIncident {
  /** What the rules of each time say, in our own words; in the order of the times. */
  readonly says: readonly (readonly Said[])[]
}

const saidOf = async (act: Act, { rules }: Clock): Promise<readonly Said[]> => {
  const found: Said[] = []
  for (const key of rules) {
    const said = await bindings.saidByKey(act, key)
    if (said) found.push(said)
  }
  return found
}

/** Everything that explains the times of an emergency. */
export const explained = async (act: Act, it: Incident): Promise<Explained> => {
  const says = []
  for (const clock of it.clocks) says.push(await saidOf(act, clock))
  return { ...(await shown(act, it)), says }
}
