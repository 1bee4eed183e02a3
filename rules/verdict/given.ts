import { aliveOn } from "../condition.ts"
import { isUp } from "../life.ts"
import { lastDayAfter, type Stretch } from "../stretch.ts"
import { type Day, daysBetween } from "../time.ts"
import type { Looked } from "./facts.ts"
import type { Ground } from "./ground.ts"

/** Silent for so long that it has a name: dormant, or a zombie. */
export interface GivenUp extends Ground {
  readonly kind: "given-up"
  readonly mark: "dormant" | "zombie"
  readonly from: Day
  readonly stretch: Stretch
}

/** The worse of the two only: a zombie has been dormant before. */
export const givenUp = ({ account, silences, today }: Looked): readonly GivenUp[] => {
  if (!isUp(account)) return []
  const from = aliveOn(account)
  for (const mark of ["zombie", "dormant"] as const) {
    const found = silences[mark].flatMap((stretch, nth): readonly GivenUp[] => {
      const until = lastDayAfter(from, stretch)
      const rules = silences.cited[mark].slice(nth, nth + 1).map(({ key }) => key)
      const left = daysBetween(today, until)
      return left < 0 ? [{ kind: "given-up", mark, level: "red", rules, until, left, from, stretch }] : []
    })
    if (found.length > 0) return found.slice(0, 1)
  }
  return []
}
