import type { Layer } from "../../rules/roster.ts"

/** What the layers of a roster are called. */
export const layers: Record<Layer, string> = { duty: "值班", deputy: "副班", leader: "带班领导" }
