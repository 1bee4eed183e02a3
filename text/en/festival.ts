import type { festival as chinese } from "../zh/festival.ts"
import { cited } from "./cited.ts"
import * as when from "./when.ts"

export const festival: typeof chinese = {
  line: ({ on, off, named }, sources) => {
    const names = named.map(cited.says).join(", ")
    const what = off
      ? `Days off begin on ${when.day(on)}${names === "" ? "" : ` (${names})`}`
      : `${when.day(on)} is ${names}`
    return `🎏 ${what}: topics and activities may be planned (${[...new Set(sources.map(cited.cite))].join(", ")}). /setunit turns this off.`
  },
}
