import { isUp } from "../../rules/life.ts"
import { asksForLikes, isGovernmentSite, type Repost } from "../../rules/repost.ts"
import { isListed } from "../../rules/source.ts"
import type { Unit } from "../../rules/unit.ts"
import { nameKey } from "../../rules/words.ts"
import type { Act } from "../app.ts"
import { Refusal } from "../refusal.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"

/** Nobody is ever asked for likes, nor to pass on what is not official: whoever announces it has to name a known source. */
export const demandOfficial = async (
  act: Act,
  unit: Unit,
  { source, from, title, link }: Pick<Repost, "source" | "from" | "title" | "link">,
): Promise<void> => {
  const words = act.text.repost
  if ([from, title].some(asksForLikes)) throw new Refusal(words.likes)
  if (source === "website") {
    if (!isGovernmentSite(link)) throw new Refusal(words.notOfficial)
    return
  }
  const listed = await sourcesOf(act, unit)
  if (isListed(from, listed) || isListed(link, listed) || (await isRegistered(act, unit, from))) return
  throw new Refusal(words.unknownSource(from))
}

/** The sources that the rulebooks of a unit name, all of them together: each office adds its own. */
const sourcesOf = async (act: Act, unit: Unit): Promise<readonly string[]> =>
  (await stackOf(act, unit)).rules.flatMap(({ rule }) =>
    rule.kind === "record" && rule.record === "item.sources" ? (rule.fields ?? []) : [],
  )

/** Whether an account of this name runs in the unit, or in one above it. */
const isRegistered = async (act: Act, unit: Unit, name: string): Promise<boolean> => {
  for (const unitId of await units.path(act, unit.id)) {
    const accounts = await act.tables.accounts.where("unit", unitId)
    if (accounts.some((each) => isUp(each) && nameKey(each.name) === nameKey(name))) return true
  }
  return false
}
