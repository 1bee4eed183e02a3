import { parseArgs } from "node:util"
import { inspectMany } from "./inspecting.ts"
import { checkManyIn, climbMany } from "./ladders.ts"
import { killMany } from "./killing.ts"

/**
 * `npm run torture -- --kills 10000 [--seed 7] [--at-once 2]` kills the built bot over and over, and reckons up;
 * `npm run torture -- --ladders 100000 [--served 200] [--seed 7]` tells so many emergencies by the rules and naively;
 * `npm run torture -- --checkins 1000 [--seed 7]` as many rosters with their check-ins;
 * `npm run torture -- --inspections 1000 [--seed 7]` inspects so many accounts at any moment of a year, and counts naively.
 */
const { values } = parseArgs({
  options: {
    kills: { type: "string" },
    ladders: { type: "string" },
    checkins: { type: "string" },
    inspections: { type: "string" },
    served: { type: "string", default: "0" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    "at-once": { type: "string", default: "2" },
  },
})
const seed = Number(values.seed)
const todo = (): Promise<number> => {
  if (values.ladders !== undefined) return climbMany(Number(values.ladders), Number(values.served), seed)
  if (values.checkins !== undefined) return checkManyIn(Number(values.checkins), seed)
  if (values.inspections !== undefined) return inspectMany(Number(values.inspections), seed)
  return killMany(Number(values.kills ?? 200), seed, Number(values["at-once"]))
}
const broken = await todo()
process.exit(broken > 0 ? 1 : 0)
