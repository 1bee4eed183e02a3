import type { Person } from "../../rules/person.ts"
import { type Right } from "../../rules/rights.ts"
import type { Unit } from "../../rules/unit.ts"
import { tidyName } from "../../rules/words.ts"
import * as bindings from "../../services/bindings.ts"
import * as people from "../../services/people.ts"
import { Refusal } from "../../services/refusal.ts"
import * as units from "../../services/units.ts"
import { languages } from "../../text/index.ts"
import { z } from "zod"
import { Ambiguous, type Choice, type Field, type Scene } from "./command.ts"
import { field, many, matching, optional, pick } from "./fields.ts"

const typedName = z.string().transform(tidyName).pipe(z.string().min(1).max(200))

/** The units over which the person has a right; in a group only that of the group and those below it. */
export const unitsHere = async (scene: Scene, right: Right): Promise<readonly Unit[]> => {
  const held = await people.unitsWith(scene, scene.me, right)
  const { kind, unitId } = scene.place
  if (kind === "private" || unitId === null) return held
  const here = new Set((await units.below(scene, unitId)).map(({ unit }) => unit.id))
  return held.filter(({ id }) => here.has(id))
}

interface Options extends Partial<Field<Unit>> {
  /** Any unit, also in the group of another. */
  readonly everywhere?: boolean
}

/** A unit over which the person has a right; pressed, or typed by name or short name. */
export const unitField = (right: Right, { everywhere = false, ...options }: Options = {}): Field<Unit> => {
  const list = (scene: Scene) =>
    everywhere ? people.unitsWith(scene, scene.me, right) : unitsHere(scene, right)
  const labelled = async (scene: Scene) => unitChoices(scene, await list(scene))
  return field(
    typedName,
    async (scene, typed) => {
      const offered = await list(scene)
      const short = offered.filter((unit) => unit.shortNames.includes(typed))
      const [only] = short
      if (only && short.length === 1) return only
      const value = matching(scene, await unitChoices(scene, offered), typed)
      return value instanceof Ambiguous ? value : units.unit(scene, value)
    },
    { choices: labelled, free: true, ...options },
  )
}

/** A person of a unit that one may change. */
export const personField = (right: Right): Field<Person> => {
  const list = async (scene: Scene): Promise<readonly Person[]> => {
    const found = []
    for (const unit of await unitsHere(scene, right)) found.push(...(await people.inUnit(scene, unit.id)))
    return found
  }
  return field(
    typedName,
    async (scene, typed) => {
      const offered = await list(scene)
      const value = matching(scene, await personChoices(scene, offered), typed)
      if (value instanceof Ambiguous) return value
      const person = offered.find(({ id }) => id === value)
      if (!person) throw new Refusal(scene.text.command.unknown(typed))
      return person
    },
    { choices: async (scene) => personChoices(scene, await list(scene)), free: true },
  )
}

/** As buttons; units that are called the same are told apart by the unit above. */
export const unitChoices = async (scene: Scene, them: readonly Unit[]): Promise<readonly Choice[]> => {
  const times = new Map<string, number>()
  for (const { name } of them) times.set(name, (times.get(name) ?? 0) + 1)
  const choices: Choice[] = []
  for (const { id, name, parentId } of them) {
    const above = times.get(name) === 1 || parentId === null ? null : await units.unit(scene, parentId)
    choices.push({ value: id, label: above === null ? name : scene.text.people.marked(name, above.name) })
  }
  return choices
}

/** As buttons; namesakes are told apart by unit, else by their roles, else by when they joined. */
export const personChoices = async (scene: Scene, them: readonly Person[]): Promise<readonly Choice[]> => {
  const words = scene.text.people
  const named = new Map<string, Person[]>()
  for (const each of them) named.set(each.name, [...(named.get(each.name) ?? []), each])
  const labels = new Map<string, string>()
  for (const [name, namesakes] of named) {
    if (namesakes.length === 1) continue
    const marks = await Promise.all(namesakes.map((each) => marksOf(scene, each)))
    for (const [at, { id }] of namesakes.entries()) {
      const telling = marks[at]?.find(
        (mark, kind) => marks.filter((other) => other[kind] === mark).length === 1,
      )
      labels.set(id, words.marked(name, telling ?? words.nth(at + 1)))
    }
  }
  return them.map(({ id, name }) => ({ value: id, label: labels.get(id) ?? name }))
}

/** What tells a person from a namesake, the plainest first. */
const marksOf = async (scene: Scene, person: Person): Promise<readonly string[]> => {
  const { unit, roles } = await people.portrait(scene, person)
  const words = scene.text.people
  const held = roles.map(({ role }) => words.roles[role]).join(scene.text.unit.comma)
  return [unit, held === "" ? words.noRole : held, words.since(person.since)]
}

/** Any of the rulebooks that are loaded, but for those that hold everywhere. */
export const rulebooksField = (): Field<readonly string[] | null> =>
  optional(
    many(
      pick(async (scene) =>
        (await bindings.choosable(scene)).map((book) => ({
          value: book.id,
          label: scene.text.cited.title(book),
          also: Object.values(languages).map(({ cited }) => cited.title(book)),
        })),
      ),
    ),
  )
