import type { Person } from "../../rules/person.ts"
import { type Right } from "../../rules/rights.ts"
import type { Unit } from "../../rules/unit.ts"
import { tidyName } from "../../rules/words.ts"
import * as bindings from "../../services/bindings.ts"
import * as people from "../../services/people.ts"
import { Refusal } from "../../services/refusal.ts"
import * as units from "../../services/units.ts"
import { z } from "zod"
import { Ambiguous, type Choice, type Field, type Scene } from "./command.ts"
import { field, many, matching, optional, pick } from "./fields.ts"

const typedName = z.string().transform(tidyName).pipe(z.string().min(1).max(200))

/** A unit over which the person has a right; pressed, or typed by name or short name. */
export const unitField = (right: Right, options: Partial<Field<Unit>> = {}): Field<Unit> => {
  const list = async (scene: Scene) => people.unitsWith(scene, scene.me, right)
  return field(
    typedName,
    async (scene, typed) => {
      const offered = await list(scene)
      const short = offered.filter((unit) => unit.shortNames.includes(typed))
      const [only] = short
      if (only && short.length === 1) return only
      const value = matching(scene, offered.map(choiceOf), typed)
      return value instanceof Ambiguous ? value : units.unit(scene, value)
    },
    { choices: async (scene) => (await list(scene)).map(choiceOf), free: true, ...options },
  )
}

/** A person of a unit that one may change. */
export const personField = (right: Right): Field<Person> => {
  const list = async (scene: Scene): Promise<readonly Person[]> => {
    const found = []
    for (const unit of await people.unitsWith(scene, scene.me, right))
      found.push(...(await people.inUnit(scene, unit.id)))
    return found
  }
  return field(
    typedName,
    async (scene, typed) => {
      const offered = await list(scene)
      const value = matching(scene, offered.map(choiceOf), typed)
      if (value instanceof Ambiguous) return value
      const person = offered.find(({ id }) => id === value)
      if (!person) throw new Refusal(scene.text.command.unknown(typed))
      return person
    },
    { choices: async (scene) => (await list(scene)).map(choiceOf), free: true },
  )
}

const choiceOf = (named: { readonly id: string; readonly name: string }): Choice => ({
  value: named.id,
  label: named.name,
})

/** Any of the rulebooks that are loaded, but for those that hold everywhere. */
export const rulebooksField = (): Field<readonly string[] | null> =>
  optional(
    many(
      pick(async (scene) =>
        (await bindings.choosable(scene)).map(({ id, title }) => ({ value: id, label: title })),
      ),
    ),
  )
