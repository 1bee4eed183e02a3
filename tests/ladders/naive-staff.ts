import type { Step } from "../../rules/kinds/common.ts"
import type { Layer } from "../../rules/roster.ts"
import { dayOf, type Instant } from "../../rules/time.ts"
import { china } from "../rules/china.ts"
import { naivelyOnDuty } from "../rules/roster-naive.ts"
import type { Facts, Office, Scenario } from "./scenario.ts"

/** Somebody on a step, and whose place they take. */
interface Standing {
  readonly who: string
  readonly instead: string | null
}

const itself = (names: readonly string[]): readonly Standing[] => names.map((who) => ({ who, instead: null }))

const holding = ({ people }: Scenario, office: Office): readonly string[] =>
  people.filter(({ holds }) => holds.includes(office)).map(({ id }) => id)

const inOffice = (of: Scenario, office: Office, now: Instant): readonly Standing[] => {
  const today = dayOf(now)
  const own = holding(of, office)
  const others = of.inPlace.filter(
    (each) =>
      each.office === office &&
      each.from <= today &&
      today <= each.to &&
      own.includes(each.forId) &&
      !own.includes(each.personId),
  )
  return [...itself(own), ...others.map(({ personId, forId }) => ({ who: personId, instead: forId }))]
}

const standing = (of: Scenario, facts: Facts, on: Step, now: Instant): readonly Standing[] => {
  const rostered = (layer: Layer) =>
    itself([...new Set(naivelyOnDuty(china, { ...facts, partings: [] }, layer, now))])
  const there = on === "duty" || on === "deputy" || on === "leader" ? rostered(on) : []
  switch (on) {
    case "duty":
      return there.length > 0 ? there : itself(holding(of, "duty"))
    case "deputy":
      return there
    case "leader":
      return [
        ...there,
        ...inOffice(of, "leader", now).filter(({ who }) => !there.some((each) => each.who === who)),
      ]
    case "chief":
      return inOffice(of, "chief", now)
    default:
      return itself(of.above)
  }
}

/** Whoever stands on a step, less those who cannot be called: away, out of reach, of a company, or with a stand-in. */
export const naivelyCallable = (of: Scenario, facts: Facts, on: Step, now: Instant): readonly string[] => {
  const today = dayOf(now)
  const all = standing(of, facts, on, now)
  return all
    .filter(({ who, instead }) => instead !== null || !all.some((each) => each.instead === who))
    .map(({ who }) => who)
    .filter((who) => !of.people.some(({ id, outside }) => id === who && outside))
    .filter(
      (who) =>
        !facts.absences.some((each) => each.personId === who && each.from <= today && today <= each.to),
    )
    .filter((who) => !facts.unreachable.includes(who))
}
