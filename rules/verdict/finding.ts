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

/** The day that it had at an instant, and what was said of it by then: what was sent back later counted as said. */
const then = ({ dueOn, rectified, sentBack }: Finding, at: Instant): Pick<Finding, "dueOn" | "rectified"> => {
  const later = sentBack.find((back) => back.at > at)
  return later === undefined
    ? { dueOn, rectified }
    : { dueOn: later.dueOn ?? dueOn, rectified: later.rectified }
}

/** What is found and not put right by its day fails; one that nobody says is over is not. */
export const finding = ({ findings, at, today }: Looked): readonly Found[] =>
  findings
    .filter((each) => isThere(each, at))
    .map((each): Found => {
      const { dueOn: until, rectified } = then(each, at)
      const waits = rectified !== null && rectified.at <= at
      const left = daysBetween(today, until)
      const { rules } = each
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
