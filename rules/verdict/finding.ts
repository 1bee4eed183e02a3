import type { Finding } from "../finding.ts"
import { type Day, dayOf, daysBetween, type Instant } from "../time.ts"
import type { Looked } from "./facts.ts"
import type { Ground } from "./ground.ts"

/** What a check found, and is not put right, or not yet confirmed to be. */
export interface Found extends Ground {
  readonly kind: "finding"
  readonly until: Day
  readonly finding: Pick<Finding, "id" | "number" | "kind" | "what" | "foundOn">
  /** Said to be put right, and waiting for a second person. */
  readonly waits: boolean
}

const isThere = ({ state, foundOn, at: noted, closed }: Finding, at: Instant): boolean =>
  state !== "withdrawn" && foundOn <= dayOf(at) && noted <= at && (closed === null || closed.at > at)

/** What is found and not put right by its day fails; one that nobody says is over is not. */
export const finding = ({ findings, at, today }: Looked): readonly Found[] =>
  findings
    .filter((each) => isThere(each, at))
    .map((each): Found => {
      const waits = each.rectified !== null && each.rectified.at <= at
      const left = daysBetween(today, each.dueOn)
      const { rules, dueOn: until } = each
      return {
        kind: "finding",
        level: left < 0 && !waits ? "red" : "soon",
        rules,
        until,
        left,
        finding: each,
        waits,
      }
    })
