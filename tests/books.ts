import { parse } from "yaml"
import { Rulebook } from "../rules/rulebook.ts"
import * as rulebooks from "../services/rulebooks.ts"
import * as units from "../services/units.ts"
import * as watch from "../services/watch.ts"
import type { World } from "./world.ts"

/** Puts a unit under rulebooks that are shipped, and forgets what was said so far. */
export const under = async (w: World, unitName: string, ...books: readonly string[]): Promise<void> => {
  await w.look(async (turn) => {
    const [unit] = await turn.tables.units.where("name", unitName)
    if (!unit) throw new Error(`no unit ${unitName}`)
    await units.change(turn, unit.id, { rulebooks: books })
    await watch.below(turn, unit.id)
  })
  w.said()
}

/** Puts a unit under a rulebook that is written here, as its office would write it. */
export const bind = async (w: World, unitName: string, yaml: string): Promise<void> => {
  const book = Rulebook.parse(parse(yaml))
  await w.look(async (turn) => {
    await rulebooks.load(turn, [book])
    const [unit] = await turn.tables.units.where("name", unitName)
    if (!unit) throw new Error(`no unit ${unitName}`)
    await units.change(turn, unit.id, { rulebooks: [...unit.rulebooks, book.id] })
    await watch.below(turn, unit.id)
  })
}
