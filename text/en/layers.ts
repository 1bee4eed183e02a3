import type { layers as chinese } from "../zh/layers.ts"

export const layers: typeof chinese = { duty: "On duty", deputy: "Deputy", leader: "Leader on duty" }
