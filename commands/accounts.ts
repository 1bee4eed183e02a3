import { z } from "zod"
import type { Button } from "../rules/outgoing.ts"
import * as listing from "../services/listing.ts"
import { unitChoices, unitsHere } from "./form/choices.ts"
import { type Answers, command, press, type Scene, turnInto } from "./form/command.ts"
import { field, pick, silent } from "./form/fields.ts"

const isStanding = (value: string | null): value is listing.Standing =>
  listing.standings.some((standing) => standing === value)

/** The list of accounts, page by page; narrowed to a unit or to those that stand in one way. */
export const accounts = command({
  name: "accounts",
  right: "see",
  words: (text) => text.account.commands.accounts,
  fields: {
    page: silent(field(z.coerce.number().int().min(1).max(1000), (_scene, typed) => Promise.resolve(typed))),
    of: silent(pick(choices)),
  },
  run: async (scene, { of, page }) => {
    const standing = isStanding(of) ? of : null
    const unitId = standing === null && of !== null ? of : scene.place.unitId
    const found = await listing.list(scene, scene.me, { unitId, standing, page: page ?? 1 })
    const { standings, marks } = scene.text.listing
    const unit = unitId === null ? null : await scene.tables.units.get(unitId)
    const groups = found.groups.map((group) => ({
      unit: group.unit,
      listed: group.listed.map(({ standing: stands, ...each }) => ({ ...each, mark: marks[stands] })),
    }))
    const named = standing === null ? (unit?.name ?? null) : standings[standing]
    const text = scene.text.listing.list({ ...found, groups, of: named })
    return turnInto(text, { buttons: turning(scene, found, of) })
  },
})

async function choices(scene: Scene) {
  const { standings, marks } = scene.text.listing
  const seen = await unitsHere(scene, "see")
  return [
    ...listing.standings.map((value) => ({ value, label: `${marks[value]} ${standings[value]}` })),
    ...(await unitChoices(scene, seen)),
  ]
}

/** Turning pages, and narrowing the list to one standing. */
const turning = (
  scene: Scene,
  { counts, page, pages }: listing.Listing,
  of: string | null,
): readonly (readonly Button[])[] => {
  const { buttons } = scene.text.account
  const { standings, marks } = scene.text.listing
  const to = (label: string, answers: Answers): Button => ({ label, press: press("accounts", answers) })
  const narrowed: Answers = of === null ? {} : { of }
  const turn = [
    ...(page > 1 ? [to(buttons.back, { ...narrowed, page: String(page - 1) })] : []),
    ...(page < pages ? [to(buttons.next, { ...narrowed, page: String(page + 1) })] : []),
  ]
  const kinds = listing.standings.filter((each) => counts[each] > 0 && each !== of)
  const narrow =
    kinds.length + (of === null ? 0 : 1) > 1
      ? kinds.map((each) => to(`${marks[each]} ${standings[each]} ${counts[each]}`, { of: each }))
      : []
  const all = of === null ? [] : [to(buttons.all, {})]
  const half = Math.ceil(narrow.length / 2)
  return [turn, narrow.slice(0, half), narrow.slice(half), all].filter((row) => row.length > 0)
}
