import * as beginning from "../services/checks/beginning.ts"
import * as listing from "../services/checks/listing.ts"
import { shown } from "../services/checks/showing.ts"
import { Refusal } from "../services/refusal.ts"
import { cardButtons, kindFor, monthField, overviewButtons } from "./form/check.ts"
import { unitField, unitsHere } from "./form/choices.ts"
import { command, say, type Scene } from "./form/command.ts"
import { nearDayField } from "./form/day.ts"
import { silent } from "./form/fields.ts"
import type { Unit } from "../rules/unit.ts"

/** The monthly check of the units one watches over, or a look at one's own accounts. */
export const check = command({
  name: "check",
  right: "check.self",
  where: "private",
  unlisted: true,
  words: (words) => words.check.commands.check,
  fields: {
    month: silent(monthField()),
    by: silent(nearDayField()),
    unit: silent(unitField("check.self")),
  },
  run: async (scene, { unit, month: typed, by }) => {
    const words = scene.text.check
    const { kind, them } = await meant(scene, unit)
    const ids = them.map(({ id }) => id)
    // What is overdue comes before what has just begun.
    const [owed = null] = kind === "check" ? await listing.openAll(scene, ids) : []
    const month = await beginning.monthMeant(scene, typed ?? owed)
    if (kind === "self") for (const id of ids) await beginning.openSelf(scene, scene.me, id, month)
    const [only] = them
    if (only !== undefined && them.length === 1) return card(scene, only, month, kind, by)
    const overview = await listing.overview(scene, ids, month, kind)
    const [single] = overview.checks
    if (single === undefined) return say(words.none(month))
    if (overview.checks.length === 1 && overview.more === 0)
      return say(words.card(single), { buttons: cardButtons(scene, single, by) })
    return say(words.overview(overview, kind), { buttons: overviewButtons(scene, overview, kind) })
  },
})

const card = async (scene: Scene, unit: Unit, month: string, kind: "check" | "self", by: string | null) => {
  const one = await shown(scene, unit.id, month, kind)
  if (one.sheets.length === 0) throw new Refusal(scene.text.check.nothing(one.unit))
  return say(scene.text.check.card(one), { buttons: cardButtons(scene, one, by) })
}

/** Whose accounts are looked at: those one watches over, else one's own. */
const meant = async (scene: Scene, unit: Unit | null) => {
  const checks = await unitsHere(scene, "check.hold")
  const own = await unitsHere(scene, "check.self")
  const kind =
    unit === null
      ? kindFor(checks, own)
      : checks.some(({ id }) => id === unit.id)
        ? ("check" as const)
        : ("self" as const)
  return { kind, them: unit === null ? (kind === "check" ? checks : own) : [unit] }
}
