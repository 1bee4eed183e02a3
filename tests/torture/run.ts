import { parseArgs } from "node:util"
import { climbMany } from "./ladders.ts"
import { killMany } from "./killing.ts"

/**
 * `npm run torture -- --kills 10000 [--seed 7] [--at-once 2]` kills the built bot over and over, and reckons up;
 * `npm run torture -- --ladders 100000 [--served 200] [--seed 7]` tells so many emergencies by the rules and naively.
 */
const { values } = parseArgs({
  options: {
    kills: { type: "string" },
    ladders: { type: "string" },
    served: { type: "string", default: "0" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    "at-once": { type: "string", default: "2" },
  },
})
const seed = Number(values.seed)
const broken =
  values.ladders === undefined
    ? await killMany(Number(values.kills ?? 200), seed, Number(values["at-once"]))
    : await climbMany(Number(values.ladders), Number(values.served), seed)
process.exit(broken > 0 ? 1 : 0)
