import type { Item } from "../../rules/item.ts"
import { type Person, isHere, type Role } from "../../rules/person.ts"
import { isRole, type StepName } from "../../rules/procedure.ts"
import { nextLevel, saidNow } from "../../rules/review.ts"
import { canFill, firstOf } from "../../rules/staffing.ts"
import { dayOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import { keepsInHouse } from "../incidents/callees.ts"
import { type Decider, decidersOf } from "../procedures/deciders.ts"

/** Whose item it is, and who reviews there. */
export type Reviewed = Pick<Item, "unitId" | "by" | "chain" | "reviewers" | "specials">

const holders = async (act: Act, item: Reviewed, step: StepName): Promise<readonly Decider[]> => {
  const found = await decidersOf(act, { unitId: item.unitId, inPerson: [] }, step)
  const inHouse = await keepsInHouse(act, item.unitId)
  return found.filter(
    ({ person }) => person.id !== item.by && isHere(person, act.now) && !(inHouse && person.employer),
  )
}

/** Who takes a level whose role nobody else holds: any of the reviewers; a leader's level the chief too, and no one below. */
const insteadOf = ({ reviewers, specials, chain }: Reviewed, at: number): readonly Role[] => {
  const level = chain[at]
  const alone = level?.reason === true || (specials.includes("emergency") && level?.before === true)
  return [...(alone ? [] : reviewers), ...(level?.step === "leader" ? (["chief"] as const) : [])]
}

/** Who may take a level, in their own place or in another's: never the author. */
const candidates = async (act: Act, item: Reviewed, at: number): Promise<readonly Decider[]> => {
  const step = item.chain[at]?.step
  if (step === undefined || !isRole(step)) return []
  const own = await holders(act, item, step)
  if (own.length > 0) return own
  const found = new Map<string, Decider>()
  for (const role of insteadOf(item, at))
    for (const decider of await holders(act, item, role)) found.set(decider.person.id, decider)
  return [...found.values()]
}

/** Who may take each of these levels, by id. */
const placesOf = async (
  act: Act,
  item: Reviewed,
  levels: readonly number[],
): Promise<readonly (readonly string[])[]> => {
  const places: (readonly string[])[] = []
  for (const at of levels)
    if (isRole(item.chain[at]?.step ?? "deputy"))
      places.push((await candidates(act, item, at)).map(({ person }) => person.id))
  return places
}

/** Whether the unit has people for every level, nobody twice. */
export const canBeReviewed = async (act: Act, item: Reviewed): Promise<boolean> =>
  canFill(await placesOf(act, item, [...item.chain.keys()]))

/** The first level for which nobody is left; null when there are enough people. */
export const unstaffed = async (act: Act, item: Reviewed): Promise<StepName | null> => {
  for (const [at, { step }] of item.chain.entries())
    if (!canFill(await placesOf(act, item, [...item.chain.keys()].slice(0, at + 1)))) return step
  return null
}

/** Those who may take the level that is waited for now, so that all later ones can still be taken by others. */
export const turnOf = async (act: Act, item: Item): Promise<readonly Decider[]> => {
  const next = nextLevel(item)
  if (next === null || !isRole(next.step)) return []
  const used = new Set(saidNow(item).map(({ by }) => by))
  const left = (people: readonly string[]) => people.filter((id) => !used.has(id))
  const levels = [...item.chain.keys()].filter((at) => at >= next.at)
  const places = (await placesOf(act, item, levels)).map(left)
  const fit = firstOf(places)
  // When somebody has gone since, whoever is left goes on.
  const may = fit.length > 0 ? fit : (places[0] ?? [])
  return (await candidates(act, item, next.at)).filter(({ person }) => may.includes(person.id))
}

const isAway = async (act: Act, { id }: Person): Promise<boolean> => {
  const today = dayOf(act.now)
  const leaves = await act.tables.leaves.where("person", id)
  return leaves.some(({ from, to, endedAt }) => endedAt === null && from <= today && today <= to)
}

/** Those who get the card: whoever is away, or has somebody in their place, is left alone as long as there is another. */
export const present = async (act: Act, deciders: readonly Decider[]): Promise<readonly Person[]> => {
  const replaced = new Set(deciders.flatMap(({ standIn }) => standIn?.forId ?? []))
  const here: Person[] = []
  for (const { person } of deciders)
    if (!replaced.has(person.id) && !(await isAway(act, person))) here.push(person)
  return here.length > 0 ? here : deciders.map(({ person }) => person)
}
