import { z } from "zod"
import { type Departure, isUnderWay } from "../../rules/departure.ts"
import { isStaying, type Person } from "../../rules/person.ts"
import { tidyName } from "../../rules/words.ts"
import * as kept from "../../services/leaving/kept.ts"
import * as people from "../../services/people.ts"
import { Refusal } from "../../services/refusal.ts"
import { Ambiguous, type Answers, type Choice, type Field, type Scene } from "./command.ts"
import { personChoices, unitsHere } from "./choices.ts"
import { field, matching } from "./fields.ts"

/** The mark of what need not be said: the only choice is taken without asking. */
const NOBODY = "-"

/** Who takes over what the person of the answer before keeps; not asked where that is nothing. */
export const receiverField = (leavers: Field<Person>): Field<Person | null> => {
  const list = async (scene: Scene, answers: Answers): Promise<readonly Person[]> => {
    const leaver = await leavers.find(scene, answers["person"] ?? "")
    if (leaver instanceof Ambiguous) return []
    if ((await kept.by(scene, leaver)).length === 0) return []
    const found = (await receivers(scene)).filter(({ id }) => id !== leaver.id)
    if (found.length === 0) throw new Refusal(scene.text.leaving.nobodyToReceive)
    return found
  }
  return field<string, Person | null>(
    z.string().transform(tidyName).pipe(z.string().min(1).max(200)),
    async (scene, typed) => (typed === NOBODY ? null : named(scene, await receivers(scene), typed)),
    {
      choices: async (scene, answers) => {
        const found = await list(scene, answers)
        return found.length === 0
          ? [{ value: NOBODY, label: scene.text.leaving.unneeded }]
          : personChoices(scene, found)
      },
      free: true,
    },
  )
}

const receivers = async (scene: Scene): Promise<readonly Person[]> => {
  const found: Person[] = []
  for (const { id } of await unitsHere(scene, "person.leave"))
    found.push(...(await people.inUnit(scene, id)).filter(isStaying))
  return found
}

const named = async (
  scene: Scene,
  offered: readonly Person[],
  typed: string,
): Promise<Person | Ambiguous> => {
  const value = matching(scene, await personChoices(scene, offered), typed)
  if (value instanceof Ambiguous) return value
  const person = offered.find(({ id }) => id === value)
  if (!person) throw new Refusal(scene.text.command.unknown(typed))
  return person
}

const choices =
  (fits: (departure: Departure) => boolean) =>
  async (scene: Scene): Promise<readonly Choice[]> => {
    const found: Choice[] = []
    for (const { id } of await unitsHere(scene, "person.leave"))
      for (const each of (await scene.tables.departures.where("unit", id)).filter(fits)) {
        const name = (await scene.tables.persons.get(each.personId))?.name ?? scene.text.people.unnamed
        found.push({ value: each.id, label: scene.text.leaving.named(name, each.lastOn) })
      }
    if (found.length === 0) throw new Refusal(scene.text.leaving.nobodyLeaves)
    return found
  }

/** A departure in a unit that one may change: pressed, or typed by the person's name. */
export const departureField = (fits: (departure: Departure) => boolean = isUnderWay): Field<Departure> => {
  const offered = choices(fits)
  return field<string, Departure>(
    z.string().transform(tidyName).pipe(z.string().min(1).max(200)),
    async (scene, typed) => {
      const known = await scene.tables.departures.get(typed)
      if (known) return known
      const value = matching(scene, await offered(scene), typed)
      if (value instanceof Ambiguous) return value
      const found = await scene.tables.departures.get(value)
      if (!found) throw new Refusal(scene.text.command.unknown(typed))
      return found
    },
    { choices: offered, free: true },
  )
}
