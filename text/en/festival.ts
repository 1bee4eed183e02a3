import type { festival as chinese } from "../zh/festival.ts"
import { cited } from "./cited.ts"
import * as when from "./when.ts"

export const festival: typeof chinese = {
  line: (first, sources) =>
    `🎏 Days off begin on ${when.day(first)}: topics and activities may be planned (${[...new Set(sources.map(cited.cite))].join(", ")}). /setunit turns this off.`,
}
