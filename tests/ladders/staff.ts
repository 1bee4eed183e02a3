import { candidates, type Placed } from "../../rules/callees.ts"
import type { Standing } from "../../rules/climbing.ts"
import type { Step } from "../../rules/kinds/common.ts"
import { type Layer, shiftsBetween } from "../../rules/roster.ts"
import { type StandIn, standsOn } from "../../rules/standin.ts"
import { dayOf, type Instant } from "../../rules/time.ts"
import { china } from "../rules/china.ts"
import type { Facts, Office, Scenario } from "./scenario.ts"

export const isOutside = ({ people }: Scenario, personId: string): boolean =>
  people.some(({ id, outside }) => id === personId && outside)

/** Who stands on each step, as the services put it together from the rules. */
export const standingOf = (of: Scenario, facts: Facts, now: Instant): Standing => {
  const staff = new Staff(of, facts, now)
  const steps = new Set(of.ladder.steps.flatMap(({ calls }) => calls))
  return new Map([...steps].map((step) => [step, candidates(staff.on(step))]))
}

class Staff {
  readonly #of: Scenario
  readonly #facts: Facts
  readonly #now: Instant

  constructor(of: Scenario, facts: Facts, now: Instant) {
    this.#of = of
    this.#facts = facts
    this.#now = now
  }

  on(step: Step): readonly Placed[] {
    const there = step === "duty" || step === "deputy" || step === "leader" ? this.#rostered(step) : []
    const placed = there.map((id) => this.#placed(id))
    switch (step) {
      case "duty":
        return placed.length > 0 ? placed : this.#holding("duty").map((id) => this.#placed(id))
      case "deputy":
        return placed
      case "leader":
        return [...placed, ...this.#inOffice("leader").filter(({ personId }) => !there.includes(personId))]
      case "chief":
        return this.#inOffice("chief")
      default:
        return this.#of.above.map((id) => this.#placed(id))
    }
  }

  #rostered(layer: Layer): readonly string[] {
    const plan = { ...this.#facts, partings: [] }
    const shifts = shiftsBetween(china, plan, this.#now, this.#now + 1)
    return [...new Set(shifts.filter((each) => each.layer === layer).map(({ personId }) => personId))]
  }

  #holding(office: Office): readonly string[] {
    return this.#of.people.filter(({ holds }) => holds.includes(office)).map(({ id }) => id)
  }

  #inOffice(office: Office): readonly Placed[] {
    const own = this.#holding(office)
    const written: Omit<StandIn, "forId" | "personId" | "from" | "to" | "role"> = {
      id: "s",
      unitId: "u",
      paper: null,
      by: "z",
      at: 0,
      endedAt: null,
    }
    return [
      ...own.map((id) => this.#placed(id)),
      ...this.#of.inPlace
        .filter((each) => each.office === office)
        .filter((each) => standsOn({ ...each, ...written, role: office }, dayOf(this.#now)))
        .filter(({ forId, personId }) => own.includes(forId) && !own.includes(personId))
        .map(({ personId, forId }) => this.#placed(personId, forId)),
    ]
  }

  #placed(personId: string, standsFor: string | null = null): Placed {
    const today = dayOf(this.#now)
    const { absences, unreachable } = this.#facts
    return {
      personId,
      standsFor,
      outside: isOutside(this.#of, personId),
      away: absences.some((each) => each.personId === personId && each.from <= today && today <= each.to),
      reachable: !unreachable.includes(personId),
    }
  }
}
